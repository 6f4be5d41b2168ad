import { type Sql, sql } from '../../engine/sql.ts';
import type { Localized } from '../../lib/localized.ts';
import { classWords, segmentWords, tierCode } from '../parts/scoring-words.ts';
import { type ScoreInput, tiersOf } from '../parts/scoring.ts';
import { actionHeading, needsAction } from '../parts/state-column.ts';
import type { ResultCell, TableSection } from '../../result/result.ts';
import { codeOf } from '../../views/codes.ts';
import type { Columns } from '../../views/columns.ts';
import { wordOf } from '../../views/list-columns.ts';
import { metricHeading } from '../../views/of-metrics.ts';
import { table } from '../../views/table.ts';

interface Group {
  readonly [column: string]: ResultCell;
  readonly customers: number;
  readonly customer_share: number | null;
  readonly orders: number | null;
  readonly revenue: number | null;
  readonly revenue_share: number | null;
  readonly score: number | null;
}

/** The group of customers that have no score, for want of orders or figures. */
const notScored: Localized = { en: 'not scored', 'zh-CN': '未评分' };
const notScoredCode = 'not_scored';

/** Scores are rounded to nine decimals as whole numbers: that is exact everywhere, so the sum depends on no order and no engine. */
const scoreSum = sql`(sum(cast(floor(scores.score * 1000000000 + 0.5) as bigint)) * 0.000000001)`;

const figures = (
  tiers: number,
): Sql => sql`count(*) as customers, count(*) filter (where ${needsAction(tiers)}) as act_now, count(*)::double precision / sum(count(*)) over ()::double precision as customer_share, sum(profile.orders)::bigint as orders,
  sum(profile.revenue) as revenue, (sum(profile.revenue))::double precision / nullif((sum(sum(profile.revenue)) over ())::double precision, 0) as revenue_share,
  ${scoreSum}::double precision / nullif(count(scores.score), 0)::double precision as score`;

const people = sql`customer_profile as profile left join customer_scores as scores on scores.customer_id = profile.customer_id left join customer_state as states on states.customer_id = profile.customer_id left join rfm_scores as rfm on rfm.customer_id = profile.customer_id`;

/** What is said of every group, after what names it. */
const groupColumns: Columns<Group> = {
  customers: {
    title: { en: 'Customers', 'zh-CN': '客户数' },
    type: 'integer',
    unit: 'customers',
    basis: { en: 'Customers in the group.', 'zh-CN': '该组客户数。' },
    value: (row) => row.customers,
  },
  customer_share: {
    title: { en: 'Share of customers', 'zh-CN': '客户占比' },
    type: 'ratio',
    basis: { en: 'Customers of the group divided by all customers.', 'zh-CN': '该组客户数 ÷ 全部客户数。' },
    value: (row) => row.customer_share,
  },
  orders: { ...metricHeading('customer_profile', 'orders'), title: { en: 'Orders', 'zh-CN': '订单数' }, value: (row) => row.orders },
  revenue: { ...metricHeading('customer_profile', 'revenue'), title: { en: 'Revenue', 'zh-CN': '销售额' }, value: (row) => row.revenue },
  revenue_share: {
    title: { en: 'Share of revenue', 'zh-CN': '销售额占比' },
    type: 'ratio',
    basis: { en: 'Revenue of the group divided by that of all customers.', 'zh-CN': '该组销售额 ÷ 全部客户销售额。' },
    value: (row) => row.revenue_share,
  },
  score: {
    title: { en: 'Mean score', 'zh-CN': '平均得分' },
    type: 'number',
    unit: 'points',
    basis: { en: 'Mean of the scores of its customers who have one.', 'zh-CN': '该组有得分客户的得分平均值。' },
    value: (row) => row.score,
  },
};

