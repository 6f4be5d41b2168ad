import type { IsoDate, Period } from '../../lib/dates.ts';
import { both, type Lang, type Localized } from '../../lib/localized.ts';
import type { ResultCell, ResultRow, ValueType } from '../../result/result.ts';
import { unitWord } from '../../result/unit-words.ts';
import { numberOf } from '../../views/number-of.ts';
import { nameBefore, sinceLastMonth, sinceLastYear } from './against.ts';
import { changesOf } from './changes.ts';
import { courseOf } from './figure-course.ts';
import { factOf, rowsOf, rowWhere, type Runs } from './runs.ts';
import { valueText } from './value-text.ts';
import { wholePeriod, wholeYear } from './whole-target.ts';
import { yearTitle } from './year-targets.ts';

/** A figure of the first page, with what it is held against. */
export interface Figure {
  readonly id: string;
  readonly title: Localized | string;
  readonly type: ValueType;
  readonly unit: string | null;
  readonly value: number | string;
  readonly target: number | null;
  readonly before: number | string | null;
  /** Of what `before` is: “September”, “a year before”; null where that has no name. */
  readonly before_name: Localized | null;
  readonly difference: number | null;
  /** Of a difference of rates null: it is said in points. */
  readonly relative: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number | null;
  /** Of a rate, how many of n. */
  readonly k: number | null;
  /** Of open deals: what they are worth by their chances. */
  readonly weighted: number | null;
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
  before_name: null,
  difference: null,
  relative: null,
  low: null,
  high: null,
  n: null,
  k: null,
  weighted: null,
  verdict: null,
  verdict_code: null,
  judgement: null,
};

/** A level that is not tested: it is a stock. */
const stock = both('a stock, not tested', '存量，不作检验');

/** The figures of the month in their order, the first ten that the files allow. */
export function figuresOf(runs: Runs, lang: Lang, period: Period | null): Figure[] {
  const name = nameBefore(runs, period);
  const asOf = [...runs.results.values()].find(({ as_of: day }) => day !== null)?.as_of ?? null;
  const changed = (measure: string, target: number | null = null): Figure | null => changeFigure(runs, measure, { target, name });
  const all = [
    changed('revenue', numberOf(wholePeriod(runs)?.['target'])),
    yearToDate(runs, period),
    changed('margin'),
    changed('customers'),
    turnover(runs, name),
    onDay(retention(runs), asOf, period),
    onDay(openDeals(runs, lang), asOf, period),
    rateFigure(runs, 'conversion_rate'),
    rateFigure(runs, 'utilisation_rate'),
    surveyFigure(runs, 'nps', name) ?? surveyFigure(runs, 'csat', name),
    onDay(netRetention(runs), asOf, period),
    changed('average_order'),
    changed('orders'),
  ];
  return all.filter((figure) => figure !== null).slice(0, mostFigures);
}

/** What is of the as-of date says so where the period ends before. */
function onDay(figure: Figure | null, asOf: IsoDate | null, period: Period | null): Figure | null {
  if (figure === null || asOf === null || period === null || period.to > asOf) return figure;
  const { title } = figure;
  const [en, zh] = typeof title === 'string' ? [title, title] : [title.en, title['zh-CN']];
  return { ...figure, title: both(`${en} (on ${asOf})`, `${zh}（截至 ${asOf}）`) };
}

/** A measure of the period against the one before, as `compare` judges it. */
function changeFigure(
  runs: Runs,
  measure: string,
  { target, name }: { readonly target: number | null; readonly name: Localized | null },
): Figure | null {
  const row = rowWhere(changesOf(runs), { measure });
  const value = numberOf(row?.['after']);
  if (row === null || value === null) return null;
  return {
    ...blank,
    id: measure,
    title: String(row['title']),
    type: row['shows'] as ValueType,
    unit: (row['unit_code'] as string | null) ?? null,
    value,
    target,
    before: numberOf(row['before']),
    before_name: name,
    difference: numberOf(row['difference']),
    relative: row['shows'] === 'ratio' ? null : numberOf(row['relative_difference']),
    n: numberOf(row['n_after']),
    verdict: row['verdict'] ?? null,
    verdict_code: row['verdict_code'] ?? null,
    judgement: row['judgement'] ?? null,
    basis: String(row['meaning'] ?? ''),
  };
}

/** How many customers are new, were won back and were lost, by the rule of `churn`: `2 / 1 / 3`. */
function turnover(runs: Runs, name: Localized | null): Figure | null {
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
    before_name: name,
    basis: null,
  };
}

