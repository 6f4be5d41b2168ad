import { addDays } from '../../lib/dates.ts';
import type { Lang } from '../../lib/localized.ts';
import { daysOf } from '../../metrics/comparison/parts/periods.ts';
import { lastStart } from '../../metrics/windows.ts';
import type { Finding } from '../../result/result.ts';
import { spanOf } from '../../lib/periods.ts';
import { earlyEnd } from '../parts/orders-span.ts';
import type { Compared } from './periods.ts';
import { findingsOf, type Note, type NoteKinds, noteOf } from '../../views/notes.ts';

/** What a reader of the comparison has to know of the two periods. */
export function comparisonFindings(periods: Compared, lang: Lang): Finding[] {
  const { whole, before, after } = periods;
  return findingsOf(
    [
      ...(after.to === whole.to ? [] : [noteOf(comparisonNotes, 'period-to-date', periods)]),
      ...(daysOf(before) === daysOf(after) ? [] : [noteOf(comparisonNotes, 'period-lengths-differ', periods)]),
      ...coverage(periods),
      ...earlyEnd(periods, after),
    ],
    lang,
  );
}

/** As in revenue_growth, a period counts as covered from its first tenth on: a company need not sell on its very first day. */
function coverage(periods: Compared): Note[] {
  const { before, firstOn } = periods;
  const days = daysOf(before);
  if (firstOn > lastStart(before)) return [noteOf(comparisonNotes, 'period-partly-covered', periods)];
  return firstOn <= addDays(before.from, -days) ? [] : [noteOf(comparisonNotes, 'history-short', periods)];
}

/** What may have to be said of the periods. */
const comparisonNotes = {
  'period-to-date': {
    level: 'info',
    text: ({ whole, before, after, asOf }: Compared) => ({
      message: {
        en: `${spanOf(whole)} is not over on ${asOf}: ${spanOf(after)} is compared with ${spanOf(before)}`,
        'zh-CN': `截至 ${asOf}，${spanOf(whole)} 尚未结束：以 ${spanOf(after)} 对比 ${spanOf(before)}`,
      },
    }),
  },
  'period-lengths-differ': {
    level: 'info',
    text: ({ before, after }: Compared) => ({
      message: {
        en: `${daysOf(after)} days are compared with ${daysOf(before)}: what adds up over days (revenue, orders, profit, new customers) is tested per day`,
        'zh-CN': `本期 ${daysOf(after)} 天，对比期 ${daysOf(before)} 天：可按天累加的指标（销售额、订单数、利润、新客户数）按日均检验`,
      },
    }),
  },
  'period-partly-covered': {
    level: 'warning',
    text: ({ before, firstOn }: Compared) => ({
      message: {
        en: `the orders begin on ${firstOn}, within ${spanOf(before)}: differences come from the missing days, too`,
        'zh-CN': `订单从 ${firstOn} 开始，晚于对比期 ${spanOf(before)} 的起点：差异部分来自缺失的天数`,
      },
      fix: { en: 'add older orders, or choose other periods', 'zh-CN': '请加上更早的订单，或选择其他时期' },
    }),
  },
  'history-short': {
    level: 'info',
    text: ({ before, firstOn }: Compared) => ({
      message: {
        en: `the orders begin on ${firstOn}, shortly before ${spanOf(before)}: who is new then is not known, and gained customers may be older than the files`,
        'zh-CN': `订单从 ${firstOn} 开始，距对比期 ${spanOf(before)} 不久：无法判断当时谁是新客户，“新增”客户可能早于数据起点`,
      },
    }),
  },
} as const satisfies NoteKinds;
