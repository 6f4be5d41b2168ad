import { describe, expect, it } from 'vitest';
import type { Lang } from '../../../src/lib/localized.ts';
import type { Result, ResultRow } from '../../../src/result/result.ts';
import { lines } from './pool-facts.ts';
import { poolFiles } from './run-pool.ts';

const leads = lines(
  '线索编号,公司名称,负责人,线索来源,线索状态,创建时间,分配时间,最后跟进时间,下次跟进时间,预计收回时间',
  'L1,海川,张三,展会,跟进中,2026-03-01 09:00:00,2026-03-02 09:00:00,2026-03-10 09:00:00,2026-03-24 09:00:00,2026-04-02 09:00:00',
  'L2,远望,张三,官网,跟进中,2026-03-01 09:00:00,2026-03-02 09:00:00,2026-03-10 09:00:00,2026-03-26 09:00:00,',
  'L3,明德,李四,展会,跟进中,2026-03-01 09:00:00,2026-03-28 09:00:00,,,',
  'L4,恒泰,李四,展会,跟进中,2026-03-01 09:00:00,2026-03-02 09:00:00,2026-03-10 09:00:00,2026-03-31 09:00:00,',
  'L5,金诺,李四,展会,跟进中,2026-03-01 09:00:00,2026-03-02 09:00:00,2026-03-10 09:00:00,2026-04-20 09:00:00,',
  'L6,力诚,,展会,待分配,2026-03-01 09:00:00,,,,',
);
const reps = lines('姓名,团队,主管', '张三,华东,陈立群', '李四,华东,');

const run = (lang: Lang): Promise<Result> => poolFiles({ '线索.csv': leads, '销售人员.csv': reps }, { asOf: '2026-03-31', lang });

function rowsOf(result: Result, id: string): readonly ResultRow[] {
  const section = result.sections.find((each) => each.id === id);
  return section?.kind === 'table' ? [...section.rows] : [];
}

describe('leads to follow up', () => {
  it('say why, since when and what to do, the latest first', async () => {
    const rows = rowsOf(await run('en'), 'follow_ups');
    expect(rows.map((row) => [row['lead_id'], row['owner'], row['reason'], row['late_since'], row['late_days'], row['action']])).toEqual([
      ['L1', '张三', 'falls back soon, contact missed', '2026-03-24', 7, 'reassign'],
      ['L2', '张三', 'contact missed', '2026-03-26', 5, 'tell 陈立群'],
      ['L3', '李四', 'never contacted', '2026-03-28', 3, 'remind the rep'],
      ['L4', '李四', 'due today', null, 0, 'contact today'],
    ]);
    expect(rows.map((row) => [row['reason_code'], row['action_code']])).toEqual([
      ['falling_back;overdue', 'reassign'],
      ['overdue', 'manager'],
      ['uncontacted', 'rep'],
      ['due_today', 'owner'],
    ]);
  });

  it('are worded in Chinese', async () => {
    const rows = rowsOf(await run('zh-CN'), 'follow_ups');
    expect(rows.map((row) => [row['reason'], row['action']])).toEqual([
      ['即将收回、错过计划跟进', '改派或收回公海'],
      ['错过计划跟进', '通知主管 陈立群'],
      ['取得后未跟进', '提醒销售'],
      ['今日应跟进', '今日跟进'],
    ]);
  });

  it('are counted by rep, who has most first', async () => {
    const rows = rowsOf(await run('en'), 'follow_ups_by_rep');
    expect(rows.map((row) => [row['rep'], row['leads'], row['to_reassign'], row['worst_lead'], row['worst_days']])).toEqual([
      ['张三', 2, 1, 'L1', 7],
      ['李四', 2, 0, 'L3', 3],
    ]);
  });

  it('are a list that is there when it is empty, for the next run', async () => {
    const quiet = lines('线索编号,公司名称,负责人,线索状态,创建时间', 'L1,海川,张三,跟进中,2026-03-01 09:00:00');
    const { sections } = await poolFiles({ '线索.csv': quiet }, { asOf: '2026-03-31' });
    expect(sections.find(({ id }) => id === 'follow_ups')).toMatchObject({ total: 0 });
  });
});

describe('what lies in the pool', () => {
  it('is told in all, then by each thing that is known', async () => {
    const rows = rowsOf(await run('en'), 'distribution');
    expect(rows.map((row) => [row['by'], row['member'], row['leads'], row['share'], row['median_age_days']])).toEqual([
      ['All', 'All', 1, 1, 30],
      ['Days since coming in', '8–30', 1, 1, 30],
      ['In hand: days until recycling', '0–3', 1, 0.2, 30],
      ['Source', '展会', 1, 1, 30],
    ]);
  });
});
