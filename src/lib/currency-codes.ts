const codes: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** The code of a currency in capitals; null for what is none (ISO 4217). */
export function knownCurrency(text: string): string | null {
  const code = text.trim().toUpperCase();
  return codes.has(code) ? code : null;
}
