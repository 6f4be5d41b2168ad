import type { FitRow, PurchaseFitRow } from '../../../forecast/purchases/fit-rows.ts';
import type { ModelChoice } from '../../../forecast/value/choice.ts';
import type { Localized } from '../../../lib/localized.ts';
import { neverStop } from './findings.ts';
import type { ValueBasis } from './basis.ts';
import { modelWords, problemText } from './words.ts';
import type { FactText } from '../../../views/facts.ts';
import { numberOf } from '../../../views/number-of.ts';

/** Which models were used and why, their parameters by their published names with standard errors, and the check of their assumption. */
export function modelFacts({ purchases, spend, independence }: ValueBasis): FactText[] {
  const [own, ofSpend] = [purchases.rows[0], spend[0]];
  return [
    {
      id: 'purchase_model',
      title: { en: 'Model of purchases', 'zh-CN': '购买模型' },
      type: 'id',
      value: usedModel(own),
      basis: reason(purchases),
    },
    {
      id: 'time_unit',
      title: { en: 'Unit of time', 'zh-CN': '时间单位' },
      type: 'text',
      value: { en: 'weeks', 'zh-CN': '周' },
      basis: timeUnit,
    },
    ...counts(own),
    ...purchases.rows.flatMap(parameterFacts),
    likelihood('log_likelihood', own),
    {
      id: 'spend_model',
      title: { en: 'Model of values', 'zh-CN': '金额模型' },
      type: 'id',
      value: usedModel(ofSpend),
      basis: usedModel(ofSpend) === null ? noModel(ofSpend) : spendWords,
    },
    ...spend.flatMap(parameterFacts),
    {
      id: 'average_purchase_value',
      title: { en: 'Mean value of a purchase', 'zh-CN': '单次金额总体均值' },
      type: 'money',
      value: populationMean(spend),
      n: ofSpend?.customers ?? null,
      basis: {
        en: 'p v / (q − 1), over all customers; none where q is 1 or less.',
        'zh-CN': 'p·v ÷ (q − 1)，全部客户的均值；q ≤ 1 时不存在。',
      },
    },
    likelihood('spend_log_likelihood', ofSpend),
    {
      id: 'spend_frequency_correlation',
      title: { en: 'Correlation of frequency and value', 'zh-CN': '频率与金额的相关系数' },
      type: 'number',
      value: numberOf(independence['correlation']),
      n: numberOf(independence['n']),
      low: numberOf(independence['low']),
      high: numberOf(independence['high']),
      basis: independenceBasis,
    },
  ];
}

const timeUnit: Localized = {
  en: 'Days divided by 7. A purchase is a day with an order; x counts those after the first, t_x is the age at the last one, T the age on the as-of date.',
  'zh-CN': '天数 ÷ 7。有订单的一天算一次购买；x 为首购之后的购买次数，t_x 为末次购买时的客龄，T 为截止日的客龄。',
};

const independenceBasis: Localized = {
  en: 'Repeat purchases with their mean value, over repeat customers, with its 95% interval. The model of values takes it to be 0.',
  'zh-CN': '复购客户的复购次数与复购均值的相关系数及 95% 区间；金额模型假定为 0。',
};

function noModel(row: FitRow | undefined): Localized {
  const problem = problemText(row);
  return { en: `No model: ${problem.en}.`, 'zh-CN': `没有模型：${problem['zh-CN']}。` };
}

function reason({ model, rows, why, passedOver }: ModelChoice): Localized {
  if (usedModel(rows[0]) === null) return noModel(rows[0]);
  const words = neverStop(rows) ? noStop(model.id) : (modelWords.get(model.id) ?? { en: model.id, 'zh-CN': model.id });
  const passed = passedOver.map((one) => `${one.model}: ${one.problem}`).join(', ');
  const over: Localized =
    passed === ''
      ? { en: '', 'zh-CN': '' }
      : { en: `Others could not be fitted (${passed}). `, 'zh-CN': `其他模型无法拟合（${passed}）。` };
  return { en: `${whyWords[why].en} ${over.en}${words.en}`, 'zh-CN': `${whyWords[why]['zh-CN']}${over['zh-CN']}${words['zh-CN']}` };
}

