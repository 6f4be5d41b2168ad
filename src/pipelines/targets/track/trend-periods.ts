import type { IsoDate } from '../../../lib/dates.ts';
import { groupedBy } from '../../../lib/groups.ts';
import { type DatedTarget, finest, lengthOf } from '../../../metrics/targets/parts/picked-targets.ts';

/** A target of a level with what was reached of it. */
export interface TrendTarget extends DatedTarget {
  readonly target: number | null;
  readonly actual: number | null;
  /** Denominator of a rate. */
  readonly base: number | null;
  readonly isOver: boolean;
}

export interface TrendPeriod {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly target: number | null;
  /** Null where that of one of the targets cannot be told: a part is not the whole. */
  readonly actual: number | null;
  readonly isOver: boolean;
}

/**
 * One row a period, oldest first: of each owner the finest targets, in the periods of the owner whose are longest, so that the months of one and
 * the quarter of another stand together. Rates are weighed by their bases; what does not add up is there of one target alone.
 */
export function trendPeriods(targets: readonly TrendTarget[], adds: 'sum' | 'rate' | 'alone'): TrendPeriod[] {
  const owners = [...groupedBy(targets, ({ whose }) => whose).values()].map((own) => finest(own) as TrendTarget[]);
  const length = Math.max(...owners.map((own) => Math.min(...own.map(lengthOf))));
  const kept = owners.flat();
  const spans = new Map(
    kept.filter((target) => lengthOf(target) === length).map(({ from, to }) => [`${from} ${to}`, { from, to }] as const),
  );
  return [...spans.values()]
    .toSorted((one, other) => (one.from < other.from ? -1 : 1))
    .map(({ from, to }) =>
      periodOf(
        { from, to },
        kept.filter((target) => target.from >= from && target.to <= to),
        adds,
      ),
    );
}

function periodOf(
  { from, to }: Pick<TrendPeriod, 'from' | 'to'>,
  inside: readonly TrendTarget[],
  adds: 'sum' | 'rate' | 'alone',
): TrendPeriod {
  const given = inside.filter(({ target }) => target !== null);
  const compared = given.length > 0 ? given : inside;
  const isOver = inside.every((target) => target.isOver);
  const targets = given.map(({ target }) => target!);
  const sum = (values: readonly number[]): number | null =>
    values.length === 0 ? null : values.reduce((total, value) => total + value, 0);
  if (adds === 'sum') {
    const actuals = compared.map(({ actual }) => actual);
    return { from, to, isOver, target: sum(targets), actual: actuals.includes(null) ? null : sum(actuals as number[]) };
  }
  const [only] = compared;
  if (compared.length === 1) return { from, to, isOver, target: only!.target, actual: only!.actual };
  const told = compared.filter(({ actual, base }) => actual !== null && base !== null && base > 0);
  if (adds === 'alone' || told.length === 0) return { from, to, isOver, target: null, actual: null };
  const base = sum(told.map((each) => each.base!))!;
  return {
    from,
    to,
    isOver,
    target: targets.length === 0 ? null : sum(targets)! / targets.length,
    actual: sum(told.map((each) => each.actual! * each.base!))! / base,
  };
}
