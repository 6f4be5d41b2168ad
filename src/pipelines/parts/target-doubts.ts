import { sql } from '../../engine/sql.ts';
import type { ViewContext } from '../../views/context.ts';
import { type Note, noteOf } from '../../views/notes.ts';
import { missingUnits } from './missing-units.ts';
import { targetNotes } from './target-notes.ts';

/**
 * Why the attainment of targets may be missing or wrong: owners that match nobody, and a unit that the file does not say. Reads target_rows,
 * target_actuals and sales_days. Empty where nothing is in doubt.
 */
export async function targetDoubts({ engine }: Pick<ViewContext, 'engine'>): Promise<Note[]> {
  const units = await missingUnits({ engine });
  return [...(await unknownOwners({ engine })), ...units.map((unit) => noteOf(targetNotes, 'target-unit-doubtful', unit))];
}

async function unknownOwners({ engine }: Pick<ViewContext, 'engine'>): Promise<Note[]> {
  const owners = await engine.rows<{ owner: string; unknown: number }>(sql`
    select owner, count(*) filter (where rows.scope = 'unknown' and not actuals.is_rolled_up) as unknown
    from target_rows as rows
    inner join target_actuals as actuals on actuals.target_order = rows.target_order
    where owner is not null
    group by owner
    order by owner`);
  const unknown = owners.filter((row) => row.unknown > 0);
  const [first] = unknown;
  return first === undefined
    ? []
    : [noteOf(targetNotes, 'target-owners-unknown', { n: unknown.length, all: owners.length, owner: first.owner })];
}
