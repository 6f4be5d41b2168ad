import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sql } from '../../src/engine/sql.ts';
import { both } from '../../src/lib/localized.ts';
import { type AnyMetric, defineMetric } from '../../src/metrics/define.ts';
import { dropSpent } from '../../src/metrics/spent.ts';

function metric(id: string, requires: readonly string[], ...uses: string[]): AnyMetric {
  return defineMetric({
    question: both('?', '？'),
    grain: [],
    columns: {},
    requires: requires.map((field) => [field]),
    source: '',
    parameters: z.object({}),
    id,
    uses,
    sql: () => sql`select 1`,
  });
}

const metrics = [
  metric('lines', ['orders.amount']),
  metric('sums', ['customers.name'], 'lines'),
  metric('days', ['orders.ordered_at'], 'lines'),
  metric('scores', [], 'sums', 'days'),
];

describe('what is spent', () => {
  it('goes with the last metric that reads it, and the rows of a file with the last that reads those', async () => {
    const events: string[] = [];
    const spent = dropSpent(
      metrics,
      { keep: new Set(['scores']), release: async (canonical) => void events.push(`rows of ${canonical ?? 'all'}`) },
      { drop: async (name) => void events.push(name) },
    );
    for (const made of metrics) {
      events.push(`made ${made.id}`);
      await spent(made);
    }
    expect(events).toEqual([
      'made lines',
      'made sums',
      'rows of customers',
      'made days',
      'lines',
      'rows of orders',
      'made scores',
      'sums',
      'days',
      'rows of all',
    ]);
  });
});
