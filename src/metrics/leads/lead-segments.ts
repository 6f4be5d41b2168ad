import { z } from 'zod';
import { identifier, join, type Sql, sql } from '../../engine/sql.ts';
import { leadSegments as dimensions } from '../choices.ts';
import { both, column, leadId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { pool } from '../parameters.ts';

/** Beyond so many values a column is free text. */
const mostValues = 50;

/** The largest segments; the others are one. */
const mostSegments = 12;

export const leadSegments = defineMetric({
  id: 'lead_segments',
  question: both(
    'Which kind of leads does each lead belong to, that reps may be differently good at?',
    '每条线索属于销售可能各有所长的哪一类？',
  ),
  grain: ['lead_id'],
  columns: {
    lead_id: leadId,
    dimension: column.id(
      both('By', '维度'),
      both(
        `pool.allocation.by; else the first of industry, region, source, size, pool and batch that at least half of the leads have, with 2 to ${mostValues} values. The same in every row.`,
        `取 pool.allocation.by；未设置时依次取 industry、region、source、size、pool、batch 中填写过半且有 2 至 ${mostValues} 种取值的一项。各行相同。`,
      ),
      { empty: both('There is none.', '没有符合的维度。') },
    ),
    segment: column.text(
      both('Segment', '分群'),
      both(`Its value, if it is one of the ${mostSegments} with the most leads.`, `该维度的取值，限线索最多的 ${mostSegments} 种。`),
      { empty: both('The lead has another value, or none.', '其他取值或未填写。') },
    ),
  },
  requires: [],
  uses: ['lead_course'],
  source: 'Definition: chosen by what the files hold, not by what converts, so that the choice favours nobody.',
  parameters: z.object({ pool }),
  sql: ({ pool: { allocation } }) => {
    const asked = allocation.by === null ? dimensions : dimensions.filter((dimension) => dimension === allocation.by);
    const counts = asked.map(
      (dimension, index) => sql`
        select ${dimension} as dimension, ${index}::bigint as dimension_order, ${identifier(dimension)} as segment_id, count(*) as leads
        from lead_course where ${identifier(dimension)} is not null group by ${identifier(dimension)}`,
    );
    const fits: Sql = allocation.by === null ? sql`values_of between 2 and ${mostValues} and sizes.leads * 2 >= totals.leads` : sql`true`;
    return sql`
      with counted as (${join(counts, ' union all ')}),
      sizes as (select dimension, dimension_order, count(*) as values_of, sum(leads) as leads from counted group by dimension, dimension_order),
      totals as (select count(*) as leads from lead_course),
      fitting as (select min(dimension_order) as dimension_order from sizes cross join (select leads from totals) as totals where ${fits}),
      chosen as (select sizes.dimension, sizes.dimension_order from sizes inner join fitting on fitting.dimension_order = sizes.dimension_order),
      ranked as (
        select segment_id, row_number() over (order by leads desc nulls last, segment_id) as place
        from counted inner join chosen on chosen.dimension_order = counted.dimension_order
      ),
      kept as (select segment_id from ranked where place <= ${mostSegments}),
      one as (select max(dimension) as dimension from chosen),
      labelled as (
        select
          lead_id, one.dimension,
          case one.dimension ${join(
            asked.map((dimension) => sql`when ${dimension} then ${identifier(dimension)}`),
            ' ',
          )} end as segment_id
        from lead_course cross join (select dimension from one) as one
      )
      select labelled.lead_id, labelled.dimension, kept.segment_id as segment
      from labelled left join kept on kept.segment_id = labelled.segment_id`;
  },
});
