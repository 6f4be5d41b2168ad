import { groupedBy } from '../../../lib/groups.ts';
import { createRandom } from '../../../lib/random.ts';
import { testEqualRates } from '../../../stats/equal-rates-test.ts';
import { holm } from '../../../stats/multiple-tests.ts';
import { compareProportions, expectsFew, type Proportion, type ProportionComparison } from '../../../stats/proportions.ts';
import { incidenceAt } from '../../../stats/survival/aalen-johansen.ts';
import { compareIncidences, effectiveProportion, wholeProportion } from '../../../stats/survival/compare-incidence.ts';
import type { LeadGroup } from './lead-groups.ts';
import { conversionCurve, isDated, others, type TimedOutcomes } from './timed-outcomes.ts';

/** What can be said of a group against all other leads. */
export type GroupVerdict = 'above' | 'below' | 'no_difference' | 'too_few' | 'too_young' | 'undated';

/** By what groups are compared: the share converted by an age, or where the dates are missing the share of all, old and young alike. */
export type GroupMeasure = 'incidence' | 'rate';

export interface ComparedGroup {
  /** Of the others; null where it does not exist. */
  readonly others: number | null;
  readonly comparison: ProportionComparison | null;
  /** For all groups of the dimension (Holm). */
  readonly adjusted: number | null;
  /** That the groups of the dimension are alike, adjusted for the dimensions (Holm); null where that cannot be told. */
  readonly alike: number | null;
  readonly verdict: GroupVerdict;
}

const significant = 0.05;

export function measureOf(all: TimedOutcomes): GroupMeasure {
  return isDated(all) ? 'incidence' : 'rate';
}

/**
 * Each group against all other leads at this age, in the order given. A group is called different where the groups of its dimension are not
 * all alike and the group differs from the others: so that where no dimension matters, any is called different in at most 5% of cases.
 */
export function compareGroups(all: TimedOutcomes, groups: readonly LeadGroup[], age: number): readonly ComparedGroup[] {
  const measure = measureOf(all);
  const found = groups.map((group) => ({
    dimension: group.dimension,
    ...(measure === 'incidence' ? atAge(all, group, age) : ofAll(all, group)),
  }));
  const dimensions = [...groupedBy(found, ({ dimension }) => dimension).values()];
  const alike = holm(dimensions.map(equalRates));
  const compared = new Map(
    dimensions.flatMap((members, index) => {
      const adjusted = holm(members.map(({ comparison }) => comparison?.p ?? null));
      return members.map((member, place) => [member, judged(member, adjusted[place] ?? null, alike[index] ?? null)] as const);
    }),
  );
  return found.map((each) => compared.get(each)!);
}

/** Chance decides on the last digits only; with the same seed they are the same every night. */
const seed = 13;

function equalRates(members: readonly Found[]): number | null {
  const units = members.flatMap(({ own }) => (own === null ? [] : [wholeProportion(own)]));
  return testEqualRates(units, createRandom(seed, 'equal rates'))?.p ?? null;
}

interface Found {
  /** Leads and conversions that the figure of the group stands for; null where there is none. */
  readonly own: Proportion | null;
  readonly others: number | null;
  readonly comparison: ProportionComparison | null;
  /** Whether fewer than five conversions (or leads without one) are expected, so that hardly any difference would show. */
  readonly few: boolean;
  /** Why there is no comparison. */
  readonly unknown: 'too_young' | 'undated';
}

function atAge(all: TimedOutcomes, { outcomes }: LeadGroup, age: number): Found {
  const [curve, restCurve] = [conversionCurve(outcomes), conversionCurve(others(all, outcomes))];
  const [at, restAt] = [curve && incidenceAt(curve, age), restCurve && incidenceAt(restCurve, age)];
  const [own, rest] = [at && effectiveProportion(at), restAt && effectiveProportion(restAt)];
  return {
    own,
    others: restAt?.value ?? null,
    comparison: compareIncidences(restAt, at),
    few: own !== null && rest !== null && expectsFew(own, rest),
    unknown: curve === null || restCurve === null ? 'undated' : 'too_young',
  };
}

/** Months and batches are ages themselves: without dates they cannot be compared. */
const byTime: ReadonlySet<string> = new Set(['month', 'batch']);

function ofAll(all: TimedOutcomes, { dimension, outcomes }: LeadGroup): Found {
  const share = ({ converted, leads }: TimedOutcomes): Proportion => ({ successes: converted, trials: leads });
  const [own, rest] = [share(outcomes), share(others(all, outcomes))];
  if (byTime.has(dimension)) return { own: null, others: null, comparison: null, few: false, unknown: 'undated' };
  return {
    own,
    others: rest.trials === 0 ? null : rest.successes / rest.trials,
    comparison: compareProportions(rest, own),
    few: expectsFew(own, rest),
    unknown: 'undated',
  };
}

function judged({ others: rest, comparison, few, unknown }: Found, adjusted: number | null, alike: number | null): ComparedGroup {
  const told = { others: rest, comparison, adjusted, alike };
  if (comparison === null || adjusted === null) return { ...told, verdict: unknown };
  if (adjusted <= significant && alike !== null && alike <= significant)
    return { ...told, verdict: comparison.difference > 0 ? 'above' : 'below' };
  return { ...told, verdict: few ? 'too_few' : 'no_difference' };
}
