import { type Sql, sql } from '../../engine/sql.ts';
import { addDays, type IsoDate } from '../../lib/dates.ts';
import { groupedBy } from '../../lib/groups.ts';
import type { Row } from '../../lib/rows.ts';
import { onceARun } from '../once-a-run.ts';
import type { Course } from './estimates.ts';
import { type Outlook, outlooksOf, type Scope, type Test } from './outlook.ts';
import { rateMetrics } from './rate-metrics.ts';
import { monthsOfYear } from './windows.ts';

/** Why a running goal has no forecast: a month of it of which the files hold nothing, too few windows before, a rep who has left. */
export const withheldFor = ['gap', 'short', 'left'] as const;

/** A goal that is running, and what it will come to. */
export interface GoalOutlook {
  readonly goal: number;
  readonly withheld: (typeof withheldFor)[number] | null;
  readonly target: number | null;
  readonly outlook: Outlook;
  readonly tests: readonly Test[];
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

/** Outlooks of all goals that are running, once a run; owners of one kind, metric and period learn from one another. */
export const goalOutlooks = onceARun<IsoDate | null, GoalOutlook[]>(String, async (read, asOf) => {
  if (asOf === null) return [];
  const courses = groupedBy(await read(sql`select * from target_courses order by goal_order, window_from`), (row) =>
    Number(row['goal_order']),
  );
  const running = await read(goals);
  const kinds = groupedBy(running, (row) =>
    ['reach', 'metric', 'scope', 'ambition', 'period_start', 'period_end'].map((name) => row[name]).join(' '),
  );
  return [...kinds.values()].flatMap((rows) => ofKind(rows, courses, asOf));
});

function ofKind(rows: readonly Row[], courses: ReadonlyMap<number, readonly Row[]>, asOf: IsoDate): GoalOutlook[] {
  const period = periodOf(rows[0]!);
  const scopes = rows.map((row): Scope => {
    const past = (courses.get(Number(row['goal_order'])) ?? []).map(courseOf);
    const first = past.findIndex(({ total }) => total !== 0);
    return {
      id: String(row['goal_order']),
      past: first === -1 ? [] : past.slice(first),
      now: { ...period, cut: asOf, share: Number(row['time_progress']), soFar: Number(row['actual']) },
    };
  });
  const { outlooks, tests } = outlooksOf(scopes, monthsOfYear(period));
  const byScope = groupedBy(tests, ({ scope }) => scope);
  return rows.map((row, index): GoalOutlook => {
    const withheld = withheldOf(row, outlooks[index]!);
    return {
      goal: Number(row['goal_order']),
      withheld,
      target: row['target'] as number | null,
      outlook: withheld === 'gap' || withheld === 'left' ? unknown(outlooks[index]!) : outlooks[index]!,
      tests: byScope.get(String(row['goal_order'])) ?? [],
    };
  });
}

function withheldOf(row: Row, { forecast }: Outlook): GoalOutlook['withheld'] {
  if (row['has_left'] === true) return 'left';
  if (row['has_gap'] === true) return 'gap';
  return forecast === null ? 'short' : null;
}

function unknown(outlook: Outlook): Outlook {
  return { ...outlook, forecast: null, runRate: null, low: null, high: null, chance: () => null };
}

function periodOf(row: Row): { from: IsoDate; to: IsoDate } {
  return { from: row['period_start'] as IsoDate, to: addDays(row['period_end'] as IsoDate, 1) };
}

function courseOf(row: Row): Course {
  return {
    from: row['window_from'] as IsoDate,
    to: row['window_to'] as IsoDate,
    cut: row['cut'] as IsoDate,
    share: Number(row['share']),
    soFar: Number(row['so_far']),
    total: Number(row['total']),
  };
}
