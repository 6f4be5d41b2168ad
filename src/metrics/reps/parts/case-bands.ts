/** A range of whole numbers, both ends included; open at the top where it has no end. */
type Band = readonly [from: number, to: number | null];

/** Usual bands of headcounts, of contacts, and of days. */
const headcounts: readonly Band[] = [
  [1, 49],
  [50, 199],
  [200, 999],
  [1000, null],
];
const contactCounts: readonly Band[] = [
  [0, 0],
  [1, 2],
  [3, 5],
  [6, null],
];
const waits: readonly Band[] = [
  [0, 1],
  [2, 7],
  [8, 30],
  [31, null],
];
const cycles: readonly Band[] = [
  [0, 30],
  [31, 60],
  [61, 90],
  [91, 180],
  [181, null],
];

export const bands = { headcounts, contactCounts, waits, cycles } as const;

/** `50-199`, `1000+`; null for what is below the first band. */
export function bandOf(value: number | null, among: readonly Band[]): string | null {
  const band = value === null ? undefined : among.find(([from, to]) => value >= from && (to === null || value <= to));
  if (band === undefined) return null;
  const [from, to] = band;
  return to === null ? `${from}+` : from === to ? String(from) : `${from}-${to}`;
}

/** Sizes of companies: numbers of employees by band, classes as they are written. */
export function sizeKinds(sizes: readonly (string | null)[]): (string | null)[] {
  const known = sizes.filter((size) => size !== null);
  const isCounted = known.length > 0 && known.every((size) => /^\d+$/.test(size)) && new Set(known).size > headcounts.length * 2;
  return isCounted ? sizes.map((size) => bandOf(size === null ? null : Number(size), headcounts)) : [...sizes];
}

/** Amounts in three bands of about as many, cut at round numbers: `0-20000`, `20000-100000`, `100000+`; those not above 0 have none. */
export function amountKinds(amounts: readonly (number | null)[]): (string | null)[] {
  const sorted = amounts.filter((amount) => amount !== null && amount > 0).toSorted((one, other) => one! - other!);
  if (sorted.length === 0) return amounts.map(() => null);
  const cuts = [1 / 3, 2 / 3].map((share) => roundNumber(sorted[Math.floor(share * sorted.length)]!));
  const [low, high] = [cuts[0]!, cuts[1]!];
  if (low === high) return amounts.map((amount) => (amount === null || !(amount > 0) ? null : amount < low ? `0-${low}` : `${low}+`));
  return amounts.map((amount) => {
    if (amount === null || !(amount > 0)) return null;
    return amount < low ? `0-${low}` : amount < high ? `${low}-${high}` : `${high}+`;
  });
}

/** The nearest of 1, 2, 5, 10 times a power of ten. */
function roundNumber(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const steps = [1, 2, 5, 10].map((step) => step * power);
  return steps.reduce((best, step) => (Math.abs(Math.log(step / value)) < Math.abs(Math.log(best / value)) ? step : best));
}
