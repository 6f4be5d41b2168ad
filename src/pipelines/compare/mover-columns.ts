import type { Lang, Localized } from '../../lib/localized.ts';
import type { ResultColumn } from '../../result/result.ts';
import { type Pick, resultColumn } from '../metric-section.ts';

type OwnColumn = (id: string, type: ResultColumn['type'], title: Localized, basis: Localized | null, unit?: string | null) => ResultColumn;

/** The average orders, and the parts of the difference: together they are the whole of it. */
function effectColumns(own: OwnColumn): ResultColumn[] {
  const average: Localized = {
    en: 'Orders with an amount of 0 or more, divided by their number; returns are not taken off.',
    'zh-CN': '金额不为负的订单合计 ÷ 订单数，未扣退货。',
  };
  return [
    own('before_average_order', 'money', { en: 'Average order before', 'zh-CN': '对比期客单价' }, average),
    own('after_average_order', 'money', { en: 'Average order after', 'zh-CN': '本期客单价' }, average),
    own(
      'orders_effect',
      'money',
      { en: 'From orders', 'zh-CN': '订单数影响' },
      {
        en: 'Difference of orders × mean of both averages; the whole of the sales where one period has no order. From orders + from average order + from returns = difference of revenue.',
        'zh-CN': '订单数之差 × 两期客单价的均值；某一期没有订单时为全部订单金额。订单数影响 + 客单价影响 + 退货影响 = 销售额增减。',
      },
    ),
    own(
      'average_order_effect',
      'money',
      { en: 'From average order', 'zh-CN': '客单价影响' },
      {
        en: 'Difference of the averages × mean of both numbers of orders; empty where one period has no order.',
        'zh-CN': '客单价之差 × 两期订单数的均值；某一期没有订单时为空。',
      },
    ),
    own(
      'returns_effect',
      'money',
      { en: 'From returns', 'zh-CN': '退货影响' },
      {
        en: 'Orders with an amount below zero: after less before.',
        'zh-CN': '负金额订单：本期 − 对比期。',
      },
    ),
  ];
}

/** The columns of the section of movers. */
export function moverColumns(lang: Lang): ResultColumn[] {
  const own: OwnColumn = (id, type, title, basis, unit = null) => ({
    id,
    title: title[lang],
    type,
    unit,
    basis: basis?.[lang] ?? null,
  });
  const from = (metric: string, column: string): ResultColumn => {
    const pick: Pick = { metric, column };
    return resultColumn(pick, lang, column === 'movement');
  };
  const end = (side: 'before' | 'after'): Localized =>
    side === 'before'
      ? { en: 'At the end of the earlier period, with the same settings.', 'zh-CN': '对比期末，使用同样的设置。' }
      : { en: 'At the end of the later period.', 'zh-CN': '本期末。' };
  const pair = (id: string, type: ResultColumn['type'], en: string, zh: string, unit: string | null = null): ResultColumn[] => [
    own(`${id}_before`, type, { en: `${en} before`, 'zh-CN': `原${zh}` }, end('before'), unit),
    own(`${id}_after`, type, { en: `${en} after`, 'zh-CN': `现${zh}` }, end('after'), unit),
  ];
  return [
    own(
      'place',
      'integer',
      { en: 'Place', 'zh-CN': '序号' },
      {
        en: '1 moved most in its direction: by revenue, then by score.',
        'zh-CN': '同方向中变动最大者为 1：先按销售额增减，再按得分变化。',
      },
    ),
    own(
      'direction',
      'text',
      { en: 'Direction', 'zh-CN': '方向' },
      {
        en: 'Of the revenue; where that is the same, of the score.',
        'zh-CN': '销售额增减的方向；相同时取得分变化的方向。',
      },
    ),
    from('customer_profile', 'customer_id'),
    from('customer_profile', 'customer_name'),
    from('customer_profile', 'owner'),
    from('customer_periods', 'movement'),
    from('customer_periods', 'revenue_difference'),
    own(
      'revenue_reasons',
      'text',
      { en: 'What moved the revenue', 'zh-CN': '销售额变动原因' },
      {
        en: 'Orders and average order with what each makes of the difference, then returns; of kept customers also the categories (else products) they dropped or took up, which is a second look at the same difference.',
        'zh-CN': '订单数与客单价各自造成的增减，其次为退货；留存客户另列停购与新购的品类（没有品类时为产品），是同一增减的另一角度。',
      },
    ),
    ...['before_revenue', 'after_revenue', 'before_orders', 'after_orders'].map((id) => from('customer_periods', id)),
    ...effectColumns(own),
    ...pair('tier', 'text', 'Tier', '层级'),
    ...pair('segment', 'text', 'Segment', '客群'),
    own(
      'score_difference',
      'number',
      { en: 'Change of score', 'zh-CN': '得分变化' },
      { en: 'Score after less score before.', 'zh-CN': '现得分 − 原得分。' },
      'points',
    ),
    ...pair('score', 'number', 'Score', '得分', 'points'),
    ...pair('rank', 'integer', 'Rank', '排名'),
    own(
      'reasons',
      'text',
      { en: 'What moved the score', 'zh-CN': '得分变动原因' },
      {
        en: 'The three factors whose part in the score changed most, with their points (0 to 100) before and after.',
        'zh-CN': '对得分影响变化最大的三项指标及其前后得分（0–100）。',
      },
    ),
  ];
}
