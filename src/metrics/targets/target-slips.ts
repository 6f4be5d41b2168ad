import { z } from 'zod';
import { join, literal, sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { slipOf } from './parts/units.ts';

export const targetSlips = defineMetric({
  id: 'target_slips',
  question: both('Which targets have a value that their metric cannot have?', '哪些目标的取值不可能是该指标的值？'),
  grain: ['target_order'],
  columns: {
    target_order: column.count(both('Number', '序号'), both('As in target_rows.', '同 target_rows。')),
    slip: column.id(
      both('Slip', '取值问题'),
      both(
        'in_percent: an amount or a count written with a % (in the cell, its header or its unit); below_one: money between 0 and 1, a share or an amount without its unit; rate_above_one: a rate above 150%; out_of_scale: below 0 (not of profit and NPS), or beyond the scale.',
        'in_percent 金额或计数写成百分比（单元格、表头或单位中有 %）；below_one 金额在 0 与 1 之间，应为比例或漏写单位；rate_above_one 比率超过 150%；out_of_scale 为负（利润、NPS 除外）或超出量表。',
      ),
    ),
  },
  requires: [['targets.value', 'targets.owner']],
  uses: ['target_rows'],
  source: 'Definition: a target that is such is no number to be reached: it counts nowhere, as one that is blank.',
  parameters: z.object({}),
  compute: async (_, rows) => {
    const units = await rows(sql`select unit from target_rows where unit is not null group by unit order by unit`);
    const suspect = units.flatMap(({ unit }) => (slipOf('revenue', String(unit), 1) === null ? [] : [literal(String(unit))]));
    const isSuspect = suspect.length === 0 ? sql`false` : sql`unit in (${join(suspect)})`;
    const targets = await rows(sql`
      select target_order, metric, unit, value::double precision as value
      from target_rows
      where value < 1 or (value > 1 and metric not in ('revenue', 'payments', 'profit')) or (value is not null and ${isSuspect})
      order by target_order`);
    return targets.flatMap(({ target_order: order, metric, unit, value }) => {
      const slip = slipOf(String(metric), unit as string | null, Number(value));
      return slip === null ? [] : [{ target_order: order!, slip }];
    });
  },
});
