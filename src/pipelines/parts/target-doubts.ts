import { sql } from '../../engine/sql.ts';
import type { ViewContext } from '../../views/context.ts';
import { type Note, noteOf } from '../../views/notes.ts';
import { missingUnits } from './missing-units.ts';
import type { Slip } from '../../metrics/targets/parts/units.ts';
import { targetNotes } from './target-notes.ts';
import { whoseText } from './target-words.ts';

/**
 * Why the attainment of targets may be missing or wrong: owners that match nobody, values that the metric cannot have, and a unit that the file does
 * not say. Reads target_rows, target_slips, target_actuals and sales_days. Empty where nothing is in doubt.
 */
export async function targetDoubts({ engine }: Pick<ViewContext, 'engine'>): Promise<Note[]> {
  const units = await missingUnits({ engine });
  return [
    ...(await unknownOwners({ engine })),
    ...(await unusable({ engine })),
    ...units.map((unit) => noteOf(targetNotes, 'target-unit-doubtful', unit)),
  ];
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

async function unusable({ engine }: Pick<ViewContext, 'engine'>): Promise<Note[]> {
  const rows = await engine.rows<{
    owner: string | null;
    metric: string;
    period_start: string | null;
    period_end: string | null;
    value: number;
    slip: Slip;
  }>(sql`
    select rows.owner, rows.metric, rows.period_start, rows.period_end, rows.value::double precision as value, slips.slip
    from target_slips as slips
    inner join target_rows as rows on rows.target_order = slips.target_order
    order by slips.target_order`);
  const [first] = rows;
  if (first === undefined) return [];
  const { metric, value, slip } = first;
  return [noteOf(targetNotes, 'target-values-unusable', { n: rows.length, example: whoseText(first), metric, value, slip })];
}
