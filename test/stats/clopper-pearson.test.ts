import { describe, expect, it } from 'vitest';
import { clopperPearson } from '../../src/stats/clopper-pearson.ts';
import { expectClose } from './close.ts';

describe('the Clopper–Pearson interval', () => {
  it('of 15 in 148 is that of R', () => {
    const { low, high } = clopperPearson(15, 148);
    expectClose(low, 0.05784401008, 1e-9);
    expectClose(high, 0.16165049035, 1e-9);
  });

  it('of none and of all has a closed form', () => {
    expectClose(clopperPearson(0, 20).high, 1 - 0.025 ** (1 / 20));
    expectClose(clopperPearson(20, 20).low, 0.025 ** (1 / 20));
    expect(clopperPearson(0, 20).low).toBe(0);
    expect(clopperPearson(20, 20).high).toBe(1);
    expectClose(clopperPearson(0, 2.5, 0.9).high, 1 - 0.05 ** (1 / 2.5));
  });

  it('without trials is everything, and refuses what is no proportion', () => {
    expect(clopperPearson(0, 0)).toEqual({ low: 0, high: 1 });
    expect(() => clopperPearson(3, 2)).toThrow(RangeError);
    expect(() => clopperPearson(-1, 2)).toThrow(RangeError);
    expect(() => clopperPearson(1, 2, 1)).toThrow(RangeError);
  });
});
