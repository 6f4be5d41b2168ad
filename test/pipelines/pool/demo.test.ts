import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Result, TableSection } from '../../../src/result/result.ts';
import { root } from '../../cli/run.ts';
import { poolPaths } from './run-pool.ts';

const files = ['leads', 'pool_events', 'reps'].map((name) => join(root, `fixtures/demo-en/${name}.csv`));

const demo = (): Promise<Result> => poolPaths(files);

const section = (result: Result, id: string): TableSection => {
  const found = result.sections.find((each) => each.id === id);
  if (found?.kind !== 'table') throw new RangeError(`no table ${id}`);
  return found;
};

/** Counted over the files of the demo by a program of its own, in Python, event by event. */
describe('the pool of the demo company', () => {
  it('has the counts of the third quarter of 2026', async () => {
    const overview = (await demo()).sections.find(({ id }) => id === 'overview');
    const facts = Object.fromEntries(overview?.kind === 'facts' ? overview.facts.map(({ id, value }) => [id, value]) : []);
    expect(facts).toMatchObject({
      pool_start: 460,
      pool_end: 538,
      entered: 101,
      available: 604,
      claimed: 122,
      contacted: 121,
      converted: 12,
      returned: 38,
      recycled: 98,
      invalid: 13,
      utilisation_rate: 109 / 604,
      recycle_rate: 98 / 207,
      conversion_rate: 6 / 101,
      invalid_rate: 8 / 101,
      cost: 24_176.43,
    });
  });

  it('has what each rep took and how it ended, the hoarder first', async () => {
    const rows = Array.from(section(await demo(), 'flow').rows);
    expect(rows[0]).toMatchObject({ rep: 'Zhao Zhiqiang', action_code: 'cap_claims' });
    const counts = rows.map(({ rep, taken, contacted, converted, recycled, recycled_uncontacted, returned, held }) => [
      rep,
      taken,
      contacted,
      converted,
      recycled,
      recycled_uncontacted,
      returned,
      held,
    ]);
    expect(counts.toSorted((one, other) => (String(one[0]) < String(other[0]) ? -1 : 1))).toEqual([
      ['He Junjie', 75, 70, 8, 35, 5, 23, 3],
      ['Li Mingzhe', 109, 101, 6, 53, 7, 29, 4],
      ['Lin Xiaotong', 59, 57, 10, 25, 2, 16, 3],
      ['Liu Jianjun', 64, 62, 10, 32, 2, 20, 1],
      ['Ma Tianyu', 63, 55, 2, 33, 8, 13, 2],
      ['Wang Haiyan', 111, 105, 7, 50, 5, 34, 4],
      ['Wu Chengzhi', 83, 75, 8, 37, 7, 24, 6],
      ['Yang Ruoxi', 72, 70, 9, 34, 2, 19, 2],
      ['Zhang Yuwei', 64, 60, 4, 27, 4, 26, 2],
      ['Zhao Zhiqiang', 262, 154, 5, 235, 106, 0, 6],
      ['Zheng Jianing', 82, 79, 5, 46, 3, 24, 1],
      ['Zhou Siyuan', 95, 90, 10, 45, 5, 27, 2],
    ]);
  });

  it('names the hoarder and the slow source in its answer', async () => {
    const { answer } = await demo();
    expect(answer[1]).toContain('Zhao Zhiqiang took leads 262 times (23% of all times): ');
    expect(answer[1]).toContain('recycled 90% (others 48%), more than chance');
    expect(answer[2]).toMatch(/^Source Search ads converts \d+(?:\.\d)?% by day 60, all others \d+(?:\.\d)?%/);
  });
});
