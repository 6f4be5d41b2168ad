import { identifier, sql } from '../../engine/sql.ts';
import type { Localized } from '../../lib/localized.ts';
import { bridgeSteps } from '../../metrics/comparison/parts/bridge-steps.ts';
import { movements } from '../../metrics/comparison/parts/movements.ts';
import type { TableSection } from '../../result/result.ts';
import { metricSection } from '../metric-section.ts';
import type { ScoreInput } from '../score/settings.ts';

interface Entry {
  readonly id: string;
  readonly title: Localized;
  readonly meaning: Localized;
}

/** Customers and revenue of each movement; each customer of either period is in one. */
export function movementSection(input: ScoreInput): Promise<TableSection> {
  const columns = ['customers', 'before_orders', 'after_orders', 'before_revenue', 'after_revenue', 'revenue_difference'];
  return named(input, movements, {
    id: 'customers',
    title: { en: 'Customers gained, kept and lost', 'zh-CN': '客户变动' },
    metric: 'customer_movement',
    columns,
    key: 'movement',
    order: 'movement_order',
  });
}

/** From the revenue of the earlier period to that of the later one. */
export function bridgeSection(input: ScoreInput): Promise<TableSection> {
  return named(input, bridgeSteps, {
    id: 'revenue_bridge',
    title: { en: 'Revenue bridge', 'zh-CN': '销售额变动分解' },
    metric: 'revenue_bridge',
    columns: ['customers', 'amount'],
    key: 'step',
    order: 'step_order',
  });
}

interface Request {
  readonly id: string;
  readonly title: Localized;
  readonly metric: string;
  readonly columns: readonly string[];
  /** The column that holds the id of an entry. */
  readonly key: string;
  readonly order: string;
}

/** The rows of a metric under the names of their entries, with what each means; the id comes last. */
async function named({ engine, lang }: ScoreInput, entries: readonly Entry[], request: Request): Promise<TableSection> {
  const { id, title, metric, columns, key, order } = request;
  const words = (part: 'title' | 'meaning') => new Map(entries.map((entry) => [entry.id, entry[part][lang]]));
  const section = await metricSection(engine, {
    id,
    title: title[lang],
    lang,
    picks: [
      { metric, column: key, as: 'title' },
      ...columns.map((column) => ({ metric, column })),
      { metric, column: key, as: 'meaning' },
      { metric, column: key },
    ],
    from: sql`${identifier(metric)} order by ${identifier(order)}`,
    words: { title: words('title'), meaning: words('meaning') },
  });
  const plain: Readonly<Record<string, Localized>> = {
    title: { en: 'Name', 'zh-CN': '名称' },
    meaning: { en: 'Meaning', 'zh-CN': '含义' },
  };
  return {
    ...section,
    columns: section.columns.map((column) => {
      const text = plain[column.id];
      return text === undefined ? column : { ...column, title: text[lang], basis: null };
    }),
  };
}
