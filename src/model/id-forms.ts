/** An id without what spreadsheets and widths do to it: NFKC, single blanks, e-mail addresses in lower case. */
export function plainId(id: string): string {
  const plain = id
    .normalize('NFKC')
    .replace(/^=?"(.*)"$/, '$1')
    .trim()
    .replaceAll(/\s+/g, ' ');
  return plain.includes('@') ? plain.toLowerCase() : plain;
}

/** Further without a text mark, decimals and leading zeros. */
export function bareId(id: string): string {
  return plainId(id)
    .replace(/^[='`]\s*/, '')
    .replace(/^(\d+)\.0+$/, '$1')
    .replace(/^0+(\d+)$/, '$1');
}
