import type { AreaUnderCurve } from '../../stats/area-under-curve.ts';
import type { FactText } from '../../views/facts.ts';

/** An area under the curve with the cases it is over and its interval; null where it could not be measured. */
export function areaOf(area: AreaUnderCurve | null | undefined): Pick<FactText, 'value' | 'n' | 'low' | 'high'> {
  if (area === null || area === undefined) return { value: null, n: null, low: null, high: null };
  return { value: area.area, n: area.events + area.others, ...area.interval };
}
