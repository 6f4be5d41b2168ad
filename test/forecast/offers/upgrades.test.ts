import { describe, expect, it } from 'vitest';
import { type EditionOrder, type Step, upgradesOf } from '../../../src/forecast/offers/upgrades.ts';

const steps: readonly Step[] = [
  { item: 'Basic', next: 'Pro', rungs: 1 },
  { item: 'Basic', next: 'Max', rungs: 2 },
  { item: 'Pro', next: 'Max', rungs: 1 },
];

function order(customer: string, item: string, age: number, quantity: number | null = 1): EditionOrder {
  return { customer, item, age, quantity };
}

const everybody = ['A', 'B', 'C', 'D', 'E'];
const activeAges = new Map(everybody.map((customer) => [customer, [10, 200, 400]]));

describe('upgrades', () => {
  // A ordered it twice within the year; B once, long ago; C moved up; D began at the top; E skipped an edition.
  const orders = [
    order('A', 'Basic', 20, 4),
    order('A', 'Basic', 100, 2),
    order('B', 'Basic', 700, null),
    order('C', 'Basic', 500),
    order('C', 'Pro', 100),
    order('D', 'Max', 300),
    order('D', 'Basic', 50),
    order('E', 'Basic', 600),
    order('E', 'Max', 300),
  ];
  const { upgrades, moves } = upgradesOf(steps, orders, { activeAges, span: 800 });

  it('are for owners of an edition who own none above it, ready where they order it often', () => {
    expect(
      upgrades.map(({ customer, step, ready, recent, before, quantity }) => [customer, step.next, ready, recent, before, quantity]),
    ).toEqual([
      ['A', 'Pro', true, 2, 0, 3],
      ['B', 'Pro', false, 0, 1, null],
      ['C', 'Max', false, 1, 0, 1],
    ]);
  });

  it('were made by those who came to buy a higher edition, whichever, and not by who began with it', () => {
    // Of Basic: A, B, C and E, of whom C and E moved; D had the highest before. Of Pro: C alone.
    expect(Object.fromEntries(moves)).toEqual({ Basic: { owners: 4, moved: 2 }, Pro: { owners: 1, moved: 0 } });
  });

  it('have the chance of owners who were as ready in past half years', () => {
    // 182 days ago B and C owned Basic alone, and C moved within half a year; 364 days ago B, C and E, of whom E did; nobody was active before.
    const [, second] = upgrades;
    expect(second?.taken).toEqual({ customers: 5, bought: 2 });
    expect(second!.chance!.value).toBeGreaterThan(0.2);
  });

  it('have no chance where the past is too short', () => {
    const short = upgradesOf(steps, orders, { activeAges, span: 300 });
    expect(short.upgrades.map(({ chance }) => chance)).toEqual([null, null, null]);
  });
});
