import { join, type Sql, sql, trusted } from '../../../engine/sql.ts';
import type { Rfm, RfmHigh } from '../../parameters.ts';
import { rfmClasses, segmentRules } from './rfm-segments.ts';

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

const cutNumbers = [1, 2, 3, 4] as const;

/** One row with the twelve cut points as recency_1 … monetary_4. */
export function cutRow(): Sql {
  const columns = measures.flatMap((measure) =>
    cutNumbers.map((cut) => sql`max(value) filter (where measure = ${measure} and cut = ${cut}) as ${trusted(`${measure}_${cut}`)}`),
  );
  return sql`select ${join(columns)} from rfm_cuts`;
}

/** The score 1–5 of a value: 1 + the cuts it lies above, for recency 5 − them. */
export function score(measure: Measure, rfm: Rfm): Sql {
  const above = rfm.method === 'rfm-compat' ? '>=' : '>';
  const counted = cutNumbers.map((cut) => trusted(`case when ${measure} ${above} ${measure}_${cut} then 1 else 0 end`));
  const sum = join(counted, ' + ');
  const points = measure === 'recency' ? sql`5 - (${sum})` : sql`1 + (${sum})`;
  return sql`case when ${trusted(measure)} is not null and ${trusted(measure)}_1 is not null then ${points} end`;
}

/** Whether the measure is high for the eight classes; null without a score. Expects the mean as sums in the row. */
export function isHigh(measure: Measure, high: RfmHigh): Sql {
  const points = trusted(`${measure}_score`);
  if (high.rule === 'score') return sql`(${points} >= ${high.at_least})`;
  if (high.rule === 'mean_score') return sql`(${points} * ${points}_count > ${points}_sum)`;
  return measure === 'recency' ? sql`(recency <= ${high.recency})` : sql`(${trusted(measure)} >= ${high[measure]})`;
}

export function segmentOf(): Sql {
  const range = (measure: Measure, [from, to]: readonly [number, number]): Sql => sql`${trusted(measure)}_score between ${from} and ${to}`;
  const branches = segmentRules.map(
    (rule) =>
      sql`when ${join(
        measures.map((measure) => range(measure, rule[measure])),
        ' and ',
      )} then ${rule.segment}`,
  );
  return sql`case ${join(branches, '\n      ')} end`;
}

export function classOf(): Sql {
  const side = (measure: Measure, high: boolean): Sql => sql`${trusted(high ? '' : 'not ')}${trusted(measure)}_high`;
  const branches = rfmClasses.map(
    (entry) =>
      sql`when ${join(
        measures.map((measure) => side(measure, entry[measure])),
        ' and ',
      )} then ${entry.id}`,
  );
  return sql`case ${join(branches, '\n      ')} end`;
}
