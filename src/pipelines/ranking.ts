import { identifier, join, type Sql, sql } from '../engine/sql.ts';
import type { Lang } from '../lib/localized.ts';
import { type FactorId, factors } from '../metrics/scorecard/factors.ts';
import type { ResultCell, ResultColumn, TableSection } from '../result/result.ts';
import { metricSection, type Pick, resultColumn } from './metric-section.ts';
import { type ScoreInput, tiersOf } from './score-settings.ts';
import { classWords, segmentWords } from './score-words.ts';

function from(metric: string, ...columns: string[]): Pick[] {
  return columns.map((column) => ({ metric, column }));
}

/** What an analyst looks at first comes first: a terminal shows as many as fit. */
const leading: readonly Pick[] = [
  ...from('customer_scores', 'rank'),
  ...from('customer_profile', 'customer_id', 'customer_name', 'owner'),
  ...from('customer_scores', 'score', 'tier'),
  ...from('rfm_scores', 'rfm_segment'),
  ...from('customer_profile', 'recency_days'),
  ...from('rfm_scores', 'recency_score', 'frequency_score', 'monetary_score'),
  ...from('customer_profile', 'orders', 'revenue'),
  ...from('revenue_share', 'revenue_share'),
  ...from('revenue_growth', 'growth_rate'),
  ...from('purchase_cycle', 'purchase_cycle_days', 'next_order_on', 'overdue_ratio'),
  ...from('customer_scores', 'coverage'),
];

const further: readonly Pick[] = [
  ...from('rfm_scores', 'rfm_class', 'rfm_cell'),
  ...from('revenue_share', 'cumulative_share', 'abc_class'),
  ...from('customer_profile', 'profit', 'average_order', 'largest_order', 'paid_ratio', 'orders_per_year', 'returns', 'lines'),
  ...from('revenue_growth', 'period_revenue', 'previous_revenue', 'year_ago_revenue', 'growth_rate_year'),
  ...from('purchase_cycle', 'mean_gap_days', 'gap_variation', 'purchase_days'),
  ...from('customer_profile', 'first_order_on', 'last_order_on', 'tenure_days'),
  ...from('category_breadth', 'categories', 'products'),
  ...from('customer_profile', 'team', 'level', 'industry', 'region', 'size', 'source', 'created_on', 'lost_on', 'csat', 'nps', 'basis'),
];

const sides = ['lift_1', 'lift_2', 'drag_1', 'drag_2'] as const;

/** One row a customer, best first; customers without a score come last, by revenue. */
export async function rankingSection(input: ScoreInput): Promise<TableSection> {
  const { engine, lang } = input;
  const section = await metricSection(engine, {
    id: 'ranking',
    title: { en: 'Customers, best first', 'zh-CN': '客户排名' }[lang],
    lang,
    picks: [...leading, ...further, ...from('customer_scores', ...sides)],
    from: tables,
    words: { rfm_segment: segmentWords(lang), rfm_class: classWords(lang) },
  });
  const points = await factorPoints(input);
  const tiers = tiersOf(input);
  const rows = section.rows.map((row) => ranked(row, tiers, points, lang));
  return { ...section, columns: columnsOf(lang), rows };
}

const joined = ['customer_scores', 'rfm_scores', 'revenue_share', 'revenue_growth', 'purchase_cycle', 'category_breadth'];

const tables: Sql = sql`customer_profile ${join(
  joined.map((metric) => sql`left join ${identifier(metric)} on ${identifier(metric)}.customer_id = customer_profile.customer_id`),
  ' ',
)} order by customer_scores.rank nulls last, customer_profile.revenue desc nulls last, customer_profile.customer_id`;

function columnsOf(lang: Lang): ResultColumn[] {
  const words = (id: string, title: string, basis: string): ResultColumn => ({ id, title, type: 'text', unit: null, basis });
  const zh = lang === 'zh-CN';
  const text = new Set(['rfm_segment', 'rfm_class', 'tier']);
  const column = (pick: Pick): ResultColumn => ({ ...resultColumn(pick, lang), ...(text.has(pick.column) ? { type: 'text' as const } : {}) });
  return [
    ...leading.map(column),
    words('lifts', zh ? '主要加分项' : 'Lifts', zh ? '加分最多的两项及其得分（0–100）' : 'The two factors that raise the score most, with their points (0 to 100).'),
    words('drags', zh ? '主要减分项' : 'Drags', zh ? '减分最多的两项及其得分（0–100）' : 'The two factors that lower the score most, with their points (0 to 100).'),
    words('action', zh ? '建议动作' : 'Action', zh ? '该层级的管理动作，可在配置中修改' : 'What to do with the customers of the tier; the text can be set in the config.'),
    ...further.map(column),
  ];
}

type Points = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Points of the factors that lift or drag a score, by customer. */
async function factorPoints({ engine }: ScoreInput): Promise<Points> {
  const named = join(sides.map((side) => sql`score_factors.factor = customer_scores.${identifier(side)}`), ' or ');
  const rows = await engine.rows<{ customer_id: string; factor: string; points: number }>(
    sql`select score_factors.customer_id, factor, points from score_factors inner join customer_scores on customer_scores.customer_id = score_factors.customer_id where ${named}`,
  );
  const points = new Map<string, Map<string, number>>();
  for (const row of rows) {
    const own = points.get(row.customer_id);
    if (own === undefined) points.set(row.customer_id, new Map([[row.factor, row.points]]));
    else own.set(row.factor, row.points);
  }
  return points;
}

function ranked(row: Readonly<Record<string, ResultCell>>, tiers: ReturnType<typeof tiersOf>, points: Points, lang: Lang): Record<string, ResultCell> {
  const own = points.get(String(row['customer_id'])) ?? new Map<string, number>();
  const tier = typeof row['tier'] === 'number' ? tiers[row['tier'] - 1] : undefined;
  const { lift_1, lift_2, drag_1, drag_2, ...rest } = row;
  const say = (side: 'lifts' | 'drags', ids: readonly (ResultCell | undefined)[]) => sayFactors(side, ids, own, lang);
  const entries = Object.entries(rest);
  const ordered = [...entries.slice(0, leading.length), ['lifts', say('lifts', [lift_1, lift_2])], ['drags', say('drags', [drag_1, drag_2])], ['action', tier?.action ?? null], ...entries.slice(leading.length)];
  return { ...Object.fromEntries(ordered as [string, ResultCell][]), tier: tier?.name ?? null };
}

/** `high revenue 98, orders often 91`; null where there is no such factor. */
function sayFactors(side: 'lifts' | 'drags', ids: readonly (ResultCell | undefined)[], points: ReadonlyMap<string, number>, lang: Lang): string | null {
  const said = ids.filter((id): id is FactorId => typeof id === 'string' && id in factors).map((id) => `${factors[id][side][lang]} ${Math.round(points.get(id) ?? 0)}`);
  return said.length === 0 ? null : said.join(lang === 'zh-CN' ? '、' : ', ');
}
