import type { Localized } from '../../../lib/localized.ts';
import type { FitRow } from '../../../forecast/purchases/fit-rows.ts';

/** What each model of purchases says of customers who bought once. */
export const modelWords: ReadonlyMap<string, Localized> = new Map<string, Localized>([
  [
    'mbg-nbd',
    {
      en: 'MBG/NBD: a customer may stop after any purchase, the first one included, so one who bought once long ago counts as probably gone.',
      'zh-CN': 'MBG/NBD：客户在任何一次购买后（包括首次）都可能停止，因此很久以前只买过一次的客户会被判断为很可能已流失。',
    },
  ],
  [
    'pareto-nbd',
    {
      en: 'Pareto/NBD: a customer may stop at any time, so one who bought once long ago counts as probably gone.',
      'zh-CN': 'Pareto/NBD：客户随时可能停止购买，因此很久以前只买过一次的客户会被判断为很可能已流失。',
    },
  ],
  [
    'bg-nbd',
    {
      en: 'BG/NBD: a customer may stop after a repeat purchase only, so everyone who bought once counts as alive.',
      'zh-CN': 'BG/NBD：客户只会在复购之后停止，因此只买过一次的客户一律视为存活。',
    },
  ],
]);

const problemWords: ReadonlyMap<string, Localized> = new Map<string, Localized>([
  ['no_customers', { en: 'nobody has a dated purchase', 'zh-CN': '没有带日期的购买' }],
  ['no_time', { en: 'all purchases are on the last day', 'zh-CN': '所有购买都在最后一天' }],
  ['no_repeat_customers', { en: 'there are no repeat purchases to learn from', 'zh-CN': '没有可用于拟合的复购' }],
  ['not_converged', { en: 'the fit did not come to an end', 'zh-CN': '拟合未收敛' }],
  ['boundary', { en: 'the data cannot tell every parameter', 'zh-CN': '数据无法确定全部参数' }],
  ['few_repeat_customers', { en: 'fewer than 30 customers came back', 'zh-CN': '复购客户不足 30 位' }],
  [
    'infinite_mean',
    { en: 'q is 1 or less: the mean value of a purchase over all customers is infinite', 'zh-CN': 'q ≤ 1：全部客户的单次金额均值无穷大' },
  ],
]);

const fewSpenders: Localized = {
  en: 'no two customers have repeat purchases with a value above 0',
  'zh-CN': '复购金额大于 0 的客户不足两位',
};

/** Why a fit is not to be relied on, or why there is none; without a row of it there was nothing to fit. */
export function problemText(row: Pick<FitRow, 'model' | 'problem'> | undefined): Localized {
  const problem = row === undefined ? 'no_customers' : String(row.problem);
  if (row?.model === 'gamma-gamma' && problem === 'no_repeat_customers') return fewSpenders;
  return problemWords.get(problem) ?? { en: problem, 'zh-CN': problem };
}

/** Why a customer has no forecast, by the ids of `lifetime_value.left_out`. */
export const leftOutWords: ReadonlyMap<string, Localized> = new Map<string, Localized>([
  ['no-purchase', { en: 'no dated order that is no return', 'zh-CN': '没有带日期的订单（退货除外）' }],
  ['no-model', { en: 'the purchases carry no model', 'zh-CN': '购买历史不足以拟合模型' }],
  ['no-spend', { en: 'the values of repeat purchases carry no model', 'zh-CN': '复购金额不足以拟合模型' }],
  [
    'infinite-mean',
    {
      en: 'no own repeat purchases, and the mean over all customers is infinite (q ≤ 1)',
      'zh-CN': '无自身复购金额，而总体均值无穷大（q ≤ 1）',
    },
  ],
]);

/** Where the margin comes from, by the ids of `profit_margin.basis`. */
export const marginWords = {
  given: { en: 'As set.', 'zh-CN': '按设定。' },
  profit: {
    en: 'Profit divided by revenue, over all order lines whose profit is known.',
    'zh-CN': '利润 ÷ 销售额，取全部利润已知的订单行。',
  },
  revenue: {
    en: 'No margin was set and the files hold no profit: values are revenue. Set value.margin or --margin.',
    'zh-CN': '未设定利润率，文件中也没有利润：各项价值均为销售额口径。可用 value.margin 或 --margin 设定。',
  },
} as const satisfies Record<string, Localized>;
