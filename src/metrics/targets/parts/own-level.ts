/** What was reached in a past period of so many days. */
export interface PastValue {
  readonly value: number;
  readonly days: number;
}

/** What an owner usually reaches in a period of the length of the target. */
export interface OwnLevel {
  readonly mean: number;
  readonly values: readonly number[];
}

/** The level of some past periods, as of `days` each, or as they are; null for fewer than two, of which nobody knows how far they vary. */
export function ownLevel(past: readonly PastValue[], days: number | null): OwnLevel | null {
  if (past.length < 2) return null;
  const values = past.map(({ value, days: own }) => (days === null ? value : (value / own) * days));
  return { mean: values.reduce((sum, each) => sum + each, 0) / values.length, values };
}

interface Steps {
  /** So many periods back lies the same one of last year; null: none does. */
  readonly year: number | null;
  /** So many growths over a year have to be known to go by these. */
  readonly least: number;
}

/**
 * Whether the growth of an owner tells nothing of a target, so that the level has to: half of the past periods were more than twice what they are
 * compared with, or less than half, or one of the two was nothing; or last year was such an exception. Leaps of the past would let any target pass,
 * and beside a period far below the usual any target is a leap. `past`: the nearest first, null where nothing is known.
 */
export function tellsNothing(past: readonly (number | null)[], level: number, { year, least }: Steps): boolean {
  const yearly = year === null ? [] : pairsOver(past, year);
  const pairs = yearly.length >= least ? yearly : pairsOver(past, 1);
  const leaps = pairs.filter(([value, before]) => value <= 0 || before <= 0 || value > 2 * before || before > 2 * value);
  if (pairs.length > 1 && 2 * leaps.length >= pairs.length) return true;
  // A season is as low in the year before.
  return year !== null && isLow(past[year - 1], level) && !isLow(past[2 * year - 1], level);
}

function isLow(value: number | null | undefined, level: number): boolean {
  return typeof value === 'number' && 2 * value < level;
}

function pairsOver(past: readonly (number | null)[], steps: number): (readonly [value: number, before: number])[] {
  return past.flatMap((value, index) => {
    const before = past[index + steps] ?? null;
    return value === null || before === null ? [] : [[value, before] as const];
  });
}
