import { sql } from '../../engine/sql.ts';
import { both, type Localized } from '../../lib/localized.ts';
import type { Place, TableSection } from '../../result/result.ts';
import { codeOf } from '../../views/codes.ts';
import { from, type ListColumn, own, reads, worded } from '../../views/list-columns.ts';
import { ascending } from '../../views/list-source.ts';
import { list } from '../../views/list.ts';
import { notSaid, notSaidCode } from '../../views/not-said.ts';
import { metricHeading } from '../../views/of-metrics.ts';
import type { SatisfactionInput, SatisfactionRun } from './run.ts';
import { standingColumn, verdictColumn } from './verdict-columns.ts';
import { breakdownWords, channelWords } from './words.ts';

interface GroupSection {
  readonly id: string;
  readonly title: Localized;
  readonly metric: string;
  /** What the figure and its base are called in the section. */
  readonly value: string;
  readonly base: string;
  readonly place: Place;
  /** Counts of the metric that stand behind its figure. */
  readonly counts: readonly string[];
}

const sections: readonly GroupSection[] = [
  {
    id: 'nps',
    title: both('NPS', '净推荐值（NPS）'),
    metric: 'nps_groups',
    value: 'nps',
    base: 'answers',
    place: 'answer',
    counts: ['customers', 'promoters', 'passives', 'detractors'],
  },
  {
    id: 'csat',
    title: both('Satisfied answers (CSAT)', '满意率（CSAT）'),
    metric: 'csat_groups',
    value: 'csat',
    base: 'answers',
    place: 'detail',
    counts: ['customers', 'satisfied', 'dissatisfied', 'mean'],
  },
  {
    id: 'complaints',
    title: both('Complaints per order and per customer', '投诉率（按订单与按客户）'),
    metric: 'complaint_groups',
    value: 'complaint_rate',
    base: 'orders',
    place: 'detail',
    counts: [
      'complaints',
      'previous_complaints',
      'customers',
      'complaining',
      'customer_rate',
      'customer_rate_low',
      'customer_rate_high',
      'previous_customer_rate',
    ],
  },
];

/** A figure by rep, product, channel and attribute, against before and against the other groups. */
export function groupSection(input: SatisfactionInput, run: SatisfactionRun, id: string): Promise<TableSection> {
  const { title, metric, value, base, place, counts } = sections.find((section) => section.id === id)!;
  const { lang, by } = input;
  const named = (column: string): string =>
    column.replace(/^(previous_|year_ago_|)(value|base)$/, (_, of: string, part: string) => `${of}${part === 'value' ? value : base}`);
  const plain = (...columns: readonly string[]): ListColumn[] =>
    from(metric, ...columns).map((column) => ({ ...column, id: named(column.id) }));
  const against = (of: 'previous' | 'year_ago'): ListColumn[] => [
    ...plain(`${of}_value`, `${of}_base`, `${of}_difference`, `${of}_low`, `${of}_high`, `${of}_p_adjusted`),
    verdictColumn(metric, `${of}_verdict`, `${of}_difference`, lang),
  ];
  return list(input, {
    id,
    title,
    place,
    of: metric,
    where: by === null ? sql`breakdown <> 'attribute'` : sql`true`,
    order: ascending(metric, 'is_few', 'breakdown_order', 'group_order'),
    columns: [
      ...worded(from(metric, 'breakdown'), breakdownWords(lang, by)),
      groupColumn(input, metric),
      ...plain('value', 'low', 'high', 'base', ...counts, 'is_few'),
      ...against('previous'),
      ...(run.hasYear ? against('year_ago') : []),
      ...plain('rest_difference', 'rest_low', 'rest_high', 'rest_p_adjusted'),
      standingColumn(metric, 'rest_verdict', 'rest_difference', lang),
    ],
    glance: {
      first: ['breakdown', 'group', value, 'low', 'high', base, `previous_${value}`, 'previous_verdict', 'rest_verdict'],
      most: 10,
    },
    chart: { kind: 'dots', label: 'group', value, low: 'low', high: 'high' },
  });
}

/** The name of the group: channels in words, the blank one of those of whom it is not said. */
function groupColumn({ lang }: SatisfactionInput, metric: string): ListColumn {
  const channels = channelWords(lang);
  return own(
    'group',
    metricHeading(metric, 'group_name'),
    reads(metric, 'breakdown', 'group_name'),
    (breakdown = null, name = null) => {
      if (breakdown === 'all') return { en: 'All', 'zh-CN': '全部' }[lang];
      if (name === '' || name === null) return notSaid[lang];
      return breakdown === 'channel' ? (channels.get(String(name)) ?? name) : name;
    },
    (breakdown = null, name = null) => {
      if (breakdown === 'all') return 'all';
      if (name === '' || name === null) return notSaidCode;
      return breakdown === 'channel' ? codeOf(name) : name;
    },
  );
}
