import type { Lang, Localized } from '../../lib/localized.ts';
import type { Finding } from '../../result/result.ts';
import { type Fold, judgedOf } from '../../forecast/churn/folds.ts';
import { standingOf } from '../../forecast/churn/ranking.ts';
import { fewest } from '../../views/forecast/words.ts';
import { findingsOf, type Note } from '../../views/notes.ts';

/** Said where the latest hold-out does not show that the order of the customers tells more than chance who will stop. */
export function churnFindings(folds: readonly Fold[], lang: Lang): Finding[] {
  const [latest] = folds;
  const area = latest === undefined ? null : judgedOf(latest).ranking.area;
  const standing = area === null ? 'useful' : standingOf(area);
  if (latest === undefined || area === null || standing === 'useful') return [];
  const [value, low, high] = [area.area, area.interval.low, area.interval.high].map((figure) => figure.toFixed(3));
  const few = fewest(area);
  const note: Note =
    standing === 'chance'
      ? {
          code: 'churn-not-predictable',
          level: 'warning',
          message: {
            en: `on your own past, telling who stops was no better than a coin (AUC ${value}, 95% ${low}–${high}): do not rely on the order of the lists`,
            'zh-CN': `用历史数据检验，识别停购客户不比抛硬币强（AUC ${value}，95% 区间 ${low}–${high}）：名单的先后顺序不可依赖`,
          },
        }
      : {
          code: 'churn-hardly-tested',
          level: 'info',
          message: {
            en: `the latest past window has only ${few.en}: too few to tell whether the order of the lists is better than chance (AUC ${value}, 95% ${low}–${high})`,
            'zh-CN': `最近一个历史窗口中仅 ${few['zh-CN']}，尚不足以判断名单的先后顺序是否优于随机（AUC ${value}，95% 区间 ${low}–${high}）`,
          },
        };
  const fix: Localized = {
    en: `look farther ahead (--horizon ${latest.data.horizonDays * 2}), or add older orders`,
    'zh-CN': `请拉长预测窗口（--horizon ${latest.data.horizonDays * 2}），或加上更早的订单`,
  };
  return findingsOf([{ ...note, fix }], lang);
}
