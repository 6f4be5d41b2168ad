import type { Localized } from '../../lib/localized.ts';
import { bridgeSteps } from '../../metrics/comparison/parts/bridge-steps.ts';
import { movements } from '../../metrics/comparison/parts/movements.ts';
import type { TableSection } from '../../result/result.ts';
import type { ViewContext } from '../../views/context.ts';
import { from, own, reads, wordOf } from '../../views/list-columns.ts';
import { list } from '../../views/list.ts';
import { ascending } from '../../views/list-source.ts';
import type { TableHead } from '../../views/table.ts';

/** Of a table whose rows are named: what a row is called. */
export const nameHeading = {
  title: { en: 'Name', 'zh-CN': '名称' },
  type: 'text',
  basis: { en: 'What the row is about; its id is in the last column.', 'zh-CN': '该行的名称，标识见最后一列。' },
} as const;

export const meaningHeading = {
  title: { en: 'Meaning', 'zh-CN': '含义' },
  type: 'text',
  basis: { en: 'What the name stands for, and what is counted.', 'zh-CN': '该行名称的含义与统计范围。' },
} as const;

interface Entry {
  readonly id: string;
  readonly title: Localized;
  readonly meaning: Localized;
}

/** Customers and revenue of each movement; each customer of either period is in one. */
export function movementSection(context: ViewContext): Promise<TableSection> {
  const figures = [
    'customers',
    'overdue_customers',
    'before_revenue',
    'after_revenue',
    'revenue_difference',
    'before_orders',
    'after_orders',
    'overdue_revenue',
  ];
  return named(context, movements, {
    id: 'customers',
    title: { en: 'Customers kept, gained and not bought', 'zh-CN': '客户变动' },
    place: 'basis',
    metric: 'customer_movement',
    figures,
    key: 'movement',
    chart: { kind: 'bars', label: 'title', value: 'customers' },
  });
}

/** From the revenue of the earlier period to that of the later one. */
export function bridgeSection(context: ViewContext): Promise<TableSection> {
  return named(context, bridgeSteps, {
    id: 'revenue_bridge',
    title: { en: 'Revenue bridge', 'zh-CN': '销售额变动分解' },
    metric: 'revenue_bridge',
    figures: ['customers', 'amount'],
    key: 'step',
    chart: { kind: 'waterfall', label: 'title', value: 'amount' },
  });
}

interface Request extends TableHead {
  /** It numbers its rows in the column `<key>_order`. */
  readonly metric: string;
  readonly figures: readonly string[];
  /** The column that holds the id of an entry. */
  readonly key: string;
}

/** The rows of a metric under the names of their entries, with what each means; the id comes last. */
function named(context: ViewContext, entries: readonly Entry[], { metric, figures, key, ...head }: Request): Promise<TableSection> {
  const word = (part: 'title' | 'meaning') => {
    const words = new Map(entries.map((entry) => [entry.id, entry[part][context.lang]]));
    return (id: string | number | boolean | null = null) => wordOf(words, id);
  };
  return list(context, {
    ...head,
    of: metric,
    order: ascending(metric, `${key}_order`),
    glance: { first: ['title', ...figures], hidden: [key] },
    columns: [
      own('title', nameHeading, reads(metric, key), word('title')),
      ...from(metric, ...figures),
      own('meaning', meaningHeading, reads(metric, key), word('meaning')),
      ...from(metric, key),
    ],
  });
}
