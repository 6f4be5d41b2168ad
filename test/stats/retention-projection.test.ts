import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectSurvival, projectSurvivors, retentionRate } from '../../src/stats/retention-projection.ts';
import { type ConstantRetention, type EstimatedRetention, fitShiftedBetaGeometric } from '../../src/stats/shifted-beta-geometric.ts';

const regular = fitShiftedBetaGeometric([[1000, 631, 468, 382, 326, 289, 262, 241]]) as EstimatedRetention;
const highEnd = fitShiftedBetaGeometric([[1000, 869, 743, 653, 593, 551, 517, 491]]) as EstimatedRetention;
const constant = fitShiftedBetaGeometric([[100, 90, 70, 40]]) as ConstantRetention;

describe('the projection of retention', () => {
  it('has the interval of the delta method on log-odds: mpmath 1.4.1 with numeric derivatives', () => {
    const first = projectSurvival(regular, 12);
    expect(first.value).toBeCloseTo(0.170037452812, 10);
    expect(first.interval.low).toBeCloseTo(0.145615038156, 9);
    expect(first.interval.high).toBeCloseTo(0.197608593647, 9);
    const second = projectSurvival(highEnd, 12).interval;
    expect(second.low).toBeCloseTo(0.340739076489, 9);
    expect(second.high).toBeCloseTo(0.416757797572, 9);
  });

  it('rises in its rate with age, or stays constant', () => {
    expect(retentionRate(regular, 1)).toBeCloseTo(1 - regular.alpha / (regular.alpha + regular.beta), 14);
    expect(retentionRate(regular, 8)).toBeGreaterThan(retentionRate(regular, 7));
    expect(retentionRate(constant, 1)).toBeCloseTo(200 / 260, 15);
    expect(retentionRate(constant, 9)).toBe(retentionRate(constant, 1));
  });

  it('of a constant rate is a power, with an interval', () => {
    const { value, interval } = projectSurvival(constant, 5, { from: 2 });
    expect(value).toBeCloseTo((200 / 260) ** 3, 14);
    expect(interval.low).toBeLessThan(value);
    expect(interval.high).toBeGreaterThan(value);
  });

  it('from an age to itself is certain', () => {
    expect(projectSurvival(regular, 4, { from: 4 })).toEqual({ value: 1, interval: { low: 1, high: 1 } });
    expect(projectSurvivors(regular, 30, 4, { from: 4 })).toEqual({ value: 30, interval: { low: 30, high: 30 } });
  });

  it('of a count adds chance: wider than the share alone, in whole customers', () => {
    const { value, interval } = projectSurvivors(regular, 241, 12, { from: 7 });
    const share = projectSurvival(regular, 12, { from: 7 });
    expect(value).toBeCloseTo(241 * share.value, 10);
    expect(interval).toEqual({ low: 154, high: 188 });
    expect(interval.low).toBeLessThan(241 * share.interval.low);
    expect(interval.high).toBeGreaterThan(241 * share.interval.high);
    expect(projectSurvivors(regular, 0, 12)).toEqual({ value: 0, interval: { low: 0, high: 0 } });
  });

  it('falls with age inside [0, 1], survives a chain of steps and holds its value', () => {
    const age = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(
        fc.constantFrom(regular, highEnd, constant),
        age,
        age,
        age,
        fc.integer({ min: 0, max: 500 }),
        (fit, a, b, c, customers) => {
          const [from, middle, to] = [a, b, c].toSorted((x, y) => x - y) as [number, number, number];
          const whole = projectSurvival(fit, to, { from });
          const steps = projectSurvival(fit, middle, { from }).value * projectSurvival(fit, to, { from: middle }).value;
          expect(whole.value).toBeCloseTo(steps, 12);
          expect(whole.interval.low).toBeLessThanOrEqual(whole.value);
          expect(whole.interval.high).toBeGreaterThanOrEqual(whole.value);
          expect(whole.interval.low).toBeGreaterThanOrEqual(0);
          expect(whole.interval.high).toBeLessThanOrEqual(1);
          const { value, interval } = projectSurvivors(fit, customers, to, { from });
          expect(interval.low).toBeLessThanOrEqual(value);
          expect(interval.high).toBeGreaterThanOrEqual(value);
          expect(interval.low).toBeGreaterThanOrEqual(0);
          expect(interval.high).toBeLessThanOrEqual(customers);
        },
      ),
    );
  });

  it('refuses ages that are none', () => {
    expect(() => projectSurvival(regular, 1.5)).toThrow(RangeError);
    expect(() => projectSurvival(regular, 2, { from: 3 })).toThrow(RangeError);
    expect(() => retentionRate(regular, 0)).toThrow(RangeError);
    expect(() => projectSurvivors(regular, 2.5, 3)).toThrow(RangeError);
  });
});
