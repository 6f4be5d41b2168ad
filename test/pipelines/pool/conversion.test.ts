import { describe, expect, it } from 'vitest';
import { lines } from './pool-facts.ts';
import { rowsOf, tableOf } from './pool-rows.ts';
import { poolFiles } from './run-pool.ts';

/** So many leads of a source that came in on 1 January; some of them converted 20 days later. */
function leads(source: string, count: number, converted: number, batch = '1'): string[] {
  return Array.from({ length: count }, (_, index) =>
    [
      `${source}${batch}${index}`,
      source,
      batch,
      '2026-01-01',
      index < converted ? 'Converted' : 'Working',
      index < converted ? '2026-01-21' : '',
    ].join(),
  );
}

const header = 'Lead ID,Lead Source,Batch,Created Time,Lead Status,Converted Time';
const asOf = '2026-06-30';

describe('conversion', () => {
  it('says which source differs most surely and how the others do, and lists the dimension that tells most first', async () => {
    const file = lines(
      header,
      ...leads('Calls', 200, 10),
      ...leads('Fair', 100, 25),
      ...leads('Web', 60, 12, '2'),
      ...leads('', 40, 8, '2'),
    );
    const result = await poolFiles({ 'leads.csv': file }, { asOf });
    const { title, chart } = tableOf(result, 'conversion');
    // 10 of 200 against 45 of 200; 25 of 100 against 30 of 300.
    expect(title).toBe('By source: Calls converts 5% by day 60, all others 22.5%; Fair converts 25%, all others 10%: more than chance');
    expect(chart).toMatchObject({ kind: 'dots', value: 'incidence', against: 'others' });
    expect(rowsOf(result, 'conversion').map(({ dimension, value, verdict }) => [dimension, value, verdict])).toEqual([
      ['All leads', 'all', null],
      ['Source', 'Fair', 'above the others'],
      ['Source', 'Web', 'within chance'],
      ['Source', 'not said', 'within chance'],
      ['Source', 'Calls', 'below the others'],
      ['Batch', '2', 'within chance'],
      ['Batch', '1', 'within chance'],
    ]);
  });

  it('says so where no group differs', async () => {
    const file = lines(header, ...leads('Calls', 50, 5), ...leads('Fair', 50, 5));
    const settings = { asOf, lang: 'zh-CN' } as const;
    expect(tableOf(await poolFiles({ 'leads.csv': file }, { asOf }), 'conversion').title).toBe(
      'No group of leads converts detectably more or less than the others: 10% of all by day 60',
    );
    expect(tableOf(await poolFiles({ 'leads.csv': file }, settings), 'conversion').title).toBe(
      '各组线索转化率没有可见差异：全部线索 60 天内转化 10%',
    );
  });

  it('goes by all leads, and says so, where conversions have no date', async () => {
    const undated = [...leads('Calls', 100, 10), ...leads('Fair', 100, 60)].map((line) => line.replace('2026-01-21', ''));
    const result = await poolFiles({ 'leads.csv': lines(header, ...undated) }, { asOf });
    const { title, chart } = tableOf(result, 'conversion');
    expect(title).toBe('By source: Fair converts 60% so far, all others 10%: more than chance (dates are missing)');
    expect(chart).toMatchObject({ value: 'rate' });
    expect(rowsOf(result, 'conversion').map(({ incidence, undated: n }) => [incidence, n])).toEqual([
      [null, 70],
      [null, 60],
      [null, 10],
    ]);
  });

  it('puts groups beyond the ten largest at the end', async () => {
    const many = Array.from({ length: 12 }, (_, index) => leads(`s${String(index).padStart(2, '0')}`, 20 - index, 2)).flat();
    const values = rowsOf(await poolFiles({ 'leads.csv': lines(header, ...many) }, { asOf }), 'conversion').map(({ value }) => value);
    // The smaller the group the higher its rate, among the ten largest and behind them.
    expect(values).toEqual(['all', 's09', 's08', 's07', 's06', 's05', 's04', 's03', 's02', 's01', 's00', 's11', 's10']);
  });

  it('has every group at every age of the settings', async () => {
    const file = lines(header, ...leads('Calls', 50, 5), ...leads('Fair', 50, 10));
    const result = await poolFiles({ 'leads.csv': file }, { asOf, pool: { ages: [10, 30] } });
    expect(rowsOf(result, 'conversion_by_age').map(({ value, age, incidence }) => [value, age, incidence])).toEqual([
      ['all', 10, 0],
      ['all', 30, expect.closeTo(0.15, 12)],
      ['Calls', 10, 0],
      ['Calls', 30, expect.closeTo(0.1, 12)],
      ['Fair', 10, 0],
      ['Fair', 30, expect.closeTo(0.2, 12)],
    ]);
    expect(tableOf(result, 'conversion').title).toContain('by day 10');
  });
});
