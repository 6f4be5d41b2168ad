import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sql } from '../../src/engine/sql.ts';
import { both, column } from '../../src/metrics/columns.ts';
import { type AnyMetric, defineMetric } from '../../src/metrics/define.ts';
import { fieldsOf, find, inOrder } from '../../src/metrics/graph.ts';

function metric(
  id: string,
  uses: readonly string[] = [],
  usesIfComputed: readonly string[] = [],
  more: Partial<AnyMetric> = {},
): AnyMetric {
  return {
    ...defineMetric({
      id,
      question: both(id, id),
      grain: ['x'],
      columns: { x: column.count(both('x', 'x'), both('x', 'x')) },
      requires: [],
      uses,
      usesIfComputed,
      source: 'test',
      parameters: z.object({}),
      sql: () => sql`select 1 as x`,
    }),
    ...more,
  };
}

describe('the metric graph', () => {
  it('puts every metric once, after what it uses', () => {
    const registry = [metric('d', ['b', 'c']), metric('c', ['a']), metric('b', ['a'], ['c']), metric('a')];
    expect(inOrder(registry, ['d', 'a']).map((entry) => entry.id)).toEqual(['a', 'c', 'b', 'd']);
  });

  it('names a circle', () => {
    const registry = [metric('a', ['b']), metric('b', [], ['c']), metric('c', ['a'])];
    expect(() => inOrder(registry, ['a'])).toThrow('a → b → c → a');
  });

  it('refuses an unknown metric and names the nearest', () => {
    const registry = [metric('revenue_share'), metric('rfm_cuts')];
    expect(() => find(registry, 'revenue_shares')).toThrow(
      expect.objectContaining({
        code: 'metric-unknown',
        exit: 'usage',
        fix: expect.objectContaining({ en: 'did you mean "revenue_share"?' }),
      }),
    );
    expect(() => find(registry, 'weather')).toThrow(
      expect.objectContaining({ fix: expect.objectContaining({ en: expect.stringContaining('crm-eval metrics') }) }),
    );
    expect(() => inOrder([metric('a', ['nothing'])], ['a'])).toThrow(expect.objectContaining({ code: 'metric-unknown' }));
  });

  it('collects the fields of all that is used', () => {
    const registry = [
      metric('a', [], [], { requires: [['orders.amount', 'customers.revenue']], reads: ['orders.profit'] }),
      metric('b', [], ['a'], { requires: [['orders.ordered_at']] }),
      metric('c', [], [], { requires: [['leads.status']] }),
    ];
    expect([...fieldsOf(registry, ['b'])].toSorted()).toEqual(['customers.revenue', 'orders.amount', 'orders.ordered_at', 'orders.profit']);
  });
});
