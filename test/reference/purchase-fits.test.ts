import { beforeAll, expect, it } from 'vitest';
import { bgNbd } from '../../src/stats/purchases/bg-nbd.ts';
import { fitPurchases, type PurchaseFit } from '../../src/stats/purchases/fit.ts';
import { groupHistories, type PurchaseHistory } from '../../src/stats/purchases/history.ts';
import { mbgNbd } from '../../src/stats/purchases/mbg-nbd.ts';
import type { PurchaseModel } from '../../src/stats/purchases/model.ts';
import { nbd } from '../../src/stats/purchases/nbd.ts';
import { paretoNbd } from '../../src/stats/purchases/pareto-nbd.ts';
import { fitSpend, type SpendFit } from '../../src/stats/spend/fit-spend.ts';
import { spendIndependence } from '../../src/stats/spend/independence.ts';
import { describeWithData } from '../data-folder.ts';
import { expectClose } from '../stats/close.ts';
import { cdnowFull, cdnowSample, type CustomerHistory, dayOf, historiesOf, type PurchaseEvent, readEvents } from './purchase-events.ts';

const calibration = dayOf('1997-09-30');
const whole = dayOf('1998-06-30');

interface Published {
  readonly parameters: readonly number[];
  readonly tolerances: readonly number[];
  readonly logLikelihood: number;
  readonly errors?: readonly number[];
}

function fitOf(model: PurchaseModel, rows: readonly PurchaseHistory[]): PurchaseFit {
  return fitPurchases(model, groupHistories(rows).groups);
}

function expectFit(fit: PurchaseFit | SpendFit, { parameters, tolerances, logLikelihood, errors }: Published): void {
  expect(fit).toMatchObject({ converged: true, boundary: null, problem: null });
  expect(Math.abs(fit.logLikelihood! - logLikelihood)).toBeLessThan(1e-4);
  expect(fit.gradientNorm).toBeLessThan(1e-4);
  for (const [index, value] of parameters.entries()) expectClose(fit.parameters![index], value, tolerances[index % tolerances.length]);
  for (const [index, value] of (errors ?? []).entries()) expectClose(fit.standardErrors![index], value, 1e-3);
}

/** Tolerances of the published values: the likelihood is flat, and other programs stop early. */
const tight = [1e-3];
const flat = [1e-3, 1e-3, 2e-3, 2e-3];
const exact = [1e-6];
const exactFlat = [2e-6];

