import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom, xoshiro128starstar } from '../../src/lib/random.ts';

describe('xoshiro128starstar', () => {
  it('gives the first outputs of the reference implementation 1.1 for the state 1, 2, 3, 4', () => {
    const draw = xoshiro128starstar([1, 2, 3, 4]);
    const outputs = Array.from({ length: 10 }, draw);
    expect(outputs).toEqual([11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804]);
  });

  it('leaves the state that it was given as it was', () => {
    const state: [number, number, number, number] = [1, 2, 3, 4];
    xoshiro128starstar(state)();
    expect(state).toEqual([1, 2, 3, 4]);
  });
});

describe('createRandom', () => {
  const draws = (seed: number, label: string) => {
    const random = createRandom(seed, label);
    return Array.from({ length: 8 }, () => random.next());
  };

  it('repeats itself for the same seed and label, and only for them', () => {
    expect(draws(7, 'orders')).toEqual(draws(7, 'orders'));
    expect(draws(7, 'orders')).not.toEqual(draws(8, 'orders'));
    expect(draws(7, 'orders')).not.toEqual(draws(7, 'leads'));
  });

  it('fills an array with what it would yield one after another, and goes on behind it', () => {
    const random = createRandom(7, 'orders');
    const filled = new Float64Array(5);
    random.nextInto(filled);
    expect([...filled, random.next(), random.next(), random.next()]).toEqual(draws(7, 'orders'));
  });

  it('keeps whole numbers between both ends and reaches both', () => {
    const random = createRandom(1, 'dice');
    const dice = new Set(Array.from({ length: 500 }, () => random.integer(1, 6)));
    expect([...dice].toSorted((left, right) => left - right)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('keeps bell-shaped numbers within three and a half spreads, with the mean and spread asked for', () => {
    const random = createRandom(1, 'bell');
    const values = Array.from({ length: 20_000 }, () => random.bell(10, 2));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(mean).toBeCloseTo(10, 1);
    expect(Math.sqrt(variance)).toBeCloseTo(2, 1);
    expect(values.every((value) => Math.abs(value - 10) <= 7)).toBe(true);
  });

  it('picks in proportion to the weights and never what weighs nothing', () => {
    const random = createRandom(3, 'weights');
    const picks = Array.from({ length: 4_000 }, () => random.weighted([0, 1, 3], (weight) => weight));
    expect(picks.filter((pick) => pick === 0)).toHaveLength(0);
    expect(picks.filter((pick) => pick === 3).length / 4_000).toBeCloseTo(0.75, 1);
  });

  it('refuses to pick from nothing', () => {
    const random = createRandom(1, 'none');
    expect(() => random.pick([])).toThrow(RangeError);
    expect(() => random.weighted([], () => 1)).toThrow(RangeError);
  });

  it('draws from [0, 1) for any seed', () => {
    fc.assert(fc.property(fc.integer(), fc.string(), (seed, label) => draws(seed, label).every((draw) => draw >= 0 && draw < 1)));
  });
});
