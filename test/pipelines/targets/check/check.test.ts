import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Result, ResultRow } from '../../../../src/result/result.ts';
import { dataFolder, describeWithData } from '../../../data-folder.ts';
import { targetsCheckOf } from '../../run-targets-check.ts';

const orders = `order_id,customer_id,date,amount,rep
${Array.from({ length: 24 }, (_, index) => `${index},C1,${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01,${100 + index},Amy`).join('\n')}
x,C2,2025-12-31,50,Jae
`;
const reps = 'rep_id,name,team,manager\n1,Amy,North,Max\n2,Jae,North,Max\n';
const head = 'level,owner,parent,metric,period,target value,unit';
const whole = `${head}
company,Acme,,revenue,2026-01,180,
team,North,Acme,revenue,2026-01,180,
rep,Amy,North,revenue,2026-01,130,
rep,Jae,North,revenue,2026-01,50,
`;

const plan = `任务,负责人,时间节点,状态,完成日期,预期金额
拜访十大客户,Amy,2025-11-30,进行中,,120000
举办用户大会,Jae,2025-12-15,已完成,2025-12-20,
清理逾期账款,,2026-03-31,未开始,,
`;

function rowsIn(result: Result, id: string): ResultRow[] {
  const section = result.sections.find((each) => each.id === id);
  return section?.kind === 'table' ? [...section.rows] : [];
}

const codesIn = (result: Result): string[] => result.findings.filter(({ level }) => level !== 'info').map(({ code }) => code);

describe('targets check', () => {
  it('finds nothing wrong with targets that are sound and add up', async () => {
    const result = await targetsCheckOf({ 'targets.csv': whole, 'orders.csv': orders, 'reps.csv': reps });
    expect(codesIn(result)).toEqual([]);
    expect(result.answer[0]).toBe('All 4 targets pass the five SMART tests.');
    expect(rowsIn(result, 'rows').map(({ owner, verdict_code: verdict }) => [owner, verdict])).toEqual(
      expect.arrayContaining(['Acme', 'North', 'Amy', 'Jae'].map((owner) => [owner, 'sound'])),
    );
    expect(result.sections.map(({ id }) => id)).toEqual(['rows', 'sums', 'overview']);
  });

  it('begins with the gap, its figures and what to do', async () => {
    const result = await targetsCheckOf({ 'targets.csv': whole.replace(',50,', ',49.5,'), 'orders.csv': orders, 'reps.csv': reps });
    expect(codesIn(result)).toEqual(['target-sums-differ']);
    expect(result.answer).toEqual([
      '2 of 4 targets pass the five SMART tests.',
      'The parts of 1 of 2 targets do not add up to it: those of North, 2026-01, revenue are 179.50 against 180, 0.50 too little.',
      'To do: correct the parts or the target; section sums lists each gap.',
    ]);
    expect(rowsIn(result, 'sums')[0]).toMatchObject({ owner: 'North', gap: -0.5, verdict_code: 'short' });
  });

  it('names no missing column where no row of the orders counts, but why', async () => {
    const bare = 'order_id,date,amount,rep\n1,2025-11-05,100,Amy\n2,2025-12-05,50,Jae\n';
    const result = await targetsCheckOf({ 'targets.csv': whole, 'orders.csv': bare, 'reps.csv': reps });
    const found = result.findings.find(({ code }) => code === 'target-data-missing');
    expect(found?.message).toBe('4 targets for revenue cannot be measured: none of the 2 rows of orders counts (no customer)');
    expect(found?.fix).toContain('crm-eval check FILES');
    expect(rowsIn(result, 'rows')[0]!['why']).toBe('none of the 2 rows of orders counts (no customer)');
  });

  it('lists the tasks of plans, and says which are overdue', async () => {
    const result = await targetsCheckOf({ '行动计划.csv': plan, 'orders.csv': orders, 'targets.csv': whole, 'reps.csv': reps });
    expect(result.inputs.find(({ role }) => role === 'actions')?.rows_used).toBe(3);
    expect(rowsIn(result, 'actions').map((row) => [row['action'], row['state_code'], row['late_days']])).toEqual([
      ['拜访十大客户', 'overdue', 31],
      ['清理逾期账款', 'open', 0],
      ['举办用户大会', 'done', 5],
    ]);
    expect(codesIn(result)).toEqual(['actions-overdue']);
    expect(result.answer.slice(1)).toEqual([
      '1 of 3 tasks is overdue, the longest “拜访十大客户” of Amy, 31 days late.',
      'To do: ask who has them for a new day, or close them (section actions).',
    ]);
  });

  it('sets the row of a manager beside those of the reps apart, and says so', async () => {
    const rows = `${head}
company,Acme,,revenue,2026-01,180,
,Max,Acme,revenue,2026-01,180,
rep,Amy,Acme,revenue,2026-01,130,
rep,Jae,Acme,revenue,2026-01,50,
`;
    const result = await targetsCheckOf({ 'targets.csv': rows, 'orders.csv': orders, 'reps.csv': reps });
    expect(result.findings.map(({ code }) => code)).toContain('target-manager-rows');
    expect(rowsIn(result, 'sums')).toMatchObject([
      { owner: 'Acme', children_sum: 180, left_out: 1, left_out_sum: 180, verdict_code: 'adds_up' },
    ]);
  });

  it('puts base, stretch and challenge beside each other', async () => {
    const rows = 'owner,metric,period,目标值,冲刺目标,挑战目标\nAmy,revenue,2026-01,130,140,150\nJae,revenue,2026-01,50,45,60\n';
    const result = await targetsCheckOf({ 'targets.csv': rows, 'orders.csv': orders, 'reps.csv': reps });
    expect(rowsIn(result, 'levels')).toMatchObject([
      { owner: 'Jae', base: 50, stretch: 45, challenge: 60, verdict_code: 'reversed' },
      { owner: 'Amy', base: 130, stretch: 140, challenge: 150, verdict_code: 'in_order' },
    ]);
    expect(codesIn(result)).toEqual(['target-parent-missing', 'target-levels-reversed']);
  });

  it('takes no word that it does not know for revenue', async () => {
    const rows = 'owner,metric,period,target value\nAmy,新签客户奖,2026-01,5\n';
    const result = await targetsCheckOf({ 'targets.csv': rows, 'orders.csv': orders, 'reps.csv': reps });
    expect(rowsIn(result, 'rows')).toMatchObject([{ metric_code: 'unknown', specific_code: 'metric_unknown' }]);
  });

  it('says which file is missing for targets that are no money', async () => {
    const rows = 'owner,metric,period,target value\nAmy,拜访次数,2026-01,12\nAmy,NPS,2026-01,40\nAmy,回款,2026-01,100\n';
    const result = await targetsCheckOf({ 'targets.csv': rows, 'orders.csv': orders, 'reps.csv': reps });
    const missing = result.findings.filter(({ code }) => code === 'target-data-missing').map(({ message }) => message);
    expect(missing).toEqual([
      '1 target for NPS cannot be measured: no file has feedback.nps',
      '1 target for payments cannot be measured: no file has orders.paid_amount',
      '1 target for visits cannot be measured: no file has activities.at',
    ]);
  });

  it('reads percents as shares', async () => {
    const rows = 'level,owner,metric,period,target value\ncompany,Acme,客户留存率,2026-01,85%\ncompany,Acme,转化率,2026-01,0.12\n';
    const result = await targetsCheckOf({ 'targets.csv': rows, 'orders.csv': orders });
    expect(rowsIn(result, 'rows').map(({ metric_code: metric, value }) => [metric, value])).toEqual(
      expect.arrayContaining([
        ['retention_rate', 0.85],
        ['conversion_rate', 0.12],
      ]),
    );
    expect(result.findings.map(({ code }) => code)).not.toContain('number-invalid');
  });

  it('looks at the targets of a period alone', async () => {
    const files = { 'targets.csv': `${whole}company,Acme,,revenue,2026-02,180,\n`, 'orders.csv': orders, 'reps.csv': reps };
    const result = await targetsCheckOf(files, { period: { from: '2026-02-01', to: '2026-03-01' } });
    expect(rowsIn(result, 'rows')).toHaveLength(1);
  });
});

describeWithData('targets check on real files', () => {
  it('finds that the owners of adventureworks are not those of the orders, and that the targets are in thousands', async () => {
    const read = (name: string): string => readFileSync(join(dataFolder!, 'adventureworks-b2b', name), 'utf8');
    const result = await targetsCheckOf({ 'targets.csv': read('ResellerSalesTargets.csv'), 'orders.csv': read('FactResellerSales.csv') });
    expect(codesIn(result)).toEqual(['target-unit-doubtful', 'target-owners-unknown', 'target-parent-missing']);
    expect(result.findings.map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('about 1/1,000 of what was reached (245 rows'),
        expect.stringContaining('no other file knows any of the 18 owners of targets'),
      ]),
    );
  });
});
