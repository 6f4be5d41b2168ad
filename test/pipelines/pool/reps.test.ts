import { describe, expect, it } from 'vitest';
import { lines } from './pool-facts.ts';
import { rowsOf, tableOf } from './pool-rows.ts';
import { poolFiles } from './run-pool.ts';

const leads = lines('Lead ID,Created Time', 'X,2026-01-01 09:00:00');

/** Leads that a rep claimed on 2 January; some converted ten days later, the others were given back. */
function claims(rep: string, count: number, converted: number): string[] {
  return Array.from({ length: count }, (_, index) => [
    `${rep}${index},Claim,2026-01-02 09:00:00,${rep}`,
    `${rep}${index},${index < converted ? 'Convert' : 'Return'},2026-01-12 09:00:00,${rep}`,
  ]).flat();
}

function events(...logged: readonly string[][]): string {
  return lines('Lead ID,Event,Event Time,Rep', ...logged.flat());
}

describe('reps', () => {
  it('names the rep who converts less than the others by more than chance', async () => {
    const log = events(claims('Ann', 100, 20), claims('Bob', 100, 20), claims('Cy', 200, 4));
    const result = await poolFiles({ 'leads.csv': leads, 'pool_events.csv': log }, { asOf: '2026-06-30' });
    expect(tableOf(result, 'reps').title).toBe(
      'Cy converts 2% of the leads taken by day 60, reps in the usual range 20%: more than chance',
    );
    expect(rowsOf(result, 'reps').map(({ rep, verdict_code: verdict }) => [rep, verdict])).toEqual([
      ['Cy', 'below'],
      ['Ann', 'no_difference'],
      ['Bob', 'no_difference'],
    ]);
  });

  it('names nobody where reps are alike', async () => {
    const log = events(claims('Ann', 100, 20), claims('Bob', 100, 17));
    const files = { 'leads.csv': leads, 'pool_events.csv': log };
    const english = await poolFiles(files, { asOf: '2026-06-30' });
    expect(tableOf(english, 'reps').title).toBe(
      'No rep converts detectably more or less than the others: all reps 18.5% of the leads taken by day 60',
    );
    const chinese = await poolFiles(files, { asOf: '2026-06-30', lang: 'zh-CN' });
    expect(tableOf(chinese, 'reps').title).toBe('各销售转化率没有可见差异：全体取得的线索 60 天内转化 18.5%');
  });
});