describeWithData('fits to the CDNOW 1/10 sample', (folder) => {
  let rows: CustomerHistory[];
  let events: PurchaseEvent[];
  beforeAll(() => {
    events = readEvents(`${folder}/reference/${cdnowSample.file}`, cdnowSample.columns);
    rows = historiesOf(events, calibration);
  });

  it('BG/NBD: exact, with standard errors', () => {
    expectFit(fitOf(bgNbd, rows), {
      parameters: [0.24259452, 4.41360202, 0.79292202, 2.42590678],
      tolerances: exact,
      logLikelihood: -9582.429207,
      errors: [0.012557, 0.378224, 0.185734, 0.705414],
    });
  });

  it('BG/NBD: the paper and R BTYD', () => {
    const fit = fitOf(bgNbd, rows);
    expectFit(fit, { parameters: [0.2426, 4.4137, 0.793, 2.4262], tolerances: tight, logLikelihood: -9582.429207 });
    for (const [index, value] of [0.243, 4.414, 0.793, 2.426].entries()) expect(fit.parameters![index]).toBeCloseTo(value, 2);
    const { groups } = groupHistories(rows);
    const model = bgNbd.at([0.243, 4.414, 0.793, 2.426]);
    const atPaper = groups.reduce((sum, group) => sum + group.customers * model.logLikelihood(group), 0);
    expect(atPaper).toBeCloseTo(-9582.430478, 5);
  });

  it('BG/NBD: lifetimes on weeks rounded to two decimals, whose likelihood differs', () => {
    const round = (time: number): number => Math.round(time * 100) / 100;
    const fit = fitOf(
      bgNbd,
      rows.map(({ x, recency, age }) => ({ x, recency: round(recency), age: round(age) })),
    );
    expectFit(fit, { parameters: [0.2425929, 4.4135323, 0.792886, 2.4257524], tolerances: tight, logLikelihood: -9582.425561 });
  });

  it('BG/NBD: lifetimes in days, whose likelihood is less by Σx ln 7', () => {
    expect(fitOf(bgNbd, historiesOf(events, calibration, 1)).logLikelihood).toBeCloseTo(-14363.53044, 4);
  });

  it('MBG/NBD: BTYDplus and lifetimes', () => {
    const fit = fitOf(mbgNbd, rows);
    expectFit(fit, { parameters: [0.52484, 6.18309, 0.89139, 1.61405], tolerances: tight, logLikelihood: -9582.135716 });
    for (const [index, value] of [0.525, 6.183, 0.891, 1.614].entries()) expect(fit.parameters![index]).toBeCloseTo(value, 3);
  });

  it('Pareto/NBD: exact, with standard errors', () => {
    expectFit(fitOf(paretoNbd, rows), {
      parameters: [0.553277, 10.577683, 0.60624, 11.668735],
      tolerances: exactFlat,
      logLikelihood: -9594.976179,
      errors: [0.04763, 0.84272, 0.18728, 6.2112],
    });
  });

  it('Pareto/NBD: R BTYD, CLVTools, lifetimes', () => {
    const fit = fitOf(paretoNbd, rows);
    for (const parameters of [
      [0.5532778, 10.5776843, 0.6062334, 11.6685157],
      [0.55327, 10.5778007, 0.60602, 11.6639145],
      [0.553269, 10.577826, 0.606342, 11.672869],
    ]) {
      expectFit(fit, { parameters, tolerances: flat, logLikelihood: -9594.97618 });
    }
  });

  it('NBD: BTYDplus', () => {
    expectFit(fitOf(nbd, rows), { parameters: [0.3847659, 12.0720137], tolerances: tight, logLikelihood: -9763.657615 });
  });

  it('Gamma-Gamma: exact, with standard errors and the mean of the population', () => {
    const fit = fitSpend(rows);
    expect(fit).toMatchObject({ customers: 946, withoutRepeat: 1411, withoutPositiveValue: 0 });
    expectFit(fit, {
      parameters: [6.24957227, 3.74422467, 15.44352096],
      tolerances: exact,
      logLikelihood: -4055.917695,
      errors: [1.190055, 0.290133, 4.159423],
    });
    const [p, q, v] = fit.parameters!;
    expectClose((p! * v!) / (q! - 1), 35.170371, 1e-6);
  });

  it('the correlation of frequency and value: exact', () => {
    expect(spendIndependence(rows)).toMatchObject({ coefficient: expect.closeTo(0.1139, 4) as number, n: 946 });
  });

  it('of all 78 weeks: lifetimes', () => {
    const all = historiesOf(events, whole);
    expectFit(fitOf(bgNbd, all), {
      parameters: [0.253561044, 5.44725184, 0.607366052, 2.64723468],
      tolerances: tight,
      logLikelihood: -17138.23396,
    });
    expectFit(fitOf(paretoNbd, all), {
      parameters: [0.563043689, 12.559937, 0.408102062, 10.5138326],
      tolerances: flat,
      logLikelihood: -17135.83589,
    });
    expectFit(fitOf(mbgNbd, all), {
      parameters: [0.617843384, 8.65695915, 0.55152506, 1.00905917],
      tolerances: tight,
      logLikelihood: -17127.37326,
    });
    for (const [index, value] of [4.683454, 4.189783, 24.390548].entries()) expectClose(fitSpend(all).parameters![index], value, 1e-3);
  });
});

