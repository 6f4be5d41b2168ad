import { describe, expect, it } from 'vitest';
import { sql, trusted } from '../../../../src/engine/sql.ts';
import { bootstrapGroups, mostGroups } from '../../../../src/metrics/comparison/parts/bootstrap-groups.ts';
import type { Row } from '../../../../src/lib/rows.ts';
import { openEngine } from '../../../engine/open-engine.ts';

const periods = { before: { from: '2026-02-01', to: '2026-03-01' }, after: { from: '2026-03-01', to: '2026-04-01' } };

/** Customers of whom the i-th buys for 500 before, and after for what the expression says. */
async function groups(customers: number, revenue: string): Promise<Row[]> {
  const engine = await openEngine();
  const none = trusted(
    ['before', 'after'].flatMap((side) => ['profit', 'profit_base'].map((figure) => `null::decimal(18,4) as ${side}_${figure}`)).join(', '),
  );
  await engine.create(
    'customer_periods',
    sql`select 'C' || lpad(i::varchar, 7, '0') as customer_id, '2026-03-05'::date as first_on, 2 as before_orders, (i % 2)::bigint as after_orders,
      500::decimal(18,4) as before_revenue, (${trusted(revenue)})::decimal(18,4) as after_revenue, ${none} from range(${customers}) as t(i)`,
  );
  const rows = await engine.rows(bootstrapGroups(periods));
  await engine.close();
  return rows;
}

function total(rows: readonly Row[], column: string): number {
  return rows.reduce((sum, row) => sum + Number(row[column]), 0);
}

describe('the groups of customers', () => {
  it('are the customers themselves up to as many as there are groups', async () => {
    const rows = await groups(mostGroups, 'i');
    expect(rows).toHaveLength(mostGroups);
    expect(rows.every((row) => row['before_customers'] === 1 && row['before_orders'] === 2 && row['after_new_customers'] === 1)).toBe(true);
    expect(new Set(rows.map((row) => row['after_revenue'])).size).toBe(mostGroups);
  });

  it('are as large as each other, and lose nothing', async () => {
    const rows = await groups(12_345, 'i');
    expect(new Set(rows.map((row) => row['before_customers']))).toEqual(new Set([12, 13]));
    expect(total(rows, 'after_revenue')).toBe((12_345 * 12_344) / 2);
    expect(total(rows, 'after_customers')).toBe(6172);
    expect([total(rows, 'before_profit'), total(rows, 'after_profit_base')]).toEqual([0, 0]);
  });

  it.each([
    ['old and new customers differ', 'case when i < 10000 then 1000 else 0 end'],
    ['neighbours differ', '(i % 2) * 1000'],
    ['every seventh is larger', '(i % 7) * 100'],
  ])('spread as the customers do, even where %s', async (_, revenue) => {
    const rows = await groups(20_000, revenue);
    const differences = rows.map((row) => Number(row['after_revenue']) - Number(row['before_revenue']));
    const mean = differences.reduce((sum, value) => sum + value, 0) / differences.length;
    const spread = Math.sqrt(differences.reduce((sum, value) => sum + (value - mean) ** 2, 0));
    const own = revenue.includes('% 7') ? 20_000 * 200 ** 2 : 20_000 * 500 ** 2;
    expect(spread / Math.sqrt(own)).toBeGreaterThan(0.93);
    expect(spread / Math.sqrt(own)).toBeLessThan(1.07);
  });
});
