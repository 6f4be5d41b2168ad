import type { Period } from '../../lib/dates.ts';
import { both, type Lang, type Localized } from '../../lib/localized.ts';
import type { ResultCell, ResultRow, TableSection, ValueType } from '../../result/result.ts';
import { unitWord } from '../../result/unit-words.ts';
import type { Columns } from '../../views/columns.ts';
import { judgementColumn } from '../../views/judgement.ts';
import { numberOf } from '../../views/number-of.ts';
import { table } from '../../views/table.ts';
import { changesOf } from './changes.ts';
import { factOf, rowsOf, rowWhere, type Runs } from './runs.ts';
import { valueText } from './value-text.ts';
import { wholePeriod, wholeYear } from './whole-target.ts';

/** A figure of the first page, with what it is held against. */
export interface Figure {
  readonly id: string;
  readonly title: Localized | string;
  readonly type: ValueType;
  readonly unit: string | null;
  readonly value: number | string;
  readonly target: number | null;
  readonly before: number | string | null;
  readonly difference: number | null;
  /** Of a difference of rates null: it is said in points. */
  readonly relative: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number | null;
  readonly verdict: ResultCell;
  readonly verdict_code: ResultCell;
  /** Whether the change is for the better or the worse; null where that is not said. */
  readonly judgement: ResultCell;
  readonly basis: string | null;
}

/** So many stand on the first page; what cannot be computed leaves its place to the next. */
export const mostFigures = 10;

const blank = {
  target: null,
  before: null,
  difference: null,
  relative: null,
  low: null,
  high: null,
  n: null,
  verdict: null,
  verdict_code: null,
  judgement: null,
};

/** A level that is not tested: it is a stock. */
const stock = both('a stock, not tested', '存量，不作检验');

/** The figures of the month in their order, the first ten that the files allow. */
export function figuresOf(runs: Runs, lang: Lang, period: Period | null): Figure[] {
  const changed = (measure: string, target: number | null = null): Figure | null => changeFigure(runs, measure, target);
  const all = [
    changed('revenue', numberOf(wholePeriod(runs)?.['target'])),
    yearToDate(runs, period),
    changed('margin'),
    changed('customers'),
    turnover(runs),
    retention(runs),
    openDeals(runs, lang),
    rateFigure(runs, 'conversion_rate'),
    rateFigure(runs, 'utilisation_rate'),
    netRetention(runs),
    changed('average_order'),
    changed('orders'),
  ];
  return all.filter((figure) => figure !== null).slice(0, mostFigures);
}

/** A measure of the period against the one before, as `compare` judges it. */
function changeFigure(runs: Runs, measure: string, target: number | null): Figure | null {
  const row = rowWhere(changesOf(runs), { measure });
  const value = numberOf(row?.['after']);
  if (row === null || value === null) return null;
  return {
    id: measure,
    title: String(row['title']),
    type: row['shows'] as ValueType,
    unit: (row['unit_code'] as string | null) ?? null,
    value,
    target,
    before: numberOf(row['before']),
    difference: numberOf(row['difference']),
    relative: row['shows'] === 'ratio' ? null : numberOf(row['relative_difference']),
    low: null,
    high: null,
    n: numberOf(row['n_after']),
    verdict: row['verdict'] ?? null,
    verdict_code: row['verdict_code'] ?? null,
    judgement: row['judgement'] ?? null,
    basis: String(row['meaning'] ?? ''),
  };
}

/** How many customers are new, were won back and were lost, by the rule of `churn`: `2 / 1 / 3`. */
function turnover(runs: Runs): Figure | null {
  const rows = rowsOf(runs, 'compare', 'turnover');
  const counts = ['new_customers', 'won_back', 'lost'].map((measure) => rowWhere(rows, { measure }));
  const text = (side: 'before' | 'after'): string => counts.map((row) => valueText(numberOf(row?.[side]), 'integer')).join(' / ');
  if (counts.every((row) => numberOf(row?.['after']) === null)) return null;
  return {
    ...blank,
    id: 'turnover',
    title: both('New / won back / lost', '新客户 / 挽回 / 流失'),
    type: 'text',
    unit: 'customers',
    value: text('after'),
    before: text('before'),
    basis: null,
  };
}

