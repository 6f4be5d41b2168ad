const chunkLength = 1 << 20;

/** Collects text as UTF-8, so that an output may be longer than the longest string (about 0.5 G characters). */
export interface ByteWriter {
  write(text: string): void;
  /** Bytes that were encoded before: of words that occur again and again. */
  copy(bytes: Uint8Array): void;
  bytes(): Uint8Array;
}

/** Beyond this the engine's own encoder is faster than a loop. */
const shortText = 64;

export function createByteWriter(): ByteWriter {
  const chunks: Buffer[] = [];
  let chunk = Buffer.allocUnsafeSlow(chunkLength);
  let at = 0;
  const room = (length: number): void => {
    if (at + length <= chunk.length) return;
    chunks.push(chunk.subarray(0, at));
    chunk = Buffer.allocUnsafeSlow(Math.max(chunkLength, length));
    at = 0;
  };
  const encode = (text: string): void => {
    room(text.length * 3);
    at += chunk.write(text, at);
  };
  return {
    write(text) {
      if (text.length > shortText) return encode(text);
      room(text.length);
      const start = at;
      for (let index = 0; index < text.length; index += 1) {
        const code = text.charCodeAt(index);
        if (code > 0x7f) {
          at = start;
          return encode(text);
        }
        chunk[at++] = code;
      }
    },
    copy(bytes) {
      room(bytes.length);
      for (let index = 0; index < bytes.length; index += 1) chunk[at++] = bytes[index]!;
    },
    bytes() {
      chunks.push(chunk.subarray(0, at));
      return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
    },
  };
}
