import { describe, expect, it } from 'vitest';
import { type StandingFigures, standingOf, standingWords } from '../../../../src/pipelines/targets/track/standing.ts';

const running: StandingFigures = { target: 100, actual: 50, due: 100, isOver: false, chance: null, pace: null };

describe('the standing of a target', () => {
  it.each([
    [{ actual: null }, 'unknown'],
    [{ target: null }, 'no_target'],
    [{ target: 0 }, 'zero_target'],
    [{ actual: 100 }, 'reached'],
    [{ isOver: true, actual: 90 }, 'close'],
    [{ isOver: true, actual: 89 }, 'missed'],
    [{ chance: 0.6 }, 'on_track'],
    [{ chance: 0.3 }, 'at_risk'],
    [{ chance: 0.29, pace: 2 }, 'behind'],
    [{ pace: 1 }, 'on_track'],
    [{ pace: 0.9 }, 'at_risk'],
    [{ pace: 0.89 }, 'behind'],
    [{ actual: 95 }, 'at_risk'],
    [{ due: 60, actual: 60, isOver: true }, 'reached_own'],
    [{ due: 60, actual: 55, isOver: true }, 'close'],
    [{ due: 0, actual: 55, isOver: true }, 'missed'],
    [{ target: -10, actual: -10 }, 'reached'],
    [{ target: -10, actual: -11, isOver: true }, 'missed'],
  ] as const)('of %o is %s', (figures, standing) => {
    expect(standingOf({ ...running, ...figures })).toBe(standing);
  });
});

it('is said in words of which none is a colour', () => {
  expect(JSON.stringify(standingWords)).not.toMatch(/\((?:red|amber|green)\)|[红黄绿]/);
});