function noStop(model: string): Localized {
  return {
    en: `${model} as fitted here: nobody stops for good, so customers differ only in how often they buy.`,
    'zh-CN': `${model} 在此数据上的拟合结果：没有客户永久停止购买，客户之间只有购买频率的差别。`,
  };
}

const whyWords: Readonly<Record<ModelChoice['why'], Localized>> = {
  asked: { en: 'As asked for.', 'zh-CN': '按指定。' },
  tested: {
    en: 'Nearest to what came in the back-test, or within 2% of that and likelier on all the data.',
    'zh-CN': '回测中与实际最接近，或误差相差不到 2% 而对全部数据的似然更高。',
  },
  untested: { en: 'The default: there was nothing to hold out.', 'zh-CN': '默认模型：历史不足，无法回测。' },
};

function usedModel(row: FitRow | undefined): string | null {
  return row === undefined || row.value === null ? null : row.model;
}

const spendWords: Localized = {
  en: 'Gamma-Gamma on the mean value of repeat purchases: the value of a purchase differs between customers and within one, and does not depend on how often they buy.',
  'zh-CN': 'Gamma-Gamma，基于复购均值：单次金额因客户而异，也会波动，且与购买频率无关。',
};

function counts(row: PurchaseFitRow | undefined): FactText[] {
  return [
    {
      id: 'customers',
      title: { en: 'Customers behind the model', 'zh-CN': '建模客户数' },
      type: 'integer',
      value: row?.customers ?? 0,
      unit: 'customers',
      basis: { en: 'Customers with a dated purchase.', 'zh-CN': '有带日期购买的客户。' },
    },
    {
      id: 'repeat_customers',
      title: { en: 'Repeat customers', 'zh-CN': '复购客户数' },
      type: 'integer',
      value: row?.repeat_customers ?? 0,
      unit: 'customers',
      basis: { en: 'Of them, with purchases on different days.', 'zh-CN': '其中在不同日期购买过的客户。' },
    },
  ];
}

/** The estimate with its 95% interval, and its standard error. */
function parameterFacts(row: FitRow): FactText[] {
  const { parameter, value, standard_error: error } = row;
  const spread = value === null || error === null ? null : Math.exp((1.96 * error) / value);
  const missing: Localized = { en: 'The data cannot tell.', 'zh-CN': '数据无法确定。' };
  return [
    {
      id: parameter,
      title: { en: parameter, 'zh-CN': parameter },
      type: 'number',
      value,
      n: value === null ? null : row.customers,
      low: value === null || spread === null ? null : value / spread,
      high: value === null || spread === null ? null : value * spread,
      basis: basisOf(row),
    },
    {
      id: `${parameter}_error`,
      title: { en: `Standard error of ${parameter}`, 'zh-CN': `${parameter} 标准误` },
      type: 'number',
      value: error,
      basis: error === null ? missing : { en: 'From the Hessian.', 'zh-CN': '由 Hessian 矩阵得出。' },
    },
  ];
}

function basisOf({ value, standard_error: error, unbounded }: FitRow): Localized {
  if (error !== null || value === null)
    return { en: 'Maximum likelihood, with the 95% interval of its logarithm.', 'zh-CN': '极大似然估计，区间为其对数的 95% 区间。' };
  return unbounded === null
    ? {
        en: 'Maximum likelihood; it goes with one that the data do not bound, predictions hold all the same.',
        'zh-CN': '极大似然估计；与另一个数据无法限定的参数相关联，但不影响预测。',
      }
    : {
        en: 'Maximum likelihood; the data do not bound it, predictions hold all the same.',
        'zh-CN': '极大似然估计；数据无法限定其大小，但不影响预测。',
      };
}

function likelihood(id: string, row: FitRow | undefined): FactText {
  return {
    id,
    title:
      id === 'log_likelihood'
        ? { en: 'Log-likelihood', 'zh-CN': '对数似然' }
        : { en: 'Log-likelihood of values', 'zh-CN': '金额模型对数似然' },
    type: 'number',
    value: row?.log_likelihood ?? null,
    basis: { en: 'At the maximum.', 'zh-CN': '极大值处。' },
  };
}

function populationMean(rows: readonly FitRow[]): number | null {
  const [p = null, q = null, v = null] = rows.map(({ value }) => value);
  return p === null || q === null || v === null || q <= 1 ? null : (p * v) / (q - 1);
}
