/** What a history of full months tells of the months of a year. Months are in order; the year ends where the history does. */
export interface Season {
  /** By month of the year as the history has it: the first is twelve months before its end. Shares add up to 1. */
  readonly shares: readonly number[];
  /** Mean share of each month in the years, not drawn to the other one. */
  readonly means: readonly number[];
  /** Within which the share of the month lies in another such year, in about 95% of years; null where one year alone is known. */
  readonly ranges: readonly { readonly low: number; readonly high: number }[] | null;
  readonly years: number;
  /** How far the means count beside what they are drawn to. */
  readonly trust: number;
}

const months = 12;
const even: readonly number[] = Array.from({ length: months }, () => 1 / months);

/** Years of twelve months back from the end of a history, the latest first, of those with any sales. */
function yearsOf(history: readonly number[], most: number): number[][] {
  const count = Math.min(most, Math.floor(history.length / months));
  return Array.from({ length: count }, (_, back) => history.slice(history.length - months * (back + 1), history.length - months * back))
    .map((year) => year.map((value) => Math.max(0, value)))
    .filter((year) => sumOf(year) > 0);
}

/**
 * Shares of the months: the mean of their shares in up to so many years. The mean of n years counts n / (n + 1) beside an even year. Null without
 * a full year of sales.
 */
export function learnSeason(history: readonly number[], mostYears: number): Season | null {
  const years = yearsOf(history, mostYears);
  return years.length === 0 ? null : drawn(years, even, years.length / (years.length + 1));
}

/**
 * The same for a part of the whole, drawn to the season of the whole. The means count as far as they differ from it by more than by chance: by
 * how much the years differ from each other; of one year alone, half.
 */
export function learnPartSeason(history: readonly number[], whole: readonly number[], mostYears: number): Season | null {
  const years = yearsOf(history, mostYears);
  if (years.length === 0) return null;
  if (years.length === 1) return drawn(years, whole, 1 / 2);
  const means = meansOf(years);
  const apart = means.reduce((sum, mean, month) => sum + (mean - whole[month]!) ** 2, 0) / (months - 1);
  const chance = varianceOf(years, means) / years.length;
  return drawn(years, whole, apart > chance ? 1 - chance / apart : 0);
}

function drawn(years: readonly (readonly number[])[], to: readonly number[], trust: number): Season {
  const means = meansOf(years);
  const shares = means.map((mean, month) => to[month]! + trust * (mean - to[month]!));
  const variance = varianceOf(years, means);
  const spread = 1.96 * Math.sqrt(variance * (1 + trust ** 2 / years.length));
  return {
    shares,
    means,
    ranges: years.length < 2 ? null : shares.map((share) => ({ low: Math.max(0, share - spread), high: Math.min(1, share + spread) })),
    years: years.length,
    trust,
  };
}

function meansOf(years: readonly (readonly number[])[]): number[] {
  const shares = years.map((year) => year.map((value) => value / sumOf(year)));
  return even.map((_, month) => sumOf(shares.map((year) => year[month]!)) / years.length);
}

/** Of the share of a month between years, over all months. */
function varianceOf(years: readonly (readonly number[])[], means: readonly number[]): number {
  if (years.length < 2) return 0;
  const squares = years.map((year) => year.reduce((sum, value, month) => sum + (value / sumOf(year) - means[month]!) ** 2, 0));
  return sumOf(squares) / ((years.length - 1) * (months - 1));
}

/** Shares of months by which each is larger than the one before, at a growth a year. */
export function growthPath(count: number, growth: number): number[] {
  const path = Array.from({ length: count }, (_, month) => Math.max(0.01, 1 + growth) ** (month / months));
  return path.map((value) => value / sumOf(path));
}

/** Part of a year's number that stands in another month than it fell in: half of the sum of the differences of the shares. */
export function misplaced(shares: readonly number[], actual: readonly number[]): number {
  const total = sumOf(actual);
  return sumOf(shares.map((share, month) => Math.abs(share - actual[month]! / total))) / 2;
}

export function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
