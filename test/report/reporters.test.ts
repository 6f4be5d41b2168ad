import { describe, expect, it } from 'vitest';
import { formatOfPath, formats, reporters } from '../../src/report/reporters.ts';
import { awkward, everything } from './awkward-result.ts';
import { bytesIn } from './bytes-in.ts';

describe('reporters', () => {
  it.each(formats)('%s leaves the result as it was and gives the same bytes twice', async (format) => {
    const before = structuredClone(awkward);
    const render = await reporters[format].load();
    const bytes = async (): Promise<Buffer> => bytesIn(await render(awkward, everything));
    const first = await bytes();
    expect(first.length).toBeGreaterThan(200);
    expect(Buffer.compare(first, await bytes())).toBe(0);
    expect(awkward).toEqual(before);
  });

  it('are known by the ending of a file name', () => {
    expect(['a.json', 'B.CSV', 'c.md', '/x.y/d.xlsx', 'e.txt', 'f', 'g.pdf', 'csv', 'h.parquet'].map(formatOfPath)).toEqual([
      'json',
      'csv',
      'markdown',
      'xlsx',
      'table',
      null,
      null,
      null,
      'parquet',
    ]);
  });
});