/** What the year has brought up to the as-of date against its whole target; the day is said where the period ends before. */
function yearToDate(runs: Runs, period: Period | null): Figure | null {
  const row = wholeYear(runs);
  const value = numberOf(row?.['actual']);
  if (row === null || value === null) return null;
  return {
    ...blank,
    id: 'year_to_date',
    title: yearTitle(runs, period),
    type: 'money',
    unit: null,
    value,
    target: numberOf(row['target']),
    basis: null,
  };
}

function yearTitle(runs: Runs, period: Period | null): Localized {
  const asOf = runs.results.get('targets track')?.as_of ?? null;
  if (period === null || asOf === null || period.to > asOf) return both('Sales, year to date', '本年累计销售额');
  const lastOfYear = `${period.from.slice(0, 4)}-12-31`;
  const last = asOf < lastOfYear ? asOf : lastOfYear;
  return both(`Sales of the year to ${last}`, `全年销售额（截至 ${last}）`);
}

/** Of the customers of the year before, how many bought in the year up to the as-of date. */
function retention(runs: Runs): Figure | null {
  const row = rowsOf(runs, 'churn', 'retention').slice(0, 1)[0];
  const value = numberOf(row?.['retention_rate']);
  if (row === undefined || value === null) return null;
  return {
    ...blank,
    id: 'retention',
    title: both('Customers kept, 12 months', '客户留存率（12 个月）'),
    type: 'ratio',
    unit: null,
    value,
    low: numberOf(row['retention_rate_low']),
    high: numberOf(row['retention_rate_high']),
    n: numberOf(row['customers_before']),
    basis: null,
  };
}

function openDeals(runs: Runs, lang: Lang): Figure | null {
  const amount = factOf(runs, 'reps', 'open_deals', 'open_amount');
  const value = numberOf(amount?.value);
  if (amount === null || value === null) return null;
  return {
    ...blank,
    id: 'pipeline',
    title: both('Open deals', '在手商机'),
    type: 'money',
    unit: null,
    value,
    n: amount.n,
    verdict: stock[lang],
    verdict_code: 'stock',
    basis: amount.basis,
  };
}

/** A rate of the pool, of the last three months that are over, against the three before. */
function rateFigure(runs: Runs, rate: string): Figure | null {
  const row: ResultRow | null = rowWhere(rowsOf(runs, 'pool', 'changes'), { rate });
  const value = numberOf(row?.['after']);
  if (row === null || value === null) return null;
  return {
    ...blank,
    id: rate,
    title: both(`${String(row['title'])}, last 3 full months`, `${String(row['title'])}（近三个整月）`),
    type: 'ratio',
    unit: null,
    value,
    before: numberOf(row['before']),
    difference: numberOf(row['difference']),
    n: numberOf(row['n_after']),
    verdict: row['verdict'] ?? null,
    verdict_code: row['verdict_code'] ?? null,
    judgement: row['judgement'] ?? null,
    basis: null,
  };
}

function netRetention(runs: Runs): Figure | null {
  const fact = factOf(runs, 'cohorts', 'overview', 'net_retention');
  const value = numberOf(fact?.value);
  if (fact === null || value === null) return null;
  const { title, type, unit, low, high, n, basis } = fact;
  return { ...blank, id: 'net_retention', title, type, unit, value, low, high, n, basis };
}

function unitText(unit: string): Localized {
  return both(unitWord(unit, 'en'), unitWord(unit, 'zh-CN'));
}

