import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readBasketLines } from '../../src/source/basket-lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'crm-eval-baskets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function basketsOf(content: string | Uint8Array): Promise<string[][]> {
  const path = join(folder, 'baskets.txt');
  writeFileSync(path, content);
  return readBasketLines(path, 'baskets.txt', undefined);
}

describe('a file of baskets', () => {
  it('has one a line, items between tabs where there are any, blank ones left out', async () => {
    expect(await basketsOf('a, b\tc \n\nd\t\n')).toEqual([['a, b', 'c'], ['d']]);
  });

  it('has items between commas, in quotes where an item has one', async () => {
    expect(await basketsOf('a,"b, c"\r\nd\r\n')).toEqual([['a', 'b, c'], ['d']]);
  });

  it('is read in the encoding it is in', async () => {
    // 牛奶、面包 in GB18030.
    const bytes = Uint8Array.from([0xc5, 0xa3, 0xc4, 0xcc, 0xa1, 0xa2, 0xc3, 0xe6, 0xb0, 0xfc, 0x0a]);
    expect(await basketsOf(bytes)).toEqual([['牛奶', '面包']]);
  });

  it('is refused where no line has an item', async () => {
    await expect(basketsOf(',\n \n')).rejects.toThrow('baskets.txt holds no basket');
  });
});
