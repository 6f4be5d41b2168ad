import type { DuckDbEngine } from '../../engine/duckdb.ts';
import { identifier, join, literal, type Sql, sql, trusted } from '../../engine/sql.ts';
import type { Trouble } from '../../quality/check.ts';
import { happened } from '../as-of.ts';
import { hasField, type LoadedTable } from '../table-plan.ts';
import { sharingExports } from './alike-exports.ts';
import type { Export } from './several-exports.ts';
import { settleTwice } from './twice-rows.ts';

/** From this share of the rows of the time that both exports cover, equal rows are one thing twice; from the lower one they are doubtful. */
const surely = 0.5;
const perhaps = 0.1;

/** Exports of different numbers are compared up to so many rows; where one has no numbers, always. */
const mostNumbered = 2_000_000;

/** Equal rows of exports whose numbers differ may be chance up to so many. */
const chance = 3;

/**
 * Rows that stand in two exports without an order number to know them by: of orders those of one customer, day and amount; of other tables those
 * equal in every field. Where half the rows of the time that both cover are equal they count once; else it is said how many there are.
 */
export async function countSharedRowsOnce(exports: readonly Export[], engine: DuckDbEngine): Promise<Trouble[]> {
  const troubles: Trouble[] = [];
  const mayShare = await sharingExports(alikeOf(exports), engine);
  for (const late of exports.toReversed()) {
    for (const early of exports.filter(({ place }) => place < late.place)) {
      const match = matchOf(early.loaded, late.loaded);
      if (match !== null && mayShare(early, late, match.numbered ? chance : 1))
        troubles.push(...(await settlePair({ early, late, exports, ...match }, engine)));
    }
  }
  return troubles;
}

interface Match {
  readonly same: readonly Sql[];
  readonly day: Sql | null;
  /** Both know their rows by numbers of their own, so that equal rows are only told. */
  readonly numbered: boolean;
}

/** Exports whose rows are compared by the same values, whichever two of them. */
function alikeOf(exports: readonly Export[]): { exports: Export[]; same: readonly Sql[] }[] {
  const groups = new Map<string, { exports: Export[]; same: readonly Sql[] }>();
  for (const one of exports) {
    const { entity, stored, table } = one.loaded;
    const match = matchOf(one.loaded, one.loaded);
    if (match === null) continue;
    const key = entity.id === 'orders' ? '' : JSON.stringify([table.columns, stored]);
    const group = groups.get(key) ?? { exports: [], same: match.same };
    group.exports.push(one);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** By what rows of two tables are compared; null where they are not. */
function matchOf(early: LoadedTable, late: LoadedTable): Match | null {
  const has = (field: string): boolean => early.stored.includes(field) && late.stored.includes(field);
  const dateField = happened.find(([entity, field]) => entity === early.entity.id && has(field))?.[1];
  const day = dateField === undefined ? null : sql`${identifier(dateField)}::date`;
  if (early.entity.id === 'orders') {
    if (!['customer_id', 'ordered_at', 'amount'].every(has)) return null;
    return { same: [sql`customer_id`, day!, sql`amount`], day, numbered: hasField(early, 'order_id') && hasField(late, 'order_id') };
  }
  const alike = JSON.stringify(early.table.columns) === JSON.stringify(late.table.columns);
  const { key } = early.entity;
  if (!alike || (key !== undefined && has(key))) return null;
  return { same: early.stored.filter(has).map((field) => identifier(field)), day, numbered: false };
}

interface Pair extends Match {
  readonly early: Export;
  readonly late: Export;
  readonly exports: readonly Export[];
}

async function settlePair(pair: Pair, engine: DuckDbEngine): Promise<Trouble[]> {
  const { early, late, exports, same, day, numbered } = pair;
  const common = await commonTime(pair, engine);
  if (common === null) return [];
  const rowsOf = ({ loaded }: Export): Sql =>
    sql`select rowid as line, ${loaded.stored.includes('amount') ? sql`amount as money` : sql`null::decimal(18,4) as money`},
      ${join(same.map((value, index) => sql`${value} as ${identifier(`same${index}`)}`))}, row_number() over (partition by ${join(same)} order by rowid) as copy
      from ${identifier(loaded.name)} where _reason = 0${day === null ? trusted('') : sql` and ${day} between ${common.from}::date and ${common.to}::date`}`;
  const equal = same.map((_, index) => sql`one.${identifier(`same${index}`)} is not distinct from other.${identifier(`same${index}`)}`);
  await engine.create(
    'twice_rows',
    sql`select ${literal(early.place)} as place, one.line as line, one.money as amount, ${literal(late.place)} as other, 'elsewhere' as kind
      from (${rowsOf(early)}) as one inner join (${rowsOf(late)}) as other on one.copy = other.copy and ${join(equal, ' and ')}`,
  );
  try {
    const [row] = await engine.rows<{ n: number }>(sql`select count(*) as n from twice_rows`);
    const share = (row?.n ?? 0) / Math.min(common.early, common.late);
    if (share < perhaps || (numbered && (share < surely || (row?.n ?? 0) < chance))) return [];
    if (numbered || share < surely) await engine.run(sql`update twice_rows set kind = 'both'`);
    return await settleTwice(exports, engine, 'equal');
  } finally {
    await engine.run(sql`drop table twice_rows`);
  }
}

/** The days that both tables cover, and how many rows each has of them; null where there are none, or too many to compare numbered ones. */
async function commonTime(
  { early, late, day, numbered }: Pair,
  engine: DuckDbEngine,
): Promise<{ from: string | null; to: string | null; early: number; late: number } | null> {
  const name = (one: Export): Sql => identifier(one.loaded.name);
  if (day === null) {
    const [row] = await engine.rows<{ early: number; late: number }>(
      sql`select (select count(*) from ${name(early)} where _reason = 0) as early, (select count(*) from ${name(late)} where _reason = 0) as late`,
    );
    return row === undefined || row.early === 0 || row.late === 0 ? null : { from: null, to: null, ...row };
  }
  const ends = (one: Export): Sql =>
    sql`select min(${day}) as first, max(${day}) as last, count(*) as n from ${name(one)} where _reason = 0`;
  const [span] = await engine.rows<{ from: string | null; to: string | null; n: number }>(
    sql`select greatest(one.first, other.first) as from, least(one.last, other.last) as to, one.n + other.n as n from (${ends(early)}) as one, (${ends(late)}) as other`,
  );
  if (span === undefined || span.from === null || span.to === null || span.from > span.to || (numbered && span.n > mostNumbered))
    return null;
  const { from, to } = span;
  const within = (one: Export): Sql =>
    sql`(select count(*) from ${name(one)} where _reason = 0 and ${day} between ${from}::date and ${to}::date)`;
  const [row] = await engine.rows<{ early: number; late: number }>(sql`select ${within(early)} as early, ${within(late)} as late`);
  return row === undefined || row.early === 0 || row.late === 0 ? null : { from, to, ...row };
}
