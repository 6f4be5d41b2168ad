import { addsUp } from '../../../forecast/targets/rate-metrics.ts';

const moneyMetrics: ReadonlySet<string> = new Set(['revenue', 'payments', 'profit']);
const rateMetrics: ReadonlySet<string> = new Set(['conversion_rate', 'retention_rate', 'market_share']);

/** How the values of a metric are written. */
export function kindOfValue(metric: string): 'money' | 'count' | 'rate' | 'score' {
  if (moneyMetrics.has(metric)) return 'money';
  if (rateMetrics.has(metric)) return 'rate';
  return addsUp(metric) || metric === 'customers' ? 'count' : 'score';
}

const money =
  /[元圆块¥￥$€£]|(?:^|[^a-z]|^(?:k|m|t|mio|mn|bn))(?:cny|rmb|usd|eur|gbp|jpy|hkd|yuan|dollars?|euros?)(?:[^a-z]|(?:k|m|mio|mn|bn)?$)|^[a-z]{3}$/i;
const scale = /^(?:[十百千万亿]+|k|w|m|mm|mn|mio|mln|bn|tsd|(?:in )?(?:thousands?|millions?|billions?)|['’]?000s?)\.?$/i;
const percent = /[%％]|percent|百分/i;
const score = /^(?:分|分值|points?|score)$/i;

/** Of others a target below 0 is a slip: a planned loss is one of profit. */
const mayBeNegative: ReadonlySet<string> = new Set(['nps', 'profit']);

/** Why a value can be none of a metric: such a target counts nowhere. */
export type Slip = 'in_percent' | 'below_one' | 'rate_above_one' | 'out_of_scale';

/** Whether a value, as its unit has it, can be one of a metric at all; null: it can. Money below 1 is a share, or lacks its unit. */
export function slipOf(metric: string, unit: string | null, value: number): Slip | null {
  const kind = kindOfValue(metric);
  if ((kind === 'money' || kind === 'count') && percent.test(unit ?? '')) return 'in_percent';
  if (value < 0 && !mayBeNegative.has(metric)) return 'out_of_scale';
  if (kind === 'money' && value !== 0 && Math.abs(value) < 1) return 'below_one';
  if (kind === 'rate' && value > 1.5) return 'rate_above_one';
  return (metric === 'nps' && Math.abs(value) > 100) || (metric === 'csat' && value > 100) ? 'out_of_scale' : null;
}

/** Whether the word of a unit is one of another kind of metric. */
export function unitDiffers(metric: string, unit: string | null): boolean {
  const kind = kindOfValue(metric);
  const text = unit?.trim() ?? '';
  if (text === '') return false;
  const isScale = scale.test(text);
  if (kind === 'money') return score.test(text) || (!isScale && !money.test(text));
  if (kind === 'count') return !isScale && money.test(text) && !/^[a-z]{3}$/i.test(text);
  return kind === 'rate' ? !percent.test(text) : isScale || money.test(text);
}

/** A thousand, ten thousand or a million, where what is usual is so many times the target or the other way round; null where it is not. */
export function unitFactor(usual: number | null, target: number | null): number | null {
  if (usual === null || target === null || usual <= 0 || target <= 0) return null;
  const size = Math.log10(usual / target);
  const power = [3, 4, 6].find((each) => Math.abs(Math.abs(size) - each) <= nearness);
  return power === undefined ? null : size > 0 ? 10 ** power : 1 / 10 ** power;
}

/** A third to three times. */
const nearness = 0.48;
