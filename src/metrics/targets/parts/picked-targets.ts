import { addDays, type IsoDate, type Period } from '../../../lib/dates.ts';
import { groupedBy } from '../../../lib/groups.ts';
import { daysIn, type Span } from './same-length.ts';

/** A target with a period, by whose it is: owner, metric and ambition. */
export interface DatedTarget extends Span {
  readonly order: number;
  readonly whose: string;
  readonly hasValue: boolean;
}

/** Targets that are looked at together: those of the period, and those of its year. */
export interface Picked {
  readonly period: readonly DatedTarget[];
  readonly year: readonly DatedTarget[];
}

/**
 * Of each owner the targets of the period: those of the very period, else the finest that lie in it; without a period the finest that a day
 * lies in, and where there are none those that were over last. Beside them those of the calendar year in which the last of them ends.
 */
export function pickTargets(targets: readonly DatedTarget[], asOf: IsoDate, period: Period | null): Picked {
  const groups = [...groupedBy(targets, ({ whose }) => whose).values()];
  const chosen = period === null ? runningOrLast(targets, groups, asOf) : groups.flatMap((own) => within(own, period));
  const last = chosen
    .map(({ to }) => to)
    .toSorted()
    .at(-1);
  if (last === undefined) return { period: [], year: [] };
  const year = { from: `${last.slice(0, 4)}-01-01`, to: addDays(`${last.slice(0, 4)}-12-31`, 1) };
  return { period: chosen, year: groups.flatMap((own) => ofYear(own, year)) };
}

function runningOrLast(targets: readonly DatedTarget[], groups: readonly (readonly DatedTarget[])[], asOf: IsoDate): DatedTarget[] {
  const running = groups.flatMap((own) => ofLeastLength(own.filter(({ from, to }) => from <= asOf && to >= asOf)));
  if (running.length > 0) return running;
  const over = targets.filter(({ to }) => to < asOf);
  const last = over
    .map(({ to }) => to)
    .toSorted()
    .at(-1);
  return groups.flatMap((own) => ofLeastLength(own.filter(({ to }) => to === last)));
}

function ofLeastLength(own: readonly DatedTarget[]): DatedTarget[] {
  const least = Math.min(...own.map(lengthOf));
  return own.filter((target) => lengthOf(target) === least);
}

function within(own: readonly DatedTarget[], { from, to }: Period): DatedTarget[] {
  const inside = own.filter((target) => target.from >= from && target.to < to);
  const whole = inside.filter((target) => target.from === from && target.to === addDays(to, -1));
  return whole.some(({ hasValue }) => hasValue) ? whole : finest(inside);
}

function ofYear(own: readonly DatedTarget[], year: Period): DatedTarget[] {
  const inside = own.filter((target) => target.from >= year.from && target.to < year.to);
  const whole = inside.filter((target) => target.hasValue && lengthOf(target) === longest);
  return whole.length > 0 ? whole : finest(inside);
}

/**
 * Targets that may be added up. One that shorter ones with a value fill only repeats them; one that they do not fill stands for its whole
 * time, and the shorter ones in it are left out: a quarter of which two months have targets is not those two.
 */
export function finest(own: readonly DatedTarget[]): DatedTarget[] {
  const standing = own.filter((target) => !isFilled(target, own));
  return standing.filter((target) => {
    const overlapping = standing.filter((other) => other.from <= target.to && other.to >= target.from);
    return target.hasValue
      ? !overlapping.some((other) => other.hasValue && lengthOf(other) > lengthOf(target))
      : !overlapping.some((other) => other.hasValue || lengthOf(other) > lengthOf(target));
  });
}

function isFilled(target: DatedTarget, own: readonly DatedTarget[]): boolean {
  const inside = own
    .filter((other) => other.hasValue && other.from >= target.from && other.to <= target.to && lengthOf(other) < lengthOf(target))
    .toSorted((one, other) => (one.from < other.from ? -1 : 1));
  let next = target.from;
  for (const { from, to } of inside) {
    if (from > next) return false;
    if (to >= next) next = addDays(to, 1);
  }
  return next > target.to;
}

const longest = 5;

/** Weeks, months, quarters, halves and years, whatever their days. */
export function lengthOf(span: Span): number {
  const days = daysIn(span);
  const most = [10, 31, 92, 184].findIndex((each) => days <= each);
  return most === -1 ? longest : most + 1;
}

/** Which of the targets share days with another one of the same owner that has another period: what is reached then would count twice in a sum. */
export function targetsApart(targets: readonly DatedTarget[]): { readonly order: number; readonly isAlone: boolean }[] {
  const groups = groupedBy(targets, ({ whose }) => whose);
  return targets.map(({ order, whose, from, to }) => ({
    order,
    isAlone: groups.get(whose)!.some((other) => other.from <= to && other.to >= from && (other.from !== from || other.to !== to)),
  }));
}
