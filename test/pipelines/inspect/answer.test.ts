import { describe, expect, it } from 'vitest';
import { inspectAnswer } from '../../../src/pipelines/inspect/answer.ts';
import type { Finding } from '../../../src/result/result.ts';
import { tableReport } from '../table-report.ts';

const whole = [
  ['Customer', 'orders.customer'],
  ['Date', 'orders.ordered_at'],
  ['Total', 'orders.amount'],
] as const;
const orders = (...columns: readonly (readonly [string, string | null])[]) => tableReport({}, 'orders', columns);
const said = (reports: Parameters<typeof inspectAnswer>[0], findings: readonly Partial<Finding>[] = [], lang: 'en' | 'zh-CN' = 'en') =>
  inspectAnswer(reports, findings as readonly Finding[]).map((sentence) => sentence[lang]);

describe('the answer of inspect', () => {
  it('says what a file is taken for, and that nothing is missing', () => {
    expect(said([orders(...whole, ['Memo', null])])).toEqual([
      'orders.csv is read as orders, with 3 of its 4 columns; not used: Memo.',
      'Nothing is missing for score, churn, cohorts, compare and backtest.',
    ]);
    expect(said([orders(...whole)], [], 'zh-CN')[0]).toBe('orders.csv 识别为订单（orders），3 列全部用到。');
  });

  it('names the column that is missing, and the commands that need it', () => {
    expect(said([orders(whole[0], whole[2])])[1]).toBe(
      'churn, cohorts, compare and backtest need the date of the orders: --map orders.ordered_at=HEADER.',
    );
    const lacking = (code: string) => said([orders(...whole)], [{ code, level: 'warning' }])[1];
    expect(lacking('customer-column-missing')).toContain('name no customer');
    expect(lacking('amount-column-missing')).toContain('--map orders.amount=HEADER');
    expect(said([tableReport({ file: 'customers.csv' }, 'customers', [['Id', 'customers.customer_id']])])[1]).toContain(
      'add the order file',
    );
  });

  it('names the tables that are not known, and what is to be seen to first', () => {
    const unknown = tableReport({ file: 'a/notes.csv' }, null, [['Text', null]]);
    expect(said([orders(...whole), unknown], [{ level: 'error' }, { level: 'warning' }, { level: 'warning' }])).toEqual([
      '1 of 2 tables are known by their headers; not used: notes.csv.',
      'Nothing is missing for score, churn, cohorts, compare and backtest.',
      'See to the 1 error and 2 warnings under Findings before you trust the figures.',
    ]);
    expect(said([unknown])[0]).toContain('is no table that crm-eval knows');
  });
});
