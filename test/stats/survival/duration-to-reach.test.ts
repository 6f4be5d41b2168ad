import { describe, expect, it } from 'vitest';
import { aalenJohansen } from '../../../src/stats/survival/aalen-johansen.ts';
import { durationToReach } from '../../../src/stats/survival/duration-to-reach.ts';
import { lost, open, won } from './outcomes.ts';

describe('the duration to reach a share', () => {
  it('is the first with at least the share, with the ages whose intervals hold it', () => {
    const curve = aalenJohansen(Array.from({ length: 101 }, (_, index) => won(index + 1)));
    const { duration, low, high } = durationToReach(curve, 0.5);
    expect(duration).toBe(51);
    expect(low).toBe(curve.steps.find((step) => step.interval.high >= 0.5)!.duration);
    expect(high).toBe(curve.steps.find((step) => step.interval.low >= 0.5)!.duration);
    // The interval of a median from order statistics reaches from the 41st to the 61st.
    expect([low, high]).toEqual([41, 60]);
  });

  it('lies in the middle where the curve is level at the share, as in R', () => {
    expect(durationToReach(aalenJohansen([won(2), won(6)]), 0.5).duration).toBe(4);
    expect(durationToReach(aalenJohansen([won(2), open(10)]), 0.5).duration).toBe(6);
  });

  it('is not reached where too many are lost or still open', () => {
    expect(durationToReach(aalenJohansen([won(2, 20), lost(5, 30), open(60, 50)]), 0.5)).toEqual({ duration: null, low: null, high: null });
    expect(durationToReach(aalenJohansen([won(2, 45), lost(5, 30), open(60, 25)]), 0.5)).toEqual({ duration: null, low: 2, high: null });
  });

  it('of so few that none may be chance begins at once', () => {
    expect(durationToReach(aalenJohansen([won(2), won(3), won(4)]), 0.5).low).toBe(0);
  });

  it('does not exist without subjects, and needs a share inside (0, 1)', () => {
    expect(durationToReach(aalenJohansen([]), 0.5)).toEqual({ duration: null, low: null, high: null });
    expect(() => durationToReach(aalenJohansen([]), 1)).toThrow(RangeError);
  });
});
