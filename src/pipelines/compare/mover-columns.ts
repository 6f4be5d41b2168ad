import type { IsoDate } from '../../lib/dates.ts';
import type { Lang, Localized } from '../../lib/localized.ts';
import { absent, movements } from '../../metrics/comparison/parts/movements.ts';
import { sides } from '../../metrics/comparison/parts/periods.ts';
import type { RevenueEffects } from '../../metrics/comparison/parts/revenue-effects.ts';
import { effectsOf, purchaseReads, reasonReads, revenueReasons } from './reasons.ts';
import { scoreMoves } from './score-moves.ts';
import { segmentWords, tierCode } from '../parts/scoring-words.ts';
import { type ScoreInput, tierNames } from '../parts/scoring.ts';
import { codeOf } from '../../views/codes.ts';
import { type ListColumn, from, own, reads, wordOf, worded } from '../../views/list-columns.ts';
import { metricHeading } from '../../views/of-metrics.ts';
import { pair } from '../../views/pairs.ts';

/** What moved, in revenue and then in score; the later period begins at `since`. */
export function moverColumns(input: ScoreInput, since: IsoDate): ListColumn[] {
  const { lang, money } = input;
  return [
    own('place', { type: 'integer', ...texts.place }, reads('movers', 'place'), null),
    own(
      'direction',
      { type: 'text', ...texts.direction },
      reads('movers', 'direction'),
      (id) => directions[String(id)]?.[lang] ?? null,
      (id = null) => codeOf(id),
    ),
    ...from('customer_profile', 'customer_id', 'customer_name', 'owner'),
    movement(lang),
    ...from('customer_periods', 'revenue_difference'),
    own('revenue_reasons', { type: 'text', ...texts.reasons }, reasonReads, (...cells) => revenueReasons(cells, since, lang, money)),
    ...from('customer_periods', 'before_revenue', 'after_revenue', 'before_orders', 'after_orders'),
    ...sides.map((side) =>
      own(
        `${side}_average_order`,
        { type: 'money', title: averageOrder[side], basis: averageOrder.basis },
        reads('customer_periods', `${side}_sales`, `${side}_orders`),
        (sales = null, orders = null) => (typeof sales === 'number' && Number(orders) > 0 ? sales / Number(orders) : null),
      ),
    ),
    effect('orders_effect', texts.orders, ({ orders }) => orders),
    effect('average_order_effect', texts.average, ({ averageOrder: average }) => average),
    effect('returns_effect', texts.returns, ({ returns }) => returns),
    ...standings(input),
    scoreMoves(lang),
  ];
}

/** Who is in no row of customer_periods ordered in neither period. */
function movement(lang: Lang): ListColumn {
  const words = new Map([...movements, absent].map(({ id, title }) => [id, title[lang]]));
  const heading = { ...metricHeading('customer_periods', 'movement'), type: 'text' } as const;
  return own(
    'movement',
    heading,
    reads('customer_periods', 'movement'),
    (id = null) => wordOf(words, id ?? absent.id),
    (id = null) => codeOf(id ?? absent.id),
  );
}

/** A part of the difference: together they are the whole of it. */
function effect(id: string, text: Pick<ListColumn, 'title' | 'basis'>, part: (effects: RevenueEffects) => number | null): ListColumn {
  return own(id, { type: 'money', ...text }, purchaseReads, (...cells) => {
    const effects = effectsOf(cells);
    return effects === null ? null : part(effects);
  });
}

/** Where the customer stood at the end of either period. */
function standings(input: ScoreInput): ListColumn[] {
  const read = (metric: string, column: string) => ({ before: { metric: 'earlier_scores', column }, after: { metric, column } });
  const basis = {
    before: { en: 'At the end of the earlier period, with the same settings.', 'zh-CN': '对比期末，使用同样的设置。' },
    after: { en: 'At the end of the later period.', 'zh-CN': '本期末。' },
  };
  const tier = pair('tier', { type: 'text', title: { en: 'Tier', 'zh-CN': '层级' }, basis }, read('customer_scores', 'tier'));
  const segment = pair(
    'segment',
    { type: 'text', title: { en: 'Segment', 'zh-CN': '客群' }, basis },
    read('customer_state', 'rfm_segment'),
  );
  const scored = { type: 'number', unit: 'points', title: { en: 'Score', 'zh-CN': '得分' }, basis } as const;
  const score = pair('score', scored, read('customer_scores', 'score'));
  const rank = pair('rank', { type: 'integer', title: { en: 'Rank', 'zh-CN': '排名' }, basis }, read('customer_scores', 'rank'));
  return [
    ...worded([tier.before, tier.after], tierNames(input), tierCode),
    ...worded([segment.before, segment.after], segmentWords(input.lang)),
    score.change,
    score.before,
    score.after,
    rank.before,
    rank.after,
  ];
}

const directions: Readonly<Record<string, Localized>> = {
  up: { en: 'up', 'zh-CN': '上升' },
  down: { en: 'down', 'zh-CN': '下降' },
  level: { en: 'level', 'zh-CN': '持平' },
};

const averageOrder = {
  before: { en: 'Average order before', 'zh-CN': '对比期客单价' },
  after: { en: 'Average order after', 'zh-CN': '本期客单价' },
  basis: {
    en: 'Orders with an amount of 0 or more, divided by their number; returns are not taken off.',
    'zh-CN': '金额不为负的订单合计 ÷ 订单数，未扣退货。',
  },
} as const;

const texts = {
  place: {
    title: { en: 'Place', 'zh-CN': '序号' },
    basis: {
      en: '1 moved most in its direction: by revenue, then by score.',
      'zh-CN': '同方向中变动最大者为 1：先按销售额增减，再按得分变化。',
    },
  },
  direction: {
    title: { en: 'Direction', 'zh-CN': '方向' },
    basis: { en: 'Of the revenue; where that is the same, of the score.', 'zh-CN': '销售额增减的方向；相同时取得分变化的方向。' },
  },
  reasons: {
    title: { en: 'What moved the revenue', 'zh-CN': '销售额变动原因' },
    basis: {
      en: 'Orders and average order with what each makes of the difference, then returns; of kept customers also the categories (else products) they dropped or took up, which is a second look at the same difference.',
      'zh-CN': '订单数与客单价各自造成的增减，其次为退货；留存客户另列停购与新购的品类（没有品类时为产品），是同一增减的另一角度。',
    },
  },
  orders: {
    title: { en: 'From orders', 'zh-CN': '订单数影响' },
    basis: {
      en: 'Difference of orders × mean of both averages; the whole of the sales where one period has no order. From orders + from average order + from returns = difference of revenue.',
      'zh-CN': '订单数之差 × 两期客单价的均值；某一期没有订单时为全部订单金额。订单数影响 + 客单价影响 + 退货影响 = 销售额增减。',
    },
  },
  average: {
    title: { en: 'From average order', 'zh-CN': '客单价影响' },
    basis: {
      en: 'Difference of the averages × mean of both numbers of orders; empty where one period has no order.',
      'zh-CN': '客单价之差 × 两期订单数的均值；某一期没有订单时为空。',
    },
  },
  returns: {
    title: { en: 'From returns', 'zh-CN': '退货影响' },
    basis: { en: 'Orders with an amount below zero: after less before.', 'zh-CN': '负金额订单：本期 − 对比期。' },
  },
} as const;
