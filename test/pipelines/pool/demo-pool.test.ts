// @module-tag slow
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Result, ResultRow } from '../../../src/result/result.ts';
import { factOf } from './pool-facts.ts';
import { poolFiles } from './run-pool.ts';

/** Figures recounted from the files by a program in another language, which shares nothing with this one. */

async function demo(asOf = '2026-10-30'): Promise<Result> {
  const file = (name: string): [string, Uint8Array] => [name, readFileSync(new URL(`../../../fixtures/demo-en/${name}`, import.meta.url))];
  const files = Object.fromEntries(['leads.csv', 'pool_events.csv', 'reps.csv', 'activities.csv'].map(file));
  return poolFiles(files, { asOf });
}

function rowsOf(result: Result, id: string): readonly ResultRow[] {
  const section = result.sections.find((each) => each.id === id);
  return section?.kind === 'table' ? [...section.rows] : [];
}

describe('the pool of the demo company', () => {
  it('is contacted after 8.81 working hours, by the rep who hoards after 49.68, or never', async () => {
    const result = await demo();
    expect(factOf(result, 'overview', 'median_first_contact_hours')).toMatchObject({ value: 8.81, n: 690 });
    expect(factOf(result, 'overview', 'p90_first_contact_hours')?.value).toBeCloseTo(75.192_694_444, 8);
    expect(factOf(result, 'overview', 'unanswered')?.value).toBe(110);
    expect(factOf(result, 'overview', 'first_contact_in_time_rate')).toMatchObject({ value: 299 / 797, n: 797 });
    const [all, hoarder] = rowsOf(result, 'speed');
    expect(all).toMatchObject({ leads: 800, contacted: 690, unanswered: 110, judged: 797, in_time: 299 });
    expect(hoarder).toMatchObject({ member: 'Zhao Zhiqiang', leads: 176, contacted: 104, unanswered: 72, judged: 176, in_time: 0 });
    expect(hoarder?.['median_hours']).toBeCloseTo(49.679_722_222, 8);
    expect(hoarder?.['p90_hours']).toBeCloseTo(85.547_361_111, 8);
  });

  it('is as fast by rep, pool and source', async () => {
    const result = await demo();
    const counts = rowsOf(result, 'speed').map((row) => [row['member'], row['leads'], row['contacted'], row['judged'], row['in_time']]);
    expect(counts.slice(2)).toEqual([
      ['Ma Tianyu', 47, 39, 47, 11],
      ['Zhou Siyuan', 67, 62, 67, 19],
      ['He Junjie', 53, 50, 53, 18],
      ['Li Mingzhe', 71, 63, 71, 30],
      ['Liu Jianjun', 46, 44, 46, 20],
      ['Wu Chengzhi', 58, 52, 58, 26],
      ['Zheng Jianing', 46, 46, 46, 25],
      ['Yang Ruoxi', 45, 43, 45, 30],
      ['Lin Xiaotong', 32, 30, 32, 23],
      ['Zhang Yuwei', 43, 39, 43, 32],
      ['Wang Haiyan', 77, 73, 76, 65],
      ['South pool', 190, 154, 189, 41],
      ['North pool', 169, 147, 168, 63],
      ['East pool', 260, 228, 259, 114],
      ['West pool', 181, 161, 181, 81],
      ['Trade fair', 207, 175, 207, 70],
      ['Cold calls', 137, 117, 137, 51],
      ['Website', 177, 157, 176, 66],
      ['Search ads', 217, 189, 216, 87],
      ['Referral', 62, 52, 61, 25],
    ]);
    expect(rowsOf(result, 'speed_bands').map((row) => [row['speed_band_code'], row['leads'], row['converted']])).toEqual([
      ['in_time', 299, 34],
      ['one_day', 54, 5],
      ['three_days', 204, 37],
      ['later', 133, 8],
      ['never', 107, 0],
    ]);
  });

  it('has 23 leads to follow up, 20 of them for somebody else', async () => {
    const result = await demo();
    const rows = rowsOf(result, 'follow_ups');
    const having = (id: string, value: string): number => rows.filter((row) => String(row[id]).split(';').includes(value)).length;
    expect(rows.length).toBe(23);
    expect(['overdue', 'uncontacted', 'due_today', 'falling_back'].map((code) => having('reason_code', code))).toEqual([20, 4, 0, 0]);
    expect(['reassign', 'manager', 'rep', 'owner'].map((code) => having('action_code', code))).toEqual([20, 2, 0, 1]);
    expect(rows.slice(0, 6).map((row) => [row['lead_id'], row['owner'], row['late_days']])).toEqual([
      ['L00691', 'Yang Ruoxi', 28],
      ['L00762', 'Zhao Zhiqiang', 28],
      ['L00677', 'Zhao Zhiqiang', 20],
      ['L00727', 'Zhou Siyuan', 19],
      ['L00773', 'Liu Jianjun', 19],
      // Contacted on 5 October with the 12th planned; the 29th of an older contact is overtaken.
      ['L00728', 'Zheng Jianing', 18],
    ]);
    expect(rowsOf(result, 'follow_ups_by_rep')[0]).toMatchObject({
      rep: 'Zhao Zhiqiang',
      leads: 5,
      overdue: 4,
      uncontacted: 2,
      to_reassign: 3,
      manager: 'Huang Yaqin',
    });
  });

  it('held 460 leads on 30 June, by the log of that day', async () => {
    const result = await demo('2026-06-30');
    const figures = ['leads', 'leads_converted', 'lost', 'open_leads', 'in_pool', 'pool_end'].map(
      (id) => factOf(result, 'overview', id)?.value,
    );
    expect(figures).toEqual([673, 69, 96, 508, 460, 460]);
    const held = rowsOf(result, 'flow').map((row) => [row['rep'], row['held']] as const);
    expect(Object.fromEntries(held)).toEqual({
      'Zhao Zhiqiang': 11,
      'Yang Ruoxi': 7,
      'Zheng Jianing': 7,
      'Zhou Siyuan': 6,
      'He Junjie': 3,
      'Li Mingzhe': 3,
      'Wang Haiyan': 3,
      'Lin Xiaotong': 2,
      'Liu Jianjun': 2,
      'Wu Chengzhi': 2,
      'Ma Tianyu': 1,
      'Zhang Yuwei': 1,
    });
  });

  it('holds 568 leads, most of them for longer than half a year', async () => {
    const result = await demo();
    const rows = rowsOf(result, 'distribution').slice(0, 10);
    expect(rows[0]).toMatchObject({ leads: 568, median_age_days: 416.5, never_contacted: 106 });
    expect(rows.slice(1).map((row) => [row['member'], row['leads']])).toEqual([
      ['0–7', 4],
      ['8–30', 4],
      ['31–90', 36],
      ['91–180', 82],
      ['181+', 442],
      ['0', 39],
      ['1', 323],
      ['2', 110],
      ['3+', 96],
    ]);
  });
});
