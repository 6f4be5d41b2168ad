import type { Localized } from '../../lib/localized.ts';
import { tooHighOrLow } from './totals-verdict.ts';

/** What the projection would have said some periods ago of the survivors of a period, and how many there were. */
export interface ProjectionCheck {
  readonly heldPeriods: number;
  /** First day of the period that was predicted. */
  readonly targetOn: string;
  /** Customers of the cohorts that had begun. */
  readonly base: number;
  readonly expected: number;
  /** 95% prediction interval. */
  readonly low: number;
  readonly high: number;
  readonly actual: number;
  /** Expected over actual, less 1; above 0 the projection was too high. */
  readonly error: number;
  /** Whether the actual lies in the interval. */
  readonly inside: boolean;
}

/** `11% too low`. */
function offBy({ error }: ProjectionCheck): Localized {
  const size = (100 * Math.abs(error)).toFixed(Math.abs(error) < 0.1 ? 1 : 0);
  return { en: tooHighOrLow(`${size}%`, error, ['high', 'low']).en, 'zh-CN': tooHighOrLow(`${size}%`, error, [])['zh-CN'] };
}

/** What was expected and what came; `periods`: so many were held back; `target`: the period that was predicted. */
export function projectionVerdict(
  { inside, base, expected, low, high, actual }: ProjectionCheck,
  { periods, target }: { readonly periods: Localized; readonly target: string },
): Localized {
  const [most, least, likely] = [high, low, expected].map((count) => count.toFixed(0));
  return {
    en: `Fitted without the last ${periods.en}, it expected ${likely} (${least} to ${most}) of ${base} customers to buy in ${target} or later; ${actual} did, ${inside ? 'within' : 'outside'} the interval.`,
    'zh-CN': `不用最近 ${periods['zh-CN']}的数据拟合时，预测 ${base} 位客户中有 ${likely} 位（${least}–${most}）在 ${target} 或之后购买；实际 ${actual} 位，在区间${inside ? '内' : '外'}。`,
  };
}

/** Said before the shares of a projection that failed its check. */
export function projectionCaution(check: ProjectionCheck): Localized {
  const off = offBy(check);
  return {
    en: `A rough guide only: when checked it was ${off.en}, outside its interval. `,
    'zh-CN': `仅供参考：回测时${off['zh-CN']}，超出区间。`,
  };
}

/** The same as a finding of its own. */
export function projectionFailure(check: ProjectionCheck): Localized {
  const off = offBy(check);
  const [low, high] = [check.low.toFixed(1), check.high.toFixed(1)];
  return {
    en: `the projection of survival did not hold when checked on the last periods: ${off.en}, ${check.actual} customers survived where ${low} to ${high} were expected; take the projected shares for a rough guide, their intervals are too narrow`,
    'zh-CN': `存续预测未通过最近几期的回测：${off['zh-CN']}，预测区间为 ${low}–${high} 位，实际存续 ${check.actual} 位；预测比例仅供参考，其区间过窄`,
  };
}
