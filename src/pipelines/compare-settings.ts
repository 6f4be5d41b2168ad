import { sql } from '../engine/sql.ts';
import { CrmEvalError } from '../errors.ts';
import { addDays, type IsoDate, type Period } from '../lib/dates.ts';
import type { Localized } from '../lib/localized.ts';
import { type PeriodText, resolvePeriod } from '../lib/periods.ts';
import { type ComparedPeriods, comparedPeriods, lastFullMonth } from '../metrics/windows.ts';
import type { ScoreInput } from './score-settings.ts';

/** `period` is the one under review; null: the last calendar month that is over. */
export interface CompareInput extends ScoreInput {
  readonly against: Against;
}

/** The window right before, the same one a year earlier, or any other period. */
export type Against = 'previous' | 'year-ago' | PeriodText;

export interface Compared extends ComparedPeriods {
  /** The whole period under review; `after` ends earlier where it is not over. */
  readonly whole: Period;
  /** The last day of all that is known. */
  readonly asOf: IsoDate;
  /** Day of the first order of the files. */
  readonly firstOn: IsoDate;
}

/** What is compared. Throws usage errors where there is no order to compare by, and where the periods do not follow one another. */
export async function periodsToCompare({ engine, ingested, period, against }: CompareInput): Promise<Compared> {
  const { asOf, available } = ingested;
  const dated = available.has('orders.customer_id') && available.has('orders.ordered_at');
  const [first] = dated ? await engine.rows<{ day: IsoDate | null }>(sql`select cast(min(ordered_at) as date) as day from orders`) : [];
  const firstOn = first?.day ?? null;
  if (asOf === null || firstOn === null) throw nothingToCompare();
  const whole = period ?? lastFullMonth(asOf);
  if (whole.from > asOf) throw notBegun(whole, asOf);
  const base = typeof against === 'string' ? against : resolvePeriod(against, asOf);
  const periods = comparedPeriods(whole, base, asOf);
  const { before, after } = periods;
  const itself = before.from === after.from && before.to === after.to;
  if (before.to > after.from && !itself) throw notEarlier(periods);
  if (before.to <= firstOn) throw beforeTheData(before, firstOn);
  return { before, after, whole, asOf, firstOn };
}

/** As `--period` takes it, both days included: `2026-10-01..2026-10-31`. */
export function spanOf({ from, to }: Period): string {
  return `${from}..${addDays(to, -1)}`;
}

function refusal(code: string, text: Localized, fix: Localized): CrmEvalError {
  return new CrmEvalError(code, 'usage', text, { fix });
}

function nothingToCompare(): CrmEvalError {
  return refusal(
    'nothing-to-compare',
    {
      en: 'comparing periods needs orders with a customer and a date: summary columns of customers have no history',
      'zh-CN': '时期对比需要带客户和日期的订单：客户表的汇总列没有历史',
    },
    {
      en: 'add the order file, or name its columns: --map orders.customer_id=HEADER --map orders.ordered_at=HEADER',
      'zh-CN': '请加上订单文件，或指定列：--map orders.customer_id=列名 --map orders.ordered_at=列名',
    },
  );
}

function notBegun(period: Period, asOf: IsoDate): CrmEvalError {
  return refusal(
    'period-not-begun',
    { en: `the period ${spanOf(period)} begins after ${asOf}, the as-of date`, 'zh-CN': `统计期 ${spanOf(period)} 晚于截止日期 ${asOf}` },
    { en: 'choose an earlier --period, or a later --as-of', 'zh-CN': '请选择更早的 --period，或更晚的 --as-of' },
  );
}

function notEarlier({ before, after }: ComparedPeriods): CrmEvalError {
  return refusal(
    'periods-out-of-order',
    {
      en: `${spanOf(before)} does not end before ${spanOf(after)} begins`,
      'zh-CN': `对比期 ${spanOf(before)} 没有在本期 ${spanOf(after)} 开始之前结束`,
    },
    {
      en: 'give the later one as --period and the earlier one as --against',
      'zh-CN': '请把较晚的时期写在 --period，较早的写在 --against',
    },
  );
}

function beforeTheData(period: Period, firstOn: IsoDate): CrmEvalError {
  return refusal(
    'period-before-data',
    {
      en: `the orders begin on ${firstOn}: nothing is known of ${spanOf(period)}`,
      'zh-CN': `订单从 ${firstOn} 开始，没有 ${spanOf(period)} 的数据`,
    },
    {
      en: 'add older orders, or compare with a later period: --against PERIOD',
      'zh-CN': '请加上更早的订单，或用 --against 指定更晚的时期',
    },
  );
}
