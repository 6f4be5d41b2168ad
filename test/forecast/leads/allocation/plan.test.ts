import { array, assert, asyncProperty, constantFrom, integer, option, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bestPlan,
  type Counts,
  countsOf,
  dealInTurn,
  inTurnPlan,
  type LeadKind,
  type Taker,
  totalsOf,
} from '../../../../src/forecast/leads/allocation/plan.ts';

function expected(kinds: readonly LeadKind[], counts: Counts): number {
  return counts.reduce((sum, row, kind) => row.reduce((so, count, rep) => so + count * (kinds[kind]!.chances[rep] ?? 0), sum), 0);
}

const reps = 3;
const kind = record({
  pooled: integer({ min: 0, max: 6 }),
  held: array(integer({ min: 0, max: 3 }), { minLength: reps, maxLength: reps }),
  chances: array(option(integer({ min: 1, max: 40 }), { freq: 8 }), { minLength: reps, maxLength: reps }),
}).map(({ pooled, held, chances }): LeadKind => ({
  leads: pooled + held.reduce((sum, count) => sum + count, 0),
  held,
  chances: chances.map((chance) => (chance === null ? null : chance / 100)),
}));
const taker = record({ room: constantFrom(0, 2, 5, 30, Infinity), quota: constantFrom(0, 1, 4, 30, Infinity) });
const problem = record({
  kinds: array(kind, { minLength: 1, maxLength: 4 }),
  takers: array(taker, { minLength: reps, maxLength: reps }),
  uneven: constantFrom(null, 0, 0.25, 1),
});

describe('the best plan', () => {
  it('gives each kind to whom it converts with, within room', async () => {
    const kinds: LeadKind[] = [
      { leads: 3, held: [0, 0], chances: [0.3, 0.2] },
      { leads: 3, held: [0, 0], chances: [0.25, 0.05] },
    ];
    const takers: Taker[] = [
      { room: 3, quota: Infinity },
      { room: 3, quota: Infinity },
    ];
    // 3 · 0.2 + 3 · 0.25 is more than 3 · 0.3 + 3 · 0.05: the first is worth more where the second is bad.
    expect((await bestPlan(kinds, takers, null)).get).toEqual([
      [0, 3],
      [3, 0],
    ]);
  });

  it('lets leads stay with whoever holds them where that costs nothing', async () => {
    const kinds: LeadKind[] = [{ leads: 4, held: [0, 2], chances: [0.1, 0.1] }];
    const takers = [
      { room: 9, quota: 9 },
      { room: 9, quota: 9 },
    ];
    const { stay, get } = await bestPlan(kinds, takers, 0);
    expect(stay).toEqual([[0, 2]]);
    expect(get).toEqual([[2, 0]]);
  });

  it('keeps within all limits, has every lead at most once, and is no worse than today or dealing in turn where those keep them', async () => {
    await assert(
      asyncProperty(problem, async ({ kinds, takers, uneven }) => {
        const { stay, get } = await bestPlan(kinds, takers, uneven);
        const [counts, dealt] = [countsOf({ stay, get }), dealInTurn(kinds, takers)];
        const shares = totalsOf(dealt, reps);
        const [all, fresh] = [totalsOf(counts, reps), totalsOf(get, reps)];
        for (const [index, { leads, held, chances }] of kinds.entries()) {
          const [staying, given] = [stay[index]!, get[index]!];
          expect([...staying, ...given].reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(leads);
          for (const [rep, count] of staying.entries()) {
            expect(count).toBeLessThanOrEqual(held[rep]!);
            expect(given[rep]!).toBeLessThanOrEqual(leads - held[rep]!);
            if ((chances[rep] ?? null) === null) expect(count + given[rep]!).toBe(0);
          }
        }
        for (const [rep, { room, quota }] of takers.entries()) {
          expect(all[rep]!).toBeLessThanOrEqual(room);
          expect(fresh[rep]!).toBeLessThanOrEqual(Math.min(quota, uneven === null ? Infinity : Math.ceil((1 + uneven) * shares[rep]!)));
          expect(all[rep]!).toBeGreaterThanOrEqual(uneven === null ? 0 : Math.floor((1 - uneven) * shares[rep]!));
        }
        const best = expected(kinds, counts);
        expect(best).toBeGreaterThanOrEqual(expected(kinds, dealt) - 1e-4);
        const today = kinds.map(({ held }) => held);
        const isKept =
          totalsOf(today, reps).every(
            (count, rep) => count <= takers[rep]!.room && count >= (uneven === null ? 0 : Math.floor((1 - uneven) * shares[rep]!)),
          ) && kinds.every(({ held, chances }) => held.every((count, rep) => count === 0 || (chances[rep] ?? null) !== null));
        if (isKept) expect(best).toBeGreaterThanOrEqual(expected(kinds, today) - 1e-4);
      }),
      { numRuns: 150 },
    );
  });

  it('expects the same whatever the order of kinds and reps', async () => {
    await assert(
      asyncProperty(problem, async ({ kinds, takers }) => {
        const turned = kinds
          .toReversed()
          .map(({ leads, held, chances }) => ({ leads, held: held.toReversed(), chances: chances.toReversed() }));
        const [one, other] = [await bestPlan(kinds, takers, null), await bestPlan(turned, takers.toReversed(), null)];
        expect(expected(turned, countsOf(other))).toBeCloseTo(expected(kinds, countsOf(one)), 4);
      }),
      { numRuns: 40 },
    );
  });

  it('is as good as the best of all ways to give out a few leads', async () => {
    const few = record({
      chances: array(array(integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 2 }), { minLength: 3, maxLength: 3 }),
      rooms: array(integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 2 }),
    });
    await assert(
      asyncProperty(few, async ({ chances, rooms }) => {
        const kinds = chances.map((own): LeadKind => ({ leads: 1, held: [0, 0], chances: own.map((chance) => chance / 10) }));
        const takers = rooms.map((room): Taker => ({ room, quota: Infinity }));
        const found = expected(kinds, countsOf(await bestPlan(kinds, takers, null)));
        let most = 0;
        for (let way = 0; way < 27; way += 1) {
          const to = [way % 3, Math.floor(way / 3) % 3, Math.floor(way / 9)];
          if (rooms.some((room, rep) => to.filter((taken) => taken === rep).length > room)) continue;
          most = Math.max(
            most,
            to.reduce((sum, rep, lead) => sum + (rep === 2 ? 0 : kinds[lead]!.chances[rep]!), 0),
          );
        }
        expect(found).toBeCloseTo(most, 5);
      }),
      { numRuns: 60 },
    );
  });
});

