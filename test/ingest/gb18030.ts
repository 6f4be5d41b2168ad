let table: Map<string, readonly number[]> | null = null;

/** Encodes a text as GB18030: the inverse of the platform's decoder over the two-byte range, and the linear range of four bytes beyond U+FFFF. */
export function gb18030(text: string): Uint8Array {
  table ??= twoBytes();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    const known = table.get(character);
    if (code < 0x80) bytes.push(code);
    else if (known !== undefined) bytes.push(...known);
    else if (code >= 0x10000) bytes.push(...fourBytes(code - 0x10000 + 189_000));
    else throw new RangeError(`no GB18030 bytes known for ${character}`);
  }
  return Uint8Array.from(bytes);
}

function twoBytes(): Map<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030');
  const found = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && character !== '\ufffd' && !found.has(character)) found.set(character, [lead, trail]);
    }
  }
  return found;
}

function fourBytes(pointer: number): number[] {
  return [
    0x81 + Math.floor(pointer / 12_600),
    0x30 + (Math.floor(pointer / 1260) % 10),
    0x81 + (Math.floor(pointer / 10) % 126),
    0x30 + (pointer % 10),
  ];
}
