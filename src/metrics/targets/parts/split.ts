import { onceARun } from '../../../forecast/once-a-run.ts';
import type { Read } from '../../../forecast/read.ts';
import { fitBounds, type GivenUp, splitTree } from '../../../forecast/targets/split-tree.ts';
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
  const factors = { base: 1, stretch: split.stretch, challenge: split.challenge };
  const asked = ambitions.filter((ambition) => factors[ambition] !== null);
  const scale = scaleOf([plan.step, plan.value, ...plan.spans.map(({ value }) => value)]);
  const step = Math.max(1, Math.round(plan.step * scale));
  const made = asked.map((ambition) => {
    const factor = factors[ambition]!;
    const amounts = { ...amountsOf(plan, shares, { factor, scale, step }), step };
    const toSteps = (value: number): number => (value * scale * factor) / step;
    const reps = fitBounds(repTree(weights, split, { plan, toSteps }), sumOf(amounts.steps));
    const products = fitBounds(productTree(weights, { plan, split, seasonal: plan.season === 'learned' }), sumOf(amounts.steps));
    const parts = [...splitTree(reps.nodes, amounts), ...splitTree(products.nodes, amounts)];
    const company = amounts.steps.map((count, month) => count * step + amounts.rests[month]!);
    return { ambition, reps, step: step / scale, parts: [{ of: companyOwner, values: company }, ...parts] };
  });
  const baselineOf = baselines(plan, weights);
  const targets = new Map(
    made.map(({ ambition, parts }) => [
      ambition,
      parts.map(({ of, values }) => ({ owner: of, values: values.map((value) => value / scale), baselines: baselineOf(of) })),
    ]),
  );
  const { reps, step: size } = made[0]!;
  const room = reps.nodes.length === 0 ? null : { least: reps.room.least * size, most: reps.room.most * size };
  return { plan, targets, givenUp: reps.givenUp, room, conflicts: reps.conflicts };
}

const companyOwner: Owner = { level: 'company', owner: '', parent: null, members: [], bounds: null };

/** The number of each month in whole steps, and what is left of it. */
function amountsOf(
  { months, spans }: Plan,
  { used }: MonthShares,
  { factor, scale, step }: { readonly factor: number; readonly scale: number; readonly step: number },
): { steps: number[]; rests: number[] } {
  const steps = months.map(() => 0);
  const rests = months.map(() => 0);
  for (const { months: own, value } of spans) {
    // More than the target is whole steps: it is a factor that nobody meant to the last unit.
    const units = factor === 1 ? Math.round(value * scale) : Math.round((value * scale * factor) / step) * step;
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
