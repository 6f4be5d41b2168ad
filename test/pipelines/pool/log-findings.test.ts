import { describe, expect, it } from 'vitest';
import { lines } from './pool-facts.ts';
import { poolFiles } from './run-pool.ts';

const log = lines(
  '线索编号,操作类型,操作时间,销售人员',
  'L1,进入公海,2026-01-10 09:00:00,',
  'L1,领取,2026-01-11 09:00:00,张三',
  'L1,跟进,2026-01-12 09:00:00,李四',
  'L1,退回,2026-01-13 09:00:00,张三',
  'L1,收回,2026-01-14 09:00:00,',
  'L1,转化,2026-01-15 09:00:00,李四',
  'L2,无效,2026-01-11 09:00:00,张三',
  'L2,领取,2026-01-12 09:00:00,',
  ',领取,2026-01-12 09:00:00,张三',
  'L3,领取,,张三',
);

describe('the findings of the log', () => {
  it('name each contradiction once, with how many there are and one of the leads', async () => {
    const { findings } = await poolFiles({ '流转.csv': log }, { asOf: '2026-04-30' });
    expect(findings.filter(({ code }) => code.startsWith('log-')).map(({ code, level, message }) => [code, level, message])).toEqual([
      ['log-event-without-lead', 'warning', '1 event in the log of the pool without a lead, the earliest of 2026-01-12 09:00:00: left out'],
      ['log-event-without-time', 'warning', '1 event in the log of the pool without a time, such as one of L3: left out'],
      [
        'log-event-without-rep',
        'warning',
        "1 claim or assignment in the log of the pool without a rep, such as one of L2: no rep's figures have them",
      ],
      [
        'log-conversion-by-other',
        'warning',
        '1 conversion by a rep who did not have the lead then, such as that of L1: counted for who had it, where anybody had',
      ],
      [
        'log-contact-by-other',
        'info',
        '1 contact by a rep who did not have the lead then, such as one of L1: counted for who had it, where anybody had',
      ],
      [
        'log-returned-twice',
        'info',
        '1 times a lead was given back or recycled that already lay in the pool, such as L1: no claim in between',
      ],
      [
        'log-claimed-after-invalid',
        'info',
        '1 times a lead was claimed or assigned after it had been judged invalid, such as L2: invalid unless it converts',
      ],
    ]);
  });

  it('speak of customers where pools hand out customers', async () => {
    const { findings } = await poolFiles(
      { '流转.csv': log.replace('线索编号', '客户编号') },
      { asOf: '2026-04-30', lang: 'zh-CN', of: 'customers' },
    );
    expect(findings.find(({ code }) => code === 'log-event-without-lead')?.message).toBe(
      '公海流转记录中有 1 次流转没有客户编号（最早 2026-01-12 09:00:00）：未计入',
    );
  });
});
