import { sql } from '../../engine/sql.ts';
import { addDays, addMonths, type IsoDate, type Period } from '../../lib/dates.ts';
import { beforeChinese, both, capitalised, type Lang, type Localized } from '../../lib/localized.ts';
import { spanOf } from '../../lib/periods.ts';
import type { Finding } from '../../result/result.ts';
import type { ViewContext } from '../../views/context.ts';
import { findingsOf, type NoteKinds, noteOf } from '../../views/notes.ts';
import { periodWords } from '../../lib/period-words.ts';
import { ordersSpan } from '../parts/orders-span.ts';

/** What is reviewed where nothing says otherwise: the period that is over, unless it lies before the first order; then the running month. */
export async function coveredPeriod(engine: ViewContext['engine'], over: Period, asOf: IsoDate): Promise<Period> {
  const span = await ordersSpan(engine);
  if (span === null || over.to > span.firstOn) return over;
  const from = `${asOf.slice(0, 7)}-01`;
  return { from, to: addMonths(from, 1) };
}

/** Whether there are orders, but none of the period. */
export async function isWithoutOrders(engine: ViewContext['engine'], { from, to }: Period): Promise<boolean> {
  if ((await ordersSpan(engine)) === null) return false;
  const [row] = await engine.rows<{ n: number }>(
    sql`select count(*) as n from orders where cast(ordered_at as date) >= cast(${from} as date) and cast(ordered_at as date) < cast(${to} as date)`,
  );
  return (row?.n ?? 0) === 0;
}

/** What a reader has to know of the period before any figure: that it holds no order. */
export function withoutOrders(period: Period, lang: Lang): { readonly sentence: Localized; readonly findings: Finding[] } {
  const words = periodWords(period);
  const zh = words['zh-CN'];
  return {
    sentence: both(`No order lies in ${words.en}.`, beforeChinese(zh, '没有订单。')),
    findings: findingsOf([noteOf(notes, 'period-without-orders', period)], lang),
  };
}

/** That the period is not over on the as-of date; null where it is, or has not begun. */
export function runningText({ from, to }: Period, asOf: IsoDate): Localized | null {
  if (from > asOf || to <= addDays(asOf, 1)) return null;
  const words = periodWords({ from, to });
  return both(`${capitalised(words.en)} is not over: figures are up to ${asOf}.`, `${words['zh-CN']}尚未结束，数字截至 ${asOf}。`);
}

const notes = {
  'period-without-orders': {
    level: 'warning',
    text: (period: Period) => ({
      message: {
        en: `no order lies in ${spanOf(period)}: there are no sales to review`,
        'zh-CN': `${spanOf(period)} 没有订单：没有可评审的销售额`,
      },
      fix: { en: 'choose another --period, or add the orders of it', 'zh-CN': '请用 --period 选择其他时期，或加上该时期的订单' },
    }),
  },
} as const satisfies NoteKinds;
