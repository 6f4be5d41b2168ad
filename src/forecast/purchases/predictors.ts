import type { PurchasePredictor } from '../../stats/purchases/model.ts';
import type { FitRow } from './fit-rows.ts';
import { purchaseModels } from './models.ts';

/** The models that could be fitted, by id. */
export type Predictors = ReadonlyMap<string, PurchasePredictor>;

/** From the rows of one origin, those of a model in the order of position; a model whose fit did not come to an end foretells nothing. */
export function predictorsOf(rows: readonly Pick<FitRow, 'model' | 'value' | 'problem'>[]): Predictors {
  const fitted = purchaseModels.flatMap((model) => {
    const own = rows.filter((row) => row.model === model.id && row.problem !== 'not_converged');
    const values = own.flatMap(({ value }) => value ?? []);
    return values.length === model.parameterNames.length ? [[model.id, model.at(values)] as const] : [];
  });
  return new Map(fitted);
}
