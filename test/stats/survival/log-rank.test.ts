import { describe, expect, it } from 'vitest';
import { logRankTest } from '../../../src/stats/survival/log-rank.ts';
import { expectClose } from '../close.ts';
import { lost, open, won } from './outcomes.ts';

describe('the log-rank test', () => {
  it('of three against three is worked by hand', () => {
    const test = logRankTest([
      [won(1), won(3), open(4)],
      [won(2), won(5), open(6)],
    ])!;
    // At 1: 3 of 6; at 2: 2 of 5; at 3: 2 of 4; at 5: 0 of 2.
    const expected = 0.5 + 0.4 + 0.5;
    const variance = 0.25 + 0.4 * 0.6 + 0.25;
    expect(test.observed).toEqual([2, 2]);
    expectClose(test.expected[0], expected);
    expectClose(test.expected[1], 4 - expected);
    expectClose(test.chiSquare, (2 - expected) ** 2 / variance);
    expect(test.degreesOfFreedom).toBe(1);
  });

  it('of three groups has two degrees of freedom, whichever comes last', () => {
    const groups = [
      [won(1, 3), lost(2, 2), open(9, 5)],
      [won(2, 1), won(4, 2), open(9, 9)],
      [won(1, 1), won(5, 6), lost(6, 1)],
    ];
    const test = logRankTest(groups)!;
    expect(test.degreesOfFreedom).toBe(2);
    const turned = logRankTest([groups[2]!, groups[0]!, groups[1]!])!;
    expectClose(turned.chiSquare, test.chiSquare, 1e-12);
    expectClose(
      test.expected.reduce((sum, one) => sum + one, 0),
      13,
    );
    expect(test.p).toBeGreaterThan(0);
  });

  it('leaves out groups that nobody could be compared with', () => {
    const two = [
      [won(5, 2), open(8)],
      [won(6), open(9, 3)],
    ];
    const test = logRankTest([...two, [open(1, 4)], []])!;
    expect(test.degreesOfFreedom).toBe(1);
    expect(test).toMatchObject({
      chiSquare: logRankTest(two)!.chiSquare,
      observed: [2, 1, 0, 0],
      expected: [expect.anything(), expect.anything(), 0, 0],
    });
  });

  it('does not exist with fewer than two groups or without events', () => {
    expect(logRankTest([])).toBeNull();
    expect(logRankTest([[won(1), won(2)]])).toBeNull();
    expect(logRankTest([[open(1)], [open(2)]])).toBeNull();
  });
});
