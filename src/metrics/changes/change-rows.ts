import type { Row } from '../../lib/rows.ts';
import { holm } from '../../stats/multiple-tests.ts';
import { declared, dividedByDays, type Figure, type Measure, measures, perDayId } from './measures.ts';
import type { Side } from './periods.ts';
import { type Sums, testEvents, testRates, type TestResult, testSums } from './tests.ts';

export const verdicts = ['more_than_chance', 'within_chance', 'cannot_tell', 'see_per_day', 'lengths_differ'] as const;

export type Verdict = (typeof verdicts)[number];

/** What the rows of changes are made of. */
export interface Evidence {
  /** The row of period_totals of either period. */
  readonly totals: Readonly<Record<Side, Row>>;
  /** Rows of `customerGroups`. */
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
  readonly perDay: boolean;
  readonly before: number | null;
  readonly after: number | null;
  /** Null: it is not tested, for the reason `untested` gives. */
  readonly tested: TestResult | null;
  readonly untested: Verdict;
}

/** One row a measure, and one more for its figure a day where the periods have different lengths; p-values adjusted for all that are tested. */
export function changeRows(evidence: Evidence): Row[] {
  const changes = measures
    .filter(({ id }) => valueOf(evidence, 'before', id) !== null || valueOf(evidence, 'after', id) !== null)
    .flatMap((measure) => changesOf(measure, evidence));
  const adjusted = holm(changes.map(({ tested }) => tested?.p ?? null));
  return changes.map((change, index) => rowOf(change, index, adjusted[index] ?? null, evidence));
}

function changesOf(measure: Measure, evidence: Evidence): Change[] {
  const { totals } = evidence;
  const days = { before: Number(totals.before['days']), after: Number(totals.after['days']) };
  const equal = days.before === days.after;
  const near = Math.abs(days.after / days.before - 1) <= aboutTheSame;
  const comparable = equal || measure.length === 'free' || (measure.length === 'growing' && near);
  const [before, after] = [valueOf(evidence, 'before', measure.id), valueOf(evidence, 'after', measure.id)];
  const dividable = measure.test.kind === 'total' || measure.test.kind === 'events';
  if (equal || !dividable) {
    const tested = comparable ? testOf(measure, evidence, { before: 1, after: 1 }) : null;
    return [{ measure, perDay: false, before, after, tested, untested: 'lengths_differ' }];
  }
  const daily = measure.length === 'proportional' || near;
  const whole = { measure, perDay: false, before, after, tested: null, untested: daily ? 'see_per_day' : 'lengths_differ' } as const;
  if (!daily) return [whole];
  const rate = { before: divided(before, days.before), after: divided(after, days.after) };
  return [whole, { measure, perDay: true, ...rate, tested: testOf(measure, evidence, days), untested: 'lengths_differ' }];
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
    case 'events': {
      const counted = (side: Side) => ({ count: number(side, id), of: number(side, 'days') });
      return testEvents(counted('before'), counted('after'), number('before', 'days') / days.before);
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

function rowOf(change: Change, index: number, adjusted: number | null, evidence: Evidence): Row {
  const { measure, perDay, before, after, tested, untested } = change;
  const { shows, unit } = declared(measure);
  const difference = before === null || after === null ? null : after - before;
  const bases = [baseOf(measure, evidence, 'before'), baseOf(measure, evidence, 'after')] as const;
  return {
    measure: perDay ? perDayId(measure.id) : measure.id,
    measure_order: index + 1,
    shows: perDay && shows === 'integer' ? 'number' : shows,
    unit: unit ?? null,
    before,
    after,
    difference,
    relative_difference: difference === null || before === null || before === 0 ? null : difference / Math.abs(before),
    n_before: bases[0],
    n_after: bases[1],
    low: tested?.low ?? null,
    high: tested?.high ?? null,
    p: tested?.p ?? null,
    p_adjusted: adjusted,
    verdict: tested === null ? untested : verdictOf(adjusted, bases),
    test: tested === null || tested.p === null ? null : tested.test,
  };
}

function verdictOf(p: number | null, bases: readonly number[]): Verdict {
  if (p !== null && p < level) return 'more_than_chance';
  return p === null || Math.min(...bases) < leastBase ? 'cannot_tell' : 'within_chance';
}

/** What the figure rests on: the trials of a rate, the events or customers that are counted, else the customers who bought. */
function baseOf({ id, test }: Measure, { totals }: Evidence, side: Side): number {
  const counted = id === 'purchase_days' || id === 'new_customers';
  const column = test.kind === 'rate' ? test.trials : counted ? id : 'customers';
  return Number(totals[side][column] ?? 0);
}

function valueOf({ totals }: Evidence, side: Side, column: string): number | null {
  const value = totals[side][column];
  return typeof value === 'number' ? value : null;
}

function divided(value: number | null, days: number): number | null {
  return value === null ? null : value / days;
}

/** Title and unit of a row by its id. */
export function measureOf(id: string): { readonly id: string; readonly perDay: boolean } {
  const base = dividedByDays(id);
  return base === null ? { id, perDay: false } : { id: base, perDay: true };
}
