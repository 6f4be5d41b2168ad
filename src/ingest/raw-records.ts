import { identifier, join, literal, type Sql, sql, trusted } from '../engine/sql.ts';
import { parquetRecords } from './parquet-table.ts';
import type { RawTable } from '../source/raw-table.ts';

/** Name of the raw column at a position. */
export function rawColumn(index: number): Sql {
  return identifier(`c${index}`);
}

/** How the records of a file are read. */
export interface Reader {
  /** Bytes that the engine may hold; null: it was given no limit. */
  readonly memoryLimit: number | null;
  /** That read beside one another. */
  readonly threads: number;
  /** The type of the column at a position; default: text. */
  readonly typeOf?: (index: number) => string;
}

/**
 * The records of a raw table as text columns c0, c1 … in the order of the file; blanks are null. Nothing is guessed: every
 * setting is given. DuckDB takes the first line break of a file for its line end, even inside quotes; a copy of ours says that it is \n.
 */
export function rawRecords(table: RawTable, { memoryLimit, threads, typeOf = () => 'VARCHAR' }: Reader): Sql {
  if (table.format === 'parquet' && table.careful !== null) return parquetRecords(table.text.path, table.columns, typeOf);
  const { path, skip, dialect } = table.text;
  const newLine = table.careful === null ? sql`, new_line = ${'\\n'}` : trusted('');
  const columns = join(table.columns.map((_, index) => sql`${literal(`c${index}`)}: ${literal(typeOf(index))}`));
  return sql`read_csv(${path}, columns = {${columns}}, auto_detect = false, header = false, skip = ${skip}, delim = ${dialect.delimiter},
    quote = ${dialect.quote}, escape = ${dialect.escape}, nullstr = '', allow_quoted_nulls = true, strict_mode = true, null_padding = false,
    buffer_size = ${bufferSize(table, (memoryLimit ?? usualMemory) / 4 / threads)}${newLine})`;
}

/** Rows that the engine keeps together (its row group). */
const rowGroup = 122_880;
const leastBuffer = 16_000_000;
const mostBuffer = 128_000_000;
const usualMemory = 4_000_000_000;

/**
 * Bytes that a thread reads at a time: lines for one and a half row groups, within its share of the memory. Left to itself the engine gives
 * a thread fewer lines than a row group has, and then copies every row once more to fill the groups: a quarter of the time of loading.
 */
function bufferSize(table: RawTable, share: number): number {
  const head = table.head.slice(0, 100);
  const bytes = head.flat().reduce((sum, cell) => sum + Buffer.byteLength(cell) + 1, 0);
  const wanted = Math.ceil((bytes / Math.max(1, head.length)) * rowGroup * 1.5);
  const most = Math.min(mostBuffer, Math.floor(share));
  return Math.max(leastBuffer, Math.min(most, wanted));
}

/** As `rawRecords`, with `_record` counting from 0. */
export function numberedRecords(table: RawTable, reader: Reader): Sql {
  return sql`(select row_number() over () - 1 as _record, * from ${rawRecords(table, reader)})`;
}

/** All raw columns, for a query over `rawRecords`. */
export function allRawColumns(table: RawTable): Sql {
  return table.columns.length === 0 ? trusted('null') : join(table.columns.map((_, index) => rawColumn(index)));
}
