import { describe, expect, it } from 'vitest';
import { inUnit, moneyLabel, type MoneyDisplay } from '../../src/lib/money-display.ts';
import { withMoneyShown } from '../../src/report/money-shown.ts';
import type { Result } from '../../src/result/result.ts';
import { moneyText } from '../../src/views/number-words.ts';

const column = (id: string, type: 'text' | 'money' | 'integer', rest = {}) => ({ id, title: id, type, unit: null, basis: null, ...rest });

const result: Result = {
  schema: 'crm-eval/result@1',
  command: 'score',
  title: 'T',
  as_of: null,
  period: null,
  lang: 'zh-CN',
  engine: 'duckdb',
  answer: [],
  inputs: [],
  findings: [],
  not_computed: [],
  sections: [
    {
      id: 'table',
      title: 'Table',
      kind: 'table',
      place: 'answer',
      columns: [
        column('name', 'text'),
        column('revenue', 'money'),
        column('orders', 'integer'),
        column('kind', 'text'),
        column('after', 'integer', { type_from: 'kind' }),
      ],
      rows: [
        { name: '甲', revenue: 123_456, orders: 3, kind: 'money', after: 20_000 },
        { name: '乙', revenue: null, orders: 20_000, kind: 'integer', after: 20_000 },
      ],
      total: 2,
      glance: { first: [], most: null, below: [], hidden: [] },
      chart: null,
    },
    {
      id: 'facts',
      title: 'Facts',
      kind: 'facts',
      place: 'basis',
      facts: [{ id: 'sum', title: 'Sum', type: 'money', value: 50_000, unit: null, n: null, low: 10_000, high: null, basis: null }],
      first: null,
    },
  ],
};

describe('amounts in a unit', () => {
  const display: MoneyDisplay = { unit: '万', currency: 'CNY' };

  it('are divided by it in columns, figures and rows of several kinds, and nothing else is', () => {
    const [table, facts] = withMoneyShown(result, display).sections;
    expect(table).toMatchObject({
      columns: [{}, { unit: 'CNY 万' }, { unit: null }, {}, { unit: null }],
      rows: [
        { name: '甲（CNY 万）', revenue: 12.3456, orders: 3, after: 2 },
        { name: '乙', revenue: null, orders: 20_000, after: 20_000 },
      ],
    });
    expect(facts).toMatchObject({ facts: [{ value: 5, low: 1, high: null, unit: 'CNY 万' }] });
  });

  it('stand beside themselves as they are for who reckons with them', () => {
    const [table] = withMoneyShown(result, display, { beside: true }).sections;
    expect(table).toMatchObject({
      columns: [
        {},
        { unit: 'CNY 万', counted_in: '万' },
        { id: 'revenue.whole', title: 'revenue', unit: 'CNY' },
        {},
        {},
        { counted_in: '万' },
      ],
      rows: [
        { revenue: 12.3456, 'revenue.whole': 123_456 },
        { revenue: null, 'revenue.whole': null },
      ],
    });
    expect(withMoneyShown(result, { currency: 'USD' }, { beside: true }).sections[0]).toMatchObject({ columns: { length: 5 } });
  });

  it('stay as they are where neither is asked for', () => {
    expect(withMoneyShown(result, {})).toBe(result);
    expect(moneyLabel({})).toBeNull();
  });

  it('name a currency alone without being converted', () => {
    expect(withMoneyShown(result, { currency: 'USD' }).sections[1]).toMatchObject({ facts: [{ value: 50_000, unit: 'USD' }] });
  });

  it('stand so in sentences', () => {
    expect(moneyText(586_566)).toBe('586,566');
    expect(moneyText(586_566, display)).toBe('CNY 58.7 万');
    expect(moneyText(-37_821_972, { unit: 'K' })).toBe('−37,822.0K');
    expect(moneyText(586_566, { currency: 'USD' })).toBe('USD 586,566');
    expect([inUnit(5e8, { unit: '亿' }), inUnit(5e6, { unit: 'M' })]).toEqual([5, 5]);
  });
});
