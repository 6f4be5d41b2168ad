const chunkLength = 1 << 20;

/** Collects text as UTF-8, so that an output may be longer than the longest string (about 0.5 G characters). */
export interface ByteWriter {
  write(text: string): void;
  bytes(): Uint8Array;
}

export function createByteWriter(): ByteWriter {
  const chunks: Buffer[] = [];
  let parts: string[] = [];
  let length = 0;
  const flush = (): void => {
    chunks.push(Buffer.from(parts.join('')));
    parts = [];
    length = 0;
  };
  return {
    write(text) {
      parts.push(text);
      length += text.length;
      if (length >= chunkLength) flush();
    },
    bytes() {
      flush();
      return Buffer.concat(chunks);
    },
  };
}
