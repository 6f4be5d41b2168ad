import { describe, expect, it } from 'vitest';
import { type Expansion, maximise } from '../../../src/stats/optimise/maximise.ts';
import { expectClose } from '../close.ts';

const wide = { low: [-50, -50], high: [50, 50] };

/** Rosenbrock's valley, upside down: −(1 − x)² − 100 (y − x²)². */
function valley([x, y]: readonly number[]): Expansion {
  const gap = y! - x! * x!;
  return {
    value: -((1 - x!) ** 2) - 100 * gap * gap,
    gradient: [2 * (1 - x!) + 400 * x! * gap, -200 * gap],
    hessian: [
      [-2 + 400 * gap - 800 * x! * x!, 400 * x!],
      [400 * x!, -200],
    ],
  };
}

/** Falls to −1 on the right: a maximum at infinity only. */
function tail([x, y]: readonly number[]): Expansion {
  const fall = Math.exp(-x!);
  return {
    value: -fall - y! * y!,
    gradient: [fall, -2 * y!],
    hessian: [
      [-fall, 0],
      [0, -2],
    ],
  };
}

describe('the search for a maximum', () => {
  it.each([
    [-1.2, 1],
    [0, 0],
    [3, -4],
  ])('finds the end of the curved valley from (%d, %d)', (x, y) => {
    const { point, slope, atBound } = maximise(valley, [x, y], wide);
    expectClose(point[0], 1, 1e-9);
    expectClose(point[1], 1, 1e-9);
    expect(slope).toBeLessThan(1e-9);
    expect(atBound).toEqual([false, false]);
  });

  it('stops at a bound and says which coordinate would go on', () => {
    const { point, atBound, slope } = maximise(valley, [-0.5, 0], { low: [-2, -2], high: [0.5, 2] });
    expect(point[0]).toBe(0.5);
    expectClose(point[1], 0.25, 1e-9);
    expect(atBound).toEqual([true, false]);
    expect(slope).toBeLessThan(1e-9);
  });

  it('gives up on a slope that only flattens out', () => {
    const { point, value } = maximise(tail, [0, 3], wide);
    expect(point[0]).toBeGreaterThan(8);
    expect(point[1]).toBeCloseTo(0, 9);
    expect(value).toBeGreaterThan(-1e-3);
  });

  it('moves a start outside the bounds inside', () => {
    expect(maximise(tail, [99, 0], { low: [-1, -1], high: [5, 1] }).point).toEqual([5, 0]);
  });

  it('never takes a point without a finite value', () => {
    const cliff = ([x]: readonly number[]): Expansion => ({
      value: x! > 1 ? Number.NaN : x!,
      gradient: [1],
      hessian: [[0]],
    });
    const { point, value } = maximise(cliff, [0], { low: [-9], high: [9] });
    expect(value).toBeLessThanOrEqual(1);
    expect(point[0]).toBeLessThanOrEqual(1);
  });
});
