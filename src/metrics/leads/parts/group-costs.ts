import { type Sql, sql } from '../../../engine/sql.ts';
import type { Row } from '../../../lib/rows.ts';
import { both, column } from '../../columns.ts';

/** What the leads of a group that have a cost cost. */
export interface GroupCosts {
  readonly leads: number;
  /** Those of them that converted. */
  readonly converted: number;
  readonly cost: number;
}

/** Counts of leads and their cost, for a query over rows of lead_course that is grouped by the age in days. */
export const countedCosts: Sql = sql`
  count(cost) as costed,
  count(cost) filter (where outcome = 'converted') as costed_converted,
  sum(cost) as cost`;

/** The costs of whole groups beside such rows, which `counted` has: sums stay exact until they leave the engine. */
export const wholeCosts: Sql = sql`
  sum(counted.costed) over (partition by counted.dimension, counted.value) as costed,
  sum(counted.costed_converted) over (partition by counted.dimension, counted.value) as costed_converted,
  sum(counted.cost) over (partition by counted.dimension, counted.value) as cost`;

/** The costs of a group, which each of its rows has. */
export function costsOf([row]: readonly Row[]): GroupCosts {
  return { leads: Number(row?.['costed'] ?? 0), converted: Number(row?.['costed_converted'] ?? 0), cost: Number(row?.['cost'] ?? 0) };
}

export const costColumns = {
  costed: column.count(both('With a cost', '有成本的线索'), both('Leads of the group that have a cost.', '该组有成本的线索数。'), {
    unit: 'leads',
  }),
  cost_per_lead: column.average(both('Cost per lead', '单条线索成本'), both('Cost ÷ leads that have a cost.', '成本 ÷ 有成本的线索数。'), {
    empty: both('No lead of the group has a cost.', '该组线索均无成本。'),
  }),
  cost_per_customer: column.average(
    both('Cost per customer', '单个客户成本'),
    both(
      'Cost of all leads that have one ÷ those of them that converted so far: young leads cost already and may convert yet.',
      '有成本线索的成本 ÷ 其中至今已转化的线索数；新线索已计成本但可能尚未转化。',
    ),
    { empty: both('No lead of the group that has a cost has converted.', '该组有成本的线索均未转化。') },
  ),
} as const;

export function costFigures({ leads, converted, cost }: GroupCosts): Row {
  return {
    costed: leads,
    cost_per_lead: leads === 0 ? null : cost / leads,
    cost_per_customer: converted === 0 ? null : cost / converted,
  };
}
