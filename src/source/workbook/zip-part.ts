import { createReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { TextDecoder } from 'node:util';
import { crc32, createInflateRaw } from 'node:zlib';
import type { XmlHandler } from './xml-reader.ts';
import { createXmlReader } from './xml-reader.ts';
import { workbookDamaged } from './workbook-errors.ts';
import type { ZipDirectory, ZipEntry } from './zip-directory.ts';

/** A workbook's zip file, opened for reading part by part. */
export interface ZipPackage {
  readonly path: string;
  readonly file: FileHandle;
  readonly directory: ZipDirectory;
}

const localHeaderLength = 30;

/** The bytes of a part as they inflate; fails where they are not those that were written (length, checksum). */
export async function* partBytes(zip: ZipPackage, entry: ZipEntry): AsyncGenerator<Buffer> {
  const header = Buffer.alloc(localHeaderLength);
  const { bytesRead } = await zip.file.read(header, 0, localHeaderLength, entry.offset);
  if (bytesRead < localHeaderLength || header.readUInt32LE(0) !== 0x04034b50)
    throw workbookDamaged(`${entry.name} is not where the zip directory says`);
  if (entry.compressed === 0 && entry.inflated === 0) return;
  const start = entry.offset + localHeaderLength + header.readUInt16LE(26) + header.readUInt16LE(28);
  const stored = createReadStream(zip.path, { start, end: start + entry.compressed - 1, highWaterMark: 256 * 1024 });
  const inflate =
    entry.method === 'stored'
      ? null
      : stored.on('error', (error) => inflate?.destroy(error)).pipe(createInflateRaw({ chunkSize: 1024 * 1024 }));
  let length = 0;
  let checksum = 0;
  try {
    for await (const chunk of (inflate ?? stored) as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > entry.inflated) break;
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
  } catch (error) {
    if (isZlibError(error)) throw workbookDamaged(`${entry.name} cannot be inflated`, error);
    throw error;
  } finally {
    stored.destroy();
    inflate?.destroy();
  }
  if (length !== entry.inflated || checksum !== entry.crc) throw workbookDamaged(`${entry.name} does not match its checksum`);
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_');
}

/** Longer strings are made where the engine keeps large objects, which takes several times as long. */
const pieceLength = 32 * 1024;

/** Runs a part's XML through the handler. Characters are never cut at a chunk's edge. */
export async function readPart(zip: ZipPackage, entry: ZipEntry, handler: XmlHandler): Promise<void> {
  const reader = createXmlReader(entry.name, handler);
  let decoder: TextDecoder | null = null;
  for await (const chunk of partBytes(zip, entry)) {
    decoder ??= decoderOf(chunk);
    for (let at = 0; at < chunk.length; at += pieceLength) reader.write(decode(decoder, entry, chunk.subarray(at, at + pieceLength)));
  }
  reader.write(decode(decoder ?? new TextDecoder(), entry));
  reader.end();
}

function decode(decoder: TextDecoder, entry: ZipEntry, chunk?: Buffer): string {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch (error) {
    throw workbookDamaged(`${entry.name} holds bytes that are no ${decoder.encoding} text`, error);
  }
}

/** XML without a declared encoding is UTF-8, or UTF-16 with its mark; workbooks use no other. */
function decoderOf(chunk: Buffer): TextDecoder {
  const [first, second] = chunk;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le', { fatal: true });
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be', { fatal: true });
  return new TextDecoder('utf-8', { fatal: true });
}

/** Reads a small part to its end. */
export async function partText(zip: ZipPackage, entry: ZipEntry, longest: number): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of partBytes(zip, entry)) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > longest) break;
  }
  return Buffer.concat(chunks).toString('utf8', 0, longest);
}
