import { onceARun } from '../../../forecast/once-a-run.ts';
import type { Read } from '../../../forecast/read.ts';
import { fitBounds, type GivenUp, type SplitNode, type SplitPart, splitTree } from '../../../forecast/targets/split-tree.ts';
import { sumOf } from '../../../forecast/targets/season.ts';
import { addDays, addMonths, type IsoDate } from '../../../lib/dates.ts';
import type { WorkingCalendar } from '../../../lib/working-calendar.ts';
import { apportion } from '../../../stats/apportion.ts';
import type { SplitUnit } from '../../choices.ts';
import type { TargetSplit } from '../../target-parameter.ts';
import { lastOf, type SalesHistory } from './history.ts';
import { monthShares, type MonthShares } from './month-shares.ts';
import { type Plan, readPlan } from './plan.ts';
import { scaleOf } from './steps.ts';
import { type Owner, productTree, repTree } from './trees.ts';
import { readWeights } from './weights.ts';

interface Settings {
  readonly asOf: IsoDate;
  readonly split: TargetSplit;
  readonly calendar: WorkingCalendar;
}

export const ambitions = ['base', 'stretch', 'challenge'] as const;

export type Ambition = (typeof ambitions)[number];

/** What one owner gets in each month, in whole units. */
export interface OwnerTargets {
  readonly owner: Owner;
  readonly values: readonly number[];
  /** What the months brought when they were last over; null where that is not known. */
  readonly baselines: readonly (number | null)[];
}

export interface Split {
  readonly plan: Plan;
  /** Of each ambition that is asked for, the company first, each before what it is made of. */
  readonly targets: ReadonlyMap<Ambition, readonly OwnerTargets[]>;
  /** Bounds that had to be given up for the target itself, and what all may have together. */
  readonly givenUp: GivenUp | null;
  readonly room: { readonly least: number; readonly most: number } | null;
  readonly conflicts: readonly Owner[];
}

export const readSplit = onceARun(({ asOf, split, calendar }: Settings) => JSON.stringify([asOf, split, calendar]), makeSplit);

async function makeSplit(read: Read, settings: Settings): Promise<Split | null> {
  const { split, calendar, asOf } = settings;
  const plan = await readPlan(read, { asOf, split });
  if (plan === null) return null;
  const weights = await readWeights(read, { asOf, split });
  const shares = await monthShares(plan, split, calendar);
  const scale = scaleOf([plan.step, plan.value, ...plan.spans.map(({ value }) => value)]);
  const step = Math.max(1, Math.round(plan.step * scale));
  const amounts = { ...amountsOf(plan, shares, scale, step), step };
  const reps = fitBounds(repTree(weights, split, { plan, toSteps: (value) => (value * scale) / step }), sumOf(amounts.steps));
  const products = productTree(weights, { plan, split, seasonal: plan.season === 'learned' });
  const base = [
    { of: companyOwner, values: amounts.steps.map((count, month) => count * step + amounts.rests[month]!) },
    ...splitTree(reps.nodes, amounts),
    ...splitTree(products, amounts),
  ];
  const made = new Map<Ambition, readonly SplitPart<Owner>[]>([['base', base]]);
  let below = base;
  for (const [ambition, factor] of raises(split)) {
    below = raised({ base, below, factor, step }, [reps.nodes, products]);
    made.set(ambition, below);
  }
  const baselineOf = baselines(plan, weights);
  const targets = new Map(
    ambitions.flatMap((ambition) => {
      const parts = made.get(ambition);
      if (parts === undefined) return [];
      return [
        [ambition, parts.map(({ of, values }) => ({ owner: of, values: values.map((value) => value / scale), baselines: baselineOf(of) }))],
      ] as const;
    }),
  );
  const size = step / scale;
  const room = reps.nodes.length === 0 ? null : { least: reps.room.least * size, most: reps.room.most * size };
  return { plan, targets, givenUp: reps.givenUp, room, conflicts: reps.conflicts };
}

const companyOwner: Owner = { level: 'company', owner: '', parent: null, members: [], bounds: null };

