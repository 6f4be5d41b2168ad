import type { Estimate } from '../../stats/estimate.ts';
import { baseRate, shrunkChance, type Taken } from './chances.ts';
import { horizonDays } from './owned.ts';

/** A step of a ladder of editions. */
export interface Step {
  readonly item: string;
  readonly next: string;
  /** 1: to the next edition; more: beyond it. */
  readonly rungs: number;
}

/** An order of an edition. */
export interface EditionOrder {
  readonly customer: string;
  readonly item: string;
  /** Days to the as-of date. */
  readonly age: number;
  readonly quantity: number | null;
}

/** Somebody who owns an edition and none above it. */
export interface Upgrade {
  readonly customer: string;
  readonly step: Step;
  /** Days from the first and the last order of it to the as-of date. */
  readonly firstAge: number;
  readonly lastAge: number;
  readonly orders: number;
  /** Orders of it in the last year, and in the year before. */
  readonly recent: number;
  readonly before: number;
  /** Mean quantity of an order; null where none is known. */
  readonly quantity: number | null;
  readonly ready: boolean;
  /** The chance to move up within half a year; null where the past is too short to measure it. */
  readonly chance: Estimate | null;
  /** What it is measured on: owners of the edition who were as ready, or not, in past half years. */
  readonly taken: Taken;
}

/** How many owned an edition from which a step leads, and how many of them came to own a higher one. */
export interface Moves {
  readonly owners: number;
  readonly moved: number;
}

const year = 364;
const mostWindows = 4;

/** What owners of the lower edition did, and what those who stay may do. `activeAges` are the days of any purchase before the as-of date. */
export function upgradesOf(
  steps: readonly Step[],
  orders: readonly EditionOrder[],
  { activeAges, span }: { readonly activeAges: ReadonlyMap<string, readonly number[]>; readonly span: number },
): { readonly upgrades: readonly Upgrade[]; readonly moves: ReadonlyMap<string, Moves> } {
  const higher = new Map<string, string[]>();
  for (const { item, next } of steps) higher.set(item, [...(higher.get(item) ?? []), next]);
  const owned = ownedBy(orders);
  const windows = Array.from({ length: mostWindows }, (_, index) => (index + 1) * horizonDays).filter(
    (age) => age + horizonDays <= span + 1,
  );
  const first = steps.filter(({ rungs }) => rungs === 1);
  const counts = new Map<string, Taken>();
  for (const { item } of first) for (const isReady of [true, false]) counts.set(keyOf(item, isReady), { customers: 0, bought: 0 });
  for (const age of windows)
    for (const [customer, items] of owned) {
      if (!isActive(activeAges.get(customer) ?? [], age)) continue;
      for (const { item } of first) {
        const own = items.get(item);
        if (own === undefined || !isOwner(items, item, higher, age)) continue;
        const taken = counts.get(keyOf(item, readinessAt(own, age).ready))!;
        const isMoved = (higher.get(item) ?? []).some((next) =>
          (items.get(next) ?? []).some((each) => each.age < age && each.age >= age - horizonDays),
        );
        counts.set(keyOf(item, readinessAt(own, age).ready), { customers: taken.customers + 1, bought: taken.bought + (isMoved ? 1 : 0) });
      }
    }
  const pooled = (isReady: boolean): Taken =>
    first.reduce(
      (sum, { item }) => {
        const { customers, bought } = counts.get(keyOf(item, isReady))!;
        return { customers: sum.customers + customers, bought: sum.bought + bought };
      },
      { customers: 0, bought: 0 },
    );
  const base = { ready: baseRate(pooled(true)), other: baseRate(pooled(false)) };
  const upgrades = [...owned].flatMap(([customer, items]) =>
    first.flatMap((step): Upgrade[] => {
      const own = items.get(step.item);
      if (own === undefined || !isOwner(items, step.item, higher, 0)) return [];
      const state = readinessAt(own, 0);
      const taken = counts.get(keyOf(step.item, state.ready))!;
      const chance = windows.length === 0 ? null : shrunkChance(taken, state.ready ? base.ready : base.other);
      // In a fixed order: sums of floats depend on it.
      const known = own.flatMap((order) => (order.quantity === null ? [] : [order.quantity])).toSorted((one, other) => one - other);
      const quantity = known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0) / known.length;
      const ages = own.map(({ age }) => age);
      return [
        { customer, step, ...state, orders: own.length, firstAge: Math.max(...ages), lastAge: Math.min(...ages), quantity, chance, taken },
      ];
    }),
  );
  return { upgrades, moves: new Map(first.map(({ item }) => [item, movesOf(item, owned, higher)])) };
}

type Owned = ReadonlyMap<string, readonly EditionOrder[]>;

/** Orders of each customer by edition, customers in order. */
function ownedBy(orders: readonly EditionOrder[]): [customer: string, items: Owned][] {
  const owned = new Map<string, Map<string, EditionOrder[]>>();
  for (const order of orders) {
    const items = owned.get(order.customer) ?? new Map<string, EditionOrder[]>();
    owned.set(order.customer, items.set(order.item, [...(items.get(order.item) ?? []), order]));
  }
  return [...owned].toSorted(([one], [other]) => (one < other ? -1 : 1));
}

/** Whether the edition, and none above it, had been bought by the day that lies `age` days before the as-of date. */
function isOwner(items: Owned, item: string, higher: ReadonlyMap<string, readonly string[]>, age: number): boolean {
  const has = (edition: string): boolean => (items.get(edition) ?? []).some((order) => order.age >= age);
  return has(item) && !(higher.get(item) ?? []).some(has);
}

/** Who ordered it twice within a year, or more often than in the year before, is ready for more. */
function readinessAt(
  orders: readonly EditionOrder[],
  at: number,
): { readonly recent: number; readonly before: number; readonly ready: boolean } {
  const between = (from: number, to: number): number => orders.filter(({ age }) => age >= at + from && age < at + to).length;
  const [recent, before] = [between(0, year), between(year, 2 * year)];
  return { recent, before, ready: recent >= 2 || (before > 0 && recent > before) };
}

function isActive(ages: readonly number[], at: number): boolean {
  return ages.some((age) => age >= at && age < at + year);
}

function movesOf(item: string, owned: readonly (readonly [string, Owned])[], higher: ReadonlyMap<string, readonly string[]>): Moves {
  const moves = { owners: 0, moved: 0 };
  for (const [, items] of owned) {
    const own = items.get(item);
    if (own === undefined) continue;
    const since = Math.max(...own.map(({ age }) => age));
    const isAbove = (higher.get(item) ?? []).flatMap((next) => items.get(next) ?? []);
    // Whoever began higher never moved up from here.
    if (isAbove.some(({ age }) => age >= since)) continue;
    moves.owners += 1;
    if (isAbove.length > 0) moves.moved += 1;
  }
  return moves;
}

function keyOf(item: string, isReady: boolean): string {
  return `${isReady ? 1 : 0}${item}`;
}