/** What the year has brought up to the as-of date against its whole target and the same months a year before; the day is said where the period ends before. */
function yearToDate(runs: Runs, period: Period | null): Figure | null {
  const row = wholeYear(runs);
  const value = numberOf(row?.['actual']);
  if (row === null || value === null) return null;
  const since = sinceLastYear(runs, value);
  return {
    ...blank,
    id: 'year_to_date',
    title: yearTitle(runs.results.get('targets track')?.as_of ?? null, period),
    type: 'money',
    unit: null,
    value,
    target: numberOf(row['target']),
    ...since,
    relative: relativeOf(since),
    basis: null,
  };
}

/** Of the customers of the year before, how many bought in the year up to the as-of date; months that share eleven of their twelve are not tested. */
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
    ...sinceLastMonth(value, courseOf(runs, 'retention')),
    low: numberOf(row['retention_rate_low']),
    high: numberOf(row['retention_rate_high']),
    n: numberOf(row['customers_before']),
    k: numberOf(row['kept']),
    basis: null,
  };
}

function openDeals(runs: Runs, lang: Lang): Figure | null {
  const amount = factOf(runs, 'reps', 'open_deals', 'open_amount');
  const value = numberOf(amount?.value);
  if (amount === null || value === null) return null;
  const since = sinceLastMonth(value, courseOf(runs, 'pipeline'));
  const weighted = numberOf(factOf(runs, 'reps', 'open_deals', 'weighted_amount')?.value);
  return {
    ...blank,
    id: 'pipeline',
    title: both('Open deals', '在手商机'),
    type: 'money',
    unit: null,
    value,
    ...since,
    relative: relativeOf(since),
    n: amount.n,
    weighted,
    verdict: stock[lang],
    verdict_code: 'stock',
    basis: amount.basis,
  };
}

function relativeOf({ before, difference }: Pick<Figure, 'before' | 'difference'>): number | null {
  return typeof before === 'number' && before > 0 && difference !== null ? difference / before : null;
}

/** A rate of the pool, of the last three months that are over, against the three before. */
function rateFigure(runs: Runs, rate: string): Figure | null {
  const row: ResultRow | null = rowWhere(rowsOf(runs, 'pool', 'changes'), { rate });
  const value = numberOf(row?.['after']);
  if (row === null || value === null) return null;
  const fact = factOf(runs, 'pool', 'overview', rate);
  const n = numberOf(row['n_after']);
  return {
    ...blank,
    id: rate,
    title: both(`${String(row['title'])}, last 3 full months`, `${String(row['title'])}（近三个整月）`),
    type: 'ratio',
    unit: null,
    value,
    before: numberOf(row['before']),
    before_name: both('the 3 months before', '此前三个月'),
    difference: numberOf(row['difference']),
    low: fact?.low ?? null,
    high: fact?.high ?? null,
    n,
    // The rate is one count divided by the other.
    k: n === null ? null : Math.round(value * n),
    verdict: row['verdict'] ?? null,
    verdict_code: row['verdict_code'] ?? null,
    judgement: row['judgement'] ?? null,
    basis: null,
  };
}

/** The score of the answers of the period against those of the period before. */
function surveyFigure(runs: Runs, score: 'nps' | 'csat', name: Localized | null): Figure | null {
  const row = rowWhere(rowsOf(runs, 'satisfaction', score), { breakdown_code: 'all' });
  const fact = factOf(runs, 'satisfaction', 'overview', score);
  const value = numberOf(row?.[score]);
  if (row === null || fact === null || value === null) return null;
  const { title, type, unit, low, high, n, basis } = fact;
  const difference = numberOf(row['previous_difference']);
  return {
    ...blank,
    id: score,
    title,
    type,
    unit,
    value,
    before: numberOf(row[`previous_${score}`]),
    before_name: name,
    difference,
    low,
    high,
    n,
    k: score === 'csat' ? numberOf(row['satisfied']) : null,
    verdict: row['previous_verdict'] ?? null,
    verdict_code: row['previous_verdict_code'] ?? null,
    judgement: row['previous_verdict_code'] === 'more_than_chance' && difference !== null ? (difference > 0 ? 'better' : 'worse') : null,
    basis,
  };
}

function netRetention(runs: Runs): Figure | null {
  const fact = factOf(runs, 'cohorts', 'overview', 'net_retention');
  const value = numberOf(fact?.value);
  if (fact === null || value === null) return null;
  const { title, type, unit, low, high, n, basis } = fact;
  return {
    ...blank,
    id: 'net_retention',
    title,
    type,
    unit,
    value,
    ...sinceLastMonth(value, courseOf(runs, 'net_retention')),
    low,
    high,
    n,
    basis,
  };
}

export function unitText(unit: string): Localized {
  return both(unitWord(unit, 'en'), unitWord(unit, 'zh-CN'));
}
