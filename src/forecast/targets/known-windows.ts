import { addDays, addMonths, type IsoDate, type Period } from '../../lib/dates.ts';
import type { Window } from './windows.ts';

/** What is known of earlier windows at the cut of each window of a kind, and of the one that is not over, which stands behind the last. */
export interface KnownWindows {
  /** How many windows, from the oldest on, are over by the cut of each. */
  readonly overBy: readonly number[];
  /** The window a year before each; −1: none. */
  readonly yearBefore: readonly number[];
}

/** `windows` are oldest first; `monthsOfYear` is how many months lie between a window and that of the year before, null where no year is told. */
export function knownWindows(
  windows: readonly Window[],
  now: Period & { readonly cut: IsoDate },
  monthsOfYear: number | null,
): KnownWindows {
  const places = new Map(windows.map(({ from }, place) => [from, place]));
  const all = [...windows, now];
  return {
    overBy: all.map(({ cut }) => {
      const next = addDays(cut, 1);
      const running = windows.findIndex(({ to }) => to > next);
      return running === -1 ? windows.length : running;
    }),
    yearBefore: all.map(({ from }) => (monthsOfYear === null ? -1 : (places.get(addMonths(from, -monthsOfYear)) ?? -1))),
  };
}
