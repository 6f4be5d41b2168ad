import { describe, expect, it } from 'vitest';
import { factOf, lines } from './pool-facts.ts';
import { rowsOf } from './pool-rows.ts';
import { poolFiles } from './run-pool.ts';

const header = '线索编号,公司名称,负责人,线索状态,创建时间,转化时间,是否转化';

describe('the findings of the pool', () => {
  it('name what a list of leads cannot tell, and where it contradicts itself', async () => {
    const leads = lines(
      header,
      'L1,海川,张三,已转化,2026-01-10 09:00:00,2026-01-02 09:00:00,是',
      'L2,远望,张三,已转化,2026-02-10 09:00:00,,是',
      'L3,嘉禾,张三,无效,2026-02-11 09:00:00,2026-03-01 09:00:00,是',
      'L4,宏远,,待分配,,,否',
    );
    const { findings } = await poolFiles({ '线索.csv': leads }, { asOf: '2026-04-30' });
    expect(findings.filter(({ code }) => /^(lead|pool)-/.test(code)).map(({ code, level, message }) => [code, level, message])).toEqual([
      [
        'pool-log-missing',
        'info',
        'there is no log of the pool: how often leads were claimed, given back and recycled, and with it the use of the pool, is not known',
      ],
      ['lead-created-missing', 'warning', '1 of 4 leads have no date of creation: no period and no figure over time has them'],
      ['lead-conversion-undated', 'warning', '1 of 3 converted leads have no date of conversion: figures over time are without them'],
      ['lead-outcome-before-creation', 'warning', '1 lead converted or lost before coming in, first L1: without a duration'],
      ['lead-converted-and-lost', 'info', '1 lead is marked converted and lost or invalid at once: they count as converted'],
    ]);
  });

  it('count conversions on their own day, the last of all that happened, and say which lie beyond --as-of', async () => {
    const leads = lines(
      '线索编号,公司名称,负责人,线索状态,创建时间,下次跟进时间,转化时间',
      'L1,海川,张三,已转化,2026-01-10 09:00:00,,2026-03-05 09:00:00',
      'L2,远望,张三,跟进中,2026-01-12 09:00:00,2026-05-01 09:00:00,',
      'L3,嘉禾,张三,已转化,2026-01-15 09:00:00,,2026-03-20 09:00:00',
    );
    const whole = await poolFiles({ '线索.csv': leads });
    expect(whole.as_of).toBe('2026-03-20');
    expect(factOf(whole, 'overview', 'leads_converted')?.value).toBe(2);
    expect(whole.findings.map(({ code }) => code)).not.toContain('lead-conversions-later');

    const early = await poolFiles({ '线索.csv': leads }, { asOf: '2026-02-28' });
    expect(factOf(early, 'overview', 'leads_converted')).toBeUndefined();
    expect(early.findings.map(({ code }) => code)).not.toContain('lead-conversion-missing');
    expect(early.findings.find(({ code }) => code === 'lead-conversions-later')?.message).toBe(
      '2 leads convert after the as-of date 2026-02-28 (the last on 2026-03-20): not counted as converted',
    );
  });

  it('say that a list without a log has the state of its own day, not of an earlier as-of date', async () => {
    const leads = lines(
      '线索编号,公司名称,负责人,线索状态,创建时间,分配时间',
      'L1,海川,张三,跟进中,2026-01-10 09:00:00,2026-01-11 09:00:00',
      'L2,远望,李四,跟进中,2026-01-12 09:00:00,2026-03-20 09:00:00',
    );
    const log = lines('线索编号,操作类型,操作时间,销售人员', 'L1,领取,2026-01-11 09:00:00,张三', 'L2,分配,2026-03-20 09:00:00,李四');
    const said = async (files: Readonly<Record<string, string>>, asOf: string): Promise<unknown> =>
      (await poolFiles(files, { asOf })).findings.find(({ code }) => code === 'lead-state-later')?.message;
    expect(await said({ '线索.csv': leads }, '2026-02-28')).toBe(
      'the list of leads is of 2026-03-20 or later: owner and state of 2 leads without a log are those of that day, not of the as-of date 2026-02-28',
    );
    expect(await said({ '线索.csv': leads }, '2026-03-20')).toBeUndefined();
    expect(await said({ '线索.csv': leads, '流转.csv': log }, '2026-02-28')).toBeUndefined();
  });

  it('say that a list forgets who had the leads of the pool, and give no figure of reps by those they kept', async () => {
    const columns = '线索编号,公司名称,公海名称,负责人,创建时间,分配时间,首次跟进时间,退回时间,转化时间';
    const kept = (id: string, rep: string, converted: string): string =>
      `${id},${id}公司,华东,${rep},2026-01-10 09:00:00,2026-01-11 09:00:00,2026-01-11 10:00:00,,${converted}`;
    const rows = [
      ...Array.from({ length: 12 }, (_, index) =>
        kept(`L${index}`, index % 2 === 0 ? '张三' : '李四', index < 8 ? '2026-02-01 09:00:00' : ''),
      ),
      ...Array.from({ length: 8 }, (_, index) => `P${index},P${index}公司,华东,,2026-01-10 09:00:00,,,2026-02-10 09:00:00,`),
    ];
    const pooled = await poolFiles({ '线索.csv': lines(columns, ...rows) }, { asOf: '2026-06-30' });
    expect(pooled.findings.find(({ code }) => code === 'lead-holders-forgotten')).toMatchObject({ level: 'warning' });
    expect(pooled.answer[1]).toMatch(/^What each rep converts cannot be told: the list does not say who had the leads of the pool/);
    expect(pooled.sections.filter(({ id }) => ['reps', 'rep_strengths', 'allocation_by_rep'].includes(id))).toEqual([]);
    expect(rowsOf(pooled, 'flow')).toMatchObject([
      { rep: '张三', taken: null, converted: null, recycled: null, held: 2 },
      { rep: '李四', taken: null, converted: null, recycled: null, held: 2 },
    ]);
    // Of the 8 nobody knows when they were assigned; of the 12 kept only how many there are.
    expect(rowsOf(pooled, 'speed_bands')).toMatchObject([
      { speed_band_code: 'in_time', leads: 12, converted: 8, incidence: null },
      { speed_band_code: 'unknown', leads: 8, converted: 0, incidence: null },
    ]);

    const owned = await poolFiles({ '线索.csv': lines(columns, ...rows.slice(0, 12)) }, { asOf: '2026-06-30' });
    expect(owned.findings.map(({ code }) => code)).not.toContain('lead-holders-forgotten');
    expect(rowsOf(owned, 'flow')).toMatchObject([
      { rep: '张三', taken: 6, converted: 4, recycled: null, recycle_rate: null },
      { rep: '李四', taken: 6, converted: 4, recycled: null, recycle_rate: null },
    ]);
    expect(rowsOf(owned, 'speed_bands')).toMatchObject([{ speed_band_code: 'in_time', leads: 12, incidence: expect.closeTo(8 / 12, 12) }]);
  });

  it('name leads that went on without a return', async () => {
    const log = lines(
      '线索编号,操作类型,操作时间,销售人员',
      'L1,进入公海,2026-01-10 09:00:00,',
      'L1,领取,2026-01-11 09:00:00,张三',
      'L1,领取,2026-01-15 09:00:00,李四',
    );
    const { findings } = await poolFiles({ '流转.csv': log }, { asOf: '2026-04-30', lang: 'zh-CN' });
    expect(findings.filter(({ code }) => /^(lead|pool)-/.test(code)).map(({ message }) => message)).toEqual([
      '没有任何线索标记为已转化：可能尚无转化，也可能文件未注明；转化率无法得出',
      '1 次：销售领取的线索未回公海即转给他人（如 L1）',
    ]);
  });

  it('says that contacts are not on record where none are, never that nobody was contacted', async () => {
    const log = lines(
      '线索编号,操作类型,操作时间,销售人员',
      ...Array.from({ length: 12 }, (_, index) => [
        `L${index},进入公海,2026-03-10 09:00:00,`,
        `L${index},领取,2026-03-11 09:00:00,${index % 2 === 0 ? '张三' : '李四'}`,
      ]).flat(),
    );
    const silent = await poolFiles({ '流转.csv': log }, { asOf: '2026-04-30' });
    expect(silent.findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['contacts-missing', 'lead-conversion-missing']));
    expect(silent.answer[0]).toBe(
      '12 leads, none of them on record as converted; 2026-02-01 to 2026-04-30: 12 came in, utilisation of the pool not known for want of recorded contacts.',
    );
    expect(factOf(silent, 'overview', 'claim_rate')).toMatchObject({ value: 1, n: 12 });
    expect(factOf(silent, 'overview', 'follow_up_rate')).toBeUndefined();
    expect(rowsOf(silent, 'flow')).toMatchObject([
      { taken: 6, contacted: null, follow_up_rate: null, converted: null, conversion_rate: null },
      { taken: 6, contacted: null, follow_up_rate: null, converted: null, conversion_rate: null },
    ]);

    const activities = lines('线索编号,跟进时间,跟进方式,跟进人', 'L0,2026-03-12 10:00:00,电话,张三', 'L1,2026-03-12 10:00:00,电话,李四');
    const heard = await poolFiles({ '流转.csv': log, '跟进记录.csv': activities }, { asOf: '2026-04-30' });
    expect(heard.findings.map(({ code }) => code)).not.toContain('contacts-missing');
    expect(factOf(heard, 'overview', 'utilisation_rate')).toMatchObject({ value: 2 / 12, n: 12 });
    expect(rowsOf(heard, 'flow')).toMatchObject([
      { taken: 6, contacted: 1 },
      { taken: 6, contacted: 1 },
    ]);
  });

  it('say since when contacts are on record, and call no lead from before uncontacted', async () => {
    const leads = lines(
      '线索编号,公司名称,负责人,线索状态,创建时间,分配时间',
      ...Array.from({ length: 6 }, (_, index) => `O${index},旧${index},张三,跟进中,2024-01-10 09:00:00,2024-01-11 09:00:00`),
      ...Array.from({ length: 4 }, (_, index) => `N${index},新${index},李四,跟进中,2026-03-02 09:00:00,2026-03-02 10:00:00`),
      'O9,旧9,王五,跟进中,2024-01-10 09:00:00,2026-03-05 09:00:00',
    );
    const activities = lines('线索编号,跟进时间,跟进方式,跟进人', 'N0,2026-03-02 11:00:00,电话,李四', 'O0,2026-03-20 11:00:00,电话,张三');
    const result = await poolFiles({ '线索.csv': leads, '跟进记录.csv': activities }, { asOf: '2026-04-30' });
    expect(result.findings.find(({ code }) => code === 'contacts-recorded-later')).toMatchObject({
      level: 'warning',
      message:
        'contacts are on record since 2026-03-02: of 7 of 11 leads, which came in or were claimed more than 30 days before, nobody knows when they were contacted first, or whether at all',
    });
    expect(
      rowsOf(result, 'flow').map(({ rep, held, held_uncontacted, taken, contacted }) => [rep, held, held_uncontacted, taken, contacted]),
    ).toEqual(
      expect.arrayContaining([
        ['张三', 6, null, 6, null],
        ['李四', 4, 3, 4, 1],
        // He got the lead when contacts were recorded.
        ['王五', 1, 1, 1, 0],
      ]),
    );
    expect(rowsOf(result, 'speed').map(({ member, contacted, unanswered }) => [member, contacted, unanswered])).toEqual(
      expect.arrayContaining([
        ['李四', 1, 3],
        ['王五', 0, 1],
      ]),
    );
    expect(factOf(result, 'overview', 'unanswered')).toBeUndefined();
    const late = rowsOf(result, 'follow_ups').filter(({ reason_code: reason }) => String(reason).includes('uncontacted'));
    expect(late.map(({ lead_id }) => String(lead_id)).toSorted((one, other) => one.localeCompare(other))).toEqual(['N1', 'N2', 'N3', 'O9']);
  });
});
