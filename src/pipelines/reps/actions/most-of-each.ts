import { join, type Sql, sql } from '../../../engine/sql.ts';
import type { ResultRow } from '../../../result/result.ts';
import type { Action, ActionInput, Found } from './action.ts';

interface Asked {
  /** A query with the columns `rep` and `subject_id`. */
  readonly from: Sql;
  /** What its rows are ranked by, the largest first; null last. */
  readonly value: Sql;
  /** How long they have waited: of those alike in value the longest first; null last. */
  readonly waited?: Sql;
  readonly wanted: readonly string[];
}

/** Of each rep under review the rows that it can work on, and those that are wanted in any case; `further` counts the rest of the rep. */
export function mostOfEach({ people, most }: Pick<ActionInput, 'people' | 'most'>, { from, value, waited = sql`0`, wanted }: Asked): Sql {
  const again = wanted.length === 0 ? sql`false` : sql`subject_id in (${join(wanted.map((id) => sql`${id}`))})`;
  return sql`
    with found as (${from}),
    ranked as (
      select
        found.*,
        row_number() over (partition by rep order by ${value} desc nulls last, ${waited} desc nulls last, subject_id) as turn,
        count(*) over (partition by rep) as of_rep
      from found
      where rep <> '' and ${people.chosen(sql`rep`)}
    )
    select ranked.*, case when turn = 1 then greatest(of_rep - ${most}, 0) else 0 end as further
    from ranked
    where turn <= ${most} or ${again}
    order by rep, turn`;
}

/** The rows of such a query as actions. */
export function foundOf(rows: readonly ResultRow[], actionOf: (row: ResultRow) => Action): Found {
  return { actions: rows.map(actionOf), further: rows.reduce((sum, row) => sum + Number(row['further']), 0) };
}
