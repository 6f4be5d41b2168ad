import { type Sql, sql } from '../../engine/sql.ts';
import type { Rfm } from '../parameters.ts';

export const measures = ['recency', 'frequency', 'monetary'] as const;

export type Measure = (typeof measures)[number];

/** customer_id and the raw recency, frequency and monetary value of every customer; null for those who never ordered. */
export function rfmValues(rfm: Rfm): Sql {
  const frequency = rfm.method === 'rfm-compat' ? sql`coalesce(lines, orders)` : sql`orders`;
  return sql`
    select
      customer_id,
      case when orders > 0 then recency_days end as recency,
      case when orders > 0 then ${frequency} end as frequency,
      case when orders > 0 then revenue end as monetary
    from customer_profile`;
}
