import type { Histories } from './histories.ts';

/** When a customer counts as lost, beside those the customer file marks so, and when as too new to tell; as in the parameters of metrics. */
export interface ChurnRule {
  readonly definition:
    | { readonly rule: 'cycles'; readonly cycles: number; readonly min_days: number }
    | { readonly rule: 'days'; readonly days: number }
    | { readonly rule: 'contract_end' | 'lost_flag' };
  readonly min_age_days: number;
}

/** Purchase days of a customer from which its mean gap is a cycle of its own: one gap says nothing of the next. */
export const purchasesOfCycle = 3;

/** Silence of so many usual gaps is a risk, whatever a model says that has seen worse. */
export const alarmCycles = 3;

/** Less silence is no reason to call, however often a customer buys. */
export const leastOverdueDays = 14;

/** What was known of the customers of an origin, and what came. */
export type PastWindow = Pick<Histories, 'rows' | 'repeats' | 'recency' | 'age' | 'outcome'>;

/** Customers whom the alarm would have named in past windows. */
export interface LateCustomers {
  readonly customers: number;
  /** Of them, those who bought nothing within the horizon. */
  readonly silent: number;
}

/**
 * Counts, at the past days with a known outcome, the customers silent for more than the alarm number of their usual gaps who did not count as
 * lost by their silence, nor as too new.
 */
export function lateCustomers(past: readonly PastWindow[], churn: ChurnRule): LateCustomers {
  let [customers, silent] = [0, 0];
  for (const { outcome, repeats, recency, age, rows } of past) {
    if (outcome === null) continue;
    for (let row = 0; row < rows; row += 1) {
      if (repeats[row]! + 1 < purchasesOfCycle || age[row]! < churn.min_age_days) continue;
      const cycle = recency[row]! / repeats[row]!;
      const silence = age[row]! - recency[row]!;
      if (silence <= Math.max(alarmCycles * cycle, leastOverdueDays) || silence > lostAfter(churn, cycle)) continue;
      customers += 1;
      silent += outcome.silent[row]!;
    }
  }
  return { customers, silent };
}

/** Days of silence after which the definition counts a customer of this cycle as lost, as in the metric `churn_status`; infinite where it goes by the file. */
export function lostAfter({ definition }: Pick<ChurnRule, 'definition'>, cycle: number): number {
  if (definition.rule === 'days') return definition.days;
  return definition.rule === 'cycles' ? Math.max(definition.cycles * cycle, definition.min_days) : Infinity;
}

/** Their share by the rule of succession (Laplace): a half where there were none, and never 0 or 1. */
export function leastProbability({ customers, silent }: LateCustomers): number {
  return (silent + 1) / (customers + 2);
}
