import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import type { IsoDate } from '../../lib/dates.ts';
import type { Row } from '../../lib/rows.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';
import { targetPeriod } from '../target-parameter.ts';
import { type DatedTarget, pickTargets, targetsApart } from './parts/picked-targets.ts';

export const targetPicks = defineMetric({
  id: 'target_picks',
  question: both('Which targets are looked at, so that a year is not added to its months?', '考察哪些目标，才不会把全年与各月重复相加？'),
  grain: ['reach', 'target_order'],
  columns: {
    reach: column.id(both('Reach', '跨度'), both('period or year, as in target_goals.', 'period 或 year，同 target_goals。')),
    target_order: column.count(both('Number', '序号'), both('As in target_rows.', '同 target_rows。')),
    is_alone: column.flag(
      both('Alone', '单列'),
      both(
        'It shares days with another target of the owner for the same metric that is no part of it: they are not added.',
        '与同一对象同一指标的另一目标期间交叉且互不包含：不相加，分别列出。',
      ),
    ),
  },
  requires: [['targets.value', 'targets.owner']],
  uses: ['target_rows', 'target_slips'],
  source:
    'Definition: of an owner, metric and ambition the target that is the period itself, else the finest that fill it; a longer one that shorter ones do not fill stands in their place. A row that is there twice, with the same value, counts once.',
  parameters: z.object({ as_of: asOf, target_period: targetPeriod }),
  compute: async ({ as_of, target_period: period }, rows) => {
    if (as_of === null) return [];
    const dated = await rows(sql`
      select target_order, level, scope, scope_key, owner, metric, ambition, period_start, period_end, value is not null and slip is null as has_value
      from (
        select
          target_rows.*, slips.slip,
          row_number() over (
            partition by level, scope, scope_key, owner, parent, metric, ambition, period_start, period_end, value order by target_rows.target_order
          ) as place
        from target_rows
        left join target_slips as slips on slips.target_order = target_rows.target_order
        where period_start is not null and period_end >= period_start
      ) as placed
      where place = 1
      order by target_order`);
    const { period: chosen, year } = pickTargets(dated.map(targetOf), as_of, period);
    return Object.entries({ period: chosen, year }).flatMap(([reach, targets]) =>
      targetsApart(targets).map(({ order, isAlone }): Row => ({ reach, target_order: order, is_alone: isAlone })),
    );
  },
});

function targetOf(row: Row): DatedTarget {
  return {
    order: Number(row['target_order']),
    whose: JSON.stringify(['level', 'scope', 'scope_key', 'owner', 'metric', 'ambition'].map((name) => row[name])),
    from: row['period_start'] as IsoDate,
    to: row['period_end'] as IsoDate,
    hasValue: row['has_value'] === true,
  };
}
