import { describe, expect, it } from 'vitest';
import { sql } from '../../src/engine/sql.ts';
import { ingestFiles } from './ingest-files.ts';

const cases: readonly (readonly [cell: string, unit: string, value: number | null])[] = [
  ['181.3', '万元', 1_813_000],
  ['181.3', '万', 1_813_000],
  ['181.3', '人民币万元', 1_813_000],
  ['3', '千万', 30_000_000],
  ['2.5', '百万元', 2_500_000],
  ['1.2', '亿元', 120_000_000],
  ['1813', '千元', 1_813_000],
  ['1813', 'k€', 1_813_000],
  ['1813', 'TEUR', 1_813_000],
  ['1813', 'kUSD', 1_813_000],
  ['1813', "'000", 1_813_000],
  ['1813', "$'000s", 1_813_000],
  ['1813', 'in thousands', 1_813_000],
  ['1.8', 'M', 1_800_000],
  ['1.8', 'Mio. €', 1_800_000],
  ['1813000', '元', 1_813_000],
  ['1813000', 'CNY', 1_813_000],
  ['1813000', '', 1_813_000],
  ['12', '次', 12],
  ['3', '千次', 3000],
  ['3', '万件', 30_000],
  ['3', '千克', 3],
  // A cell with a unit of its own does not take the one beside it.
  ['181.3万', '万元', 1_813_000],
  ['¥1.2亿', '万元', 120_000_000],
  ['85', '%', 0.85],
  ['85%', '%', 0.85],
  ['0.5', '%', 0.005],
  ['85%', '', 0.85],
  ['150%', '百分比', 1.5],
  ['4.5', '百分点', 0.045],
  ['4.5', '分', 4.5],
  ['', '万元', null],
];

/** Values of the targets of a file, in its order. */
async function values(header: string, lines: readonly string[]): Promise<unknown[]> {
  const rows = lines.map((line, index) => `P${String(index).padStart(2, '0')},revenue,2026-01,${line}`);
  const loaded = await ingestFiles({ 'targets.csv': `${header}\n${rows.join('\n')}\n` }, { mixedCurrencies: 'told' });
  const found = await loaded.rows(sql`select value from targets order by owner, value`);
  return found.map(({ value }) => value);
}

describe('the unit of a target', () => {
  it('stands in a column beside it, row by row, and is reckoned in once', async () => {
    const lines = cases.map(([cell, unit]) => `${cell},${unit}`);
    expect(await values('owner,metric,period,target value,unit', lines)).toEqual(cases.map(([, , value]) => value));
  });

  it('is reckoned in where all cells are plain numbers, in the stretch as in the target', async () => {
    const lines = ['181.3,200,万元', '12,15,千元'];
    expect(await values('owner,metric,period,目标值,冲刺目标,单位', lines)).toEqual([1_813_000, 2_000_000, 12_000, 15_000]);
  });

  it('is no currency where it counts something else: 万件 beside 元 is not mixed', async () => {
    const targets =
      'owner,metric,period,target value,unit\nAmy,销售额,2026-01,100,元\nAmy,销量,2026-01,3,万件\nAmy,转化率,2026-01,12,百分点\n';
    const { ingested } = await ingestFiles({ 'targets.csv': targets });
    expect(ingested.currency).toBe(null);
    expect(ingested.findings.map(({ code }) => code)).not.toContain('currencies-mixed');
  });

  it('may stand in the header, which then goes before the column', async () => {
    expect(await values('owner,metric,period,目标值（万元）,单位', ['181.3,万元'])).toEqual([1_813_000]);
    expect(await values('owner,metric,period,目标值（%）', ['85', '85%'])).toEqual([0.85, 0.85]);
  });

  it('is % where the cell or its header has one, whatever stands beside', async () => {
    const units = async (file: string): Promise<unknown[]> => {
      const loaded = await ingestFiles({ 'targets.csv': file }, { mixedCurrencies: 'told' });
      const found = await loaded.rows(sql`select ambition, period_start, value, unit from targets order by ambition, period_start, value`);
      return found.map(({ value, unit }) => [value, unit]);
    };
    expect(await units('owner,metric,period,target value\nAmy,销售额,2026-01,50%\nAmy,销售额,2026-02,500\n')).toEqual([
      [0.5, '%'],
      [500, null],
    ]);
    expect(await units('owner,metric,period,target value,unit\nAmy,销售额,2026-01,50％,元\nAmy,销售额,2026-02,500,元\n')).toEqual([
      [0.5, '%'],
      [500, '元'],
    ]);
    expect(await units('owner,metric,period,目标值（%）\nAmy,销售额,2026-01,50\n')).toEqual([[0.5, '%']]);
    expect(await units('owner,year,M01,M02\nAmy,2026,50%,300\n')).toEqual([
      [0.5, '%'],
      [300, null],
    ]);
    expect(await units('owner,metric,period,目标值,冲刺目标\nAmy,销售额,2026-01,300,120%\n')).toEqual([
      [300, null],
      [1.2, '%'],
    ]);
  });
});
