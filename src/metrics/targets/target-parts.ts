import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import type { IsoDate } from '../../lib/dates.ts';
import type { Row } from '../../lib/rows.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { placesOf } from './parts/places.ts';
import { leavesOf, type OwnedTarget } from './parts/target-leaves.ts';

export const targetParts = defineMetric({
  id: 'target_parts',
  question: both(
    'Whose results make up a target of which the owner is in no other file?',
    '目标对象在其他文件中没有时，其完成值由谁的业绩组成？',
  ),
  grain: ['target_order', 'scope', 'scope_key', 'part_from'],
  columns: {
    target_order: column.count(both('Number', '序号'), both('As in target_rows.', '同 target_rows。')),
    scope: column.id(both('Counted by', '计入范围'), both('Of the part, as in target_rows.', '下级的计入范围，同 target_rows。')),
    scope_key: column.text(
      both('Of', '范围取值'),
      both('Of the part, as in target_rows; of an unknown one its owner.', '下级的范围取值，同 target_rows；对象不明时为其名称。'),
    ),
    part_from: column.date(both('From', '开始'), both('First day on which it is a part.', '作为下级的第一天。')),
    part_to: column.date(both('To', '结束'), both('Last day.', '最后一天。')),
  },
  requires: [['targets.value', 'targets.owner']],
  uses: ['target_rows', 'rep_names'],
  source:
    'Definition: owners of targets of the metric that name it as their parent, within their own periods, and theirs, over any number of levels; of a split to people, customers and products the first.',
  parameters: z.object({}),
  compute: async (_, rows) => {
    const targets = await rows(sql`
      select target_order, level, scope, scope_key, owner, parent, target_rows.metric, period_start, period_end
      from target_rows
      inner join (select metric from target_rows where scope = 'unknown' group by metric) as sought on sought.metric = target_rows.metric
      where period_start is not null and period_end >= period_start and owner is not null
      order by target_order`);
    const leaves = leavesOf(targets.map(targetOf), await placesOf(rows));
    return [...leaves].flatMap(([order, own]) =>
      own.map(({ scope, key, from, to }): Row => ({ target_order: order, scope, scope_key: key, part_from: from, part_to: to })),
    );
  },
});

function targetOf(row: Row): OwnedTarget {
  return {
    order: Number(row['target_order']),
    level: String(row['level']),
    scope: String(row['scope']),
    key: String(row['scope_key'] ?? ''),
    owner: String(row['owner']),
    parent: row['parent'] as string | null,
    metric: String(row['metric']),
    from: row['period_start'] as IsoDate,
    to: row['period_end'] as IsoDate,
  };
}
