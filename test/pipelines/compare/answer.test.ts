import { describe, expect, it } from 'vitest';
import { lines } from '../../ingest/ingest-files.ts';
import { compareFiles, type CompareSettings } from '../run-compare.ts';
import type { Section } from '../../../src/result/result.ts';
import { compareAnswer } from '../../../src/pipelines/compare/answer.ts';
import { columnOf } from '../run-score.ts';

const order = (customer: string, day: string, amount: number): string => `${customer}${day},${customer},${day},${amount}`;

const orders = lines(
  '订单编号,客户编号,下单日期,金额',
  // Every 60 days: between two orders in April.
  ...['2025-11-25', '2026-01-24', '2026-03-25'].map((day) => order('慢', day, 100)),
  // Every 10 days: silent since March 30, overdue in April.
  ...['2026-03-10', '2026-03-20', '2026-03-30'].map((day) => order('快', day, 200)),
  ...['2026-03-05', '2026-04-04'].map((day) => order('常', day, 300)),
  order('新', '2026-04-10', 50),
);

const april: CompareSettings = { period: '2026-04', asOf: '2026-04-30' };

describe('the answer of a comparison', () => {
  it('says what changed, what it is made of, and whom to call', async () => {
    const { answer } = await compareFiles({ 'orders.csv': orders }, april);
    expect(answer).toEqual([
      expect.stringMatching(/^Revenue fell by 650 \(65%\) to 350 against March 2026[:;] /),
      'The largest parts: no order this period −700 (2), gained customers +50 (1); by customer: 快 −600 (--section movers).',
      'Of the 2 who did not buy this period 1 has been silent for longer than is usual for it and had brought 600 the period before: first 快 (silent for 31 days, usually orders every 10, never more than 10). To do: ask for the order that is due.',
    ]);
  });

  it('is idiomatic in Chinese, and calls nobody lost who did not buy', async () => {
    const result = await compareFiles({ 'orders.csv': orders }, { ...april, lang: 'zh-CN' });
    expect(result.answer[2]).toBe(
      '本期未购的 2 位客户中，1 位沉默已超过通常购买间隔，上期贡献 600：首先是快（已 31 天未购，通常 10 天一单，以往最长间隔 10 天）。建议：提醒补单：跟进到期未下的订单。',
    );
    expect(columnOf(result, 'customers', 'title')).toContain('本期未购');
    expect(columnOf(result, 'to_call', 'customer_id')).toEqual(['快']);
  });

  it('names what changed by more than chance beside the revenue, the largest change first and two at most', () => {
    const row = (measure: string, [before, after]: readonly [number, number], rest: object) => ({
      measure,
      title: measure,
      before,
      after,
      difference: after - before,
      relative_difference: (after - before) / before,
      difference_per_day: null,
      verdict_code: 'more_than_chance',
      shows: 'money',
      ...rest,
    });
    const answer = (verdict: string) =>
      compareAnswer(
        [
          {
            id: 'changes',
            kind: 'table',
            rows: [
              row('revenue', [1000, 1050], { verdict_code: verdict }),
              row('orders', [31, 28], { shows: 'integer', difference_per_day: 0.1 }),
              row('orders per customer', [2, 1.8], { shows: 'number' }),
              row('profit', [57_520.52, 9214], {}),
              row('margin', [0.0073, 0.0011], { shows: 'ratio' }),
              row('customers', [90, 10], { verdict_code: 'within_chance' }),
            ],
          } as unknown as Section,
        ],
        {
          before: { from: '2026-03-01', to: '2026-04-01' },
          after: { from: '2026-04-01', to: '2026-05-01' },
          usual: null,
          asOf: '2026-04-30',
        },
      );
    expect(answer('within_chance')).toEqual([
      {
        en: 'Revenue rose by 50 (5%) to 1,050 against March 2026, within the usual fluctuation; more than that changed margin (−0.6 pp), profit (−84%).',
        'zh-CN':
          '销售额较 2026 年 3 月增加 50（5%），为 1,050，仍在随机波动范围内；超出随机波动的有 margin（−0.6 个百分点）、profit（−84%）。',
      },
    ]);
    expect(answer('more_than_chance')[0]?.en).toMatch(/, more than the usual fluctuation; so did margin \(−0\.6 pp\), profit \(−84%\)\.$/);
  });

  it('counts the silence of today, and calls nobody who has bought since', async () => {
    const more = lines(orders, order('慢', '2026-05-20', 100));
    const result = await compareFiles({ 'orders.csv': more }, { ...april, asOf: '2026-05-30' });
    expect(result.answer.at(-1)).toBe(
      'Of the 2 who did not buy this period 1 has been silent for longer than is usual for it, to this day, and had brought 600 the period before: first 快 (silent for 61 days, usually orders every 10, never more than 10). To do: ask for the order that is due.',
    );
    expect(columnOf(result, 'to_call', 'silence_days')).toEqual([61]);
    const back = await compareFiles({ 'orders.csv': lines(more, order('快', '2026-05-02', 200)) }, { ...april, asOf: '2026-05-30' });
    expect(columnOf(back, 'to_call', 'customer_id')).toEqual([]);
  });

  it('says what to do also where nobody has to be called', async () => {
    const everybody = lines('订单编号,客户编号,下单日期,金额', ...['2026-03-05', '2026-04-04'].map((day) => order('常', day, 300)));
    const { answer } = await compareFiles({ 'orders.csv': everybody }, april);
    expect(answer.at(-1)).toBe('Everybody who had bought the period before bought again.');
    const less = everybody.replace(/300\n?$/, '200');
    expect((await compareFiles({ 'orders.csv': less }, april)).answer.at(-1)).toBe(
      'Everybody who had bought the period before bought again. To do: ask those who bought less for the reason (section movers).',
    );
    const slow = lines(
      '订单编号,客户编号,下单日期,金额',
      ...['2025-11-25', '2026-01-24', '2026-03-25'].map((day) => order('慢', day, 100)),
      order('新', '2026-04-10', 50),
    );
    const absent = await compareFiles({ 'orders.csv': slow }, { ...april, lang: 'zh-CN' });
    expect(absent.answer.at(-1)).toBe('本期未购的 1 位客户均未超过通常购买间隔。');
    const nobody = await compareFiles(
      { 'orders.csv': lines('订单编号,客户编号,下单日期,金额', order('老', '2026-01-10', 50), order('新', '2026-04-10', 50)) },
      april,
    );
    expect(nobody.answer.join(' ')).not.toMatch(/Everybody|did not buy/);
  });
});
