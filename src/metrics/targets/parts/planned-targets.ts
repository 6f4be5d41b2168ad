import { type Sql, sql } from '../../../engine/sql.ts';

/** Targets with the team and the manager of their reps, and their parents by the names of the list of reps; in their order. */
export function plannedTargets(): Sql {
  return sql`
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
}
