/** `_x000D_` is how a workbook writes a character that XML cannot hold; `_x005F_` is the underscore that protects such a text itself. */
export function unescapeXmlString(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