/** The number of each month in whole steps, and what is left of it. */
function amountsOf({ months, spans }: Plan, { used }: MonthShares, scale: number, step: number): { steps: number[]; rests: number[] } {
  const steps = months.map(() => 0);
  const rests = months.map(() => 0);
  for (const { months: own, value } of spans) {
    const units = Math.round(value * scale);
    const places = own.map((month) => months.indexOf(month));
    const parts = apportion(
      Math.floor(units / step),
      places.map((place) => used[place]!),
    );
    for (const [index, place] of places.entries()) steps[place]! += parts[index]!;
    rests[places[parts.indexOf(Math.max(...parts))]!]! += units % step;
  }
  return { steps, rests };
}

/** Ambitions beyond the target, the least first. */
function raises({ stretch, challenge }: TargetSplit): (readonly [Ambition, number])[] {
  const asked = [['stretch', stretch] as const, ['challenge', challenge] as const];
  return asked
    .flatMap(([ambition, factor]) => (factor === null ? [] : [[ambition, factor] as const]))
    .toSorted(([, one], [, other]) => one - other);
}

interface Raise {
  readonly base: readonly SplitPart<Owner>[];
  /** The ambition below. */
  readonly below: readonly SplitPart<Owner>[];
  readonly factor: number;
  readonly step: number;
}

/** So many times the target: what that is more than the ambition below is split as the target is and added, so that nobody has less in any month. */
function raised({ base, below, factor, step }: Raise, forests: readonly (readonly SplitNode<Owner>[])[]): SplitPart<Owner>[] {
  const [company, known] = [base[0]!.values, below[0]!.values];
  const more = Math.max(0, Math.round((sumOf(company) * factor - sumOf(known)) / step));
  const steps = apportion(more, company);
  const rests = steps.map(() => 0);
  const of = new Map(base.map((part) => [part.of, part.values]));
  const parts = forests.flatMap((nodes) =>
    splitTree(
      nodes.map((node) => asSplit(node, of)),
      { steps, rests, step },
    ),
  );
  const extra = [steps.map((count) => count * step), ...parts.map(({ values }) => values)];
  return below.map(({ of: owner, values }, index) => ({ of: owner, values: values.map((value, month) => value + extra[index]![month]!) }));
}

/** The same node, weighed by what it has got. */
function asSplit(node: SplitNode<Owner>, values: ReadonlyMap<Owner, readonly number[]>): SplitNode<Owner> {
  const own = values.get(node.of)!;
  return {
    of: node.of,
    weight: sumOf(own),
    bounds: { least: 0, most: Infinity },
    season: node.season === null ? null : own,
    children: node.children.map((child) => asSplit(child, values)),
  };
}

/** What the months brought to an owner when they were last over: to a team what they brought to its reps. */
function baselines({ months, history }: Plan, weights: Awaited<ReturnType<typeof readWeights>>): (owner: Owner) => (number | null)[] {
  const reps = new Map<string, string[]>();
  for (const { level, owner, parent } of weights)
    if (level === 'rep' && parent !== null) reps.set(parent, [...(reps.get(parent) ?? []), owner]);
  const series = (level: string, owner: string, past: SalesHistory): number[][] =>
    level === 'team' ? (reps.get(owner) ?? []).map((rep) => [...past.of('rep', rep)]) : [[...past.of(level, owner)]];
  return ({ level, owner }) => {
    if (history === null) return months.map(() => null);
    const own = series(level, owner, history);
    return months.map((month) => {
      const values = own.map((each) => lastOf(month, history, each));
      return values.length === 0 || values.includes(null) ? null : sumOf(values as number[]);
    });
  };
}

const monthsOf: Readonly<Record<SplitUnit, number>> = { month: 1, quarter: 3, year: 12 };

/** The months of each period of the targets: first and last day, and from which month to before which. */
export function periodsOf(months: readonly IsoDate[], each: SplitUnit): { start: IsoDate; end: IsoDate; from: number; to: number }[] {
  const length = monthsOf[each];
  const ends = (index: number): boolean => Number(months[index]!.slice(5, 7)) % length === 0 || index === months.length - 1;
  const periods = [];
  let from = 0;
  for (const index of months.keys())
    if (ends(index)) {
      periods.push({ start: months[from]!, end: addDays(addMonths(months[index]!, 1), -1), from, to: index + 1 });
      from = index + 1;
    }
  return periods;
}
