/** How it stands in a window, at the day up to which things are known. */
export interface Standing {
  /** Share of the working days that have passed, 0 to 1. */
  readonly share: number;
  readonly soFar: number;
}

/** How the windows of a scope went: one number a window, oldest first. */
export interface Courses {
  /** What had come by the cut. */
  readonly soFar: ArrayLike<number>;
  /** What came in all. */
  readonly total: ArrayLike<number>;
}

/** Those that are known: the windows from `first` up to, not including, `end`, which is none before `first`. */
export interface Known extends Courses {
  readonly first: number;
  readonly end: number;
}

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

/** What is known beside the windows of the scope. */
export interface Beside {
  readonly shareOfKind: number;
  /** The window a year before the one at hand; −1: none. */
  readonly lastYear: number;
  /** Of each window that of the year before; −1: none. */
  readonly yearBefore: ArrayLike<number>;
}

/**
 * - `run_rate`: so far ÷ share of the working days;
 * - `usual_share`: so far ÷ the share of the total that usually has come by then, of the scope, drawn to that of its kind;
 * - `recent_rest`, `yearly_rest`: so far + the mean rest of the last three, and of the last twelve windows;
 * - `last_year`: so far + the rest of the same window last year, times the growth since.
 */
export function estimatesOf({ share, soFar }: Standing, known: Known, { shareOfKind, lastYear, yearBefore }: Beside): Estimates {
  const isNew = known.first === known.end;
  const isKnown = lastYear >= known.first && lastYear < known.end;
  return [
    share > 0 ? soFar / share : null,
    share > 0 ? soFar / usualShare(share, known, shareOfKind) : null,
    isNew ? null : soFar + meanRest(lastOf(known, recentWindows)),
    isNew ? null : soFar + meanRest(lastOf(known, usualWindows)),
    isKnown ? soFar + restOf(known, lastYear) * growthOf(known, yearBefore) : null,
  ];
}

/** What is usual for a scope, to measure errors by: the mean size of its last twelve windows. */
export function usualSize(known: Known): number | null {
  const { total, first, end } = lastOf(known, usualWindows);
  let size = 0;
  for (let window = first; window < end; window += 1) size += Math.abs(total[window]!);
  return size > 0 ? size / (end - first) : null;
}

/** Share of the totals of the last twelve windows of scopes that had come by their cuts; null where there is nothing to share. */
export function usualShareOf(scopes: Iterable<Known>): number | null {
  let [by, all] = [0, 0];
  for (const scope of scopes) {
    const { soFar, total, first, end } = lastOf(scope, usualWindows);
    for (let window = first; window < end; window += 1) {
      by += soFar[window]!;
      all += total[window]!;
    }
  }
  return all > 0 ? by / all : null;
}

/** The least that a total could be: what is there stays, unless more was taken back than came in the rest of an earlier window. */
export function floorOf({ soFar }: Standing, known: Known): number {
  for (let window = known.first; window < known.end; window += 1) if (known.total[window]! < known.soFar[window]!) return -Infinity;
  return soFar;
}

function lastOf({ soFar, total, first, end }: Known, windows: number): Known {
  return { soFar, total, first: Math.max(first, end - windows), end };
}

function usualShare(passed: number, known: Known, shareOfKind: number): number {
  const windows = Math.min(usualWindows, known.end - known.first);
  const own = usualShareOf([known]) ?? shareOfKind;
  const drawn = (windows * own + windowsOfKind * shareOfKind) / (windows + windowsOfKind);
  return Math.min(0.98, Math.max(passed / 10, drawn));
}

/** Of the last twelve windows against those a year before. */
function growthOf(known: Known, yearBefore: ArrayLike<number>): number {
  let [pairs, before, after] = [0, 0, 0];
  for (let window = lastOf(known, usualWindows).first; window < known.end; window += 1) {
    const earlier = yearBefore[window]!;
    if (earlier < known.first) continue;
    pairs += 1;
    before += known.total[earlier]!;
    after += known.total[window]!;
  }
  if (pairs < recentWindows || before <= 0 || after <= 0) return 1;
  return Math.sqrt(Math.min(mostGrowth, Math.max(1 / mostGrowth, after / before)));
}

function restOf({ soFar, total }: Courses, window: number): number {
  return total[window]! - soFar[window]!;
}

function meanRest(known: Known): number {
  let sum = 0;
  for (let window = known.first; window < known.end; window += 1) sum += restOf(known, window);
  return sum / (known.end - known.first);
}
