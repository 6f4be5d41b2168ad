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

/** Whether a unit fits a metric, and the value its unit; null: it does. */
export function unitTrouble(metric: string, unit: string | null, value: number): 'unit_differs' | 'rate_above_one' | 'out_of_scale' | null {
  const kind = kindOfValue(metric);
  const text = unit?.trim() ?? '';
  const says = (pattern: RegExp): boolean => text !== '' && pattern.test(text);
  const isScale = says(scale);
  if (kind === 'money' && (says(percent) || says(score) || (text !== '' && !isScale && !says(money)))) return 'unit_differs';
  if (kind === 'count' && (says(percent) || (!isScale && says(money) && !/^[a-z]{3}$/i.test(text)))) return 'unit_differs';
  if (kind === 'rate' && text !== '' && !says(percent)) return 'unit_differs';
  if (kind === 'score' && (isScale || says(money))) return 'unit_differs';
  if (kind === 'rate' && value > 1.5) return 'rate_above_one';
  if (value < 0 && !mayBeNegative.has(metric)) return 'out_of_scale';
  if ((metric === 'nps' && Math.abs(value) > 100) || (metric === 'csat' && value > 100)) return 'out_of_scale';
  return null;
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
