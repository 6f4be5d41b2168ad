import type { Lang, Localized } from '../../lib/localized.ts';
import type { Verdict } from '../../metrics/comparison/parts/change-rows.ts';
import { judgementOf } from '../../result/judgement.ts';
import type { ResultCell } from '../../result/result.ts';
import { codeOf } from '../../views/codes.ts';
import { beyondChanceWords } from '../../views/judgement.ts';
import { type ListColumn, own, reads } from '../../views/list-columns.ts';
import { numberOf } from '../../views/number-of.ts';
import { metricHeading } from '../../views/of-metrics.ts';
import { verdictWords } from '../parts/verdict-words.ts';

/** Whether a difference is more than chance, and then which way. */
export function verdictColumn(metric: string, verdict: string, difference: string, lang: Lang): ListColumn {
  const { better } = metricHeading(metric, difference);
  return own(
    verdict,
    { ...metricHeading(metric, verdict), type: 'text' },
    reads(metric, verdict, difference),
    (found = null, change = null) => wordOf(found, lang, beyondChanceWords(judgementOf(better, numberOf(change)))),
    (found = null) => codeOf(found),
  );
}

/** The same against others at the same time, which is no change: below or above them. */
export function standingColumn(metric: string, verdict: string, difference: string, lang: Lang): ListColumn {
  const above: Localized = { en: 'above the others', 'zh-CN': '高于其余' };
  const below: Localized = { en: 'below the others', 'zh-CN': '低于其余' };
  return own(
    verdict,
    { ...metricHeading(metric, verdict), type: 'text' },
    reads(metric, verdict, difference),
    (found = null, change = null) => wordOf(found, lang, (numberOf(change) ?? 0) > 0 ? above : below),
    (found = null) => codeOf(found),
  );
}

function wordOf(verdict: ResultCell, lang: Lang, beyond: Localized): ResultCell {
  if (verdict === null) return null;
  return (verdict === 'more_than_chance' ? beyond : verdictWords[verdict as Verdict])[lang];
}
