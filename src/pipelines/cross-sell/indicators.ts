import { sql } from '../../engine/sql.ts';
import { both, type Localized } from '../../lib/localized.ts';
import { compareProportions } from '../../stats/proportions.ts';
import type { ResultCell, TableSection } from '../../result/result.ts';
import { wordOf } from '../../views/list-columns.ts';
import { notSaid, notSaidCode } from '../../views/not-said.ts';
import { metricHeading } from '../../views/of-metrics.ts';
import { rateOf } from '../../views/rates.ts';
import { table } from '../../views/table.ts';
import { tierCode } from '../parts/scoring-words.ts';
import { tierNames } from '../parts/scoring.ts';
import type { CrossSellInput } from './input.ts';

type Row = Readonly<Record<string, ResultCell>>;

/** What is rated: a share of a whole, or money. */
interface Indicator {
  readonly id: string;
  readonly title: Localized;
  readonly part: string;
  /** Null: the part is the figure. */
  readonly whole: string | null;
}

const indicators: readonly Indicator[] = [
  { id: 'broad_share', title: both('Several categories', '多品类客户占比'), part: 'broad_buyers', whole: 'buyers' },
  { id: 'attach_rate', title: both('Attach rate', '连带率'), part: 'mixed_orders', whole: 'orders' },
  { id: 'cross_sell_rate', title: both('Cross-sell rate', '交叉销售率'), part: 'crossed_buyers', whole: 'known_buyers' },
  { id: 'cross_revenue', title: both('Cross-sell revenue', '交叉销售额'), part: 'cross_revenue', whole: null },
  { id: 'upgrade_rate', title: both('Upgrade rate', '升级率'), part: 'upgraded', whole: 'upgradable' },
];

/** A figure of a group in the period and in the one before. */
interface Figure {
  readonly group: Row;
  readonly indicator: Indicator;
  readonly after: Row;
  readonly before: Row | undefined;
}

