import { groupedBy } from '../lib/groups.ts';
import { wilson, type Interval } from './wilson.ts';

export interface WonAndLost {
  readonly won: number;
  readonly lost: number;
}

/** Closed leads with one value of one field. */
export interface ValueCounts extends WonAndLost {
  readonly field: string;
  readonly value: string;
}

/** A value of a lead; null where it is missing. A field with several values (tags) comes several times. */
export interface LeadValue {
  readonly field: string;
  readonly value: string | null;
}

export interface ValueLift extends ValueCounts {
  /** won / (won + lost), with Wilson's interval. */
  readonly rate: number;
  readonly interval: Interval;
  /** How many times as often as all with a known value of the field they are won; ≥ 0. Null where none of those is. */
  readonly lift: number | null;
  /** From the interval of the rate; the rate of all counts as known. */
  readonly liftInterval: Interval | null;
  /** By how much the value multiplies the odds of winning in the model; > 0. */
  readonly factor: number;
}

export interface NaiveBayesModel {
  /** All closed leads. */
  readonly won: number;
  readonly lost: number;
  /** By field and value, in the order given. Values without a closed lead are not among them. */
  readonly lifts: ReadonlyMap<string, ReadonlyMap<string, ValueLift>>;
}

/** Added to both counts of a value, so that a value never seen among the won does not rule winning out. */
const smoothing = 0.1;

/**
 * Categorical naive Bayes over closed leads, as Odoo's predictive lead scoring has it: both counts of every value start at 0.1; a field's
 * shares are of the leads in which it is known; P(won) = won / (won + lost). Null where no lead is won or none lost. Fields that tell the same
 * twice count twice, so that probabilities lie too near 0 and 1: calibrate them. Source: Odoo, addons/crm/models/crm_lead.py. Throws a
 * RangeError on counts below 0 and on a value that comes twice.
 */
export function fitNaiveBayes({ won, lost }: WonAndLost, counts: readonly ValueCounts[]): NaiveBayesModel | null {
  for (const row of [{ won, lost }, ...counts]) {
    if (!(row.won >= 0 && row.lost >= 0 && row.won + row.lost < Infinity)) throw new RangeError(`${row.won} won and ${row.lost} lost`);
  }
  if (won === 0 || lost === 0) return null;
  const byField = groupedBy(
    counts.filter((row) => row.won + row.lost > 0),
    (row) => row.field,
  );
  const lifts = new Map([...byField].map(([field, rows]) => [field, new Map(liftsOf(rows).map((lift) => [lift.value, lift]))]));
  for (const [field, rows] of byField) {
    if (lifts.get(field)!.size < rows.length) throw new RangeError(`a value of ${field} comes twice`);
  }
  return { won, lost, lifts };
}

/** The probability of winning, in (0, 1); missing values and values never seen are skipped. */
export function winProbability(model: NaiveBayesModel, lead: readonly LeadValue[]): number {
  const logOdds = factorsOf(model, lead).reduce((sum, { factor }) => sum + Math.log(factor), Math.log(model.won / model.lost));
  return 1 / (1 + Math.exp(-logOdds));
}

/** What each known value of a lead does to its odds, the strongest first, either way. */
export function factorsOf({ lifts }: NaiveBayesModel, lead: readonly LeadValue[]): readonly ValueLift[] {
  return lead
    .flatMap(({ field, value }) => (value === null ? [] : (lifts.get(field)?.get(value) ?? [])))
    .toSorted((first, second) => Math.abs(Math.log(second.factor)) - Math.abs(Math.log(first.factor)));
}

/** Of the values of one field. */
function liftsOf(rows: readonly ValueCounts[]): ValueLift[] {
  const won = rows.reduce((sum, row) => sum + row.won, 0);
  const lost = rows.reduce((sum, row) => sum + row.lost, 0);
  const added = smoothing * rows.length;
  const all = won / (won + lost);
  return rows.map((row): ValueLift => {
    const rate = row.won / (row.won + row.lost);
    const interval = wilson(row.won, row.won + row.lost)!;
    return {
      ...row,
      rate,
      interval,
      lift: won === 0 ? null : rate / all,
      liftInterval: won === 0 ? null : { low: interval.low / all, high: interval.high / all },
      factor: (row.won + smoothing) / (won + added) / ((row.lost + smoothing) / (lost + added)),
    };
  });
}
