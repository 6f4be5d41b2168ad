import { type Sql, sql } from '../../../engine/sql.ts';

/** Targets with the team and the manager of their reps, and their parents by the names of the list of reps; in their order. */
export function plannedTargets(): Sql {
  return sql`
    with people as (select rep, max(team) as team, max(manager) as manager from rep_names group by rep)
    select targets.*, coalesce(parents.rep, targets.parent) as parent_name, people.team, people.manager
    from target_rows as targets
    left join people on people.rep = targets.scope_key and targets.scope in ('rep', 'manager')
    left join rep_names as parents on parents.key = targets.parent
    order by targets.target_order`;
}
