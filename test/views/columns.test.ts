import { describe, expect, it } from 'vitest';
import { wilson } from '../../src/stats/wilson.ts';
import { factsSection } from '../../src/views/facts.ts';
import { metricColumns, metricFact, metricHeading } from '../../src/views/of-metrics.ts';
import { rateColumns, rateOf } from '../../src/views/rates.ts';
import { table } from '../../src/views/table.ts';

const heading = { title: { en: 'Win rate', 'zh-CN': '赢单率' }, basis: { en: 'Won of decided deals.', 'zh-CN': '赢单数 ÷ 已决商机数。' } };

describe('a rate', () => {
  it('has its base and the interval of Wilson', () => {
    expect(rateOf(3, 12)).toEqual({ n: 12, value: 0.25, ...wilson(3, 12) });
  });

  it('of nothing is missing, never 0, and says that there was nothing', () => {
    expect(rateOf(0, 0)).toEqual({ n: 0, value: null, low: null, high: null });
  });

  it('is missing altogether where part or whole is not known', () => {
    const missing = { n: null, value: null, low: null, high: null };
    expect(rateOf(null, 4)).toEqual(missing);
    expect(rateOf(4, undefined)).toEqual(missing);
  });

  it('makes three columns', () => {
    const { columns, rows } = table(
      'en',
      { id: 'reps', title: { en: 'Reps', 'zh-CN': '销售' } },
      rateColumns<{ won: number; decided: number }>('win_rate', heading, ({ won, decided }) => rateOf(won, decided)),
      [{ won: 1, decided: 2 }],
    );
    expect(columns.map(({ id, type }) => [id, type])).toEqual([
      ['win_rate', 'ratio'],
      ['win_rate_low', 'ratio'],
      ['win_rate_high', 'ratio'],
    ]);
    expect([...rows]).toEqual([{ win_rate: 0.5, win_rate_low: wilson(1, 2)!.low, win_rate_high: wilson(1, 2)!.high }]);
  });
});

describe('a table', () => {
  it('has one row a record, with the head of each column in the language of the run', () => {
    const section = table(
      'zh-CN',
      {
        id: 'tiers',
        title: { en: 'Tiers', 'zh-CN': '客户分层' },
        glance: { first: ['b'] },
        chart: { kind: 'bars', label: 'a', value: 'b' },
      },
      {
        a: { ...heading, type: 'ratio', typeFrom: 'b', value: ({ x }: { x: number }) => x },
        b: { ...heading, type: 'integer', unit: 'orders', value: ({ x }) => x + 1 },
      },
      [{ x: 1 }, { x: 2 }],
    );
    expect(section).toEqual({
      id: 'tiers',
      title: '客户分层',
      kind: 'table',
      place: 'answer',
      columns: [
        { id: 'a', title: '赢单率', type: 'ratio', type_from: 'b', unit: null, basis: '赢单数 ÷ 已决商机数。' },
        { id: 'b', title: '赢单率', type: 'integer', unit: 'orders', basis: '赢单数 ÷ 已决商机数。' },
      ],
      rows: [
        { a: 1, b: 2 },
        { a: 2, b: 3 },
      ],
      total: 2,
      glance: { first: ['b'], most: 20, below: [], hidden: [] },
      chart: { kind: 'bars', label: 'a', value: 'b' },
    });
  });

  it('shows what rows of a metric hold under the declared head', () => {
    const { columns, rows } = table(
      'en',
      { id: 'cuts', title: { en: 'Cuts', 'zh-CN': '切分点' } },
      metricColumns('rfm_cuts', 'cut', 'value'),
      [{ cut: 1, other: 5 }],
    );
    expect(columns[0]).toMatchObject({ id: 'cut', basis: metricHeading('rfm_cuts', 'cut').basis.en, metric: 'rfm_cuts' });
    expect([...rows]).toEqual([{ cut: 1, value: null }]);
  });
});

describe('facts', () => {
  it('stand in the language of the run, with null where nothing is known', () => {
    const words = { en: 'Won', 'zh-CN': '赢单' };
    const { title, facts } = factsSection('zh-CN', { id: 'overview', title: { en: 'Overview', 'zh-CN': '总览' } }, [
      { id: 'state', ...heading, type: 'text', value: words },
      metricFact('repeat_purchase', 'repeat_rate', { value: 0.5, n: 4, low: 0.2, high: 0.8 }),
    ]);
    expect(title).toBe('总览');
    expect(facts[0]).toEqual({
      id: 'state',
      title: '赢单率',
      type: 'text',
      value: '赢单',
      unit: null,
      n: null,
      low: null,
      high: null,
      basis: '赢单数 ÷ 已决商机数。',
    });
    const declared = metricHeading('repeat_purchase', 'repeat_rate');
    expect(facts[1]).toEqual({
      id: 'repeat_rate',
      title: declared.title['zh-CN'],
      type: declared.type,
      value: 0.5,
      unit: declared.unit ?? null,
      n: 4,
      low: 0.2,
      high: 0.8,
      basis: declared.basis['zh-CN'],
    });
  });
});
