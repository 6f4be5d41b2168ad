import { join, type Sql, sql, trusted } from '../../../engine/sql.ts';
import { onceARun } from '../../../forecast/once-a-run.ts';
import type { Read } from '../../../forecast/read.ts';
import { createRandom } from '../../../lib/random.ts';
import type { Row } from '../../../lib/rows.ts';
import { benjaminiHochberg } from '../../../stats/multiple-tests.ts';
import { apartFromMean, rankGroups, scoreRanks } from '../../../stats/score-ranks.ts';
import { type Composite, compositeOf, type RepUnits, sampledScores, scalesOf, type Weights } from './composite.ts';
import { customerFigures, unitFigures } from './rank-measures.ts';

/** More customers of one rep than this are put into as many groups. */
const mostGroups = 50;

/**
 * What the customers of each rep sum to, in the order of the measures' figures: a row a customer, and of a rep with more than 50 a row a group of
 * them, dealt out by a fixed shuffle of their order (see bootstrapGroups).
 */
function groupedUnits(): Sql {
  return sql`
    with placed as (select rep_units.*, row_number() over (partition by rep order by customer_id) as place from rep_units),
    mixed as (select placed.*, mod(place * 48271, 2147483647) as mix from placed),
    shuffled as (
      select mixed.*, row_number() over (partition by rep order by mod(mix * mix, 2147483647), customer_id) as turn from mixed
    ),
    dealt as (select shuffled.*, mod(turn, ${mostGroups}) as customer_group from shuffled),
    summed as (
      select rep, customer_group, count(*) as customers, ${join(customerFigures.map((figure) => sql`sum(${trusted(figure)}) as ${trusted(figure)}`))}
      from dealt
      group by rep, customer_group
    )
    select rep, customers, ${join(customerFigures.map((figure) => sql`${trusted(figure)}::double precision as ${trusted(`total_${figure}`)}`))}
    from summed
    order by rep, customer_group`;
}

/** The reps with what their customers sum to; who sold nothing and decided no deal in the period is no rep to be ranked. */
export const unitsOf = onceARun<void, ReviewedUnits>(() => '', readUnits);

interface ReviewedUnits {
  readonly ranked: readonly RepUnits[];
  readonly idle: readonly string[];
}

async function readUnits(read: Read): Promise<ReviewedUnits> {
  const targets = await targetsOf(read);
  const byRep = new Map<string, { size: number; groups: Float64Array[] }>();
  for (const row of await read(groupedUnits())) {
    const rep = String(row['rep']);
    const units = byRep.get(rep) ?? { size: 0, groups: [] };
    units.size += Number(row['customers']);
    units.groups.push(Float64Array.from(unitFigures, (figure) => Number(row[`total_${figure}`] ?? 0)));
    byRep.set(rep, units);
  }
  const people = await read(sql`select rep, leads from rep_people order by rep`);
  const names = new Set([...byRep.keys(), ...people.map(({ rep }) => String(rep))]);
  names.delete('');
  const ranked = [...names].toSorted().flatMap((rep) => {
    const units = byRep.get(rep);
    if (units === undefined || !hasResults(units.groups)) return [];
    withTarget(units.groups, targets.get(rep));
    return [{ rep, ...units }];
  });
  const inRank = new Set(ranked.map(({ rep }) => rep));
  return { ranked, idle: [...names].filter((rep) => !inRank.has(rep)).toSorted() };
}

interface Target {
  readonly target: number;
  readonly actual: number;
}

/** Targets of the period above 0 with their actuals, by rep. */
async function targetsOf(read: Read): Promise<ReadonlyMap<string, Target>> {
  const rows = await read(sql`select rep, target, actual from rep_targets where attainment is not null order by rep`);
  return new Map(rows.map((row) => [String(row['rep']), { target: Number(row['target']), actual: Number(row['actual']) }]));
}

const [revenueAt, attainedAt, targetAt] = ['revenue', 'attained', 'target'].map((figure) => unitFigures.indexOf(figure)) as [
  number,
  number,
  number,
];

/**
 * Puts what was attained to the customers who brought it, and an equal part of the target to each group of them: a sample of as many groups has the
 * whole target, and attains what its customers bring.
 */
