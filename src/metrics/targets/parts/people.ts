import { type Sql, sql } from '../../../engine/sql.ts';

/** Leaders of a rep, the nearest first: so many levels of an organisation are followed. */
export const leaderColumns = ['manager', 'manager_2', 'manager_3'] as const;

/** Common table expressions: `names` (who is meant by what is written), `people` (each with team and leaders), `leaders`. */
export const peopleTables: Sql = sql`
  names as (select key as written, rep as seller from rep_names),
  reports as (select rep as seller, max(team) as team, max(manager) as manager from rep_names group by rep),
  second as (select seller as manager, manager as manager_2 from reports where manager is not null),
  third as (select seller as manager_2, manager as manager_3 from reports where manager is not null),
  people as (
    select reports.seller, reports.team, reports.manager, second.manager_2, third.manager_3
    from reports
    left join second on second.manager = reports.manager
    left join third on third.manager_2 = second.manager_2
  ),
  leaders as (select manager as seller from reports where manager is not null group by manager)`;
