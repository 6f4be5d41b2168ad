import type { ResultRow, TableSection } from '../../../result/result.ts';
import type { ViewContext } from '../../../views/context.ts';
import { metricColumns } from '../../../views/of-metrics.ts';
import { table } from '../../../views/table.ts';
import { worded } from './rows.ts';
import { actionStateWords } from './words.ts';

/** The tasks of action plans: overdue ones first. */
export function actionsSection({ lang }: ViewContext, actions: readonly ResultRow[]): TableSection {
  return table(
    lang,
    {
      id: 'actions',
      title: { en: 'Tasks of the plans', 'zh-CN': '行动计划' },
      glance: {
        first: ['action', 'rep', 'due_on', 'state', 'late_days', 'expected_value', 'target', 'customer', 'done_on'],
        most: 10,
        hidden: ['action_order'],
      },
    },
    {
      ...metricColumns('action_states', 'action', 'rep', 'due_on'),
      state: worded('action_states', 'state', actionStateWords),
      ...metricColumns('action_states', 'late_days', 'done_on', 'target', 'customer', 'expected_value', 'action_order'),
    },
    actions,
  );
}