describeWithData('fits to all of CDNOW', (folder) => {
  let events: PurchaseEvent[];
  let rows: CustomerHistory[];
  beforeAll(() => {
    events = readEvents(`${folder}/reference/${cdnowFull.file}`, cdnowFull.columns);
    rows = historiesOf(events, calibration);
  });

  it('BG/NBD: exact, with standard errors', () => {
    expectFit(fitOf(bgNbd, rows), {
      parameters: [0.25162396, 4.78894296, 0.72343358, 2.16108836],
      tolerances: exact,
      logLikelihood: -95368.443933,
      errors: [0.004202, 0.131255, 0.053929, 0.198589],
    });
  });

  it('MBG/NBD: BTYDplus and lifetimes', () => {
    const fit = fitOf(mbgNbd, rows);
    expectFit(fit, { parameters: [0.63713, 7.310225, 0.807491, 1.228443], tolerances: tight, logLikelihood: -95336.95832 });
    expectFit(fit, { parameters: [0.63714, 7.31029, 0.807474, 1.228394], tolerances: tight, logLikelihood: -95336.95832 });
  });

  it('Pareto/NBD: exact, with standard errors', () => {
    expectFit(fitOf(paretoNbd, rows), {
      parameters: [0.59742, 11.585658, 0.522186, 8.827759],
      tolerances: exactFlat,
      logLikelihood: -95415.118617,
      errors: [0.01737, 0.29677, 0.04634, 1.47425],
    });
  });

  it('Pareto/NBD: lifetimes, CLVTools, R BTYD', () => {
    const fit = fitOf(paretoNbd, rows);
    for (const parameters of [
      [0.597422, 11.585562, 0.522155, 8.826796],
      [0.597414, 11.585114, 0.52217, 8.825979],
      [0.597406, 11.585454, 0.52233, 8.832897],
    ]) {
      expectFit(fit, { parameters, tolerances: flat, logLikelihood: -95415.1186 });
    }
  });

  it('Gamma-Gamma: exact, with standard errors, without the customer whose repeat orders were free', () => {
    const fit = fitSpend(rows);
    expect(fit).toMatchObject({ customers: 9450, withoutPositiveValue: 1 });
    expectFit(fit, {
      parameters: [6.27535907, 3.62445002, 14.98368703],
      tolerances: exact,
      logLikelihood: -40763.476261,
      errors: [0.399698, 0.090553, 1.344036],
    });
    const [p, q, v] = fit.parameters!;
    expectClose((p! * v!) / (q! - 1), 35.827703, 1e-6);
    expect(spendIndependence(rows)?.coefficient).toBeCloseTo(0.0802, 4);
  });

  it('of all 78 weeks: lifetimes', () => {
    const all = historiesOf(events, whole);
    expectFit(fitOf(bgNbd, all), {
      parameters: [0.267127775, 5.98649252, 0.483516915, 2.1116081],
      tolerances: tight,
      logLikelihood: -173425.91629,
    });
    expectFit(fitOf(paretoNbd, all), {
      parameters: [0.610994574, 13.6139629, 0.312631688, 6.15149801],
      tolerances: flat,
      logLikelihood: -173327.99623,
    });
    expectFit(fitOf(mbgNbd, all), {
      parameters: [0.68941863, 9.88938224, 0.491600039, 0.858514911],
      tolerances: tight,
      logLikelihood: -173294.4421,
    });
    for (const [index, value] of [5.086044, 3.995121, 21.252238].entries()) expectClose(fitSpend(all).parameters![index], value, 1e-3);
  });

  it('take less than 2 s of processor time for Pareto/NBD and 0.5 s for BG/NBD', () => {
    const { groups } = groupHistories(rows);
    const seconds = (model: PurchaseModel): number => {
      const before = process.cpuUsage();
      fitPurchases(model, groups);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1e6;
    };
    expect(seconds(paretoNbd)).toBeLessThan(2);
    expect(seconds(bgNbd)).toBeLessThan(0.5);
  });
});

describeWithData('fits to the first 104 weeks of the apparel retailer', (folder) => {
  it('BG/NBD, Pareto/NBD and Gamma-Gamma: CLVTools', () => {
    const events = readEvents(`${folder}/reference/clvtools_apparelTrans.csv`, { customer: 0, date: 1, value: 2 });
    const rows = historiesOf(events, Math.min(...events.map((event) => event.day)) + 104 * 7);
    expect(rows).toHaveLength(600);
    expectFit(fitOf(bgNbd, rows), {
      parameters: [0.60731077, 20.95673037, 1.27554348, 8.86081593],
      tolerances: tight,
      logLikelihood: -5857.019749,
    });
    expectFit(fitOf(paretoNbd, rows), {
      parameters: [1.44897679, 48.63608455, 0.56125981, 46.88436325],
      tolerances: flat,
      logLikelihood: -5848.097827,
    });
    expectFit(fitSpend(rows), { parameters: [3.09903265, 5.65367287, 56.50408443], tolerances: tight, logLikelihood: -1670.663044 });
  });
});
