import { z } from 'zod';
import type { Row } from '../../lib/rows.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { targetCheck } from '../target-check-parameter.ts';
import { plannedSums } from './parts/planned-targets.ts';
import type { SumGroup } from './parts/sum-groups.ts';

const targets = { unit: 'targets' };

export const targetSums = defineMetric({
  id: 'target_sums',
  question: both('Do the parts of each target add up to it?', '各目标的下级目标合计是否等于该目标？'),
  grain: ['sum_order'],
  columns: {
    sum_order: column.count(both('Number', '序号'), both('In the order of the targets.', '按目标顺序。')),
    kind: column.id(
      both('Kind', '类型'),
      both(
        'owners: targets of others (reps of a team, products); periods: own targets of shorter periods.',
        'owners：下级对象的目标（团队的个人、产品等）；periods：同一对象较短期间的目标。',
      ),
    ),
    dimension: column.id(
      both('Split by', '分解维度'),
      both(
        'organisation, products or customers: each split has to add up of its own.',
        'organisation 组织、products 产品、customers 客户：各维度分别应与上级相等。',
      ),
    ),
    target_order: column.count(
      both('Target', '上级目标序号'),
      both('Of the parent, as in target_rows.', '上级目标在 target_rows 中的序号。'),
      {
        empty: both('The parent has no such target.', '上级没有该目标。'),
      },
    ),
    owner: column.text(both('Parent', '上级'), both('Who has the target that the others are part of.', '被分解的目标的对象。'), {
      empty: both('The company, without a name.', '公司，未写名称。'),
    }),
    metric: column.id(both('Metric', '指标'), both('As in target_rows.', '同 target_rows。')),
    ambition: column.id(both('Ambition', '档位'), both('As in target_rows.', '同 target_rows。')),
    period_start: column.date(both('From', '开始'), both('First day.', '第一天。')),
    period_end: column.date(both('To', '结束'), both('Last day.', '最后一天。')),
    children: column.count(both('Parts', '下级目标数'), both('Targets that are added.', '计入合计的下级目标数。'), targets),
    children_sum: column.wide(both('Sum of the parts', '下级合计'), both('Added exactly.', '精确相加。'), { better: 'high' }),
    parent_value: column.wide(both('Target', '上级目标值'), both('Of the parent.', '上级的目标值。'), {
      empty: both('The parent has no such target, or it is blank.', '上级没有该目标，或未填写。'),
    }),
    gap: column.wide(both('Gap', '差额'), both('Sum of the parts less the target.', '下级合计 − 上级目标值。'), {
      empty: both('The target or a part is not known.', '上级或某个下级目标未知。'),
    }),
    left_out: column.count(
      both('Not added', '未计入'),
      both(
        'Rows of managers and teams that stand beside the rows of their own reps: adding them would count these twice.',
        '与本团队个人目标并列的主管或团队目标行：计入会重复计算。',
      ),
      targets,
    ),
    left_out_sum: column.wide(both('Not added, sum', '未计入合计'), both('Of these rows.', '这些行的合计。')),
    verdict: column.id(
      both('Verdict', '结论'),
      both(
        'adds_up; over: the parts are more; short: they are less; incomplete: the periods of the parts do not fill that of the target; blank: a value is not given; parent_missing: whom the parts name has no such target.',
        'adds_up 相等；over 下级合计更多；short 更少；incomplete 下级期间未覆盖全期；blank 有未填写的值；parent_missing 所写上级没有该目标。',
      ),
    ),
  },
  requires: [['targets.value', 'targets.owner']],
  uses: ['target_rows', 'rep_names'],
  source:
    'Definition: a target is part of the target of the same metric, ambition and period of its parent (by the file, else its manager, team or company), and of its own target of the shortest longer period. Rates and averages are not added.',
  parameters: z.object({ target_check: targetCheck }),
  compute: async ({ target_check: { tolerance } }, rows) => (await plannedSums(rows, tolerance)).groups.map(rowOf),
});

function rowOf({ kind, dimension, parent, parentName, children, leftOut, sum, gap, verdict }: SumGroup, index: number): Row {
  const { metric, ambition, from, to } = parent ?? (children[0] ?? leftOut[0])!;
  return {
    sum_order: index + 1,
    kind,
    dimension,
    target_order: parent?.order ?? null,
    owner: parentName,
    metric,
    ambition,
    period_start: from,
    period_end: to,
    children: children.length,
    children_sum: sum,
    parent_value: parent?.value ?? null,
    gap,
    left_out: leftOut.length,
    left_out_sum: leftOut.reduce((total, { value }) => total + (value ?? 0), 0),
    verdict,
  };
}
