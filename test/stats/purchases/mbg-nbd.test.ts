import { describe, expect, it } from 'vitest';
import { mbgNbd } from '../../../src/stats/purchases/mbg-nbd.ts';
import { logBeta, logGamma } from '../../../src/stats/special/gamma.ts';
import { expectClose } from '../close.ts';

const [r, alpha, a, b] = [0.52484, 6.18309, 0.89139, 1.61405];
const model = mbgNbd.at([r, alpha, a, b]);

describe('MBG/NBD', () => {
  it.each([
    [0, 0, 38.86],
    [2, 30.43, 38.86],
    [26, 30.86, 31],
  ])('has for x = %d, t_x = %d, T = %d the likelihood and P(alive) of Batislam et al. (2007)', (x, recency, age) => {
    const alive = Math.exp(logBeta(a, b + x + 1)) * (alpha + age) ** -(r + x);
    const stopped = Math.exp(logBeta(a + 1, b + x)) * (alpha + recency) ** -(r + x);
    const logFactor = logGamma(r + x) - logGamma(r) + r * Math.log(alpha) - logBeta(a, b);
    expectClose(model.logLikelihood({ x, recency, age }), logFactor + Math.log(alive + stopped), 1e-12);
    expectClose(model.probabilityAlive({ x, recency, age }), alive / (alive + stopped), 1e-12);
  });

  it('gives one-time buyers a chance to have stopped, at once and more with time', () => {
    expect(mbgNbd.oneTimeBuyersAlive).toBe(false);
    expectClose(model.probabilityAlive({ x: 0, recency: 0, age: 0 }), b / (a + b), 1e-14);
    expect(model.probabilityAlive({ x: 0, recency: 0, age: 50 })).toBeLessThan(model.probabilityAlive({ x: 0, recency: 0, age: 5 }));
  });
});
