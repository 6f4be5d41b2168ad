import type { Lang, Localized } from '../../lib/localized.ts';
import { retentionWindows } from '../../metrics/retention/parts/retention-windows.ts';
import type { Finding } from '../../result/result.ts';
import type { Fold } from '../../forecast/churn/folds.ts';
import type { ForecastInput } from '../parts/forecast-run.ts';
import { earlyEnd, ordersSpan } from '../parts/orders-span.ts';
import { type OrderTest, orderTest } from '../../views/forecast/order-verdict.ts';
import { fewest } from '../../views/forecast/words.ts';
import { findingsOf, type NoteKinds, noteOf } from '../../views/notes.ts';

/** Said where the orders end before the period of retention does. */
export async function endOfOrders({ engine, ingested: { asOf }, period, lang }: ForecastInput): Promise<Finding[]> {
  const span = await ordersSpan(engine);
  const [latest] = retentionWindows(period, asOf);
  return span === null || latest === undefined ? [] : findingsOf(earlyEnd(span, latest.period), lang);
}

/** Said where the latest hold-out does not show that the order of the customers tells more than chance who will stop. */
export function churnFindings(folds: readonly Fold[], lang: Lang): Finding[] {
  const tested = orderTest(folds);
  if (tested === null || tested.standing === 'useful') return [];
  return findingsOf([noteOf(churnNotes, tested.standing === 'chance' ? 'churn-not-predictable' : 'churn-hardly-tested', tested)], lang);
}

/** What may have to be said of the order of the lists. */
const churnNotes = {
  'churn-not-predictable': {
    level: 'warning',
    text: (tested: OrderTest) => {
      const { value, low, high } = figuresOf(tested);
      return {
        message: {
          en: `on your own past, telling who stops was no better than a coin (AUC ${value}, 95% ${low}–${high}): go by the value of customers, not by their probability`,
          'zh-CN': `用历史数据检验，识别停购客户不比抛硬币强（AUC ${value}，95% 区间 ${low}–${high}）：请以客户金额而非概率为准`,
        },
        fix: fartherAhead(tested),
      };
    },
  },
  'churn-hardly-tested': {
    level: 'info',
    text: (tested: OrderTest) => {
      const { value, low, high } = figuresOf(tested);
      const few = fewest(tested.area);
      return {
        message: {
          en: `the latest past window has only ${few.en}: too few to tell whether the order of the lists is better than chance (AUC ${value}, 95% ${low}–${high})`,
          'zh-CN': `最近一个历史窗口中仅 ${few['zh-CN']}，尚不足以判断名单的先后顺序是否优于随机（AUC ${value}，95% 区间 ${low}–${high}）`,
        },
        fix: fartherAhead(tested),
      };
    },
  },
} as const satisfies NoteKinds;

function figuresOf({ area: { area, interval } }: OrderTest): Readonly<Record<'value' | 'low' | 'high', string>> {
  return { value: area.toFixed(3), low: interval.low.toFixed(3), high: interval.high.toFixed(3) };
}

function fartherAhead({ horizonDays }: OrderTest): Localized {
  return {
    en: `look farther ahead (--horizon ${horizonDays * 2}), or add older orders`,
    'zh-CN': `请拉长预测窗口（--horizon ${horizonDays * 2}），或加上更早的订单`,
  };
}
