const bom = /^\uFEFF/;

/** The text of an HTML or XML page: by `encoding`, its byte order mark, the charset it declares, UTF-8, or else GB18030. */
export function pageText(bytes: Uint8Array, encoding?: string): string {
  const declared = /(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([a-z0-9_:-]{2,40})/i.exec(
    Buffer.from(bytes.subarray(0, 4096)).toString('latin1').replaceAll('\0', ''),
  )?.[1];
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : bytes[0] === 0xef && bytes[1] === 0xbb
          ? 'utf-8'
          : undefined;
  for (const label of [encoding, marked, 'utf-8', declared, 'gb18030']) {
    const text = label === undefined ? null : decoded(bytes, label);
    if (text !== null) return text.replace(bom, '');
  }
  return new TextDecoder('gb18030').decode(bytes);
}

function decoded(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
