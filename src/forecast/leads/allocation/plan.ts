import { largestTotal, type Limit, type Quantity } from '../../../stats/optimise/largest-total.ts';

/** Leads that are alike for whoever may get them. */
export interface LeadKind {
  readonly leads: number;
  /** Of them those that each rep holds, by the place of the rep. */
  readonly held: readonly number[];
  /** The chance that one of them converts, by rep; null for a rep who may not have it. */
  readonly chances: readonly (number | null)[];
}

/** What a rep may be given. */
export interface Taker {
  /** Most of these leads that the rep may have, those that stay included; `Infinity` without a limit. */
  readonly room: number;
  /** Most that the rep may newly get. */
  readonly quota: number;
}

/** How many leads of each kind each rep has, by kind and rep. */
export type Counts = readonly (readonly number[])[];

export interface Plan {
  /** Those that stay with the rep who holds them. */
  readonly stay: Counts;
  /** Those that a rep newly gets. */
  readonly get: Counts;
}

/** Decides between plans that are equally good: the one in which more leads stay where they are. */
const stayBonus = 1e-6;

/**
 * Who gets how many leads of each kind, so that the most conversions are to be expected: within room and quota, and with `uneven` for each rep
 * between (1 − uneven) and (1 + uneven) times what it would get if leads were dealt in turn (null: any number). What nobody has room for is
 * given to nobody. A flow from kinds to reps: whole numbers come out by themselves. Where what reps hold today keeps these limits, the plan
 * is never worse than that, nor, with limits that are met by dealing in turn, than dealing in turn.
 */
export async function bestPlan(kinds: readonly LeadKind[], takers: readonly Taker[], uneven: number | null): Promise<Plan> {
  const shares = uneven === null ? null : totalsOf(dealInTurn(kinds, takers), takers.length);
  const limits: Limit[] = [
    ...kinds.map(({ leads }) => ({ least: 0, most: leads })),
    ...takers.map(({ room }, rep) => ({ least: shares === null ? 0 : Math.floor((1 - uneven!) * shares[rep]!), most: room })),
    ...takers.map(({ quota }, rep) => ({
      least: 0,
      most: Math.min(quota, shares === null ? Infinity : Math.ceil((1 + uneven!) * shares[rep]!)),
    })),
  ];
  const arcs = arcsOf(kinds, takers);
  const amounts = await largestTotal(
    arcs.map(({ kind, rep, stays, value, most }): Quantity => ({
      value: value + (stays ? stayBonus : 0),
      most,
      counts: [kind, kinds.length + rep, ...(stays ? [] : [kinds.length + takers.length + rep])],
    })),
    limits,
  );
  if (amounts === null) throw new RangeError('dealing in turn keeps all limits, so there is a plan');
  const [stay, get] = [blank(kinds, takers), blank(kinds, takers)];
  for (const [index, { kind, rep, stays }] of arcs.entries()) (stays ? stay : get)[kind]![rep] = amounts[index]!;
  return { stay, get };
}

interface Arc {
  readonly kind: number;
  readonly rep: number;
  readonly stays: boolean;
  readonly value: number;
  readonly most: number;
}

function arcsOf(kinds: readonly LeadKind[], takers: readonly Taker[]): Arc[] {
  return kinds.flatMap(({ leads, held, chances }, kind) =>
    takers.flatMap(({ room, quota }, rep) => {
      const value = chances[rep] ?? null;
      if (value === null || room <= 0) return [];
      const own = held[rep]!;
      return [
        ...(own > 0 ? [{ kind, rep, stays: true, value, most: own }] : []),
        ...(quota > 0 && leads > own ? [{ kind, rep, stays: false, value, most: leads - own }] : []),
      ];
    }),
  );
}

/**
 * All leads dealt anew, one after the other, within room and quota, whoever holds them: to the rep who may have it and has been dealt the fewest
 * so far, of equal ones to the next in turn. Kinds in their order, reps in theirs.
 */
export function dealInTurn(kinds: readonly LeadKind[], takers: readonly Taker[]): Counts {
  const most = takers.map(({ room, quota }) => Math.min(room, quota));
  const dealt = takers.map(() => 0);
  let next = 0;
  return kinds.map(({ leads, chances }) => {
    const turn = takers.map((_, step) => (next + step) % takers.length).filter((rep) => (chances[rep] ?? null) !== null);
    const upTo = (level: number, rep: number): number => Math.max(0, Math.min(level, most[rep]!) - dealt[rep]!);
    const beyond = turn.reduce((highest, rep) => Math.max(highest, dealt[rep]!), 0) + leads + 1;
    const level = highestBelow(beyond, (height) => turn.reduce((sum, rep) => sum + upTo(height, rep), 0) <= leads);
    const row = takers.map(() => 0);
    let left = leads;
    for (const rep of turn) [row[rep], left] = [upTo(level, rep), left - upTo(level, rep)];
    for (const rep of turn) {
      if (left === 0) break;
      if (upTo(level + 1, rep) === row[rep]!) continue;
      row[rep]! += 1;
      left -= 1;
      next = (rep + 1) % takers.length;
    }
    for (const [rep, count] of row.entries()) dealt[rep]! += count;
    return row;
  });
}

/** The highest whole number below this one that is not too high; 0 is none. */
function highestBelow(beyond: number, isLow: (level: number) => boolean): number {
  let [low, high] = [0, beyond];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isLow(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * The plan of dealing in turn (`counts`): of what falls to the rep who holds it nothing moves, and what falls to nobody stays where there is
 * room.
 */
export function inTurnPlan(kinds: readonly LeadKind[], takers: readonly Taker[], counts: Counts): Plan {
  const left = takers.map(({ room }, rep) => room - counts.reduce((sum, row) => sum + row[rep]!, 0));
  const stay = kinds.map(({ leads, held, chances }, kind) => {
    let over = leads - counts[kind]!.reduce((sum, count) => sum + count, 0);
    return held.map((own, rep) => {
      const dealt = Math.min(own, counts[kind]![rep]!);
      const more = (chances[rep] ?? null) === null ? 0 : Math.max(0, Math.min(own - dealt, over, left[rep]!));
      over -= more;
      left[rep]! -= more;
      return dealt + more;
    });
  });
  return { stay, get: counts.map((row, kind) => row.map((count, rep) => count - Math.min(count, kinds[kind]!.held[rep]!))) };
}

export function totalsOf(counts: Counts, reps: number): number[] {
  const totals = Array.from({ length: reps }, () => 0);
  for (const row of counts) for (const [rep, count] of row.entries()) totals[rep]! += count;
  return totals;
}

/** Both parts of a plan together. */
export function countsOf({ stay, get }: Plan): Counts {
  return stay.map((row, kind) => row.map((count, rep) => count + get[kind]![rep]!));
}

function blank(kinds: readonly unknown[], takers: readonly unknown[]): number[][] {
  return kinds.map(() => takers.map(() => 0));
}
