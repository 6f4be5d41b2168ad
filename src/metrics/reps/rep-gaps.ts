import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { groupedBy } from '../../lib/groups.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { against } from './rep-drivers.ts';
import { repCustomers } from './rep-customers.ts';

export const repGaps = defineMetric({
  id: 'rep_gaps',
  question: both('What made the gap between revenue and target of each rep?', '每位销售与目标的差额由什么构成？'),
  grain: ['rep', 'driver'],
  columns: {
    rep: repCustomers.columns['rep']!,
    against: {
      ...against,
      meaning: both(
        'What the target asks growth on: year_ago, the same period a year earlier; previous, the period before, where the orders do not reach back a year.',
        '目标所要求的增长以何为基数：year_ago 去年同期；订单未覆盖去年时为 previous 上期。',
      ),
    },
    driver: column.id(
      both('Factor', '因素'),
      both(
        'growth_asked: revenue of the period that growth is asked on, less the target; then the factors of rep_drivers against that period.',
        'growth_asked 目标要求的增长（基数 − 目标值）；其余为 rep_drivers 相对该基数的各因素。',
      ),
    ),
    driver_order: column.count(both('Order', '顺序'), both('The order of the factors.', '因素顺序。')),
    amount: column.money(
      both('Part of the difference', '对差额的影响'),
      both(
        'What it adds to actual less target; those of a rep sum to it to the last digit, as (actual − base) + (base − target). A rep whose targets cover another time than the period has no row.',
        '对“实际 − 目标”的影响：（实际 − 基数）+（基数 − 目标），同一销售各项之和精确等于差额。目标期间与本期不一致的销售没有行。',
      ),
    ),
  },
  requires: [],
  uses: ['rep_targets', 'rep_totals', 'rep_drivers'],
  source: 'Definition: a plan says a number, not how it comes about; the growth it asks for is a part of its own, the rest is rep_drivers.',
  parameters: z.object({}),
  compute: async (_, read) => {
    const asked = await read(sql`
      with years as (select count(*) as known from rep_drivers where against = 'year_ago'),
      bases as (select case when known > 0 then 'year_ago' else 'previous' end as base from years)
      select targets.rep, bases.base, cast(before.revenue as double precision) as revenue, targets.target
      from rep_targets as targets
      cross join bases
      inner join rep_totals as before on before.rep = targets.rep and before.period = bases.base
      inner join rep_totals as after on after.rep = targets.rep and after.period = 'current'
      where targets.target is not null and abs(cast(after.revenue as double precision) - targets.actual) < 0.005
      order by targets.rep`);
    const factors = groupedBy(
      await read(sql`select rep, against, driver, driver_order, amount from rep_drivers order by rep, against, driver_order`),
      (row) => `${String(row['against'])} ${String(row['rep'])}`,
    );
    return asked.flatMap(({ rep = null, base = null, revenue, target }) => [
      { rep, against: base, driver: 'growth_asked', driver_order: 0, amount: exact(Number(revenue) - Number(target)) },
      ...(factors.get(`${String(base)} ${String(rep)}`) ?? []),
    ]);
  },
});

/** Money is a whole number of ten-thousandths: what differs in the digits after is noise. */
function exact(amount: number): number {
  return Math.round(amount * 10_000) / 10_000;
}
