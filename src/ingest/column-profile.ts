import type { DuckDbEngine } from '../engine/duckdb.ts';
import { identifier, join, type Sql, sql, trusted } from '../engine/sql.ts';
import { reopenCarefully } from '../source/open.ts';
import type { RawTable } from '../source/raw-table.ts';
import { rawColumn, rawRecords } from './raw-records.ts';

/** What a column holds, before any conversion. */
export interface ColumnProfile {
  /** Share of its cells that are blank; null where there are no rows. */
  readonly blank: number | null;
  /** Different values, blanks aside. */
  readonly distinct: number;
  /** As they stand: in order of size where all are figures, of time where all are dates, else of text; null where all are blank. */
  readonly least: string | null;
  readonly greatest: string | null;
}

/** The profile of each column, in one query over all rows, or over this many from the first. */
export async function columnProfiles(engine: DuckDbEngine, table: RawTable, rows: number | 'all'): Promise<readonly ColumnProfile[]> {
  if (table.columns.length === 0) return [];
  const over = async (raw: RawTable): Promise<Record<string, unknown>[]> =>
    engine.rows(sql`select count(*) as n, ${join(raw.columns.map((_, index) => aggregates(index)))}
      from (select * from ${rawRecords(raw, { memoryLimit: null, threads: 1 })} ${rows === 'all' ? trusted('') : sql`limit ${rows}`})`);
  const fits = table.careful === null || rows !== 'all' || table.fits === undefined || (await table.fits());
  const [row = {}] = fits
    ? await over(table).catch(async () => over(await reopenCarefully(table)))
    : await over(await reopenCarefully(table));
  return table.columns.map((_, index) => profileOf(row, index));
}

/** `¥1,234.50`, `-5`: what can be compared as a number without a guess. */
const figure = String.raw`[-+]?[¥￥$€£]?\s?[-+]?[0-9][0-9,]*(\.[0-9]+)?`;

function aggregates(index: number): Sql {
  const cell = rawColumn(index);
  const number = sql`case when regexp_full_match(trim(${cell}), ${figure}) then try_cast(regexp_replace(${cell}, ${'[^-+0-9.]'}, '', 'g') as double) end`;
  const time = sql`try_cast(${cell} as timestamp)`;
  const named = (what: string): Sql => identifier(`${what}_${index}`);
  return join([
    sql`count(${cell}) as ${named('filled')}`,
    sql`count(distinct ${cell}) as ${named('distinct')}`,
    sql`count(${number}) as ${named('numbers')}`,
    sql`count(${time}) as ${named('times')}`,
    ...[['number', number] as const, ['time', time] as const, ['text', cell] as const].flatMap(([kind, key]) => [
      sql`arg_min(${cell}, ${key}) as ${named(`least_${kind}`)}`,
      sql`arg_max(${cell}, ${key}) as ${named(`greatest_${kind}`)}`,
    ]),
  ]);
}

function profileOf(row: Readonly<Record<string, unknown>>, index: number): ColumnProfile {
  const count = (what: string): number => Number(row[`${what}_${index}`] ?? 0);
  const [rows, filled] = [Number(row['n'] ?? 0), count('filled')];
  const kind = count('numbers') === filled ? 'number' : count('times') === filled ? 'time' : 'text';
  const value = (what: string): string | null => (row[`${what}_${kind}_${index}`] as string | null) ?? null;
  return { blank: rows === 0 ? null : 1 - filled / rows, distinct: count('distinct'), least: value('least'), greatest: value('greatest') };
}
