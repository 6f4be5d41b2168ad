import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../../src/views/forecast/verdict.ts';
import { churnFindings } from '../../../src/pipelines/churn/findings.ts';
import { foldOf, type PlainFold } from '../../forecast/churn/fold.ts';

const said = (plain: PlainFold) => verdictOf([foldOf(plain)])!;
const repeated = (values: readonly number[], times: number): number[] => Array.from({ length: times }, () => values).flat();

/** 400 customers, half of whom stop. */
const silent = repeated([1, 1, 0, 0], 100);
const perfectBut = (share: number): number[] => silent.map((value, row) => ((row * 37) % 100 < share * 100 ? 1 - value : value));
const random = silent.map((_, row) => (row * 7919) % 13);
/** 63 customers, of whom three stop. */
const few = { silent: [1, 1, 1, ...repeated([0], 60)], own: [59, 40, 20, ...Array(60).keys()], recency: [59, 40, 20, ...Array(60).keys()] };
const good = perfectBut(0.1);
const fair = perfectBut(0.3);

describe('the verdict', () => {
  const base = { silent, own: good, recency: fair };
  const actual = { orders: 1000, revenue: 5000 };

  it('says in one sentence how the list stood and how far the totals were off', () => {
    const kept = silent.map(() => true);
    const verdict = said({ ...base, kept, actual, forecast: { orders: 740, revenue: 5800 }, lastPeriod: { orders: 690, revenue: 3235 } });
    expect(verdict).toEqual({
      en: 'On the past, the churn list put customers who stopped above those who stayed 90% of the time; orders were forecast 26% too few and revenue 16% too much.',
      'zh-CN': '用历史检验，流失名单把停购客户排在留存客户之前的比例为 90%；订单预测偏低 26%，销售额预测偏高 16%。',
    });
  });

  it('is that of the customers churn would have scored, where it can be told', () => {
    const kept = silent.map((_, row) => row < 200);
    const own = good.map((value, row) => (row < 200 ? random[row]! / 100 : value));
    expect(said({ silent, own, recency: fair, kept }).en).toContain('the churn list told no more than a coin who would stop;');
    const alike = repeated([1], 40);
    expect(said({ silent: alike, own: alike, recency: alike }).en).toContain('could not be told, for all customers did the same;');
  });

  it('says that those long gone are among them where those scored cannot be told', () => {
    expect(said({ silent, own: good, recency: fair }).en).toContain(
      'customers who stopped (those long gone, too, who are easy to tell) above',
    );
  });

  it('may be chance where few stopped', () => {
    expect(said(few).en).toContain('of the time, which may be chance with only 3 who stopped;');
    expect(said(few)['zh-CN']).toContain('但仅 3 位停购，可能出于偶然；');
  });

  it('calls right what is off by less than 2%', () => {
    expect(said({ ...base, actual, forecast: { orders: 1010, revenue: 5000 } }).en).toContain(
      'orders were forecast right and revenue right.',
    );
  });

  it('says where the last period stands for a model, and that nothing came', () => {
    const missing = { ...base, isModelMissing: true, lastPeriod: { orders: 900, revenue: null } };
    expect(said({ ...missing, actual: { orders: 1000, revenue: null } }).en).toMatch(
      /; orders were forecast 10% too few by the period before, for no model could be fitted\.$/,
    );
    const unknown = { ...missing, lastPeriod: { orders: null, revenue: null } };
    expect(said(unknown).en).toMatch(
      /; orders could not be forecast, for no model could be fitted and no customer had been known for a window\.$/,
    );
    expect(said({ ...base, actual: { orders: 0, revenue: 0 } }).en).toMatch(/; no order came where 100 were forecast\.$/);
  });
});

describe('the findings of churn', () => {
  it('warn where the order tells nothing, note where too few stopped, and say nothing where it is of use', () => {
    expect(churnFindings([foldOf({ silent, own: good, recency: fair })], 'en')).toEqual([]);
    expect(churnFindings([], 'en')).toEqual([]);
    const [warning] = churnFindings([foldOf({ silent, own: random, recency: fair })], 'en');
    expect(warning).toMatchObject({ code: 'churn-not-predictable', level: 'warning', count: 1 });
    expect(warning?.message).toContain('no better than a coin (AUC 0.497, 95% 0.441–0.554)');
    expect(warning?.fix).toBe('look farther ahead (--horizon 180), or add older orders');
    const [note] = churnFindings([foldOf(few)], 'zh-CN');
    expect(note).toMatchObject({ code: 'churn-hardly-tested', level: 'info' });
    expect(note?.message).toContain('仅 3 位停购');
  });
});
