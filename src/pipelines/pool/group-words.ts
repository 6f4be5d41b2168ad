import { both, type Localized } from '../../lib/localized.ts';
import type { ResultRow } from '../../result/result.ts';
import { notSaid } from '../../views/not-said.ts';
import { numberOf } from '../../views/number-of.ts';

/** What leads are grouped by, by the codes of `lead_conversion`. */
export const dimensionTitles: Readonly<Record<string, Localized>> = {
  all: both('All leads', '全部线索'),
  source: both('Source', '来源'),
  batch: both('Batch', '批次'),
  industry: both('Industry', '行业'),
  region: both('Region', '区域'),
  size: both('Size', '规模'),
  product: both('Product', '意向产品'),
  pool: both('Pool', '公海'),
  month: both('Month of entry', '进入月份'),
};

export function groupName({ dimension, value = null }: ResultRow): Localized {
  if (dimension === 'all') return both('all', '全部');
  return value === '' ? notSaid : both(String(value), String(value));
}

/** The figure that a row of `lead_conversion` is compared by; null where it is missing. */
export function figureOf(row: ResultRow | undefined): number | null {
  return numberOf(row?.['measure'] === 'rate' ? row['rate'] : row?.['incidence']);
}

export const verdictWords: Readonly<Record<string, Localized>> = {
  above: both('above the others', '高于其他'),
  below: both('below the others', '低于其他'),
  no_difference: both('within chance', '无可见差异'),
  too_few: both('too few', '样本太少'),
  too_young: both('too young', '时间尚短'),
  undated: both('dates missing', '缺少日期'),
};

const measureWords: Readonly<Record<string, Localized>> = {
  incidence: both('by the day', '按天数内转化率'),
  rate: both('so far', '按累计转化率'),
};

/** What rows are compared by, in words, and its code. */
export const measureColumn = {
  value: ({ measure = null }: ResultRow): Localized | null => measureWords[String(measure)] ?? null,
  code: ({ measure = null }: ResultRow): ResultRow[string] => measure,
};

/** Whether a group differs from the others by more than chance. */
export function differs({ verdict }: ResultRow): boolean {
  return verdict === 'above' || verdict === 'below';
}
