import type { FileHandle } from 'node:fs/promises';
import { notAWorkbook, workbookDamaged, workbookEncrypted, workbookTooLarge, workbookUnsafe } from './workbook-errors.ts';

export interface ZipEntry {
  /** With `/` between folders, as some exporters write `\`. */
  readonly name: string;
  readonly method: 'stored' | 'deflated';
  readonly crc: number;
  readonly compressed: number;
  readonly inflated: number;
  /** Of the local header. */
  readonly offset: number;
}

/** By lower-case name: parts of a package are found without regard to case. */
export type ZipDirectory = ReadonlyMap<string, ZipEntry>;

export const zipLimits = {
  /** A workbook of 1,024 sheets, with relations and drawings, has a few thousand. */
  entries: 10_000,
  inflated: 1024 ** 3,
  /** Equal rows without cell references deflate to 1 in 225 (measured); a bomb to 1 in 1,000. */
  ratio: 400,
  /** Below this an entry may have any ratio. */
  ratioGrace: 1024 ** 2,
} as const;

const endLength = 22;
const longestComment = 65_535;
const headerLength = 46;
const largest32 = 0xffffffff;

/** Reads the list of a zip file's entries and refuses what could harm a reader, before anything is inflated. */
export async function readZipDirectory(
  file: FileHandle,
  limits: { readonly [limit in keyof typeof zipLimits]: number } = zipLimits,
): Promise<ZipDirectory> {
  const { size } = await file.stat();
  const place = await findDirectory(file, size);
  if (place.entries > limits.entries) {
    throw workbookTooLarge({
      en: `${place.entries} parts in the zip file, at most ${limits.entries} are read`,
      'zh-CN': `压缩包内有 ${place.entries} 个部件，上限为 ${limits.entries}`,
    });
  }
  if (place.offset + place.length > size) throw workbookDamaged('the zip directory lies outside the file');
  const bytes = await readAt(file, place.offset, place.length);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let index = 0; index < place.entries; index += 1) {
    if (at + headerLength > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw workbookDamaged('the zip directory is cut off');
    const next = at + headerLength + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    if (next > bytes.length) throw workbookDamaged('the zip directory is cut off');
    const entry = readEntry(bytes.subarray(at, next));
    if (entry !== null) entries.push(entry);
    at = next;
  }
  checkEntries(entries, place.offset, limits);
  return new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
}

async function readAt(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, offset);
  return buffer.subarray(0, bytesRead);
}

async function findDirectory(file: FileHandle, size: number): Promise<{ entries: number; offset: number; length: number }> {
  const tail = Math.min(size, endLength + longestComment);
  const bytes = await readAt(file, size - tail, tail);
  for (let at = bytes.length - endLength; at >= 0; at -= 1) {
    if (bytes.readUInt32LE(at) !== 0x06054b50) continue;
    const entries = bytes.readUInt16LE(at + 10);
    const length = bytes.readUInt32LE(at + 12);
    const offset = bytes.readUInt32LE(at + 16);
    if (entries !== 0xffff && length !== largest32 && offset !== largest32) return { entries, offset, length };
    return await findDirectory64(file, size - tail + at);
  }
  throw workbookDamaged('the zip directory is missing, as in a file that was not copied to its end');
}

async function findDirectory64(file: FileHandle, end: number): Promise<{ entries: number; offset: number; length: number }> {
  const locator = await readAt(file, Math.max(0, end - 20), 20);
  if (locator.length < 20 || locator.readUInt32LE(0) !== 0x07064b50) throw workbookDamaged('the zip directory is missing');
  const record = await readAt(file, Number(locator.readBigUInt64LE(8)), 56);
  if (record.length < 56 || record.readUInt32LE(0) !== 0x06064b50) throw workbookDamaged('the zip directory is missing');
  return {
    entries: Number(record.readBigUInt64LE(32)),
    length: Number(record.readBigUInt64LE(40)),
    offset: Number(record.readBigUInt64LE(48)),
  };
}

/** One entry, or null for a folder. */
function readEntry(bytes: Buffer): ZipEntry | null {
  const flags = bytes.readUInt16LE(8);
  const method = bytes.readUInt16LE(10);
  const nameEnd = headerLength + bytes.readUInt16LE(28);
  const name = bytes.subarray(headerLength, nameEnd).toString('utf8').replaceAll('\\', '/');
  if ((flags & 1) !== 0) throw workbookEncrypted();
  if (name.startsWith('/') || name.includes('\0') || name.split('/').includes('..'))
    throw workbookUnsafe(`a part is named ${JSON.stringify(name.slice(0, 80))}`);
  const sizes = { inflated: bytes.readUInt32LE(24), compressed: bytes.readUInt32LE(20), offset: bytes.readUInt32LE(42) };
  readSizes64(bytes.subarray(nameEnd, nameEnd + bytes.readUInt16LE(30)), sizes);
  if (name.endsWith('/')) return null;
  if (method !== 0 && method !== 8) throw workbookDamaged(`${name} is compressed in a way no workbook is (${method})`);
  return { name, method: method === 0 ? 'stored' : 'deflated', crc: bytes.readUInt32LE(16), ...sizes };
}

/** Sizes that do not fit 32 bits stand in an extra field, in this order, only those that are needed. */
function readSizes64(extra: Buffer, sizes: { inflated: number; compressed: number; offset: number }): void {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    const end = Math.min(extra.length, at + 4 + extra.readUInt16LE(at + 2));
    let value = at + 4;
    for (const key of ['inflated', 'compressed', 'offset'] as const) {
      if (sizes[key] !== largest32 || value + 8 > end) continue;
      sizes[key] = Number(extra.readBigUInt64LE(value));
      value += 8;
    }
  }
}

function checkEntries(entries: readonly ZipEntry[], end: number, limits: { readonly [limit in keyof typeof zipLimits]: number }): void {
  if (entries.length === 0) throw notAWorkbook({ en: 'an empty zip file', 'zh-CN': '一个空的压缩包' });
  const names = new Set<string>();
  let total = 0;
  for (const entry of entries) {
    const name = entry.name.toLowerCase();
    if (names.has(name)) throw workbookUnsafe(`the part ${entry.name} is there twice`);
    names.add(name);
    total += entry.inflated;
    if (entry.inflated > limits.ratioGrace && entry.inflated > limits.ratio * entry.compressed) {
      throw workbookUnsafe(`${entry.name} inflates to ${Math.round(entry.inflated / entry.compressed)} times its size`);
    }
  }
  if (total > limits.inflated) {
    const sizes = `${Math.round(total / 1024 ** 2)} MiB > ${Math.round(limits.inflated / 1024 ** 2)} MiB`;
    throw workbookTooLarge({ en: `it inflates to more than is read (${sizes})`, 'zh-CN': `解压后超过上限（${sizes}）` });
  }
  let taken = 0;
  for (const entry of entries.toSorted((a, b) => a.offset - b.offset)) {
    if (entry.offset < taken) throw workbookUnsafe(`the part ${entry.name} overlaps another one`);
    taken = entry.offset + 30 + Buffer.byteLength(entry.name) + entry.compressed;
  }
  if (taken > end) throw workbookDamaged('the parts of the zip file reach into its directory');
}
