import { shareBy, type WorkingTime, workingDaysOf } from '../../../forecast/targets/windows.ts';
import { addDays, type IsoDate } from '../../../lib/dates.ts';

/** How far a stretch of time has come, in days that are worked. */
export interface Progress {
  readonly workingDays: number;
  readonly passed: number;
  /** 0 to 1. */
  readonly share: number;
}

/** Of a stretch of time with both ends, by a day that counts as passed. Made once for each: many owners have the same. */
export function progressBy(asOf: IsoDate, time: WorkingTime): (first: IsoDate, last: IsoDate) => Progress {
  const made = new Map<string, Progress>();
  return (first, last) => {
    const key = `${first} ${last}`;
    const found = made.get(key) ?? progressOf(first, last, asOf, time);
    made.set(key, found);
    return found;
  };
}

function progressOf(first: IsoDate, last: IsoDate, asOf: IsoDate, time: WorkingTime): Progress {
  const period = { from: first, to: addDays(last, 1) };
  const until = asOf < last ? asOf : last;
  const passed = until < first ? 0 : workingDaysOf({ from: first, to: addDays(until, 1) }, time);
  return { workingDays: workingDaysOf(period, time), passed, share: shareBy(period, until, time) };
}

/** Actual ÷ target; null where there is no target, or none above zero: a target of nothing is not reached by a share. */
export function attainmentOf(actual: number | null, target: number | null): number | null {
  return actual === null || target === null || target <= 0 ? null : actual / target;
}
