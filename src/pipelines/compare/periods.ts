import type { CrmEvalError } from '../../errors.ts';
import type { IsoDate, Period } from '../../lib/dates.ts';
import { type PeriodText, resolvePeriod, spanOf } from '../../lib/periods.ts';
import { type ComparedPeriods, comparedPeriods, lastFullMonths } from '../../metrics/windows.ts';
import { allUnusable } from '../parts/all-unusable.ts';
import { hasDatedOrders, noDatedOrders } from '../parts/dated-orders.ts';
import { type OrdersSpan, ordersSpan } from '../parts/orders-span.ts';
import { periodNotBegun, refusal } from '../parts/refusals.ts';
import type { ScoreInput } from '../parts/scoring.ts';
import { type UsualLength, usualLength } from '../parts/usual-length.ts';

/** `period` is the one under review; null: the last calendar months that are over, one, three or twelve of them by the typical purchase cycle. */
export interface CompareInput extends ScoreInput {
  readonly against: Against;
}

/** The window right before, the same one a year earlier, or any other period. */
export type Against = 'previous' | 'year-ago' | PeriodText;

export interface Compared extends ComparedPeriods, OrdersSpan {
  /** The whole period under review; `after` ends earlier where it is not over. */
  readonly whole: Period;
  /** How its length was chosen; null where it was asked for. */
  readonly usual: UsualLength | null;
  /** The last day of all that is known. */
  readonly asOf: IsoDate;
}

/** What is compared. Throws usage errors where there is no order to compare by, and where the periods do not follow one another. */
export async function periodsToCompare({ engine, ingested, period, against }: CompareInput): Promise<Compared> {
  const { asOf, available } = ingested;
  const dated = hasDatedOrders(available);
  const span = dated ? await ordersSpan(engine) : null;
  if (asOf === null || span === null)
    throw (
      (await allUnusable(ingested)) ?? noDatedOrders('nothing-to-compare', { en: 'a comparison of periods', 'zh-CN': '时期对比' }, ingested)
    );
  const usual = period === null ? await usualLength({ engine, ingested }, asOf, span.firstOn) : null;
  const whole = period ?? lastFullMonths(usual?.months ?? 1, asOf);
  if (whole.from > asOf) throw periodNotBegun(whole, asOf);
  const base = typeof against === 'string' ? against : resolvePeriod(against, asOf);
  const periods = comparedPeriods(whole, base, asOf);
  const { before, after } = periods;
  const itself = before.from === after.from && before.to === after.to;
  if (before.to > after.from && !itself) throw notEarlier(periods);
  if (before.to <= span.firstOn) throw beforeTheData(before, span.firstOn);
  return { before, after, whole, usual, asOf, ...span };
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