/** The indicators of all, then by tier and by owner, in the period against the one before. */
export async function indicatorsSection(input: CrossSellInput): Promise<TableSection> {
  const { engine, lang } = input;
  const rows = await engine.rows<Row>(sql`
    select * from cross_sell_rates
    order by
      case group_kind when 'all' then 1 when 'tier' then 2 else 3 end,
      case group_kind when 'tier' then 0 else buyers end desc nulls last, group_name, side`);
  const before = new Map(rows.filter(({ side }) => side === 'before').map((row) => [keyOf(row), row]));
  const figures = rows
    .filter(({ side }) => side === 'after')
    .flatMap((after) => indicators.map((indicator): Figure => ({ group: after, indicator, after, before: before.get(keyOf(after)) })))
    .filter(({ after, indicator: { part, whole } }) => (after[whole ?? part] ?? 0) !== 0);
  const tiers = tierNames(input);
  const groups = new Map([
    ['all', both('All', '全部')[lang]],
    ['owner', metricHeading('customer_profile', 'owner').title[lang]],
    ['tier', metricHeading('customer_scores', 'tier').title[lang]],
  ]);
  return table<Figure>(
    lang,
    {
      id: 'indicators',
      place: 'detail',
      title: both('How cross-selling does, against the period before', '交叉与追加销售指标（对比上一期）'),
      glance: { first: ['indicator', 'group_name', 'value', 'before', 'change', 'change_low', 'change_high', 'n'], hidden: ['shows'] },
    },
    {
      group_kind: {
        ...metricHeading('cross_sell_rates', 'group_kind'),
        type: 'text',
        value: ({ group }) => wordOf(groups, group['group_kind'] ?? null),
        code: ({ group }) => group['group_kind'] ?? null,
      },
      group_name: {
        ...metricHeading('cross_sell_rates', 'group_name'),
        type: 'text',
        basis: both('The owner, or the tier by score, as both are now; blank of all.', '当前的负责人，或按评分的当前层级；全部时为空。'),
        value: ({ group }) => groupName(group, tiers, notSaid[lang]),
        code: ({ group: { group_kind: kind, group_name: name = null } }) =>
          kind === 'all' ? null : name === '' ? notSaidCode : kind === 'tier' ? tierCode(Number(name)) : null,
      },
      indicator: {
        title: both('Indicator', '指标'),
        type: 'text',
        basis: both(
          'Several categories: buyers of two or more ÷ buyers. Attach rate: orders that hold two or more ÷ orders. Cross-sell rate: buyers from before who bought a category new to them ÷ all of those; cross-sell revenue is what they bought of it. Upgrade rate: who bought a higher edition ÷ who owned a lower one.',
          '多品类客户占比：购买两个及以上品类的客户 ÷ 购买客户；连带率：含两个及以上品类的订单 ÷ 订单；交叉销售率：购买新品类的老客户 ÷ 老客户，交叉销售额为其新品类销售额；升级率：购买更高版本的客户 ÷ 期初拥有较低版本的客户。',
        ),
        value: ({ indicator }) => indicator.title,
        code: ({ indicator }) => indicator.id,
      },
      shows: {
        title: both('Kind', '类型'),
        type: 'text',
        basis: both('ratio or money: how the figures of the row are written.', 'ratio 比例或 money 金额：该行数值的写法。'),
        value: ({ indicator }) => (indicator.whole === null ? 'money' : 'ratio'),
      },
      value: {
        title: both('Value', '本期'),
        type: 'number',
        typeFrom: 'shows',
        basis: both('Of the period; twelve months where none is asked for.', '本期数值；未指定期间时为近 12 个月。'),
        value: ({ indicator, after }) => valueOf(indicator, after),
      },
      low: {
        title: both('Low', '下限'),
        type: 'ratio',
        basis: both('Lower end of the 95% interval of a share (Wilson).', '占比的 95% 区间下限（Wilson）。'),
        value: ({ indicator, after }) => rate(indicator, after)?.low ?? null,
      },
      high: {
        title: both('High', '上限'),
        type: 'ratio',
        basis: both('Upper end of it.', '其上限。'),
        value: ({ indicator, after }) => rate(indicator, after)?.high ?? null,
      },
      n: {
        title: both('n', '基数'),
        type: 'integer',
        basis: both('What the share is of: buyers, orders, owners.', '占比的分母：客户数或订单数。'),
        value: ({ indicator, after }) => (indicator.whole === null ? null : (after[indicator.whole] ?? null)),
      },
      before: {
        title: both('Before', '上一期'),
        type: 'number',
        typeFrom: 'shows',
        basis: both('The same of the period right before, of the same length.', '紧邻的上一期（长度相同）的同一数值。'),
        value: ({ indicator, before: row }) => (row === undefined ? null : valueOf(indicator, row)),
      },
      change: {
        title: both('Change', '变化'),
        type: 'number',
        typeFrom: 'shows',
        basis: both('Value less before.', '本期 − 上一期。'),
        value: (figure) => changeOf(figure),
      },
      change_low: {
        title: both('Change, low', '变化下限'),
        type: 'ratio',
        basis: both('Lower end of the 95% interval of the change of a share (Newcombe).', '占比变化的 95% 区间下限（Newcombe）。'),
        value: (figure) => compared(figure)?.interval.low ?? null,
      },
      change_high: {
        title: both('Change, high', '变化上限'),
        type: 'ratio',
        basis: both('Upper end of it.', '其上限。'),
        value: (figure) => compared(figure)?.interval.high ?? null,
      },
    },
    figures,
  );
}

function keyOf({ group_kind: kind, group_name: name }: Row): string {
  return `${kind}\n${name}`;
}

function groupName({ group_kind: kind, group_name: name = null }: Row, tiers: ReadonlyMap<string, string>, unsaid: string): ResultCell {
  if (kind === 'all') return null;
  if (name === '') return unsaid;
  return kind === 'tier' ? wordOf(tiers, name) : name;
}

function rate({ part, whole }: Indicator, row: Row): ReturnType<typeof rateOf> | null {
  return whole === null ? null : rateOf(row[part], row[whole]);
}

function valueOf(indicator: Indicator, row: Row): number | null {
  const { part, whole } = indicator;
  const own = row[part] ?? null;
  return whole === null ? (own === null ? null : Number(own)) : (rate(indicator, row)?.value ?? null);
}

function changeOf({ indicator, after, before }: Figure): number | null {
  const [now, then] = [valueOf(indicator, after), before === undefined ? null : valueOf(indicator, before)];
  return now === null || then === null ? null : now - then;
}

function compared({ indicator: { part, whole }, after, before }: Figure): ReturnType<typeof compareProportions> {
  if (whole === null || before === undefined) return null;
  const counts = (row: Row) => ({ successes: Number(row[part] ?? Number.NaN), trials: Number(row[whole] ?? Number.NaN) });
  const [first, second] = [counts(before), counts(after)];
  return [first, second].some(({ successes, trials }) => Number.isNaN(successes) || Number.isNaN(trials))
    ? null
    : compareProportions(first, second);
}