/** Customers, revenue and the action of each tier, best first; customers without a score make the last row. */
export async function tiersSection(input: ScoreInput): Promise<TableSection> {
  const { engine, lang } = input;
  const tiers = tiersOf(input);
  const rows = await engine.rows<Group>(
    sql`select scores.tier, ${figures(tiers.length)} from ${people} group by scores.tier order by scores.tier nulls last`,
  );
  const word = (row: Group) => (row['tier'] === null || row['tier'] === undefined ? undefined : tiers[Number(row['tier']) - 1]);
  return table<Group>(
    lang,
    {
      id: 'tiers',
      title: { en: 'Tiers', 'zh-CN': '客户分层' },
      glance: { first: ['tier', 'customers', 'act_now', 'revenue', 'revenue_share', 'action'] },
      chart: { kind: 'bars', label: 'tier', value: 'revenue_share' },
    },
    {
      tier: {
        ...metricHeading('customer_scores', 'tier'),
        title: { en: 'Tier', 'zh-CN': '层级' },
        type: 'text',
        value: (row) => word(row)?.name ?? notScored[lang],
        code: (row) => tierCode(row['tier'] ?? null) ?? notScoredCode,
      },
      ...groupColumns,
      act_now: {
        title: { en: 'To act on now', 'zh-CN': '需立即处理' },
        type: 'integer',
        unit: 'customers',
        basis: {
          en: 'Customers of the tier with an open complaint, a payment or an order overdue, or falling revenue; and the lost, but for those of the last tier.',
          'zh-CN': '该层级中投诉未结、逾期欠款、超期未购或销售下滑的客户数；已流失者也计入（最低层级除外）。',
        },
        value: (row) => row['act_now'] ?? null,
      },
      action: {
        ...actionHeading,
        basis: {
          en: 'What to do with the customers of the tier that are on schedule; those in another state have an action of their own in the ranking.',
          'zh-CN': '该层级节奏正常客户的行动；其他状态的客户见排名中的建议动作。',
        },
        value: (row) => word(row)?.actions.steady.text ?? null,
        code: (row) => word(row)?.actions.steady.code ?? null,
      },
    },
    rows,
  );
}

const schemes = [
  { id: 'ten_segments', title: { en: 'Ten segments', 'zh-CN': '十类客群' }, column: sql`states.rfm_segment`, words: segmentWords },
  { id: 'eight_classes', title: { en: 'Eight classes', 'zh-CN': '八分类' }, column: sql`rfm.rfm_class`, words: classWords },
];

/** The ten segments and the eight classes, in their own order; customers without RFM scores make the last row of each. */
export async function segmentsSection(input: ScoreInput): Promise<TableSection> {
  const { engine, lang } = input;
  const rows: Group[] = [];
  for (const scheme of schemes) {
    const words = scheme.words(lang);
    const order = [...words.keys()];
    const place = (row: Group): number => (row['segment'] === null ? order.length : order.indexOf(String(row['segment'])));
    const groups = await engine.rows<Group>(
      sql`select ${scheme.column} as segment, ${figures(tiersOf(input).length)} from ${people} group by 1 order by 1`,
    );
    const named = (row: Group): Group => ({
      ...row,
      scheme: scheme.title[lang],
      scheme_code: scheme.id,
      segment_code: codeOf(row['segment'] ?? null) ?? notScoredCode,
      segment: wordOf(words, row['segment'] ?? null) ?? notScored[lang],
    });
    rows.push(...groups.toSorted((one, other) => place(one) - place(other)).map(named));
  }
  return table<Group>(
    lang,
    {
      id: 'segments',
      title: { en: 'RFM segments', 'zh-CN': 'RFM 分群' },
      place: 'detail',
      chart: { kind: 'bars', label: 'segment', value: 'customer_share' },
    },
    {
      scheme: {
        title: { en: 'Scheme', 'zh-CN': '分法' },
        type: 'text',
        basis: {
          en: 'Two ways to part the same customers: ten segments by the scores, eight classes by high or low.',
          'zh-CN': '同一批客户的两种分法：按评分分十类客群，按高低分八类。',
        },
        value: (row) => row['scheme'] ?? null,
        code: (row) => row['scheme_code'] ?? null,
      },
      segment: {
        title: { en: 'Segment', 'zh-CN': '客群' },
        type: 'text',
        basis: { en: 'By the scores for recency, frequency and revenue.', 'zh-CN': '按最近购买、频率与金额的评分划分。' },
        value: (row) => row['segment'] ?? null,
        code: (row) => row['segment_code'] ?? null,
      },
      ...groupColumns,
    },
    rows,
  );
}
