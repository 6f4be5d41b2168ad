import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../../src/config/load.ts';
import type { Config } from '../../../src/config/schema.ts';
import { lines } from './pool-facts.ts';
import { poolFiles } from './run-pool.ts';

const files = {
  'leads.csv': lines(
    'Lead ID,Lead Owner,Lead Status,Created Time,Region',
    'L1,Ann,Working,2026-06-01 09:00:00,East',
    'L2,Bob,Working,2026-06-01 09:00:00,West',
  ),
  'reps.csv': lines('Employee ID,Employee Name,Team', '1,Ann,Team East', '2,Bob,Team West', '3,Cid,Team West'),
  'customers.csv': lines('Customer ID,Customer Name,Owner,Customer Level,Created Time', 'C1,Steady Ltd,Ann,VIP,2025-01-01'),
};

const { pool } = defaultConfig().config;

function settings(skills: Config['pool']['allocation']['skills'], levels: Readonly<Record<string, number>>): Partial<Config['pool']> {
  return { allocation: { ...pool.allocation, skills }, customer_recycle: { ...pool.customer_recycle, levels } };
}

async function unmatched(own: Partial<Config['pool']>): Promise<unknown[]> {
  const { findings } = await poolFiles(files, { asOf: '2026-06-30', pool: own });
  return findings.filter(({ code }) => code === 'setting-matches-nothing').map(({ level, message, fix }) => [level, message, fix]);
}

describe('the findings on the settings of the pool', () => {
  it('name what nothing in the files goes by, with what was meant or what there is', async () => {
    const own = settings(
      [
        { by: 'region', values: ['Eest', 'West'], reps: ['Anne', 'Cid'] },
        { by: 'industry', values: ['Steel'], teams: ['Team North East'] },
      ],
      { VIP: 90, Gold: 60 },
    );
    const said = (path: string, name: string): string =>
      `pool.${path} names "${name}", which is in none of the files: the rule holds for nobody`;
    expect(await unmatched(own)).toEqual([
      ['warning', said('allocation.skills.reps', 'Anne'), 'did you mean Ann?'],
      ['warning', said('allocation.skills.teams', 'Team North East'), 'the files have: Team East, Team West'],
      ['warning', said('allocation.skills.values (region)', 'Eest'), 'did you mean East?'],
      ['warning', said('allocation.skills.values (industry)', 'Steel'), 'the files have none'],
      ['warning', said('customer_recycle.levels', 'Gold'), 'the files have: VIP'],
    ]);
  });

  it('are none where all names are those of the files', async () => {
    const own = settings([{ by: 'region', values: ['East'], reps: ['Cid'], teams: ['Team East'] }], { VIP: 90 });
    expect(await unmatched(own)).toEqual([]);
  });
});
