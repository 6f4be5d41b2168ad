import { bgNbd } from '../../stats/purchases/bg-nbd.ts';
import type { PurchaseGroup, PurchaseHistory } from '../../stats/purchases/history.ts';
import { mbgNbd } from '../../stats/purchases/mbg-nbd.ts';
import type { PurchaseModel } from '../../stats/purchases/model.ts';
import { paretoNbd } from '../../stats/purchases/pareto-nbd.ts';
import { daysPerUnit } from '../../stats/purchases/time-unit.ts';

/** The models that compete; a new one is one line here. */
export const purchaseModels: readonly PurchaseModel[] = [bgNbd, mbgNbd, paretoNbd];

/** Their ids in the order in which churn takes them without a test, and where they are equally good. */
export const modelsFirstBest: readonly string[] = purchaseModels.map(({ id }) => id).toReversed();

/** The unit of time that models are fitted in, as the published fits are. */
export const modelUnit = 'week';

export const modelDays = daysPerUnit[modelUnit];

/** A row of `purchase_groups`. */
export type GroupRow = {
  readonly origin: string;
  readonly repeat_days: number;
  readonly recency_days: number;
  readonly age_days: number;
  readonly customers: number;
};

/** A history in the unit of the models. */
export function historyOf(row: Pick<GroupRow, 'repeat_days' | 'recency_days' | 'age_days'>): PurchaseHistory {
  return { x: row.repeat_days, recency: row.recency_days / modelDays, age: row.age_days / modelDays };
}

export function groupOf(row: GroupRow): PurchaseGroup {
  return { ...historyOf(row), customers: row.customers };
}
