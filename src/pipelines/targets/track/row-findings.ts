import { sql } from '../../../engine/sql.ts';
import { type Note, noteOf } from '../../../views/notes.ts';
import { spanOf } from '../../../lib/periods.ts';
import { addDays, type IsoDate } from '../../../lib/dates.ts';
import type { TrackInput } from './run.ts';
import { type Example, rowNoteKinds } from './row-note-kinds.ts';

/** What is doubtful in the rows of the targets, and in the files that they are held against. */
export async function rowNotes(input: TrackInput): Promise<Note[]> {
  return [
    ...(await twice(input)),
    ...(await overlapping(input)),
    ...(await withoutPeriod(input)),
    ...(await mistaken(input)),
    ...(await gaps(input)),
    ...(await partial(input)),
    ...(await untoldParts(input)),
  ];
}

type Owned = {
  readonly n: number;
  readonly owner: string | null;
  readonly period_start: IsoDate;
  readonly period_end: IsoDate;
};

async function twice({ engine }: TrackInput): Promise<Note[]> {
  const rows = await engine.rows<Owned & { kinds: number }>(sql`
    select count(*) as n, max(owner) as owner, min(target_order) as first_order, period_start, period_end, count(distinct value) as kinds
    from target_rows
    where period_start is not null and period_end is not null
    group by level, scope, scope_key, owner, parent, metric, ambition, period_start, period_end
    having count(*) > 1
    order by first_order`);
  const [same, different] = [rows.filter(({ kinds }) => kinds < 2), rows.filter(({ kinds }) => kinds > 1)];
  return [
    ...(same.length === 0 ? [] : [noteOf(rowNoteKinds, 'target-rows-twice', exampleOf(same))]),
    ...(different.length === 0 ? [] : [noteOf(rowNoteKinds, 'target-rows-added', exampleOf(different))]),
  ];
}

async function overlapping({ engine }: TrackInput): Promise<Note[]> {
  const rows = await engine.rows<Owned>(sql`
    select 1 as n, rows.owner, rows.period_start, rows.period_end
    from target_rows as rows
    inner join (select target_order from target_picks where is_alone group by target_order) as picked on picked.target_order = rows.target_order
    order by rows.target_order`);
  return rows.length === 0 ? [] : [noteOf(rowNoteKinds, 'targets-overlapping', exampleOf(rows))];
}

async function withoutPeriod({ engine }: TrackInput): Promise<Note[]> {
  const [found] = await engine.rows<{ undated: number; reversed: number; owner: string | null }>(sql`
    select
      count(*) filter (where period_start is null or period_end is null) as undated,
      count(*) filter (where period_end < period_start) as reversed,
      min(owner) as owner
    from target_rows
    where period_start is null or period_end is null or period_end < period_start`);
  return found === undefined || found.undated + found.reversed === 0 ? [] : [noteOf(rowNoteKinds, 'target-periods-unusable', found)];
}

/** Who is called a rep and is a team of the list, or the other way round. */
async function mistaken({ engine }: TrackInput): Promise<Note[]> {
  const rows = await engine.rows<{ owner: string; level: 'rep' | 'team'; n: number }>(sql`
    with known as (
      select team as owner, 'team' as known_as from rep_names where team is not null
      union
      select key, 'rep' from rep_names
    )
    select rows.owner, rows.level, count(*) as n
    from target_rows as rows
    inner join known on known.owner = rows.owner and known.known_as <> rows.level
    where rows.scope = 'unknown' and rows.is_stated and rows.level in ('rep', 'team')
    group by rows.owner, rows.level
    order by rows.owner, rows.level`);
  const [first] = rows;
  return first === undefined ? [] : [noteOf(rowNoteKinds, 'target-levels-mistaken', { ...first, n: rows.length })];
}

async function gaps({ engine }: TrackInput): Promise<Note[]> {
  const rows = await engine.rows<{ month: IsoDate; metric: string }>(sql`
    select gaps.month, min(gaps.metric) as metric
    from target_gaps as gaps
    inner join target_goals as goals on goals.metric = gaps.metric and goals.period_start <= gaps.month_end and goals.period_end >= gaps.month
    group by gaps.month
    order by gaps.month`);
  return rows.length === 0
    ? []
    : [noteOf(rowNoteKinds, 'target-months-missing', { n: rows.length, month: rows[0]!.month.slice(0, 7), metric: rows[0]!.metric })];
}

/** Files that begin so many days into a period have it whole. */
const lateStart = 7;

async function partial({ engine }: TrackInput): Promise<Note[]> {
  const rows = await engine.rows<Owned & { data_from: IsoDate; metric: string }>(sql`
    select 1 as n, rows.owner, rows.period_start, rows.period_end, actuals.data_from, rows.metric
    from target_rows as rows
    inner join target_picks as picked on picked.target_order = rows.target_order
    inner join target_actuals as actuals on actuals.target_order = rows.target_order
    where actuals.missing is null and actuals.data_from > rows.period_start + ${lateStart}
      and rows.metric not in ('csat', 'nps', 'conversion_rate', 'retention_rate', 'market_share')
    order by rows.target_order`);
  const [first] = rows;
  return first === undefined
    ? []
    : [noteOf(rowNoteKinds, 'target-actuals-partial', { n: rows.length, from: first.data_from, metric: first.metric })];
}

async function untoldParts({ engine }: TrackInput): Promise<Note[]> {
  const rows = await engine.rows<{ owner: string; part: string }>(sql`
    select rows.owner, min(parts.scope_key) as part
    from target_parts as parts
    inner join target_rows as rows on rows.target_order = parts.target_order
    where parts.scope = 'unknown'
    group by rows.owner
    order by rows.owner`);
  const [first] = rows;
  return first === undefined ? [] : [noteOf(rowNoteKinds, 'target-parts-untold', { n: rows.length, ...first })];
}

function exampleOf(rows: readonly Owned[]): Example {
  const [{ owner, period_start: from, period_end: to }] = rows as [Owned, ...Owned[]];
  return { n: rows.length, owner, span: spanOf({ from, to: addDays(to, 1) }) };
}
