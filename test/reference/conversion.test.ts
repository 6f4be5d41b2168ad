import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fitBetaBinomial } from '../../src/stats/beta-binomial.ts';
import { ratePosterior } from '../../src/stats/rate-posterior.ts';
import { durationToReach } from '../../src/stats/survival/duration-to-reach.ts';
import { kaplanMeier, type SurvivalCurve, survivalAt } from '../../src/stats/survival/kaplan-meier.ts';
import { logRankTest } from '../../src/stats/survival/log-rank.ts';
import type { OutcomeCounts } from '../../src/stats/survival/risk-table.ts';
import { describeWithData } from '../data-folder.ts';
import { baseballPlayers, tenReps } from '../stats/units.ts';

/** Subjects by group: each a duration and whether the event came. */
function readGroups(folder: string, file: string, group: string, duration: string, event: string): Map<string, OutcomeCounts[]> {
  const [header, ...lines] = readFileSync(join(folder, 'reference', file), 'utf8')
    .replaceAll('"', '')
    .trim()
    .split(/\r?\n/);
  const names = header!.split(',');
  const groups = new Map<string, OutcomeCounts[]>();
  for (const line of lines) {
    const cells = line.split(',');
    const [name, age, outcome] = [group, duration, event].map((one) => cells[names.indexOf(one)]!);
    // `status` is 1 and 0 in aml, 2 and 1 in lung.
    const came = outcome === 'True' || (file.includes('lung') ? outcome === '2' : outcome === '1');
    const row = { duration: Number(age), events: came ? 1 : 0, competing: 0, censored: came ? 0 : 1 };
    groups.set(name!, [...(groups.get(name!) ?? []), row]);
  }
  return groups;
}

function expectSurvival(curve: SurvivalCurve, age: number, value: number, digits: number): void {
  expect(survivalAt(curve, age)!.value).toBeCloseTo(value, digits);
}

describeWithData('the survival of the aml data, as published by R survival', (folder) => {
  const groups = readGroups(folder, 'survival_aml.csv', 'x', 'time', 'status');
  const maintained = kaplanMeier(groups.get('Maintained')!);

  it.each([
    [9, 0.9090909, 0.0866784, 0.50808021, 0.98667382],
    [13, 0.8181818, 0.1162913, 0.44742861, 0.95116223],
    [18, 0.7159091, 0.139665, 0.35019039, 0.89902397],
    [23, 0.6136364, 0.1526323, 0.26575204, 0.83529924],
    [31, 0.4909091, 0.1641933, 0.16733091, 0.75339979],
    [34, 0.3681818, 0.1626689, 0.09282957, 0.65704083],
    [48, 0.1840909, 0.1534927, 0.01173848, 0.52501484],
  ])('has at %d the estimate, its standard error and log-log interval', (age, value, standardError, low, high) => {
    const at = survivalAt(maintained, age)!;
    expect(at.value).toBeCloseTo(value, 7);
    expect(at.standardError).toBeCloseTo(standardError, 7);
    expect(at.interval.low).toBeCloseTo(low, 8);
    expect(at.interval.high).toBeCloseTo(high, 8);
  });

  it('has the medians 31 and 23, no upper limit, and the lower one of log-log intervals', () => {
    // R prints 18 from its usual log intervals.
    expect(durationToReach(maintained.incidence, 0.5)).toEqual({ duration: 31, low: 13, high: null });
    expect(durationToReach(kaplanMeier(groups.get('Nonmaintained')!).incidence, 0.5).duration).toBe(23);
  });
});

describeWithData('the survival of the lung data, as published by R survival', (folder) => {
  const groups = readGroups(folder, 'survival_lung.csv', 'sex', 'time', 'status');
  const all = kaplanMeier([...groups.values()].flat());

  it('has the estimates at half a year, one and two', () => {
    expect(all.incidence).toMatchObject({ subjects: 228, events: 165 });
    expectSurvival(all, 180, 0.7216706534, 10);
    expectSurvival(all, 365, 0.4092416245, 10);
    expectSurvival(all, 730, 0.1156930983, 10);
  });

  it('has the median 310, between 284 and 361 by log-log intervals', () => {
    // R prints 285 and 363 from its usual log intervals.
    expect(durationToReach(all.incidence, 0.5)).toEqual({ duration: 310, low: 284, high: 361 });
  });

  it('differs by sex: chi-square 10.3267', () => {
    const test = logRankTest([groups.get('1')!, groups.get('2')!])!;
    expect(test.observed).toEqual([112, 53]);
    expect(test.expected[0]).toBeCloseTo(91.5817, 4);
    expect(test.expected[1]).toBeCloseTo(73.4183, 4);
    expect(test.chiSquare).toBeCloseTo(10.3267, 4);
    expect(test.p).toBeCloseTo(0.001311, 6);
  });
});

