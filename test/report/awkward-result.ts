import { resultSchema } from '../../src/result/result.ts';
import type { Fact, Result, ResultColumn } from '../../src/result/result.ts';
import type { ReportOptions } from '../../src/report/contract.ts';

export const everything: ReportOptions = { limit: null, width: 100, color: false, escapeFormulas: true };

function column(id: string, title: string, type: ResultColumn['type'], unit: string | null = null, basis: string | null = null): ResultColumn {
  return { id, title, type, unit, basis };
}

function fact(id: string, title: string, type: Fact['type'], value: Fact['value'], more: Partial<Fact> = {}): Fact {
  return { id, title, type, value, unit: null, n: null, low: null, high: null, basis: null, ...more };
}

/** A small Result that holds every kind of value and what breaks writers: formulas, control characters, marks of direction, long and Chinese text. */
export const awkward: Result = resultSchema.parse({
  schema: 'crm-eval/result@1',
  command: 'score',
  as_of: '2026-10-31',
  period: { from: '2026-01-01', to: '2026-11-01' },
  lang: 'en',
  engine: 'duckdb',
  inputs: [
    {
      role: 'orders', file: '订单 2026.csv', sheet: null, encoding: 'gb18030', rows_read: 1000, rows_used: 950, rows_set_aside: 40, rows_rejected: 10,
      reasons: { returned: 40, 'amount-invalid': 10 }, sum_read: 1234567.891, sum_used: 1200000, sha256: 'a'.repeat(64),
    },
    {
      role: 'customers', file: 'crm.xlsx', sheet: '客户', encoding: 'xlsx', rows_read: 1, rows_used: 1, rows_set_aside: 0, rows_rejected: 0,
      reasons: {}, sum_read: null, sum_used: null, sha256: 'b'.repeat(64),
    },
  ],
  sections: [
    {
      id: 'overview', title: 'Overview', kind: 'facts',
      facts: [
        fact('revenue', 'Revenue', 'money', 1200000, { unit: 'CNY', basis: 'sum of orders.amount' }),
        fact('repeat_rate', 'Repeat purchase rate', 'ratio', 0.18, {
          unit: 'ratio', n: 412, low: 0.146, high: 0.22, basis: 'customers with two or more orders / customers with an order, in the period',
        }),
        fact('best', 'Best customer', 'text', '=HYPERLINK("https://evil.example","张三")'),
        fact('nothing', 'Median cycle', 'number', null, { unit: 'days' }),
      ],
    },
    {
      id: 'ranking', title: 'Ranking: customers [by/score]', kind: 'table', chart: null,
      columns: [
        column('customer_id', 'Customer', 'id'),
        column('customer_name', 'Name', 'text', null, 'customers.name'),
        column('score', 'Score', 'number', 'points', 'weighted mean of the factors that are present'),
        column('revenue', 'Revenue', 'money', 'CNY', 'sum of orders.amount'),
        column('share', 'Share of revenue', 'ratio', 'ratio'),
        column('orders', 'Orders', 'integer', 'orders'),
        column('last_order_on', 'Last order', 'date'),
        column('seen_at', 'Seen', 'instant'),
        column('active', 'Active', 'flag'),
        column('note', 'Note', 'text'),
      ],
      rows: [
        { customer_id: '001', customer_name: '北京海鸥科技有限公司', score: 87.23456, revenue: 1234567.891, share: 0.1234, orders: 1234, last_order_on: '2026-10-30', seen_at: '2026-10-30 23:59:59', active: true, note: '=1+1' },
        { customer_id: '17850', customer_name: 'Ünal & "Söhne" <b>|pipe|</b>', score: 0, revenue: -5.5, share: -0.5, orders: 0, last_order_on: '1899-12-31', seen_at: null, active: false, note: 'two\r\nlines, and a , comma' },
        { customer_id: '-1+2', customer_name: '\u001b[31mred\u001b[0m\u009b2J\u202Eevil\u202C\u0000', score: 0.00001234, revenue: null, share: null, orders: null, last_order_on: null, seen_at: null, active: null, note: '+86 138 1234 5678' },
        { customer_id: '=cmd|\' /C calc\'!A0', customer_name: '客户'.repeat(40), score: null, revenue: 0.005, share: 12.5, orders: 1, last_order_on: '2024-02-29', seen_at: '2024-02-29 00:00:00', active: true, note: '_x0041_ \ud800 \t@SUM(1)' },
        { customer_id: '-5', customer_name: "'=1+1", score: 3, revenue: 1e15, share: 1, orders: 3, last_order_on: '2026-10-01', seen_at: null, active: true, note: '' },
      ],
    },
    { id: 'empty', title: 'Ranking: customers [by/score]', kind: 'table', chart: null, columns: [column('x', 'X', 'text')], rows: [] },
  ],
  findings: [
    { code: 'date-invalid', level: 'error', file: '订单 2026.csv', sheet: null, line: 118, cell: null, column: '下单日期', value: '2018-02-29\u001b]0;x\u0007', message: 'not a date', fix: 'write yyyy-mm-dd', count: 3 },
    { code: 'date-invalid', level: 'error', file: 'crm.xlsx', sheet: '客户', line: 7, cell: 'C7', column: '创建日期', value: '31/02', message: 'not a date', fix: 'write yyyy-mm-dd', count: 2 },
    { code: 'orders-without-customer', level: 'warning', file: null, sheet: null, line: null, cell: null, column: null, value: null, message: '12 orders name a customer who is not in the customers file', fix: null, count: 12 },
    { code: 'as-of-chosen', level: 'info', file: null, sheet: null, line: null, cell: null, column: null, value: null, message: 'as-of is the latest date in the files', fix: 'give --as-of DATE', count: 1 },
  ],
  not_computed: [
    { metric: 'nps', needs: ['feedback.nps'] },
    { metric: 'gross_margin', needs: ['orders.cost'] },
    { metric: 'promoters', needs: ['feedback.nps'] },
  ],
});

export const inChinese: Result = { ...awkward, lang: 'zh-CN' };
