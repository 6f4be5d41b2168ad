import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { unreadable } from './head.ts';
import type { TextEncodingFound } from './encoding.ts';

const chunkSize = 1024 * 1024;
let copies = 0;

/** A new name in the scratch folder. */
export function scratchPath(scratch: string, kind: string): string {
  copies += 1;
  return join(scratch, `${kind}-${copies}.txt`);
}

/** The text of a file, chunk by chunk, without its mark. Throws a CrmEvalError at the first byte that the encoding does not allow. */
export async function* decodeFile(
  path: string,
  found: TextEncodingFound,
  name: string = path,
  size: number = chunkSize,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(found.encoding, { fatal: !found.damaged, ignoreBOM: true });
  let offset = found.markLength;
  const stream = createReadStream(path, { start: offset, highWaterMark: size });
  for await (const chunk of stream) {
    const bytes = chunk as Buffer;
    yield decode(() => decoder.decode(bytes, { stream: true }), name, found.name, offset);
    offset += bytes.length;
  }
  yield decode(() => decoder.decode(), name, found.name, offset);
}

function decode(run: () => string, name: string, encoding: string, offset: number): string {
  try {
    return run();
  } catch (cause) {
    throw encodingUnknown(name, encoding, offset, cause);
  }
}

/** No encoding fits the whole file. */
export function encodingUnknown(name: string, encoding: string | null, offset: number | null, cause?: unknown): Error {
  const en =
    encoding === null
      ? `${name} is neither UTF-8 nor GB18030`
      : `${name} is not ${encoding} throughout: bytes after position ${offset} do not fit`;
  const zh =
    encoding === null ? `${name} 既不是 UTF-8 也不是 GB18030 编码` : `${name} 不全是 ${encoding} 编码：第 ${offset} 字节之后无法解码`;
  return unreadable(
    'encoding-undetected',
    { en, 'zh-CN': zh },
    {
      en: 'name its encoding, for example --encoding windows-1252, --encoding windows-1251, --encoding gb18030 or --encoding big5',
      'zh-CN': '请指定编码，例如 --encoding gb18030、--encoding big5 或 --encoding windows-1252',
    },
    cause,
  );
}

/** Writes texts to a new file as UTF-8, no faster than the disk takes them. */
export async function writeTexts(path: string, texts: AsyncIterable<string | Uint8Array>, signal?: AbortSignal): Promise<void> {
  const output = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  const done = finished(output);
  try {
    for await (const text of texts) {
      signal?.throwIfAborted();
      if (text.length > 0 && !output.write(text)) await Promise.race([once(output, 'drain'), done]);
    }
    output.end();
    await done;
  } catch (error) {
    output.destroy();
    await done.catch(() => {});
    throw error;
  }
}