function withTarget(groups: readonly Float64Array[], given: Target | undefined): void {
  if (given === undefined) return;
  const revenue = groups.reduce((sum, group) => sum + group[revenueAt]!, 0);
  const rest = { actual: given.actual, target: given.target };
  for (const [index, group] of groups.entries()) {
    const isLast = index === groups.length - 1;
    const share = revenue > 0 ? group[revenueAt]! / revenue : 1 / groups.length;
    group[attainedAt] = isLast ? rest.actual : share * given.actual;
    group[targetAt] = isLast ? rest.target : given.target / groups.length;
    rest.actual -= group[attainedAt];
    rest.target -= group[targetAt];
  }
}

const results = ['revenue', 'decided', 'bought_before'].map((figure) => unitFigures.indexOf(figure));

function hasResults(groups: readonly Float64Array[]): boolean {
  return groups.some((group) => results.some((index) => group[index] !== 0));
}

/** One row a rep and measure. */
export function measureRows(ranked: readonly RepUnits[], weights: Weights): Row[] {
  const scales = scalesOf(ranked, weights);
  return ranked.flatMap((units) =>
    compositeOf(units, scales).measured.map(({ measure, value, base, score, weight, middle }, index) => ({
      rep: units.rep,
      measure: measure.id,
      measure_order: index + 1,
      value,
      base,
      median: middle,
      score,
      weight,
    })),
  );
}

/** So many samples of the customers of each rep are drawn; of many reps fewer. */
function samplesFor(ranked: readonly RepUnits[]): number {
  const groups = ranked.reduce((sum, units) => sum + units.groups.length, 0);
  if (groups > 20_000 || ranked.length > 2000) return 199;
  return groups > 4000 ? 999 : 3999;
}

/** Of reps said to differ, at most so many in expectation do not; where all are alike, that somebody is named has at most this chance. */
const falseAlarms = 0.05;

/** One row a rep: the composite, its rank and the range of that, and the group of who cannot be told apart; who has no results has none. */
export function rankRows({ ranked, idle }: ReviewedUnits, weights: Weights, samples = samplesFor(ranked)): Row[] {
  const scales = scalesOf(ranked, weights);
  const scored = ranked
    .map((units) => ({ units, composite: compositeOf(units, scales) }))
    .filter(({ composite }) => composite.score !== null);
  const random = createRandom(14, 'reps');
  const sampled = scored.map(({ units }) => sampledScores(units, scales, { random, samples }));
  const ranges = scoreRanks(sampled, { random });
  const groups = rankGroups(ranges);
  const apart = benjaminiHochberg(apartFromMean(sampled.map(({ score, size }, index) => ({ score, size, error: ranges[index]!.error }))));
  const order = scored.map(({ composite }) => composite).toSorted((one, other) => other.score! - one.score! || compare(one, other));
  const place = new Map(order.map(({ rep }, index) => [rep, index + 1]));
  const middle = (scored.length + 1) / 2;
  const lastGroup = Math.max(...groups);
  const [firstWorst, lastBest] = [Math.min(...ranges.map(({ high }) => high)), Math.max(...ranges.map(({ low }) => low))];
  return [
    ...scored.map(({ units, composite: { rep, score, measured } }, index) => {
      const { low, high, shrunk } = ranges[index]!;
      const isApart = apart[index]! < falseAlarms;
      return {
        rep,
        is_ranked: true,
        rank: place.get(rep)!,
        rank_low: low,
        rank_high: high,
        rank_group: groups[index]!,
        groups: lastGroup,
        score,
        shrunk,
        verdict: !isApart ? 'within' : high < middle && high < lastBest ? 'above' : low > middle && low > firstWorst ? 'below' : 'within',
        customers: units.size,
        measures: measured.length,
      };
    }),
    ...[...idle, ...ranked.map(({ rep }) => rep).filter((rep) => !place.has(rep))].map((rep) => ({ rep, is_ranked: false })),
  ];
}

function compare(one: Composite, other: Composite): number {
  return one.rep < other.rep ? -1 : 1;
}
