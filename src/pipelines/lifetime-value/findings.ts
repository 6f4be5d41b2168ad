import type { Lang, Localized } from '../../lib/localized.ts';
import type { FitRow } from '../../forecast/purchases/fit-rows.ts';
import type { ModelChoice } from '../../forecast/value/choice.ts';
import type { Finding } from '../../result/result.ts';
import type { ValueBasis } from './settings.ts';
import { problemWords, spendProblem } from './words.ts';
import { findingsOf, type Note } from '../../views/notes.ts';
import { numberOf } from '../../views/number-of.ts';

/** A correlation within these bounds does no harm. */
const harmless = 0.1;

/** What a reader of lifetime values has to know of the models behind them. */
export function lifetimeValueFindings({ purchases, spend, independence }: ValueBasis, lang: Lang): Finding[] {
  return findingsOf([...ofPurchases(purchases), ...ofSpend(spend), ...ofIndependence(independence)], lang);
}

function ofPurchases({ rows }: ModelChoice): Note[] {
  const [row] = rows;
  if (row === undefined || row.problem === null) return [];
  if (row.value === null) return [noModel('purchase-model-missing', row, { en: 'purchases', 'zh-CN': '购买历史' })];
  if (row.problem === 'few_repeat_customers') return [few('purchase-model-uncertain', row.repeat_customers)];
  if (row.problem !== 'boundary') return [uncertain('purchase-model-uncertain', row)];
  return neverStop(rows) ? [nobodyStops] : [unbounded('purchase-parameters-unbounded', rows)];
}

function ofSpend(rows: readonly FitRow[]): Note[] {
  const [row] = rows;
  if (row === undefined || row.problem === null) return [];
  if (row.value === null) return [noModel('spend-model-missing', row, { en: 'values of repeat purchases', 'zh-CN': '复购金额' })];
  if (row.problem === 'few_repeat_customers') return [few('spend-model-uncertain', row.customers)];
  if (row.problem === 'infinite_mean') return [infiniteMean(rows)];
  return row.problem === 'boundary' ? [unbounded('spend-parameters-unbounded', rows)] : [uncertain('spend-model-uncertain', row)];
}

/**
 * Whether next to nobody stops: the mean probability after a purchase (a / (a + b)), or the rate a week (s / beta), is below a thousandth.
 * Where a and b both run off at some ratio, customers do stop, all of them alike.
 */
export function neverStop(rows: readonly FitRow[]): boolean {
  const of = (name: string): number | null => rows.find(({ parameter }) => parameter === name)?.value ?? null;
  const [a, b, s, beta] = [of('a'), of('b'), of('s'), of('beta')];
  if (a !== null && b !== null) return a / (a + b) < 0.001;
  return s !== null && beta !== null && s / beta < 0.001;
}

const nobodyStops: Note = {
  code: 'no-stopping-seen',
  level: 'info',
  message: {
    en: 'the data show no customers who stop for good: everyone counts as alive, and only how often they buy tells them apart',
    'zh-CN': '数据中看不出有客户永久停止购买：所有客户都视为存活，只按购买频率区分',
  },
};

function unbounded(code: string, rows: readonly FitRow[]): Note {
  const names = rows.filter((row) => row.unbounded !== null).map(({ parameter }) => parameter);
  return {
    code,
    level: 'info',
    message: {
      en: `the data cannot tell ${names.join(', ')} of ${rows[0]!.model}: forecasts hold, standard errors do not exist`,
      'zh-CN': `数据无法确定 ${rows[0]!.model} 的参数 ${names.join('、')}：预测仍可用，但没有标准误`,
    },
  };
}

function few(code: string, customers: number): Note {
  return {
    code,
    level: 'warning',
    message: {
      en: `lifetime values rest on ${customers} repeat customers: below 30 they are a guess`,
      'zh-CN': `生命周期价值仅基于 ${customers} 位复购客户：不足 30 位时只能算粗略估计`,
    },
    fix: { en: 'add older orders', 'zh-CN': '请加上更早的订单' },
  };
}

function uncertain(code: string, row: FitRow): Note {
  const words = wordsOf(row);
  return {
    code,
    level: 'warning',
    message: { en: `${row.model} is not to be relied on: ${words.en}`, 'zh-CN': `${row.model} 拟合不可靠：${words['zh-CN']}` },
  };
}

function noModel(code: string, row: FitRow, of: Localized): Note {
  const words = (row.model === 'gamma-gamma' ? spendProblem(row.problem) : undefined) ?? wordsOf(row);
  return {
    code,
    level: 'warning',
    message: {
      en: `no lifetime values, for the ${of.en} carry no model: ${words.en}`,
      'zh-CN': `无法给出生命周期价值：${of['zh-CN']}不足以拟合模型，${words['zh-CN']}`,
    },
    fix: { en: 'add older orders, with dates and amounts', 'zh-CN': '请加上更早的订单（含日期和金额）' },
  };
}

function wordsOf({ problem }: FitRow): Localized {
  return problemWords.get(problem ?? '') ?? { en: String(problem), 'zh-CN': String(problem) };
}

function infiniteMean(rows: readonly FitRow[]): Note {
  const q = rows.find(({ parameter }) => parameter === 'q')?.value ?? 0;
  return {
    code: 'spend-mean-infinite',
    level: 'warning',
    message: {
      en: `a few very large orders make the mean value of a purchase infinite (q = ${q.toFixed(2)}, 1 or less): customers without own repeat purchases have no lifetime value`,
      'zh-CN': `少数极大订单使单次金额的总体均值无穷大（q = ${q.toFixed(2)} ≤ 1）：没有自身复购的客户无法给出生命周期价值`,
    },
    fix: { en: 'score large projects and ordinary orders apart', 'zh-CN': '请将大型项目与日常订单分开评估' },
  };
}

/** Said only where the whole interval lies beyond what does no harm. */
function ofIndependence({ correlation, low, high }: ValueBasis['independence']): Note[] {
  const [r = null, from = null, to = null] = [correlation, low, high].map(numberOf);
  if (r === null || from === null || to === null || (from <= harmless && to >= -harmless)) return [];
  const more = r > 0;
  return [
    {
      code: 'spend-frequency-correlated',
      level: 'warning',
      message: {
        en: `customers who buy more often spend ${more ? 'more' : 'less'} each time (r = ${r.toFixed(2)}, 95 % ${from.toFixed(2)} to ${to.toFixed(2)}), while the model of values takes the two as unrelated: lifetime values of rare buyers come out too ${more ? 'high' : 'low'}, those of frequent ones too ${more ? 'low' : 'high'}`,
        'zh-CN': `买得更勤的客户每次买得${more ? '更多' : '更少'}（r = ${r.toFixed(2)}，95% 区间 ${from.toFixed(2)} 至 ${to.toFixed(2)}），而金额模型假定两者无关：低频客户的价值偏${more ? '高' : '低'}，高频客户偏${more ? '低' : '高'}`,
      },
      fix: {
        en: 'score groups of customers apart, such as large and small ones',
        'zh-CN': '请将不同类型的客户（如大客户与小客户）分开评估',
      },
    },
  ];
}
