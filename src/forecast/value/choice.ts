import { sql } from '../../engine/sql.ts';
import { type PurchaseFitRow, estimatesOf } from '../purchases/fit-rows.ts';
import { choose, type Why } from '../choice.ts';
import { lastPeriod } from '../holdout.ts';
import type { Read } from '../read.ts';
import type { IsoDate } from '../../lib/dates.ts';
import { bgNbd } from '../../stats/purchases/bg-nbd.ts';
import { mbgNbd } from '../../stats/purchases/mbg-nbd.ts';
import type { PurchaseModel } from '../../stats/purchases/model.ts';
import { paretoNbd } from '../../stats/purchases/pareto-nbd.ts';
import type { FittedPurchases } from '../../stats/purchases/predict.ts';

/** Untested, the first one that can be fitted is used; all but the last allow for one-time buyers who have stopped. */
const untestedOrder: readonly PurchaseModel[] = [mbgNbd, paretoNbd, bgNbd];

/** The model of purchases that forecasts rest on. */
export interface ModelChoice {
  readonly model: PurchaseModel;
  /** Of its fit on the as-of date; none where nobody has a dated purchase. */
  readonly rows: readonly PurchaseFitRow[];
  readonly why: Why;
  /** Models that come first and could not be fitted, with the problem. */
  readonly passedOver: readonly { readonly model: string; readonly problem: string }[];
}

/** Chooses from the tables `purchase_fits` and `value_holdout`. */
export async function readChoice(
  rows: Read,
  { as_of: asOf, value }: { readonly as_of: IsoDate | null; readonly value: { readonly model: string } },
): Promise<ModelChoice> {
  const fits =
    asOf === null ? [] : ((await rows(sql`select * from purchase_fits where origin = ${asOf}::date order by model, position`)) as unknown);
  const tested = await rows(sql`select method, squared_error from value_holdout where method <> ${lastPeriod}`);
  const fitted = fits as readonly PurchaseFitRow[];
  const likelihoods = new Map(fitted.map((row) => [row.model, row.log_likelihood ?? -Infinity]));
  return chooseModel(fitted, bestFirst(tested as unknown as readonly Tested[], likelihoods), value.model);
}

interface Tested {
  readonly method: string;
  readonly squared_error: number;
}

/** Errors that differ by less than this are the same: which is the smaller one then hangs on the day of the hold-out. */
const alike = 1.02;

/** Log-likelihoods that differ by less than this do not tell models apart. */
const likely = 2;

/**
 * The models by their error in the hold-out; those as good as the best come first, the likelier ones before the others, then in the order of
 * the untested. `likelihoods`: of the fits on the as-of date, by model.
 */
export function bestFirst(tested: readonly Tested[], likelihoods: ReadonlyMap<string, number>): string[] {
  const best = tested.reduce((least, one) => Math.min(least, one.squared_error), Infinity);
  const isAlike = ({ squared_error: error }: Tested): boolean => error <= best * alike;
  const likelihood = ({ method }: Tested): number => likelihoods.get(method) ?? -Infinity;
  const highest = tested.filter(isAlike).reduce((most, one) => Math.max(most, likelihood(one)), -Infinity);
  const place = ({ method }: Tested): number => untestedOrder.findIndex(({ id }) => id === method);
  /** How far behind the best, in groups: as good and as likely, as good, worse. */
  const rank = (one: Tested): readonly [number, number] => {
    if (!isAlike(one)) return [2, one.squared_error];
    const behind = highest - likelihood(one);
    return behind > likely ? [1, behind] : [0, 0];
  };
  return tested
    .toSorted((one, other) => {
      const [[group, distance], [otherGroup, otherDistance]] = [rank(one), rank(other)];
      return group - otherGroup || distance - otherDistance || place(one) - place(other);
    })
    .map(({ method }) => method);
}

/** `tested`: ids of the models that were fitted in the hold-out, best first; `wanted`: the id of a model, else the best is taken. */
export function chooseModel(fits: readonly PurchaseFitRow[], tested: readonly string[], wanted: string): ModelChoice {
  const rowsOf = (id: string): PurchaseFitRow[] => fits.filter((row) => row.model === id);
  const isModel = untestedOrder.some(({ id }) => id === wanted);
  const candidates = { asked: isModel ? wanted : null, tested, untested: untestedOrder.map(({ id }) => id) };
  const where = (accepts: (first: PurchaseFitRow | undefined) => boolean) =>
    choose(candidates, (id) => (accepts(rowsOf(id)[0]) ? rowsOf(id) : null));
  const isFitted = (first: PurchaseFitRow | undefined): boolean => typeof first?.value === 'number';
  const { id, why, found, passedOver } = (
    isModel
      ? where(() => true)
      : (where((first) => isFitted(first) && first?.problem !== 'not_converged') ?? where(isFitted) ?? where(() => true))
  )!;
  return {
    model: untestedOrder.find((model) => model.id === id)!,
    rows: found,
    why,
    passedOver: passedOver.map((model) => ({ model, problem: rowsOf(model)[0]?.problem ?? 'no_customers' })),
  };
}

/** What predictions take from the choice; null where its model could not be fitted. */
export function fittedPurchases({ model, rows }: ModelChoice): FittedPurchases | null {
  const estimates = estimatesOf(rows);
  return estimates === null ? null : { model, ...estimates };
}
