import { open } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readZipDirectory, zipLimits } from '../../../src/source/workbook/zip-directory.ts';
import { makeZip, type ZipPart } from './make-zip.ts';
import { writeScratch } from './sheets.ts';

async function names(bytes: Uint8Array, limits: { readonly [limit in keyof typeof zipLimits]: number } = zipLimits): Promise<string[]> {
  const file = await open(writeScratch('x.zip', bytes));
  try {
    return [...(await readZipDirectory(file, limits)).values()].map((entry) => `${entry.name} ${entry.method} ${entry.inflated}`);
  } finally {
    await file.close();
  }
}

const part = (name: string, rest: Partial<ZipPart> = {}): ZipPart => ({ name, content: 'hello', ...rest });

describe('a zip directory', () => {
  it('lists parts with /, whatever the writer put between folders, and no folders', async () => {
    expect(await names(makeZip([part('xl\\workbook.xml'), part('xl/'), part('a.xml', { stored: true })]))).toEqual([
      'xl/workbook.xml deflated 5',
      'a.xml stored 5',
    ]);
  });

  it('is found behind a comment', async () => {
    const zip = makeZip([part('a')]);
    zip.writeUInt16LE(3, zip.length - 2);
    expect(await names(Buffer.concat([zip, Buffer.from('abc')]))).toEqual(['a deflated 5']);
  });

  it.each<[string, ZipPart[], string]>([
    ['a path out of the archive', [part('xl/../../a')], 'workbook-unsafe'],
    ['the same written for Windows', [part('..\\a')], 'workbook-unsafe'],
    ['an absolute path', [part('/etc/a')], 'workbook-unsafe'],
    ['a NUL in a name', [part('a\0.xml')], 'workbook-unsafe'],
    ['a part twice', [part('xl/a.xml'), part('XL/A.xml')], 'workbook-unsafe'],
    ['overlapping parts', [part('a', { content: 'x'.repeat(100) }), part('b', { offset: 3 })], 'workbook-unsafe'],
    ['a bomb', [part('a', { content: Buffer.alloc(8 * 1024 * 1024) })], 'workbook-unsafe'],
    ['an encrypted part', [part('a', { flags: 1 })], 'workbook-encrypted'],
    ['an empty archive', [], 'not-a-workbook'],
  ])('is refused with %s', async (_, parts, code) => {
    await expect(names(makeZip(parts))).rejects.toMatchObject({ code });
  });

  it('is refused over the limits', async () => {
    const zip = makeZip([part('a'), part('b')]);
    await expect(names(zip, { ...zipLimits, entries: 1 })).rejects.toMatchObject({ code: 'workbook-too-large' });
    await expect(names(zip, { ...zipLimits, inflated: 9 })).rejects.toMatchObject({ code: 'workbook-too-large' });
    expect(await names(zip, { ...zipLimits, entries: 2, inflated: 10 })).toHaveLength(2);
  });

  it('a file that ends too early anywhere is damaged', async () => {
    const zip = makeZip([part('a'), part('b')]);
    for (const length of [30, zip.length - 60, zip.length - 22, zip.length - 1]) {
      await expect(names(zip.subarray(0, length))).rejects.toMatchObject({ code: 'workbook-damaged' });
    }
  });
});
