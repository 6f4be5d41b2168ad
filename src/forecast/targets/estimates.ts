import { addDays, addMonths, type IsoDate } from '../../lib/dates.ts';
import type { Window } from './windows.ts';

/** How a window went: what had come by its cut, and in all. */
export interface Course extends Window {
  readonly soFar: number;
  readonly total: number;
}

/** How it stands in a window that is not over. */
export type Standing = Omit<Course, 'total'>;

/** Ways to tell a total from how it stands and what came before; in this order wherever they have weights. */
export const methods = ['run_rate', 'usual_share', 'recent_rest', 'yearly_rest', 'last_year'] as const;

export type Method = (typeof methods)[number];

/** One number a method, null where the past does not reach. */
export type Estimates = readonly (number | null)[];

/** Windows that make what is usual. */
const usualWindows = 12;
const recentWindows = 3;

/** The share of a scope is drawn to that of its kind as by so many windows. */
const windowsOfKind = 6;

/** Growth from year to year is damped (by its root) and bounded. */
const mostGrowth = 2;

/**
 * - `run_rate`: so far ÷ share of the working days;
 * - `usual_share`: so far ÷ the share of the total that usually has come by then, of the scope, drawn to that of its kind;
 * - `recent_rest`, `yearly_rest`: so far + the mean rest of the last three, and of the last twelve windows;
 * - `last_year`: so far + the rest of the same window last year, times the growth since.
 * `known` are earlier windows, oldest first; `back` is how many of them ago last year's is, counted from the window at hand.
 */
export function estimatesOf(
  now: Standing,
  known: readonly Course[],
  { shareOfKind, lastYear }: { readonly shareOfKind: number; readonly lastYear: Course | null },
): Estimates {
  const usual = known.slice(-usualWindows);
  const rests = usual.map(restOf);
  return [
    now.share > 0 ? now.soFar / now.share : null,
    now.share > 0 ? now.soFar / usualShare(now.share, usual, shareOfKind) : null,
    usual.length === 0 ? null : now.soFar + mean(rests.slice(-recentWindows)),
    usual.length === 0 ? null : now.soFar + mean(rests),
    lastYear === null ? null : now.soFar + restOf(lastYear) * growthOf(known),
  ];
}

/** What is usual for a scope, to measure errors by: the mean size of its last twelve windows. */
export function usualSize(known: readonly Course[]): number | null {
  const usual = known.slice(-usualWindows);
  const size = usual.length === 0 ? 0 : mean(usual.map(({ total }) => Math.abs(total)));
  return size > 0 ? size : null;
}

/** Share of the totals of windows that had come by their cuts; null where there is nothing to share. */
export function shareOf(windows: readonly Course[]): number | null {
  let [soFar, total] = [0, 0];
  for (const window of windows) {
    soFar += window.soFar;
    total += window.total;
  }
  return total > 0 ? soFar / total : null;
}

/** Whether a window is over by the end of a day. */
export function isOverBy({ to }: Pick<Window, 'to'>, day: IsoDate): boolean {
  return to <= addDays(day, 1);
}

/** The windows that are over by the cut of another. */
export function knownBy(windows: readonly Course[], { cut }: Pick<Window, 'cut'>): readonly Course[] {
  const next = addDays(cut, 1);
  const at = windows.findIndex(({ to }) => to > next);
  return at === -1 ? windows : windows.slice(0, at);
}

function usualShare(passed: number, usual: readonly Course[], shareOfKind: number): number {
  const own = shareOf(usual) ?? shareOfKind;
  const drawn = (usual.length * own + windowsOfKind * shareOfKind) / (usual.length + windowsOfKind);
  return Math.min(0.98, Math.max(passed / 10, drawn));
}

function growthOf(known: readonly Course[]): number {
  const byStart = new Map(known.map((window) => [window.from, window.total]));
  const pairs = known.slice(-usualWindows).flatMap(({ from, total }) => {
    const before = byStart.get(addMonths(from, -usualWindows));
    return before === undefined ? [] : [{ before, after: total }];
  });
  const [before, after] = [sum(pairs.map((pair) => pair.before)), sum(pairs.map((pair) => pair.after))];
  if (pairs.length < recentWindows || before <= 0 || after <= 0) return 1;
  return Math.sqrt(Math.min(mostGrowth, Math.max(1 / mostGrowth, after / before)));
}

function restOf({ soFar, total }: Course): number {
  return total - soFar;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
