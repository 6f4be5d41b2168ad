import { createRandom } from '../../../lib/random.ts';
import type { UnitRates } from '../../../stats/unit-rates/unit-rates.ts';
import { chanceOf, type Kind } from './kinds.ts';
import type { Counts } from './plan.ts';

/** A number of conversions with its 95% interval. */
export interface Expected {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** What plans may come to. */
export interface Prospects {
  /** Of the plans in the order given: what it yields at the likely rates, and over the rates that there may be. */
  readonly totals: readonly Expected[];
  /** How much more a plan yields than another, by their places. */
  more(plan: number, than: number): Expected;
}

/** Chance decides on the last digits only; with the same seed they are the same every night. */
const seed = 17;
const level = 0.95;

/** Draws of all rates: fewer where there are very many. */
function drawsFor(rates: number): number {
  return Math.max(200, Math.min(1000, Math.floor(2_000_000 / Math.max(1, rates))));
}

/** The conversions to be expected of plans, each drawn with the same rates, so that what differs between plans is not what leads do in general. */
export function prospectsOf(kinds: readonly Kind[], plans: readonly Counts[], rates: UnitRates): Prospects {
  const random = createRandom(seed, 'allocation');
  const likely = plans.map((plan) => conversions(kinds, plan, rates.means));
  const draws = drawsFor(rates.strata.length * (rates.means[0]?.length ?? 0));
  const drawn = plans.map(() => new Float64Array(draws));
  for (let draw = 0; draw < draws; draw += 1) {
    const truth = rates.draw(random);
    for (const [index, plan] of plans.entries()) drawn[index]![draw] = conversions(kinds, plan, truth);
  }
  return {
    totals: likely.map((value, index) => within(value, drawn[index]!)),
    more: (plan, than) =>
      within(
        likely[plan]! - likely[than]!,
        drawn[plan]!.map((value, draw) => value - drawn[than]![draw]!),
      ),
  };
}

function conversions(kinds: readonly Kind[], counts: Counts, rates: readonly (readonly number[])[]): number {
  let sum = 0;
  for (const [index, kind] of kinds.entries()) {
    const own = rates[kind.stratum]!;
    for (const [rep, count] of counts[index]!.entries()) if (count > 0) sum += count * chanceOf(kind, own[rep]!);
  }
  return sum;
}

function within(value: number, drawn: Float64Array): Expected {
  const sorted = drawn.toSorted();
  const at = (p: number): number => sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1))]!;
  return { value, low: at(0.5 - level / 2), high: at(0.5 + level / 2) };
}
