import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectSurvival } from '../../src/stats/retention-projection.ts';
import { type EstimatedRetention, fitShiftedBetaGeometric, type Survivors } from '../../src/stats/shifted-beta-geometric.ts';

const regular = [1000, 631, 468, 382, 326, 289, 262, 241];
const highEnd = [1000, 869, 743, 653, 593, 551, 517, 491];

function estimated(cohorts: Survivors[]): EstimatedRetention {
  const fit = fitShiftedBetaGeometric(cohorts);
  if (fit.kind !== 'estimated') throw new Error(fit.kind);
  return fit;
}

describe('the shifted beta-geometric model', () => {
  // α, β, log-likelihood: Fader & Hardie (2007), to more digits with mpmath 1.4.1 from the beta functions; errors from its second differences.
  it.each([
    ['Regular', [regular], 0.704077298474, 1.18204302621, -1680.26518846, 0.065598964234, 0.152475631676],
    ['High End', [highEnd], 0.668088351106, 3.80609496406, -1611.15814739, 0.10373493115, 0.785531691776],
    [
      'four cohorts of different age',
      [[1000, 631, 468, 382], [1000, 631, 468], [500, 300], [7]],
      0.784565765819,
      1.30313598323,
      -2598.55610637,
      0.0983747653902,
      0.188527989429,
    ],
  ] as [string, number[][], number, number, number, number, number][])(
    'fits %s',
    (_, cohorts, alpha, beta, logLikelihood, errorOfAlpha, errorOfBeta) => {
      const fit = estimated(cohorts);
      expect(fit.alpha).toBeCloseTo(alpha, 9);
      expect(fit.beta).toBeCloseTo(beta, 9);
      expect(fit.logLikelihood).toBeCloseTo(logLikelihood, 7);
      expect(fit.standardErrors.alpha).toBeCloseTo(errorOfAlpha, 8);
      expect(fit.standardErrors.beta).toBeCloseTo(errorOfBeta, 8);
    },
  );

  it.each([
    ['Regular', regular, [62.6706, 47.3819, 38.7974, 33.2068, 29.2347, 26.2456, 23.9024, 22.0085, 20.4411, 19.119, 17.9865, 17.0037]],
    ['High End', highEnd, [85.0679, 74.6859, 66.9789, 60.9919, 56.1834, 52.2216, 48.8906, 46.044, 43.578, 41.4172, 39.5055, 37.7999]],
  ] as [string, number[], number[]][])('projects %s over twelve periods as published', (_, survivors, percents) => {
    const fit = estimated([survivors]);
    for (const [index, percent] of percents.entries()) expect(100 * projectSurvival(fit, index + 1).value).toBeCloseTo(percent, 4);
  });

  it('takes cohorts of the same age as one, and a longer one as censored shorter ones', () => {
    const together = estimated([regular.map((count) => count * 3)]);
    const apart = estimated([regular, regular, regular, [50], [0, 0]]);
    expect(apart.alpha).toBeCloseTo(together.alpha, 10);
    expect(apart.customers).toBe(3050);
    expect(apart).toMatchObject({ lost: 2277, periods: 7 });
  });

  it.each([
    ['no-customers', []],
    ['no-customers', [[0], [5]]],
    [
      'nobody-left',
      [
        [10, 10, 10],
        [3, 3],
      ],
    ],
    [
      'nobody-stayed',
      [
        [10, 0],
        [5, 0, 0],
      ],
    ],
    [
      'one-period',
      [
        [10, 6],
        [20, 15],
      ],
    ],
    ['loss-in-first-period-only', [[10, 5, 5, 5]]],
  ] as [string, number[][]][])('says that the data cannot tell: %s', (reason, cohorts) => {
    expect(fitShiftedBetaGeometric(cohorts)).toMatchObject({ kind: 'undetermined', reason });
  });

  it('is a constant rate where retention does not rise with age', () => {
    const fit = fitShiftedBetaGeometric([[100, 90, 70, 40]]);
    expect(fit).toMatchObject({ kind: 'constant', churnRate: 60 / 260, lost: 60 });
    if (fit.kind === 'constant') {
      expect(fit.standardError).toBeCloseTo(Math.sqrt(((60 / 260) * (200 / 260)) / 260), 14);
      expect(fit.logLikelihood).toBeCloseTo(60 * Math.log(60 / 260) + 200 * Math.log(200 / 260), 10);
    }
    expect(fitShiftedBetaGeometric([[100, 90, 81]]).kind).toBe('constant');
    expect(fitShiftedBetaGeometric([[1e6, 999_999, 999_998]]).kind).toBe('constant');
  });

  it('refuses survivors that rise, are negative or not finite', () => {
    for (const survivors of [
      [10, 11],
      [-1, -1],
      [10, Number.NaN],
      [Infinity, 1],
    ]) {
      expect(() => fitShiftedBetaGeometric([survivors])).toThrow(RangeError);
    }
  });

  it('never yields NaN, and no neighbour has a higher likelihood', () => {
    const cohort = fc
      .array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 9 })
      .map((counts) => counts.toSorted((a, b) => b - a));
    const value = (cohorts: Survivors[], alpha: number, beta: number) => {
      let total = 0;
      for (const counts of cohorts) {
        for (let t = 1; t < counts.length; t += 1) {
          const leaving = alpha / (alpha + beta + t - 1);
          total += (counts[t - 1]! - counts[t]!) * Math.log(leaving) + counts[t]! * Math.log1p(-leaving);
        }
      }
      return total;
    };
    fc.assert(
      fc.property(fc.array(cohort, { minLength: 1, maxLength: 4 }), (cohorts) => {
        const fit = fitShiftedBetaGeometric(cohorts);
        if (fit.kind === 'undetermined') return;
        expect(Number.isFinite(fit.logLikelihood)).toBe(true);
        for (const alpha of [0.01, 0.3, 1, 3, 30]) {
          for (const beta of [0.01, 0.3, 1, 3, 30]) expect(value(cohorts, alpha, beta)).toBeLessThanOrEqual(fit.logLikelihood + 1e-6);
        }
        if (fit.kind === 'constant') return;
        expect(value(cohorts, fit.alpha, fit.beta)).toBeCloseTo(fit.logLikelihood, 6);
        expect(fit.standardErrors.alpha).toBeGreaterThan(0);
        for (const factor of [0.99, 1.01]) {
          expect(value(cohorts, fit.alpha * factor, fit.beta)).toBeLessThanOrEqual(fit.logLikelihood + 1e-9);
          expect(value(cohorts, fit.alpha, fit.beta * factor)).toBeLessThanOrEqual(fit.logLikelihood + 1e-9);
        }
      }),
      { numRuns: 300 },
    );
  });
});
