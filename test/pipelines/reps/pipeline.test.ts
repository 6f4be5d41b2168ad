import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { reps, repsFields } from '../../../src/pipelines/reps/reps.ts';
import type { Result } from '../../../src/result/result.ts';
import { dataFolder, describeWithData } from '../../data-folder.ts';
import { ingestPaths } from '../../ingest/ingest-files.ts';
import { remembered } from '../../remembered.ts';
import { repsDefaults, rowsIn } from './run-reps.ts';

/** A file read without the program: rows by header. */
function read(...path: readonly string[]): Record<string, string>[] {
  const text = readFileSync(join(dataFolder!, ...path), 'utf8').replace(/^\uFEFF/, '');
  const [header = [], ...rows] = text
    .trim()
    .split(/\r?\n/)
    .map((line) => [...line.matchAll(/(?:"((?:[^"]|"")*)"|([^,]*))(?:,|$)/g)].map(([, quoted, plain]) => quoted ?? plain ?? ''));
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])));
}

const byText = (one: string, other: string): number => (one < other ? -1 : 1);

const reviewed = remembered(async (folder: string, names: readonly string[], period: { from: string; to: string }): Promise<Result> => {
  const { engine, ingested } = await ingestPaths(
    names.map((name) => join(dataFolder!, folder, name)),
    { fields: repsFields() },
  );
  try {
    await engine.lock();
    return await reps({ engine, ingested, ...repsDefaults(), lang: 'en', period });
  } finally {
    await engine.close();
  }
});

describeWithData('the pipeline of maven', () => {
  const result = () =>
    reviewed('maven-crm-sales', ['sales_pipeline.csv', 'sales_teams.csv', 'accounts.csv', 'products.csv'], {
      from: '2017-01-01',
      to: '2018-01-01',
    });

  it('has the win rate, cycle and velocity of every agent', async () => {
    const deals = read('maven-crm-sales', 'sales_pipeline.csv');
    const day = (text: string): number => Date.parse(`${text} UTC`) / 86_400_000;
    for (const row of rowsIn(await result(), 'pipeline').filter(({ deals: count }) => Number(count) > 0)) {
      const own = deals.filter(({ sales_agent: agent }) => agent === row['rep']);
      const [won, lost] = ['Won', 'Lost'].map((stage) => own.filter(({ deal_stage: each }) => each === stage));
      const open = own.filter(({ deal_stage: stage }) => stage !== 'Won' && stage !== 'Lost').length;
      const amount = won!.reduce((sum, deal) => sum + Number(deal['close_value']), 0);
      const cycle = won!.reduce((sum, deal) => sum + day(deal['close_date']!) - day(deal['engage_date']!), 0) / won!.length;
      const rate = won!.length / (won!.length + lost!.length);
      expect([row['won'], row['lost'], row['open'], row['won_amount']]).toEqual([won!.length, lost!.length, open, amount]);
      expect(row['win_rate']).toBeCloseTo(rate, 12);
      expect(row['cycle_days']).toBeCloseTo(cycle, 9);
      expect(row['velocity']).toBeCloseTo((open * rate * amount) / won!.length / cycle, 6);
    }
  });

  it('lists the five agents without a deal as such, and does not rank them last', async () => {
    const deals = new Set(read('maven-crm-sales', 'sales_pipeline.csv').map(({ sales_agent: agent }) => agent));
    const names = read('maven-crm-sales', 'sales_teams.csv').flatMap(({ sales_agent: agent }) => (deals.has(agent) ? [] : [agent ?? '']));
    expect(names).toHaveLength(5);
    const idle = names.toSorted(byText).join();
    const without = async (section: string, column: string) =>
      rowsIn(await result(), section)
        .filter((row) => (row[column] ?? 0) === 0)
        .map(({ rep }) => String(rep))
        .join();
    expect(await without('pipeline', 'deals')).toBe(idle);
    expect(await without('ranking', 'rank')).toBe(idle);
  });

  it('says once that the deals are old, and marks none of them', async () => {
    const { sections } = await result();
    const section = sections.find(({ id }) => id === 'deals_at_risk')!;
    expect(section.title).toContain('1432 of 1589 with a start are past 106 days');
    const rows = rowsIn(await result(), 'deals_at_risk');
    expect(rows).toHaveLength(2089);
    expect(rows.every(({ risk }) => risk === null)).toBe(true);
    expect(section.kind === 'table' && section.glance.first.includes('risk')).toBe(false);
    const ages = rows.flatMap(({ open_days: days }) => (typeof days === 'number' ? [days] : []));
    expect(ages).toEqual(ages.toSorted((one, other) => other - one));
    expect(rowsIn(await result(), 'actions').some(({ action_code: code }) => code === 'slow_deal')).toBe(false);
  });

  it('has ranges that hold the rank, and tells the ends apart', async () => {
    const rows = rowsIn(await result(), 'ranking').filter(({ rank }) => rank !== null);
    expect(rows.length).toBe(30);
    expect(rows.every((row) => Number(row['rank_low']) <= Number(row['rank_high']))).toBe(true);
    expect(rows[0]!['verdict_code']).toBe('above');
    expect(rows.at(-1)!['verdict_code']).toBe('below');
  });
});

describeWithData('the pipeline of zoho', () => {
  it('has the deals of every owner and stage', async () => {
    const rows = rowsIn(await reviewed('zoho-crm', ['Potentials.csv'], { from: '2021-02-01', to: '2021-05-01' }), 'pipeline_stages');
    const counted = new Map<string, { deals: number; amount: number }>();
    for (const deal of read('zoho-crm', 'Potentials.csv')) {
      const key = `${deal['Potential Owner']} · ${deal['Stage']}`;
      const { deals, amount } = counted.get(key) ?? { deals: 0, amount: 0 };
      counted.set(key, { deals: deals + 1, amount: amount + Number(deal['Amount']!.replaceAll(/[$,]/g, '')) });
    }
    const seen = new Map(rows.map(({ rep, stage, deals, amount }) => [`${String(rep)} · ${String(stage)}`, { deals, amount }]));
    expect(seen).toEqual(counted);
  });
});
