import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/source/fingerprint.ts';
import { recordLines } from '../../src/source/record-lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'crm-eval-fingerprint-'));
const path = join(folder, 'file');
/** What is read at a time. */
const chunk = 512 * 1024;

async function passOver(bytes: string | Buffer): Promise<{ readonly sha256: string; readonly plainLines: boolean }> {
  writeFileSync(path, bytes);
  return fingerprint(path)();
}

describe('the fingerprint of a file', () => {
  it('is its SHA-256, whatever its length', async () => {
    for (const length of [0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk + 17]) {
      const bytes = Buffer.alloc(length, 'a,b\n');
      expect((await passOver(bytes)).sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
    const marked = '\ufeffa,b\n1,2\n';
    expect((await passOver(marked)).sha256).toBe(createHash('sha256').update(marked).digest('hex'));
  });

  it.each([
    ['a,b\n1,2\n', true],
    ['a,b\r\n1,2\r\n', true],
    ['\ufeffa,b\n1,2', true],
    ['', true],
    ['a,b\n\n1,2\n', false],
    ['a,b\r\n\r\n1,2\r\n', false],
    ['a,b\n\r\n1,2\n', false],
    ['\na,b\n', false],
    ['\r\na,b\n', false],
    ['\ufeff\na,b\n', false],
    ['\ufeff\r\na,b\n', false],
    ['a,"b"\n', false],
  ])('tells of %j whether each line is a record', async (text, plainLines) => {
    expect((await passOver(text)).plainLines).toBe(plainLines);
  });

  it.each([-2, -1, 0, 1, 2])('finds a blank line %i bytes from the border of what is read at a time', async (shift) => {
    const filler = 'x'.repeat(chunk + shift - 1);
    expect((await passOver(`${filler}\n\ny`)).plainLines).toBe(false);
    expect((await passOver(`${filler}\r\n\r\ny`)).plainLines).toBe(false);
    expect((await passOver(`${filler}\r\ny\r\n`)).plainLines).toBe(true);
  });

  it('says it only where the lines of the records follow one another', async () => {
    const piece = fc.constantFrom('a', ',', '\n', '\r\n', '"', '\r', 'é');
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
        const text = `${pieces.join('')}z`;
        const { plainLines } = await passOver(text);
        const dialect = { delimiter: ',', quote: '"', escape: '"' };
        const records = text.split('\n').map((_, index) => index);
        if (plainLines) expect(await recordLines(path, 0, dialect, records)).toEqual(records.map((record) => record + 1));
      }),
      { numRuns: 200 },
    );
  });
});
