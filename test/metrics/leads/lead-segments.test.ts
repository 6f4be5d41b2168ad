import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { rowsOf } from '../run.ts';

const leads = (rows: readonly Row[]): Row[] =>
  rows.map((row, index) => ({ lead_id: String(index), created_at: '2026-01-05 09:00:00', ...row }));

function segments(rows: readonly Row[], allocation: object = {}): Promise<Row[]> {
  return rowsOf('lead_segments', { leads: leads(rows), parameters: { as_of: '2026-06-30', pool: { allocation } } });
}

describe('lead_segments', () => {
  it('goes by the first attribute that half of the leads have, with more than one value', async () => {
    const rows = await segments([
      { industry: '制造', region: '上海', source: '展会' },
      { industry: null, region: '上海', source: '官网' },
      { industry: '零售', region: '上海', source: '官网' },
      { industry: null, region: '上海', source: null },
      { industry: null, region: '上海', source: null },
    ]);
    // Two of five have an industry, all the same region, three a source.
    expect(rows.map(({ dimension, segment }) => [dimension, segment])).toEqual([
      ['source', '展会'],
      ['source', '官网'],
      ['source', '官网'],
      ['source', null],
      ['source', null],
    ]);
  });

  it('keeps the twelve largest values, and takes what it is told to', async () => {
    const rows = await segments(Array.from({ length: 27 }, (_, index) => ({ industry: `行业${Math.floor(index / 2)}`, batch: 'B1' })));
    const known = rows.flatMap(({ segment }) => (segment === null ? [] : [segment]));
    expect(new Set(known).size).toBe(12);
    expect(rows.find(({ lead_id }) => lead_id === '26')).toMatchObject({ segment: null });
    expect(await segments([{ industry: '制造', batch: 'B1' }, { industry: '零售' }], { by: 'batch' })).toMatchObject([
      { dimension: 'batch', segment: 'B1' },
      { dimension: 'batch', segment: null },
    ]);
  });

  it('has none where no attribute does', async () => {
    expect(await segments([{ source: '展会' }])).toMatchObject([{ dimension: null, segment: null }]);
  });
});
