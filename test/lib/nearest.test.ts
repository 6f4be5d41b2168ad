import { expect, it } from 'vitest';
import { mostAlike, nearest } from '../../src/lib/nearest.ts';

const commands = ['score', 'explain', 'check', 'inspect', 'metrics', 'schema', 'init', 'demo'];

it('offers the word that a typing slip meant', () => {
  expect(nearest('scroe', commands)).toBe('score');
  expect(nearest('explian', commands)).toBe('explain');
  expect(nearest('shcema', commands)).toBe('schema');
  expect(nearest('METRIC', commands)).toBe('metrics');
  expect(nearest('实付金', ['实付金额', '下单日期'])).toBe('实付金额');
});

it('offers nothing when no word is near', () => {
  expect(nearest('frobnicate', commands)).toBeNull();
  expect(nearest('xy', commands)).toBeNull();
  expect(nearest('', commands)).toBeNull();
  expect(nearest('score', [])).toBeNull();
});

it('gives ties to the earlier candidate and does not compare very long words', () => {
  expect(nearest('car', ['cat', 'bar'])).toBe('cat');
  expect(nearest('x'.repeat(1_000_000), ['x'.repeat(1_000_001)])).toBeNull();
});

it('names the few that are most alike, and none where chance alone makes them so', () => {
  const columns = ['customer_id', 'customer_name', 'revenue', 'period_revenue', 'recency_days'];
  expect(mostAlike('name of customer', columns, 2)).toEqual(['customer_name', 'customer_id']);
  expect(mostAlike('revenues in period', columns, 1)).toEqual(['period_revenue']);
  expect(mostAlike('spendings', columns, 5)).toEqual([]);
});
