import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { bgNbd } from '../../src/stats/purchases/bg-nbd.ts';
import { discountedPurchases } from '../../src/stats/purchases/discounting.ts';
import { fitPurchases, type PurchaseFit } from '../../src/stats/purchases/fit.ts';
import { groupHistories, type PurchaseGroup } from '../../src/stats/purchases/history.ts';
import { mbgNbd } from '../../src/stats/purchases/mbg-nbd.ts';
import type { PurchaseModel, PurchasePredictor } from '../../src/stats/purchases/model.ts';
import { discountedResidualPurchases, paretoNbd } from '../../src/stats/purchases/pareto-nbd.ts';
import { predictPurchases } from '../../src/stats/purchases/predict.ts';
import { fitSpend } from '../../src/stats/spend/fit-spend.ts';
import { gammaGamma } from '../../src/stats/spend/gamma-gamma.ts';
import { describeWithData } from '../data-folder.ts';
import { expectClose } from '../stats/close.ts';
import { cdnowSample, type CustomerHistory, dayOf, historiesOf, readEvents } from './purchase-events.ts';

describeWithData('predictions for the CDNOW 1/10 sample at the fitted parameters', (folder) => {
  let rows: CustomerHistory[];
  let groups: PurchaseGroup[];
  beforeAll(() => {
    rows = historiesOf(readEvents(`${folder}/reference/${cdnowSample.file}`, cdnowSample.columns), dayOf('1997-09-30'));
    groups = groupHistories(rows).groups;
  });

  const fitted = (model: PurchaseModel): { fit: PurchaseFit; predictor: PurchasePredictor } => {
    const fit = fitPurchases(model, groups);
    return { fit, predictor: model.at(fit.parameters!) };
  };
  const sum = (value: (group: PurchaseGroup) => number): number =>
    groups.reduce((total, group) => total + group.customers * value(group), 0);

  it.each([
    [bgNbd, [0.24259454, 4.41360188, 0.79291991, 2.42588806], 1917.277, 1653.41],
    [paretoNbd, [0.55327, 10.5778007, 0.60602, 11.6639145], 1051.971, 1665.69],
  ])(
    '$id has the sums of P(alive) and of expected purchases published for the parameters of CLVTools',
    (model, parameters, alive, purchases) => {
      const predictor = model.at(parameters);
      expect(Math.abs(sum((group) => predictor.probabilityAlive(group)) - alive)).toBeLessThan(0.001);
      expect(Math.abs(sum((group) => predictor.expectedPurchases(group, 39)) - purchases)).toBeLessThan(0.005);
    },
  );

  it.each([
    [bgNbd, 1917.277, 1653.41],
    [paretoNbd, 1051.971, 1665.69],
  ])('$id has them at its own maximum too, and falls 12% short of the actual 1,882', (model, alive, purchases) => {
    const { predictor } = fitted(model);
    expectClose(
      sum((group) => predictor.probabilityAlive(group)),
      alive,
      2e-4,
    );
    const expected = sum((group) => predictor.expectedPurchases(group, 39));
    expectClose(expected, purchases, 2e-4);
    expect(expected / 1882).toBeGreaterThan(0.87);
    expect(expected / 1882).toBeLessThan(0.89);
  });

  it('an interval of 95% for the total does not reach the actual 1,882: the model, not chance, is off', () => {
    const { fit } = fitted(bgNbd);
    const { total } = predictPurchases(fit, groups, { horizon: 39, seed: 1, draws: 2000 });
    expect(Math.abs(total.expected - 1653.41)).toBeLessThan(0.01);
    expect(total.low).toBeGreaterThan(1400);
    expect(total.high).toBeGreaterThan(1750);
    expect(total.high).toBeLessThan(1882);
  });

  it('Gamma-Gamma expects the mean values of the first ten customers that pymc-marketing tests', () => {
    const spend = gammaGamma(fitSpend(rows).parameters!);
    for (const [index, value] of [24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17].entries()) {
      expect(Math.abs(spend.expectedMean(rows[index]!)! - value)).toBeLessThan(0.1);
    }
  });

  it('DERT of the first customer is that of CLVTools at its default discount, ln 1.1 a week', () => {
    const parameters = [0.55327, 10.5778007, 0.60602, 11.6639145];
    expectClose(discountedResidualPurchases(parameters, rows[0]!, Math.log(1.1)), 0.4250934262, 1e-6);
  });

  it('the value of twelve months is that of lifetimes, with its months of 4.345 weeks and its rounded data', () => {
    const summary = readFileSync(`${folder}/reference/cdnow_customers_summary.csv`, 'utf8').trim().split('\n').slice(1);
    const rounded = summary.map((line, index) => {
      const [, x, recency, age] = line.trim().split(',').map(Number);
      // Half a cent rounds up, as in the file that lifetimes ships.
      return { x: x!, recency: recency!, age: age!, mean: Math.round(rows[index]!.mean * 100 + 1e-7) / 100 };
    });
    const purchases = bgNbd.at(fitPurchases(bgNbd, groupHistories(rounded).groups).parameters!);
    const spend = gammaGamma(fitSpend(rounded).parameters!);
    const plan = { periods: 12, periodLength: 4.345, rate: 0.01 };
    const values = rounded.map(
      (row) => spend.expectedMean(row)! * discountedPurchases((time) => purchases.expectedPurchases(row, time), plan),
    );
    const published = [36.278496, 4.637466, 8.344093, 8.344093, 8.344093, 283.523593, 6.881407, 8.344093, 43.353642, 8.344093];
    for (const [index, value] of published.entries()) expectClose(values[index], value, 1e-6);
    expectClose(
      values.reduce((total, value) => total + value, 0),
      71509.8993,
      1e-6,
    );
  });
});

describeWithData('predictions for the small event log of lifetimes', (folder) => {
  it('are finite, with every probability between 0 and 1, and the fit says how little it rests on', () => {
    const rows = historiesOf(
      readEvents(`${folder}/reference/lifetimes_tiny_elog.csv`, { customer: 0, date: 1, value: 2 }),
      dayOf('2015-02-07'),
      1,
    );
    const { groups } = groupHistories(rows);
    for (const model of [bgNbd, mbgNbd, paretoNbd]) {
      const fit = fitPurchases(model, groups);
      expect(fit.problem).toBe('boundary');
      const predictor = model.at(fit.parameters!);
      for (const row of rows) {
        expect(predictor.probabilityOfPurchase(row, 30)).toBeGreaterThan(0);
        expect(predictor.probabilityOfPurchase(row, 30)).toBeLessThan(1);
        expect(predictor.probabilityAlive(row)).toBeLessThanOrEqual(1);
        expect(Number.isFinite(predictor.expectedPurchases(row, 30))).toBe(true);
      }
    }
  });
});
