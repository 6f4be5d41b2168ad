import type { FitRow } from '../../../forecast/purchases/fit-rows.ts';
import type { ModelChoice } from '../../../forecast/value/choice.ts';
import type { Lang } from '../../../lib/localized.ts';
import { lifetimeValueNotes as kinds } from './notes.ts';
import type { ValueBasis } from './basis.ts';
import type { Finding } from '../../../result/result.ts';
import { type Note, findingsOf, noteOf } from '../../../views/notes.ts';
import { numberOf } from '../../../views/number-of.ts';

/** A correlation within these bounds does no harm. */
const harmless = 0.1;

/** What a reader of lifetime values has to know of the models behind them. */
export function lifetimeValueFindings({ purchases, spend, independence }: ValueBasis, lang: Lang): Finding[] {
  return findingsOf([...ofPurchases(purchases), ...ofSpend(spend), ...ofIndependence(independence)], lang);
}

function ofPurchases({ rows }: ModelChoice): Note[] {
  const [row] = rows;
  if (row === undefined || row.problem === null) return [];
  if (row.value === null) return [noteOf(kinds, 'purchase-model-missing', row)];
  if (row.problem !== 'boundary') return [noteOf(kinds, 'purchase-model-uncertain', row)];
  return [neverStop(rows) ? noteOf(kinds, 'no-stopping-seen', undefined) : noteOf(kinds, 'purchase-parameters-unbounded', rows)];
}

function ofSpend(rows: readonly FitRow[]): Note[] {
  const [row] = rows;
  if (row === undefined || row.problem === null) return [];
  if (row.value === null) return [noteOf(kinds, 'spend-model-missing', row)];
  if (row.problem === 'infinite_mean') return [noteOf(kinds, 'spend-mean-infinite', { q: estimateOf(rows, 'q') ?? 0 })];
  return [row.problem === 'boundary' ? noteOf(kinds, 'spend-parameters-unbounded', rows) : noteOf(kinds, 'spend-model-uncertain', row)];
}

/**
 * Whether next to nobody stops: the mean probability after a purchase (a / (a + b)), or the rate a week (s / beta), is below a thousandth.
 * Where a and b both run off at some ratio, customers do stop, all of them alike.
 */
export function neverStop(rows: readonly FitRow[]): boolean {
  const [a = null, b = null, s = null, beta = null] = ['a', 'b', 's', 'beta'].map((name) => estimateOf(rows, name));
  if (a !== null && b !== null) return a / (a + b) < 0.001;
  return s !== null && beta !== null && s / beta < 0.001;
}

function estimateOf(rows: readonly FitRow[], name: string): number | null {
  return rows.find(({ parameter }) => parameter === name)?.value ?? null;
}

/** Said only where the whole interval lies beyond what does no harm. */
function ofIndependence({ correlation, low, high }: ValueBasis['independence']): Note[] {
  const [r = null, from = null, to = null] = [correlation, low, high].map(numberOf);
  if (r === null || from === null || to === null || (from <= harmless && to >= -harmless)) return [];
  return [noteOf(kinds, 'spend-frequency-correlated', { r, low: from, high: to })];
}
