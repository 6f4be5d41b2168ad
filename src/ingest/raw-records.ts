import { identifier, join, literal, type Sql, sql, trusted } from '../engine/sql.ts';
import { parquetRecords } from './parquet-table.ts';
import type { RawTable } from '../source/raw-table.ts';

/** Name of the raw column at a position. */
export function rawColumn(index: number): Sql {
  return identifier(`c${index}`);
}

/**
 * The records of a raw table as text columns c0, c1 … in the order of the file; blanks are null. Nothing is guessed: every
 * setting is given. DuckDB takes the first line break of a file for its line end, even inside quotes; a copy of ours says that it is \n.
 * `typeOf` names the type of a column that is not to come as text.
 */
export function rawRecords(table: RawTable, typeOf: (index: number) => string = () => 'VARCHAR'): Sql {
  if (table.format === 'parquet' && table.careful !== null) return parquetRecords(table.text.path, table.columns, typeOf);
  const { path, skip, dialect } = table.text;
  const newLine = table.careful === null ? sql`, new_line = ${'\\n'}` : trusted('');
  const columns = join(table.columns.map((_, index) => sql`${literal(`c${index}`)}: ${literal(typeOf(index))}`));
  return sql`read_csv(${path}, columns = {${columns}}, auto_detect = false, header = false, skip = ${skip}, delim = ${dialect.delimiter},
    quote = ${dialect.quote}, escape = ${dialect.escape}, nullstr = '', allow_quoted_nulls = true, strict_mode = true, null_padding = false, buffer_size = ${bufferSize(table)}${newLine})`;
}

/** Rows that the engine keeps together (its row group), and the most bytes that a thread holds for them. */
const rowGroup = 122_880;
const leastBuffer = 16_000_000;
const mostBuffer = 128_000_000;

/**
 * Bytes that one thread reads at a time: lines for one and a half row groups. Left to itself the engine takes 8 MB, fewer lines than a row
 * group has, and then copies every row once more to fill the groups: a quarter of the time of loading.
 */
function bufferSize(table: RawTable): number {
  const cells = table.head.reduce((sum, record) => sum + record.reduce((length, cell) => length + Buffer.byteLength(cell) + 1, 0), 0);
  const wanted = Math.ceil((cells / Math.max(1, table.head.length)) * rowGroup * 1.5);
  return Math.min(mostBuffer, Math.max(leastBuffer, wanted));
}

/** As `rawRecords`, with `_record` counting from 0. */
export function numberedRecords(table: RawTable): Sql {
  return sql`(select row_number() over () - 1 as _record, * from ${rawRecords(table)})`;
}

/** All raw columns, for a query over `rawRecords`. */
export function allRawColumns(table: RawTable): Sql {
  return table.columns.length === 0 ? trusted('null') : join(table.columns.map((_, index) => rawColumn(index)));
}
