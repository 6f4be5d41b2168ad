import { describe, expect, it } from 'vitest';
import { bestFirst, chooseModel, fittedPurchases } from '../../../src/forecast/value/choice.ts';
import { fitRows } from '../../../src/forecast/purchases/fit-rows.ts';
import { purchaseModels } from '../../../src/forecast/purchases/models.ts';
import type { PurchaseFitRow } from '../../../src/forecast/purchases/fit-rows.ts';
import { fitPurchases } from '../../../src/stats/purchases/fit.ts';
import type { PurchaseGroup } from '../../../src/stats/purchases/history.ts';
import { groups } from '../purchases/groups.ts';

function fitsOf(histories: readonly PurchaseGroup[]): PurchaseFitRow[] {
  return purchaseModels.flatMap((model) => {
    const fit = fitPurchases(model, histories);
    const rows = fitRows(model.id, { ...fit, parameterNames: model.parameterNames });
    return rows.map((row) => ({ ...row, origin: '2026-01-01', repeat_customers: fit.repeatCustomers, groups: fit.groups }));
  });
}

const fits = fitsOf(groups);
const broken = (model: string, problem: string, value: number | null): PurchaseFitRow[] =>
  fits.map((row) => (row.model === model ? { ...row, problem, value: value === null ? null : row.value } : row));

describe('the tested models', () => {
  it('come by their error, and in the order of the untested where they are as good as the best', () => {
    const errors = (bg: number, mbg: number, pareto: number, likelihoods: readonly [string, number][] = []) =>
      bestFirst(
        [
          { method: 'bg-nbd', squared_error: bg },
          { method: 'mbg-nbd', squared_error: mbg },
          { method: 'pareto-nbd', squared_error: pareto },
        ],
        new Map(likelihoods),
      );
    expect(errors(3, 2, 1)).toEqual(['pareto-nbd', 'mbg-nbd', 'bg-nbd']);
    expect(errors(6.98, 6.981, 6.9799)).toEqual(['mbg-nbd', 'pareto-nbd', 'bg-nbd']);
    expect(errors(5, 9, 5)).toEqual(['pareto-nbd', 'bg-nbd', 'mbg-nbd']);
    expect(bestFirst([], new Map())).toEqual([]);
    // As in a file that was drawn from Pareto/NBD: the errors are those of one hold-out, the likelihoods of all the data.
    const likely: [string, number][] = [
      ['bg-nbd', -9103.5],
      ['mbg-nbd', -9001.5],
      ['pareto-nbd', -9000],
    ];
    expect(errors(15.53, 15.67, 15.57, likely)).toEqual(['mbg-nbd', 'pareto-nbd', 'bg-nbd']);
    expect(errors(15.53, 15.57, 16, likely)).toEqual(['mbg-nbd', 'bg-nbd', 'pareto-nbd']);
  });
});

describe('the model of purchases', () => {
  it('is the one nearest to what came in the hold-out', () => {
    const { model, why, passedOver, rows } = chooseModel(fits, ['bg-nbd', 'mbg-nbd', 'pareto-nbd'], 'auto');
    expect([model.id, why, passedOver, rows.length]).toEqual(['bg-nbd', 'tested', [], 4]);
  });

  it('is the one asked for, whatever the hold-out says, and even where it could not be fitted', () => {
    expect(chooseModel(fits, ['bg-nbd', 'mbg-nbd'], 'pareto-nbd')).toMatchObject({ model: { id: 'pareto-nbd' }, why: 'asked' });
    const none = chooseModel(broken('pareto-nbd', 'no_time', null), [], 'pareto-nbd');
    expect([none.model.id, none.why, fittedPurchases(none)]).toEqual(['pareto-nbd', 'asked', null]);
  });

  it('is untested MBG/NBD, which lets one-time buyers be gone', () => {
    expect(chooseModel(fits, [], 'auto')).toMatchObject({ model: { id: 'mbg-nbd', oneTimeBuyersAlive: false }, why: 'untested' });
  });

  it('passes over those that could not be fitted, and says so', () => {
    const { model, why, passedOver } = chooseModel(broken('bg-nbd', 'not_converged', 1), ['bg-nbd', 'pareto-nbd'], 'auto');
    expect([model.id, why]).toEqual(['pareto-nbd', 'tested']);
    expect(passedOver).toEqual([{ model: 'bg-nbd', problem: 'not_converged' }]);
  });

  it('has a fit without parameters where nobody came back, and none where nobody bought', () => {
    const none = chooseModel(fitsOf([{ x: 0, recency: 0, age: 30, customers: 6 }]), [], 'auto');
    expect([none.model.id, none.rows[0]?.problem, fittedPurchases(none)]).toEqual(['mbg-nbd', 'no_repeat_customers', null]);
    const nobody = chooseModel([], [], 'auto');
    expect([nobody.model.id, nobody.rows, fittedPurchases(nobody)]).toEqual(['mbg-nbd', [], null]);
  });
});
