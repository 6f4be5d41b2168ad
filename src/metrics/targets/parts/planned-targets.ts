import { type Sql, sql } from '../../../engine/sql.ts';
import { onceARun } from '../../../forecast/once-a-run.ts';
import type { Row } from '../../../lib/rows.ts';
import { type PlannedTarget, plannedTarget, type SumGroup, sumGroups } from './sum-groups.ts';

/** Targets with the team and the manager of their reps, and their parents by the names of the list of reps; in their order. */
const plannedTargets: Sql = sql`
  with people as (select rep as scope_key, max(team) as team, max(manager) as manager from rep_names group by rep),
  parents as (select key as parent, rep as parent_rep from rep_names)
  select
    targets.*, coalesce(parents.parent_rep, targets.parent) as parent_name,
    case when targets.scope in ('rep', 'manager') then people.team end as team,
    case when targets.scope in ('rep', 'manager') then people.manager end as manager
  from target_rows as targets
  left join people on people.scope_key = targets.scope_key
  left join parents on parents.parent = targets.parent
  order by targets.target_order`;

/** Every target, as it is in the file and as it is compared, and which of them are to add up to which. */
export interface PlannedSums {
  readonly targets: readonly { readonly row: Row; readonly target: PlannedTarget }[];
  readonly groups: readonly SumGroup[];
}

/** Of all targets, by the tolerance of sums: once for the metrics of a run. */
export const plannedSums = onceARun<number, PlannedSums>(String, async (rows, tolerance) => {
  const targets = (await rows(plannedTargets)).map((row) => ({ row, target: plannedTarget(row) }));
  const groups = sumGroups(
    targets.map(({ target }) => target),
    tolerance,
  );
  return { targets, groups };
});
