import { addDays } from '../../lib/dates.ts';
import type { Lang } from '../../lib/localized.ts';
import { daysOf } from '../../metrics/comparison/parts/periods.ts';
import type { Finding } from '../../result/result.ts';
import { spanOf } from '../../lib/periods.ts';
import type { Compared } from './periods.ts';
import { findingsOf, type Note } from '../../views/notes.ts';

/** What a reader of the comparison has to know of the two periods. */
export function comparisonFindings(periods: Compared, lang: Lang): Finding[] {
  return findingsOf([...toDate(periods), ...lengths(periods), ...coverage(periods)], lang);
}

function toDate({ whole, before, after, asOf }: Compared): Note[] {
  if (after.to === whole.to) return [];
  return [
    {
      code: 'period-to-date',
      level: 'info',
      message: {
        en: `${spanOf(whole)} is not over on ${asOf}: ${spanOf(after)} is compared with ${spanOf(before)}`,
        'zh-CN': `截至 ${asOf}，${spanOf(whole)} 尚未结束：以 ${spanOf(after)} 对比 ${spanOf(before)}`,
      },
    },
  ];
}

function lengths({ before, after }: Compared): Note[] {
  const [first, second] = [daysOf(before), daysOf(after)];
  if (first === second) return [];
  return [
    {
      code: 'period-lengths-differ',
      level: 'info',
      message: {
        en: `${second} days are compared with ${first}: what adds up over days (revenue, orders, profit, new customers) is tested per day`,
        'zh-CN': `本期 ${second} 天，对比期 ${first} 天：可按天累加的指标（销售额、订单数、利润、新客户数）按日均检验`,
      },
    },
  ];
}

/** As in revenue_growth, a period counts as covered from its first tenth on: a company need not sell on its very first day. */
function coverage({ before, firstOn }: Compared): Note[] {
  const days = daysOf(before);
  if (firstOn > addDays(before.from, Math.floor(days / 10))) {
    return [
      {
        code: 'period-partly-covered',
        level: 'warning',
        message: {
          en: `the orders begin on ${firstOn}, within ${spanOf(before)}: differences come from the missing days, too`,
          'zh-CN': `订单从 ${firstOn} 开始，晚于对比期 ${spanOf(before)} 的起点：差异部分来自缺失的天数`,
        },
        fix: { en: 'add older orders, or choose other periods', 'zh-CN': '请加上更早的订单，或选择其他时期' },
      },
    ];
  }
  if (firstOn <= addDays(before.from, -days)) return [];
  return [
    {
      code: 'history-short',
      level: 'info',
      message: {
        en: `the orders begin on ${firstOn}, shortly before ${spanOf(before)}: who is new then is not known, and gained customers may be older than the files`,
        'zh-CN': `订单从 ${firstOn} 开始，距对比期 ${spanOf(before)} 不久：无法判断当时谁是新客户，“新增”客户可能早于数据起点`,
      },
    },
  ];
}
