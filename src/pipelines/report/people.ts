import type { Engine } from '../../engine/engine.ts';
import { withTables } from '../../engine/scope.ts';
import { sql } from '../../engine/sql.ts';
import { fieldsFor, metrics } from '../../metrics/registry.ts';
import { runMetrics } from '../../metrics/runner.ts';

/** Somebody of whom a report can be made. */
export interface Person {
  readonly name: string;
  /** As the list of reps says; several where reps of several teams have the name. */
  readonly teams: readonly string[];
  /** In the same way. */
  readonly managers: readonly string[];
  /** The reps of the list who have the name, where there are several: by number, and whether other files use it, so that it can be told which rows are whose. */
  readonly namesakes: readonly { readonly id: string; readonly isTold: boolean }[];
}

/** Canonical fields that `peopleOf` reads. */
export function peopleFields(): Set<string> {
  return new Set([...fieldsFor(['rep_people']), 'leads.owner']);
}

/** Everybody whom the list of reps has, or who sold, owns customers, leads or deals, or called; by name. */
export async function peopleOf(engine: Engine, available: ReadonlySet<string>): Promise<Person[]> {
  return withTables(engine, async (own) => {
    await runMetrics({ engine: own, metrics: ['rep_people'], registry: metrics, parameters: {}, available });
    const listed = await own.rows<{ rep: string }>(sql`select rep from rep_people`);
    const others = await own.rows<{ rep: string }>(sql`
      select owner as rep from leads where owner is not null and owner not in (select key from rep_names) group by owner`);
    const listings = await own.rows<{ rep: string; team: string | null; manager: string | null }>(sql`
      select coalesce(name, rep_id, other_id) as rep, team, manager from reps order by 1, 2, 3`);
    const shared = await own.rows<{ name: string; id: string; told: boolean }>(sql`
      with named as (select name from reps where name is not null group by name having count(distinct rep_id) > 1),
      told as (
        select rep as id from orders union select owner as id from customers union select owner as id from leads
        union select rep as id from opportunities union select rep as id from activities
      )
      select reps.name, reps.rep_id as id, told.id is not null as told
      from reps
      join named on named.name = reps.name
      left join told on told.id = reps.rep_id
      where reps.rep_id is not null
      group by reps.name, reps.rep_id, told.id
      order by reps.name, reps.rep_id`);
    return [...new Set([...listed, ...others].map(({ rep }) => rep))].toSorted().map((name) => ({
      name,
      teams: [...new Set(listings.flatMap(({ rep, team }) => (rep === name && team !== null ? [team] : [])))],
      managers: [...new Set(listings.flatMap(({ rep, manager }) => (rep === name && manager !== null ? [manager] : [])))],
      namesakes: shared.flatMap((rep) => (rep.name === name ? [{ id: rep.id, isTold: rep.told }] : [])),
    }));
  });
}
