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
    quote = ${dialect.quote}, escape = ${dialect.escape}, nullstr = '', allow_quoted_nulls = true, strict_mode = true, null_padding = false${newLine})`;
}

/** As `rawRecords`, with `_record` counting from 0. */
export function numberedRecords(table: RawTable): Sql {
  return sql`(select row_number() over () - 1 as _record, * from ${rawRecords(table)})`;
}

/** All raw columns, for a query over `rawRecords`. */
export function allRawColumns(table: RawTable): Sql {
  return table.columns.length === 0 ? trusted('null') : join(table.columns.map((_, index) => rawColumn(index)));
}