describe('dealing in turn', () => {
  const kinds: LeadKind[] = [
    { leads: 4, held: [3, 0, 0], chances: [0.2, 0.1, 0.1] },
    { leads: 5, held: [0, 0, 0], chances: [0.2, null, 0.1] },
  ];
  const open: Taker = { room: Infinity, quota: Infinity };

  it('goes on where it stopped, past who may not have a lead or has no room', () => {
    expect(dealInTurn(kinds, [open, open, { room: 2, quota: 9 }])).toEqual([
      [2, 1, 1],
      [4, 0, 1],
    ]);
  });

  it('deals kinds that few may have so that all of them have as many as they may', () => {
    const one = { leads: 1, held: [0, 0, 0] };
    const apart: LeadKind[] = [0, 1, 0, 1, 0, 1].map((odd) => ({ ...one, chances: odd === 0 ? [0.1, 0.1, null] : [null, null, 0.1] }));
    expect(totalsOf(dealInTurn(apart, [open, open, open]), reps)).toEqual([1, 2, 3]);
  });

  it('moves nothing that falls to the rep who holds it, and what falls to nobody stays', () => {
    const takers = [{ room: 9, quota: 1 }, open, open];
    const counts = dealInTurn(
      [kinds[0]!],
      [
        { room: 9, quota: 1 },
        { room: 1, quota: 1 },
        { room: 0, quota: 1 },
      ],
    );
    expect(counts).toEqual([[1, 1, 0]]);
    expect(inTurnPlan([kinds[0]!], takers, counts)).toEqual({ stay: [[3, 0, 0]], get: [[0, 1, 0]] });
  });
});
