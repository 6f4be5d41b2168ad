import type { Fold } from '../../forecast/churn/folds.ts';
import { errorOf, type Totals } from '../../forecast/holdout.ts';
import type { Lang, Localized } from '../../lib/localized.ts';
import type { TableSection } from '../../result/result.ts';
import type { Column, Columns } from '../../views/columns.ts';
import { table } from '../../views/table.ts';
import { originColumn } from '../parts/origin-column.ts';

type Key = keyof Totals;

/** Each past window in a row: what the default had forecast of the customers known by then, and what they brought. */
export function windowsSection(folds: readonly Fold[], lang: Lang): TableSection {
  const isValued = folds.some(({ forecast }) => forecast.actual.revenue !== null);
  const key = isValued ? 'revenue' : 'orders';
  return table<Fold>(
    lang,
    {
      id: 'windows',
      title: { en: 'The past windows: customers known when each began', 'zh-CN': '各历史窗口：窗口开始时的已有客户' },
      glance: { first: ['origin', ...['forecast', 'actual', 'error', 'error_last_period', 'new'].map((id) => `${key}_${id}`)] },
    },
    { origin: originColumn(({ data }) => data.origin), ...totalsColumns('revenue', revenue), ...totalsColumns('orders', orders) },
    folds,
  );
}

interface Words {
  readonly type: 'money' | 'number';
  readonly unit?: string;
  readonly what: Localized;
}

const revenue: Words = { type: 'money', what: { en: 'revenue', 'zh-CN': '销售额' } };
const orders: Words = { type: 'number', unit: 'purchases', what: { en: 'purchases', 'zh-CN': '购买次数' } };

function totalsColumns(key: Key, { what, ...heading }: Words): Columns<Fold> {
  const totals = (of: (fold: Fold) => Totals, title: Localized, basis: Localized): Column<Fold> => ({
    title: { en: `${title.en} ${what.en}`, 'zh-CN': `${title['zh-CN']}${what['zh-CN']}` },
    ...heading,
    basis,
    value: (fold) => of(fold)[key],
  });
  const off = (of: (fold: Fold) => Totals, title: Localized, basis: Localized): Column<Fold> => ({
    title: key === 'revenue' ? title : { en: `${title.en} (${what.en})`, 'zh-CN': `${title['zh-CN']}（${what['zh-CN']}）` },
    type: 'ratio',
    basis,
    value: (fold) => errorOf(of(fold)[key], fold.forecast.actual[key]),
  });
  const chosen = ({ forecast }: Fold): Totals => forecast.chosen;
  const last = ({ forecast }: Fold): Totals => forecast.lastPeriod;
  return {
    [`${key}_forecast`]: totals(
      chosen,
      { en: 'Forecast', 'zh-CN': '预测' },
      {
        en: 'By the method chosen with earlier windows alone, of all customers with a purchase by the day.',
        'zh-CN': '按仅依据更早窗口选出的方法，为当日已有购买的全部客户合计。',
      },
    ),
    [`${key}_actual`]: totals(
      ({ forecast }) => forecast.actual,
      { en: 'Actual', 'zh-CN': '实际' },
      {
        en: 'Of the same customers; those who first bought in the window are not in it.',
        'zh-CN': '同一批客户的实际值，不含窗口内的新客户。',
      },
    ),
    [`${key}_error`]: off(
      chosen,
      { en: 'Off by', 'zh-CN': '偏差' },
      { en: 'Forecast ÷ actual, less 1; null where nothing came.', 'zh-CN': '预测 ÷ 实际 − 1；实际为 0 时为空。' },
    ),
    [`${key}_last_period`]: totals(last, { en: 'Earlier', 'zh-CN': '上一窗口' }, earlier),
    [`${key}_error_last_period`]: off(
      last,
      { en: 'Window before off by', 'zh-CN': '上一窗口偏差' },
      {
        en: `${earlier.en} ÷ actual, less 1.`,
        'zh-CN': `（${earlier['zh-CN']}）÷ 实际 − 1。`,
      },
    ),
    [`${key}_new`]: totals(
      ({ newcomers }) => newcomers,
      { en: 'New customers’', 'zh-CN': '新客户' },
      {
        en: 'Of customers who first bought in the window: in neither the forecast nor the actual figure.',
        'zh-CN': '窗口内首次购买的客户，既不在预测中，也不在实际值中。',
      },
    ),
  };
}

/** What the window before was, on the same footing. */
const earlier: Localized = {
  en: 'What the customers known when the window before began brought in it (those who came in it are left out, as those who come are left out of the actual figure); null where nobody was known then',
  'zh-CN': '上一窗口开始时的已有客户在该窗口内的合计（不含当时的新客户，与实际值口径一致）；当时尚无客户时为空',
};