const columns: Columns<Figure> = {
  figure: { title: both('Figure', '指标'), type: 'text', basis: both('What is measured', '指标名称'), value: ({ title }) => title },
  value: {
    title: both('Value', '数值'),
    type: 'number',
    typeFrom: 'shows',
    basis: both('Of the period', '本期数值'),
    value: ({ value }) => value,
  },
  unit: {
    title: both('Unit', '单位'),
    type: 'text',
    basis: both('Of the value', '数值的单位'),
    value: ({ unit }) => (unit === null ? null : unitText(unit)),
  },
  target: {
    title: both('Target', '目标'),
    type: 'number',
    typeFrom: 'shows',
    basis: both('From the targets file', '取自目标文件'),
    value: ({ target }) => target,
  },
  attainment: {
    title: both('Attainment', '达成率'),
    type: 'ratio',
    basis: both('Value divided by target', '数值除以目标'),
    value: ({ value, target }) => (typeof value !== 'number' || target === null || target <= 0 ? null : value / target),
  },
  before: {
    title: both('Before', '上期'),
    type: 'number',
    typeFrom: 'shows',
    basis: both('Of the period before', '上期数值'),
    value: ({ before }) => before,
  },
  difference: {
    title: both('Change', '变化'),
    type: 'number',
    typeFrom: 'shows_difference',
    basis: both('Value less that of the period before', '本期减上期'),
    value: ({ difference }) => difference,
  },
  relative: {
    title: both('Change, %', '变化率'),
    type: 'ratio',
    basis: both('Change divided by the value before; rates have none', '变化除以上期数值；比率类指标没有'),
    value: ({ relative }) => relative,
  },
  verdict: {
    title: both('Verdict', '结论'),
    type: 'text',
    basis: both('Whether the change is more than chance, as in compare and pool', '变化是否超出随机波动，与 compare、pool 一致'),
    value: ({ verdict }) => verdict,
    code: ({ verdict_code }) => verdict_code,
  },
  judgement: judgementColumn(({ judgement }) => (judgement === 'better' || judgement === 'worse' ? judgement : null)),
  n: {
    title: both('n', '样本数'),
    type: 'integer',
    basis: both('What the figure is counted over', '计算所依据的数量'),
    value: ({ n }) => n,
  },
  low: {
    title: both('Low (95%)', '下限（95%）'),
    type: 'number',
    typeFrom: 'shows',
    basis: both('Lower end of the interval of a rate', '比率的区间下限'),
    value: ({ low }) => low,
  },
  high: {
    title: both('High (95%)', '上限（95%）'),
    type: 'number',
    typeFrom: 'shows',
    basis: both('Upper end of the interval of a rate', '比率的区间上限'),
    value: ({ high }) => high,
  },
  meaning: {
    title: both('Meaning', '含义'),
    type: 'text',
    basis: both('What the figure is computed from', '指标口径'),
    value: ({ basis }) => basis,
  },
  id: { title: both('Id', '标识'), type: 'id', basis: both('The same in every language', '各语言相同'), value: ({ id }) => id },
  shows: { title: both('Type', '类型'), type: 'id', basis: both('How the value is shown', '数值的显示方式'), value: ({ type }) => type },
  shows_difference: {
    title: both('Type of the change', '变化的类型'),
    type: 'id',
    basis: both('How the change is shown', '变化的显示方式'),
    value: ({ type }) => (type === 'ratio' ? 'points' : type),
  },
};

/** The figures as a table, drawn side by side on a page. */
export function figuresSection(figures: readonly Figure[], lang: Lang, history?: string): TableSection {
  return table(
    lang,
    {
      id: 'figures',
      title: both('The month in figures', '本期关键数字'),
      place: 'headline',
      glance: {
        first: ['figure', 'value', 'target', 'attainment', 'before', 'relative', 'verdict'],
        hidden: ['id', 'shows', 'shows_difference', 'meaning', 'low', 'high', 'judgement'],
      },
      chart: { kind: 'figures', label: 'figure', value: 'value', ...(history === undefined ? {} : { history }) },
    },
    columns,
    figures,
  );
}
