import { type Sql, sql } from '../../engine/sql.ts';
import { addDays, type IsoDate, type Period } from '../../lib/dates.ts';
import { groupedBy } from '../../lib/groups.ts';
import type { Row } from '../../lib/rows.ts';
import { onceARun } from '../once-a-run.ts';
import { type Outlook, outlooksOf, type Scope, type Test } from './outlook.ts';
import { rateMetrics } from './rate-metrics.ts';
import { monthsOfYear, type Window } from './windows.ts';

/** Why a running goal has no forecast: a month of it of which the files hold nothing, too few windows before, a rep who has left, a past in which the run-rate was nearer. */
export const withheldFor = ['gap', 'short', 'left', 'farther'] as const;

/** Forecasts this many times as far off as the run-rate are farther off, where so many were tested. */
export const clearlyFarther = 1.1;
const leastTests = 4;

/** Less than so much of the usual size is no difference. */
const leastDifference = 0.05;

/** A goal that is running, and what it will come to. */
export interface GoalOutlook {
  readonly goal: number;
  readonly withheld: (typeof withheldFor)[number] | null;
  readonly target: number | null;
  readonly outlook: Outlook;
}

const goals: Sql = sql`
  with broken as (
    select goals.goal_order
    from target_goals as goals
    inner join target_gaps as gaps on gaps.metric = goals.metric and gaps.month_end >= goals.period_start and gaps.month <= goals.period_end
    group by goals.goal_order
  )
  select
    goals.goal_order, goals.reach, goals.metric, goals.scope, goals.period_start, goals.period_end, goals.actual, goals.target, goals.ambition,
    attained.time_progress, attained.has_left, broken.goal_order is not null as has_gap
  from target_goals as goals
  inner join target_attainment as attained on attained.goal_order = goals.goal_order
  left join broken on broken.goal_order = goals.goal_order
  where not goals.is_over and not goals.is_rolled_up and goals.actual is not null and goals.metric not in ${rateMetrics}
    and (goals.metric <> 'customers' or goals.targets = 1)
  order by goals.goal_order`;

const sameWindows = ['metric', 'period_start', 'period_end'] as const;

/** Goals of a metric and period have the same windows. */
const windows: Sql = sql`
  select
    goals.metric, goals.period_start, goals.period_end, courses.window_from, courses.window_to, courses.cut, courses.share
  from target_courses as courses
  inner join target_goals as goals on goals.goal_order = courses.goal_order
  group by goals.metric, goals.period_start, goals.period_end, courses.window_from, courses.window_to, courses.cut, courses.share
  order by courses.window_from`;

const courses: Sql = sql`select goal_order, so_far, total from target_courses order by goal_order, window_from`;

/** Outlooks of all goals that are running, once a run; owners of one kind, metric and period learn from one another. */
export const goalOutlooks = onceARun<IsoDate | null, GoalOutlook[]>(String, async (read, asOf) => {
  if (asOf === null) return [];
  const windowsOf = groupedBy(await read(windows), nameOf(...sameWindows));
  const coursesOf = groupedBy(await read(courses), goalOf);
  const kinds = groupedBy(await read(goals), nameOf('reach', 'scope', 'ambition', ...sameWindows));
  return [...kinds.values()].flatMap((rows) => {
    const period = periodOf(rows[0]!);
    const outlooks = outlooksOf({
      windows: (windowsOf.get(nameOf(...sameWindows)(rows[0]!)) ?? []).map(windowOf),
      now: { ...period, cut: asOf },
      monthsOfYear: monthsOfYear(period),
      scopes: rows.map((row) => scopeOf(row, coursesOf.get(goalOf(row)) ?? [])),
    });
    const farther = areFarther(outlooks.flatMap(({ tests }) => tests));
    return rows.map((row, index) => goalOutlook(row, outlooks[index]!, farther));
  });
});

/** By which goals are alike. */
function nameOf(...columns: readonly string[]): (row: Row) => string {
  return (row) => columns.map((name) => row[name]).join(' ');
}

function goalOf(row: Row): number {
  return Number(row['goal_order']);
}

/** Whether forecasts of a kind, made as early as these, were farther off in the past than the straight run-rate. */
function areFarther(tests: readonly Test[]): boolean {
  const both = tests.flatMap(({ forecast, runRate, total, usual }) =>
    runRate === null ? [] : [{ own: Math.abs(forecast - total) / usual, plain: Math.abs(runRate - total) / usual }],
  );
  const [own, plain] = [both.reduce((sum, each) => sum + each.own, 0), both.reduce((sum, each) => sum + each.plain, 0)];
  return both.length >= leastTests && own > clearlyFarther * plain && own - plain > leastDifference * both.length;
}

function goalOutlook(row: Row, outlook: Outlook, areFartherOff: boolean): GoalOutlook {
  const withheld = withheldOf(row, outlook, areFartherOff);
  return {
    goal: goalOf(row),
    withheld,
    target: row['target'] as number | null,
    outlook: withheld === null ? outlook : without(outlook, withheld),
  };
}

function withheldOf(row: Row, { forecast }: Outlook, areFartherOff: boolean): GoalOutlook['withheld'] {
  if (row['has_left'] === true) return 'left';
  if (row['has_gap'] === true) return 'gap';
  if (forecast === null) return 'short';
  return areFartherOff ? 'farther' : null;
}

/** The run-rate stands where the figures so far are whole and go on. */
function without(outlook: Outlook, withheld: NonNullable<GoalOutlook['withheld']>): Outlook {
  const runRate = withheld === 'gap' || withheld === 'left' ? null : outlook.runRate;
  return { ...outlook, forecast: null, runRate, low: null, high: null, chance: () => null };
}

function periodOf(row: Row): Period {
  return { from: row['period_start'] as IsoDate, to: addDays(row['period_end'] as IsoDate, 1) };
}

function windowOf(row: Row): Window {
  return {
    from: row['window_from'] as IsoDate,
    to: row['window_to'] as IsoDate,
    cut: row['cut'] as IsoDate,
    share: Number(row['share']),
  };
}

function scopeOf(row: Row, past: readonly Row[]): Scope {
  return {
    soFar: Float64Array.from(past, (course) => Number(course['so_far'])),
    total: Float64Array.from(past, (course) => Number(course['total'])),
    now: { share: Number(row['time_progress']), soFar: Number(row['actual']) },
  };
}
