import type { Random } from '../../src/lib/random.ts';
import { dayOf, lastDay } from './calendar.ts';
import { categories } from './products.ts';
import type { CategoryId } from './products.ts';

/** `fading` and `rising` are the story's first and fifth point. */
export type BuyerKind = 'regular' | 'star' | 'fading' | 'rising' | 'seasonal' | 'lost' | 'once' | 'none';

/** How one customer buys. */
export interface Buying {
  readonly kind: BuyerKind;
  /** 1 for the biggest buyer; null without purchases. */
  readonly rank: number | null;
  /** Usual days from order to order, 14 to 120. */
  readonly cycle: number;
  /** Usual cents of an order. */
  readonly orderValue: number;
  /** Growth of an order's value over the whole history: 0.3 = the last orders are 30% bigger than the first. */
  readonly drift: number;
  /** Percent off the list price, both ends included. */
  readonly discount: readonly [number, number];
  readonly stopsOn: number;
  readonly taste: Readonly<Record<CategoryId, number>>;
}

const usualTaste: Readonly<Record<CategoryId, number>> = { instrument: 2.2, consumable: 5, service: 1.6, software: 0.9, climate: 0 };

/** Yearly purchases in cents by rank: three key accounts, then a heavy tail (rank^−1.125). */
function yearlyValue(rank: number): number {
  const keyAccounts = [310_000_000, 240_000_000, 190_000_000];
  return keyAccounts[rank - 1] ?? 620_000_000 / ((rank + 1) * Math.sqrt(Math.sqrt(Math.sqrt(rank + 1))));
}

export function buyingOf(random: Random, kind: BuyerKind, rank: number | null): Buying {
  const cycle = usualCycle(random, kind, rank);
  const place = rank ?? 999;
  const yearly = kind === 'once' ? yearlyValue(place) / 3 : yearlyValue(place);
  return {
    kind,
    rank,
    cycle,
    orderValue: Math.round(kind === 'once' ? yearly : (yearly * cycle) / 365),
    drift: kind === 'regular' ? -0.35 + 0.8 * random.next() : 0,
    discount: place <= 10 ? [8, 15] : place <= 45 ? [2, 8] : [0, 4],
    stopsOn: stop(random, kind),
    taste: taste(random, kind),
  };
}

function usualCycle(random: Random, kind: BuyerKind, rank: number | null): number {
  if (kind === 'seasonal') return 14;
  if (kind === 'rising') return 38;
  if (rank === null || rank > 45) return random.integer(50, 120);
  return rank <= 3 ? random.integer(14, 17) : rank <= 12 ? random.integer(16, 30) : random.integer(25, 60);
}

function stop(random: Random, kind: BuyerKind): number {
  if (kind === 'lost') return random.integer(dayOf('2024-10-01'), dayOf('2025-08-31'));
  return kind === 'fading' ? dayOf('2026-07-31') : lastDay;
}

function taste(random: Random, kind: BuyerKind): Record<CategoryId, number> {
  const weights = { ...usualTaste };
  for (const category of Object.keys(categories) as CategoryId[]) weights[category] *= 0.3 + 1.4 * random.next();
  return kind === 'seasonal' ? { ...weights, instrument: 0, climate: 12 } : weights;
}

interface Phase {
  readonly from: number;
  readonly cycle: number;
  readonly value: number;
}

const phases: Readonly<Partial<Record<BuyerKind, readonly Phase[]>>> = {
  fading: [
    { from: dayOf('2026-02-01'), cycle: 1.6, value: 0.6 },
    { from: dayOf('2026-05-01'), cycle: 2.2, value: 0.35 },
  ],
  rising: [{ from: dayOf('2026-05-01'), cycle: 0.55, value: 1.9 }],
};

/** Factors on the usual cycle and order value on a day. */
export function phaseOf(buying: Buying, day: number): { cycle: number; value: number } {
  const phase = phases[buying.kind]?.findLast(({ from }) => day >= from);
  return { cycle: phase?.cycle ?? 1, value: (phase?.value ?? 1) * (1 + (buying.drift * Math.max(day, 0)) / lastDay) };
}