describeWithData('the survival of the waltons data, as published by lifelines and R', (folder) => {
  const groups = readGroups(folder, 'lifelines_waltons.csv', 'group', 'T', 'E');
  const all = kaplanMeier([...groups.values()].flat());

  it('has the estimates, the log-log interval and the medians', () => {
    expectSurvival(all, 30, 0.8272239264, 10);
    expectSurvival(all, 56, 0.42990265, 10);
    const at = survivalAt(all, 6)!;
    expect(at.interval.low).toBeCloseTo(0.9572536591, 10);
    expect(at.interval.high).toBeCloseTo(0.9991335233, 10);
    expect(durationToReach(all.incidence, 0.5).duration).toBe(56);
    expect(durationToReach(kaplanMeier(groups.get('control')!).incidence, 0.5).duration).toBe(58);
    expect(durationToReach(kaplanMeier(groups.get('miR-137')!).incidence, 0.5).duration).toBe(26);
  });

  it('differs by group: chi-square 122.249', () => {
    expect(logRankTest([...groups.values()])!.chiSquare).toBeCloseTo(122.249, 3);
  });
});

describeWithData('the survival of the g3 data, as asserted by lifelines', (folder) => {
  const groups = readGroups(folder, 'lifelines_g3.csv', 'group', 'time', 'event');

  it('has the estimates of both groups', () => {
    const treated = kaplanMeier(groups.get('RIT')!);
    expectSurvival(treated, 25, 0.909, 3);
    expectSurvival(treated, 53, 0.779, 3);
    const control = kaplanMeier(groups.get('Control')!);
    for (const [age, value, low, high] of [
      [9, 0.833, 0.27312285, 0.97471243],
      [19, 0.667, 0.1946, 0.904],
      [32, 0.5, 0.1109, 0.804],
      [34, 0.333, 0.0461, 0.676],
    ] as const) {
      expectSurvival(control, age, value, 3);
      expect(survivalAt(control, age)!.interval.low).toBeCloseTo(low, age === 9 ? 8 : 3);
      expect(survivalAt(control, age)!.interval.high).toBeCloseTo(high, age === 9 ? 8 : 3);
    }
  });
});

describe('the beta-binomial of ten reps, as published', () => {
  const fit = fitBetaBinomial(tenReps)!;
  const { a, b } = fit.spread!;

  it('has parameters and likelihood to the digits to which the publication is at its maximum', () => {
    expect(a / 19.43065193).toBeCloseTo(1, 6);
    expect(b / 77.7902621).toBeCloseTo(1, 6);
    expect(fit.logLikelihood).toBeCloseTo(-27.28140864, 8);
  });

  it('has the means of all reps, and the interval of the first', () => {
    const published = [
      0.2194331, 0.19991394, 0.16636946, 0.19196282, 0.22547727, 0.21441201, 0.20591074, 0.19996594, 0.15140569, 0.22368108,
    ];
    for (const [index, mean] of published.entries()) {
      expect(ratePosterior([{ a, b, weight: 1 }], tenReps[index]!).value).toBeCloseTo(mean, 7);
    }
    const { interval } = ratePosterior([{ a, b, weight: 1 }], tenReps[0]!);
    expect(interval.low).toBeCloseTo(0.145079, 6);
    expect(interval.high).toBeCloseTo(0.304177, 6);
  });
});

describe('the beta-binomial of 18 baseball players, as published', () => {
  it('has the grand mean, and parameters to the digits to which the publication is at its maximum', () => {
    const { mean, spread } = fitBetaBinomial(baseballPlayers)!;
    expect(mean).toBeCloseTo(0.265432, 5);
    expect(spread!.a / 210.552).toBeCloseTo(1, 4);
    expect(spread!.b / 582.689).toBeCloseTo(1, 4);
  });
});
