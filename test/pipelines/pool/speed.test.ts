import { describe, expect, it } from 'vitest';
import type { Config } from '../../../src/config/schema.ts';
import type { Result, ResultRow } from '../../../src/result/result.ts';
import { factOf, lines } from './pool-facts.ts';
import { poolFiles, type PoolSettings } from './run-pool.ts';

const header = '线索编号,公司名称,负责人,线索来源,线索状态,创建时间,分配时间,首次跟进时间,转化时间';

// 9 January 2026 is a Friday.
const leads = lines(
  header,
  'L1,海川,张三,展会,跟进中,2026-01-08 09:00:00,2026-01-09 17:00:00,2026-01-12 10:00:00,',
  'L2,远望,张三,官网,已转化,2026-01-08 09:00:00,2026-01-12 09:00:00,2026-01-13 10:00:00,2026-02-01 09:00:00',
  'L3,明德,李四,展会,跟进中,2026-01-08 09:00:00,2026-01-12 09:00:00,,',
);

const run = (text: string | Uint8Array, settings: PoolSettings = {}): Promise<Result> =>
  poolFiles({ '线索.csv': text }, { asOf: '2026-04-30', ...settings });

function rowsOf(result: Result, id: string): readonly ResultRow[] {
  const section = result.sections.find((each) => each.id === id);
  return section?.kind === 'table' ? [...section.rows] : [];
}

describe('the time to the first contact', () => {
  it('is told of all, then of each group, the least in time first, with the share and its interval', async () => {
    const rows = rowsOf(await run(leads), 'speed');
    expect(
      rows.map((row) => [row['by'], row['member'], row['leads'], row['unanswered'], row['in_time_rate'], row['median_hours']]),
    ).toEqual([
      ['All', 'All', 3, 1, 1 / 3, 6],
      ['Rep', '李四', 1, 1, 0, null],
      ['Rep', '张三', 2, 0, 0.5, 6],
      ['Source', '官网', 1, 0, 0, 10],
      ['Source', '展会', 2, 1, 0.5, 2],
    ]);
    // Wilson, 1 of 3.
    expect(rows[0]!['in_time_rate_low']).toBeCloseTo(0.06149, 5);
    expect(rows[0]!['in_time_rate_high']).toBeCloseTo(0.79234, 5);
  });

  it('stands in the overview, with the calendar it is counted by', async () => {
    const result = await run(leads);
    expect(factOf(result, 'overview', 'median_first_contact_hours')).toMatchObject({ value: 6, n: 2, unit: 'hours' });
    expect(factOf(result, 'overview', 'p90_first_contact_hours')?.value).toBeCloseTo(2 + 0.9 * 8, 12);
    expect(factOf(result, 'overview', 'unanswered')).toMatchObject({ value: 1 });
    expect(factOf(result, 'overview', 'first_contact_in_time_rate')).toMatchObject({
      n: 3,
      basis:
        'Contacted within 8 working hours ÷ leads contacted or waiting longer than that. Working hours 09:00–18:00; not on Saturday, Sunday; no public holidays (pool.calendar.holidays: cn takes out those of China).',
    });
  });

  it('follows the settings, and is the same in every language', async () => {
    const calendar = { hours: ['09:00-12:00', '13:30-18:00'], weekend: [], holidays: ['2026-01-10'], workdays: ['2026-01-11'] };
    const settings = { pool: { calendar, service_hours: 12 } } as unknown as PoolSettings;
    const [english, chinese] = [await run(leads, settings), await run(leads, { ...settings, lang: 'zh-CN' })];
    const hours = (result: Result) => factOf(result, 'overview', 'median_first_contact_hours')?.value;
    // L1: 1 on Friday, 7.5 on Sunday, 1 on Monday; L2: 7.5 and 1.
    expect(hours(english)).toBe(9);
    expect(hours(chinese)).toBe(9);
    expect(factOf(chinese, 'overview', 'median_first_contact_hours')?.basis).toContain(
      '工作时间 09:00–12:00、13:30–18:00；每天上班；扣除设置中的 1 天假期；设置中另有 1 个上班日。',
    );
  });

  it('is set beside conversion with the warning that it is no cause', async () => {
    const result = await run(leads);
    const section = result.sections.find(({ id }) => id === 'speed_bands');
    expect(section?.title).toContain('no proof of cause');
    expect(rowsOf(result, 'speed_bands').map((row) => [row['speed_band'], row['leads'], row['converted'], row['incidence']])).toEqual([
      ['within 8 working hours', 1, 0, 0],
      ['within 3 working days', 1, 1, 1],
      ['not contacted', 1, 0, null],
    ]);
  });
});

describe('findings on the time to the first contact', () => {
  const codes = (result: Result): string[] => result.findings.map(({ code }) => code);

  it('says in Chinese how many public holidays count as worked, until the settings say what holds', async () => {
    const told = async (settings: PoolSettings): Promise<string | undefined> =>
      (await run(leads, settings)).findings.find(({ code }) => code === 'holidays-worked')?.message;
    // 16 to 23 February but for the weekend, 6 April; the first leads came in on 8 January.
    expect(await told({ lang: 'zh-CN' })).toBe('数据期间有 7 天法定节假日按工作日计算：若当天放假，跨节等待时间偏长');
    expect(await told({})).toBeUndefined();
    const calendar = { hours: '09:00-18:00', weekend: ['sat', 'sun'], holidays: [], workdays: [] } satisfies Config['pool']['calendar'];
    expect(await told({ lang: 'zh-CN', pool: { calendar } })).toBeUndefined();
  });

  it('says where public holidays are not known', async () => {
    const calendar = { hours: '09:00-18:00', weekend: ['sat', 'sun'], holidays: 'cn', workdays: [] };
    const settings = { pool: { calendar } } as unknown as PoolSettings;
    expect(codes(await run(leads, settings))).not.toContain('holidays-unknown');
    const late = await run(leads, { ...settings, asOf: '2027-01-10' });
    expect(late.findings.find(({ code }) => code === 'holidays-unknown')?.message).toBe(
      'public holidays of China are known from 2004-01-01 to 2026-12-31: of 11 days outside (2027-01-01 to 2027-01-11) all but weekends count as worked',
    );
    expect(codes(await run(leads, { asOf: '2027-01-10' }))).not.toContain('holidays-unknown');
  });

  it('says where contacts have no time of day', async () => {
    const days = lines(header, 'L1,海川,张三,展会,跟进中,2026-01-08 09:00:00,2026-01-09 17:00:00,2026-01-12,');
    expect(codes(await run(days))).toContain('contacts-without-time');
    expect(codes(await run(leads))).not.toContain('contacts-without-time');
  });

  it('says where customers were made without a contact on record', async () => {
    const unrecorded = lines(
      header,
      'L1,海川,张三,展会,跟进中,2026-01-08 09:00:00,2026-01-09 17:00:00,2026-01-12 10:00:00,',
      'L2,远望,张三,官网,已转化,2026-01-08 09:00:00,2026-01-12 09:00:00,,2026-02-01 09:00:00',
    );
    expect(codes(await run(unrecorded))).toContain('contacts-unrecorded');
    expect(codes(await run(leads))).not.toContain('contacts-unrecorded');
  });
});
