import type { Localized } from '../../../lib/localized.ts';
import type { FitRow } from '../../../forecast/purchases/fit-rows.ts';
import type { PurchaseFitRow } from '../../../forecast/purchases/fit-rows.ts';
import type { Note, NoteKinds } from '../../../views/notes.ts';
import { problemText } from './words.ts';

type Text = Pick<Note, 'message' | 'fix'>;

/** What may have to be said of the models behind lifetime values. */
export const lifetimeValueNotes = {
  'purchase-model-missing': { level: 'warning', text: (row: FitRow) => noModel(row, { en: 'purchases', 'zh-CN': '购买历史' }) },
  'purchase-model-uncertain': { level: 'warning', text: (row: PurchaseFitRow) => uncertain(row, row.repeat_customers) },
  'purchase-parameters-unbounded': { level: 'info', text: unbounded },
  'no-stopping-seen': {
    level: 'info',
    text: (): Text => ({
      message: {
        en: 'the data show no customers who stop for good: everyone counts as alive, and only how often they buy tells them apart',
        'zh-CN': '数据中看不出有客户永久停止购买：所有客户都视为存活，只按购买频率区分',
      },
    }),
  },
  'spend-model-missing': {
    level: 'warning',
    text: (row: FitRow) => noModel(row, { en: 'values of repeat purchases', 'zh-CN': '复购金额' }),
  },
  'spend-model-uncertain': { level: 'warning', text: (row: FitRow) => uncertain(row, row.customers) },
  'spend-parameters-unbounded': { level: 'info', text: unbounded },
  'spend-mean-infinite': {
    level: 'warning',
    text: ({ q }: { readonly q: number }): Text => ({
      message: {
        en: `a few very large orders make the mean value of a purchase infinite (q = ${q.toFixed(2)}, 1 or less): customers without own repeat purchases have no lifetime value`,
        'zh-CN': `少数极大订单使单次金额的总体均值无穷大（q = ${q.toFixed(2)} ≤ 1）：没有自身复购的客户无法给出生命周期价值`,
      },
      fix: { en: 'score large projects and ordinary orders apart', 'zh-CN': '请将大型项目与日常订单分开评估' },
    }),
  },
  'spend-frequency-correlated': {
    level: 'warning',
    text: ({ r, low, high }: { readonly r: number; readonly low: number; readonly high: number }): Text => ({
      message: {
        en: `customers who buy more often spend ${r > 0 ? 'more' : 'less'} each time (r = ${r.toFixed(2)}, 95% ${low.toFixed(2)} to ${high.toFixed(2)}), while the model of values takes the two as unrelated: lifetime values of rare buyers come out too ${r > 0 ? 'high' : 'low'}, those of frequent ones too ${r > 0 ? 'low' : 'high'}`,
        'zh-CN': `买得更勤的客户每次买得${r > 0 ? '更多' : '更少'}（r = ${r.toFixed(2)}，95% 区间 ${low.toFixed(2)} 至 ${high.toFixed(2)}），而金额模型假定两者无关：低频客户的价值偏${r > 0 ? '高' : '低'}，高频客户偏${r > 0 ? '低' : '高'}`,
      },
      fix: {
        en: 'score groups of customers apart, such as large and small ones',
        'zh-CN': '请将不同类型的客户（如大客户与小客户）分开评估',
      },
    }),
  },
} as const satisfies NoteKinds;

function unbounded(rows: readonly FitRow[]): Text {
  const names = rows.filter((row) => row.unbounded !== null).map(({ parameter }) => parameter);
  return {
    message: {
      en: `the data cannot tell ${names.join(', ')} of ${rows[0]!.model}: forecasts hold, standard errors do not exist`,
      'zh-CN': `数据无法确定 ${rows[0]!.model} 的参数 ${names.join('、')}：预测仍可用，但没有标准误`,
    },
  };
}

function uncertain(row: FitRow, repeatCustomers: number): Text {
  if (row.problem === 'few_repeat_customers')
    return {
      message: {
        en: `lifetime values rest on ${repeatCustomers} repeat customers: below 30 they are a guess`,
        'zh-CN': `生命周期价值仅基于 ${repeatCustomers} 位复购客户：不足 30 位时只能算粗略估计`,
      },
      fix: { en: 'add older orders', 'zh-CN': '请加上更早的订单' },
    };
  const words = problemText(row);
  return { message: { en: `${row.model} is not to be relied on: ${words.en}`, 'zh-CN': `${row.model} 拟合不可靠：${words['zh-CN']}` } };
}

function noModel(row: FitRow, of: Localized): Text {
  const words = problemText(row);
  return {
    message: {
      en: `no lifetime values, for the ${of.en} carry no model: ${words.en}`,
      'zh-CN': `无法给出生命周期价值：${of['zh-CN']}不足以拟合模型，${words['zh-CN']}`,
    },
    fix: { en: 'add older orders, with dates and amounts', 'zh-CN': '请加上更早的订单（含日期和金额）' },
  };
}
