import type { Row } from '../../../lib/rows.ts';
import { holm } from '../../../stats/multiple-tests.ts';
import { declared, type Figure, type Measure, measures } from './measures.ts';
import type { Side } from './periods.ts';
import { type Sums, testRates, type TestResult, testSums } from './tests.ts';

export const verdicts = ['more_than_chance', 'within_chance', 'within_chance_adjusted', 'cannot_tell', 'lengths_differ'] as const;

export type Verdict = (typeof verdicts)[number];

/** What the rows of changes are made of. */
export interface Evidence {
  /** The row of period_totals of either period. */
  readonly totals: Readonly<Record<Side, Row>>;
  /** Rows of `bootstrapGroups`. */
  readonly groups: readonly Row[];
  /** Customers with an order or a return in either period. */
  readonly customers: number;
}

const level = 0.05;

/** Below, a difference that is not significant says nothing. */
const leastBase = 30;

/** Lengths that differ by no more than this share are about the same. */
const aboutTheSame = 0.1;

interface Change {
  readonly measure: Measure;
  /** The figures as they are; `days` is null where they are not to be divided, as they do not add up over days or the lengths are equal. */
  readonly figures: Pair;
  readonly days: Readonly<Record<Side, number>> | null;
  /** Of the figures a day where these exist. Null: the lengths differ too much. */
  readonly tested: TestResult | null;
}

interface Pair {
  readonly before: number | null;
  readonly after: number | null;
}

/**
 * One row a measure. Where the periods have different lengths, what adds up over days is tested a day, under columns of its own; what does not
 * (customers, rates, averages) is tested as it is, if the lengths are about the same or do not matter. p-values are adjusted for all tests.
 */
export function changeRows(evidence: Evidence): Row[] {
  const changes = measures
    .filter(({ id }) => valueOf(evidence, 'before', id) !== null || valueOf(evidence, 'after', id) !== null)
    .map((measure) => changeOf(measure, evidence));
  const adjusted = holm(changes.map(({ tested }) => tested?.p ?? null));
  return changes.map((change, index) => rowOf(change, index, adjusted[index] ?? null, evidence));
}

function changeOf(measure: Measure, evidence: Evidence): Change {
  const { totals } = evidence;
  const figures = { before: valueOf(evidence, 'before', measure.id), after: valueOf(evidence, 'after', measure.id) };
  const days = { before: Number(totals.before['days']), after: Number(totals.after['days']) };
  const whole = { before: 1, after: 1 };
  if (days.before === days.after) return { measure, figures, days: null, tested: testOf(measure, evidence, whole) };
  if (measure.length === 'proportional') return { measure, figures, days, tested: testOf(measure, evidence, days) };
  const near = Math.abs(days.after / days.before - 1) <= aboutTheSame;
  const comparable = measure.length === 'free' || near;
  return { measure, figures, days: null, tested: comparable ? testOf(measure, evidence, whole) : null };
}

/** `days` are those that sums are divided by. */
function testOf({ id, test }: Measure, evidence: Evidence, days: Readonly<Record<Side, number>>): TestResult {
  const { totals, groups, customers } = evidence;
  const number = (side: Side, column: string): number => Number(totals[side][column] ?? 0);
  switch (test.kind) {
    case 'rate': {
      const counted = (side: Side) => ({ count: number(side, test.successes), of: number(side, test.trials) });
      return known(evidence, id, () => testRates(counted('before'), counted('after')));
    }
    case 'total':
    case 'mean': {
      const column = (side: Side, figure: Figure) => Float64Array.from(groups, (row) => Number(row[`${side}_${figure}`] ?? 0));
      const sums = (side: Side): Sums => ({
        numerator: column(side, test.kind === 'total' ? test.figure : test.numerator),
        denominator: test.kind === 'total' ? null : column(side, test.denominator),
        days: days[side],
      });
      return known(evidence, id, () => testSums(id, sums('before'), sums('after'), customers));
    }
  }
}

/** Nothing can be said where the figure of one period is not known. */
function known(evidence: Evidence, id: string, test: () => TestResult): TestResult {
  const missing = valueOf(evidence, 'before', id) === null || valueOf(evidence, 'after', id) === null;
  return missing ? { p: null, low: null, high: null, test: 'bootstrap' } : test();
}

function rowOf({ measure, figures, days, tested }: Change, index: number, adjusted: number | null, evidence: Evidence): Row {
  const { shows, unit } = declared(measure);
  const bases = [baseOf(measure, evidence, 'before'), baseOf(measure, evidence, 'after')] as const;
  const perDay = {
    before: days === null ? null : divided(figures.before, days.before),
    after: days === null ? null : divided(figures.after, days.after),
  };
  return {
    measure: measure.id,
    measure_order: index + 1,
    shows,
    unit: unit ?? null,
    ...figures,
    difference: difference(figures),
    relative_difference: relativeDifference(figures),
    n_before: bases[0],
    n_after: bases[1],
    low: days === null ? (tested?.low ?? null) : null,
    high: days === null ? (tested?.high ?? null) : null,
    shows_per_day: shows === 'integer' ? 'number' : shows,
    before_per_day: perDay.before,
    after_per_day: perDay.after,
    difference_per_day: difference(perDay),
    relative_difference_per_day: relativeDifference(perDay),
    low_per_day: days === null ? null : (tested?.low ?? null),
    high_per_day: days === null ? null : (tested?.high ?? null),
    p: tested?.p ?? null,
    p_adjusted: adjusted,
    verdict: tested === null ? 'lengths_differ' : verdictOf(tested, adjusted, bases),
    test: tested === null || tested.p === null ? null : tested.test,
  };
}

function difference({ before, after }: Pair): number | null {
  return before === null || after === null ? null : after - before;
}

function relativeDifference(pair: Pair): number | null {
  const change = difference(pair);
  return change === null || pair.before === null || pair.before === 0 ? null : change / Math.abs(pair.before);
}

/** The interval is that of a single test: it may leave out 0 where the adjusted p-value does not speak of more than chance. */
function verdictOf({ p, low, high }: TestResult, adjusted: number | null, bases: readonly number[]): Verdict {
  if (adjusted !== null && adjusted < level) return 'more_than_chance';
  if (p === null || Math.min(...bases) < leastBase) return 'cannot_tell';
  return p < level || (low ?? 0) > 0 || (high ?? 0) < 0 ? 'within_chance_adjusted' : 'within_chance';
}

/** What the figure rests on: the trials of a rate, the new customers counted, else the customers who bought. */
function baseOf({ id, test }: Measure, { totals }: Evidence, side: Side): number {
  const column = test.kind === 'rate' ? test.trials : id === 'new_customers' ? id : 'customers';
  return Number(totals[side][column] ?? 0);
}

function valueOf({ totals }: Evidence, side: Side, column: string): number | null {
  const value = totals[side][column];
  return typeof value === 'number' ? value : null;
}

function divided(value: number | null, days: number): number | null {
  return value === null ? null : value / days;
}
