import { both, type Lang, type Localized } from '../../../lib/localized.ts';
import type { ResultRow, TableSection, ValueType } from '../../../result/result.ts';
import { numberOf } from '../../../views/number-of.ts';
import { table } from '../../../views/table.ts';
import { factOf, rowsOf, rowWhere, type Runs } from '../runs.ts';

interface Step {
  readonly title: Localized;
  readonly value: number;
  readonly meaning: Localized;
}

function stepsTable(
  lang: Lang,
  {
    id,
    title,
    kind,
    type,
    value,
  }: {
    readonly id: string;
    readonly title: Localized;
    readonly kind: 'funnel' | 'waterfall';
    readonly type: ValueType;
    readonly value: Localized;
  },
  steps: readonly Step[],
): TableSection {
  return table<Step>(
    lang,
    { id, title, glance: { first: ['step', 'value'] }, chart: { kind, label: 'step', value: 'value' } },
    {
      step: { title: both('Step', '步骤'), type: 'text', basis: both('In their order.', '按先后。'), value: (step) => step.title },
      value: {
        title: value,
        type,
        ...(kind === 'waterfall' ? { better: 'high' as const } : {}),
        basis: both('As the column of meanings says.', '见“含义”列。'),
        value: (step) => step.value,
      },
      meaning: {
        title: both('Meaning', '含义'),
        type: 'text',
        basis: both('What is counted.', '统计内容。'),
        value: (step) => step.meaning,
      },
    },
    steps,
  );
}

/** How many leads there are, of how many there was contact, and how many converted; null where a step is not known. */
export function funnelSection(runs: Runs, lang: Lang): TableSection | null {
  const leads = numberOf(factOf(runs, 'pool', 'overview', 'leads')?.value);
  const converted = numberOf(factOf(runs, 'pool', 'overview', 'leads_converted')?.value);
  const contacted = numberOf(rowWhere(rowsOf(runs, 'pool', 'speed'), { by_code: 'all' })?.['contacted']);
  if (leads === null || leads === 0 || contacted === null || converted === null || contacted < converted) return null;
  return stepsTable(
    lang,
    {
      id: 'funnel',
      title: both('How far the leads came', '线索走到哪一步'),
      kind: 'funnel',
      type: 'integer',
      value: both('Leads', '线索数'),
    },
    [
      { title: both('All leads', '全部线索'), value: leads, meaning: both('Leads in the files', '文件中的线索') },
      { title: both('Contacted', '有过跟进'), value: contacted, meaning: both('Leads with a first contact', '有首次跟进的线索') },
      { title: both('Converted', '已转化'), value: converted, meaning: both('Leads that became customers', '已成为客户的线索') },
    ],
  );
}

/** Where the revenue of the customers of one window went in the window after, each of as many months as the files allow; null where that is not known. */
export function revenuePartsSection(runs: Runs, lang: Lang): TableSection | null {
  const row: ResultRow = rowsOf(runs, 'cohorts', 'revenue_retention').slice(0, 1)[0] ?? {};
  const parts = ['months', 'start_revenue', 'churned', 'contraction', 'expansion', 'end_revenue'].map((id) => numberOf(row[id]));
  if (parts.includes(null)) return null;
  const [months = 0, start = 0, churned = 0, contraction = 0, expansion = 0, end = 0] = parts.map(Number);
  const [window, windowZh] = [months === 1 ? 'month' : `${months} months`, `${months} 个月`];
  return stepsTable(
    lang,
    {
      id: 'revenue_parts',
      title: both(`Where the revenue of the ${window} before went`, `前 ${windowZh}客户的收入去向`),
      kind: 'waterfall',
      type: 'money',
      value: both('Revenue', '收入'),
    },
    [
      {
        title: both(`The ${window} before`, `前 ${windowZh}`),
        value: start,
        meaning: both('Revenue of the customers then', '这些客户当时的收入'),
      },
      { title: both('Left', '流失'), value: -Math.abs(churned), meaning: both('Of customers who bought nothing more', '不再购买的客户') },
      { title: both('Bought less', '少买'), value: -Math.abs(contraction), meaning: both('Of customers who bought less', '买得少的客户') },
      { title: both('Bought more', '多买'), value: Math.abs(expansion), meaning: both('Of customers who bought more', '买得多的客户') },
      { title: both(`Last ${window}`, `近 ${windowZh}`), value: end, meaning: both('Revenue of the same customers', '同一批客户的收入') },
    ],
  );
}
