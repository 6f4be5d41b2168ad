import { join as joinPath } from 'node:path';
import type { DuckDbEngine } from '../engine/duckdb.ts';
import { exhausted } from '../engine/exhausted.ts';
import { identifier, join, literal, type Sql, sql, trusted } from '../engine/sql.ts';
import { CrmEvalError } from '../errors.ts';
import type { Dialect, OpenOptions, TextTable } from '../source/raw-table.ts';

/** Records looked at to learn how columns are to be read, as of any file. */
const headRecords = 1000;

/** How a copy of the file is written. */
const copyDialect: Dialect = { delimiter: ',', quote: '"', escape: '"' };

/** The columns of a Parquet file as c0, c1 …, each as text where `typeOf` names no other type; an empty text is null. */
export function parquetRecords(path: string, columns: readonly string[], typeOf: (index: number) => string): Sql {
  const values = columns.map((column, index) => {
    const type = typeOf(index);
    const value = type === 'VARCHAR' ? sql`nullif(${identifier(column)}::varchar, '')` : sql`${identifier(column)}::${trusted(type)}`;
    return sql`${value} as ${identifier(`c${index}`)}`;
  });
  return sql`(select ${join(values)} from ${reader(path)})`;
}

function reader(path: string): Sql {
  return sql`read_parquet([${literal(path)}])`;
}

/**
 * Opens Parquet files with the engine. Their types are taken as text like the cells of any file, then read by the same rules, so that the same
 * table gives the same figures in either form; a column that DuckDB can convert straight is never text. Lines are counted from 1, the first record.
 */
export function parquetOpener(engine: DuckDbEngine, scratch: string): NonNullable<OpenOptions['parquet']> {
  let copies = 0;
  return async (path, name) => {
    const columns = await columnsOf(engine, path, name);
    const all = parquetRecords(path, columns, () => 'VARCHAR');
    const names = columns.map((_, index) => `c${index}`);
    const head = await readable(name, () => engine.rows<Record<string, string | null>>(sql`select * from ${all} limit ${headRecords}`));
    const table: TextTable = {
      file: name,
      sheet: null,
      format: 'parquet',
      encoding: 'parquet',
      dialect: null,
      columns,
      headerLine: 0,
      preamble: [],
      head: head.map((row) => names.map((column) => row[column] ?? '')),
      text: { path, skip: 0, dialect: copyDialect, clean: true },
      rejected: [],
      problems: [],
      hidden: false,
      linesOf: async (records) => records.map((record) => record + 1),
      careful: async () => {
        copies += 1;
        const copy = joinPath(scratch, `parquet-${copies}.csv`);
        await readable(name, () => engine.run(sql`copy ${all} to ${copy} (format csv, header false, force_quote *)`));
        return { ...table, text: { ...table.text, path: copy }, careful: null };
      },
    };
    return table;
  };
}

async function columnsOf(engine: DuckDbEngine, path: string, name: string): Promise<string[]> {
  const columns = await readable(name, () =>
    engine.rows<{ column_name: string }>(sql`select column_name from (describe select * from ${reader(path)})`),
  );
  return columns.map((column) => column.column_name);
}

/** What the engine cannot read of a Parquet file, wherever it lies, is the file's fault. */
async function readable<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (exhausted(cause) !== null) throw cause;
    throw new CrmEvalError(
      'parquet-unreadable',
      'inputUnreadable',
      { en: `${name} is a Parquet file that cannot be read`, 'zh-CN': `${name} 是无法读取的 Parquet 文件` },
      {
        fix: { en: 'write it again: it may be cut off, damaged or encrypted', 'zh-CN': '请重新导出：文件可能不完整、损坏或已加密' },
        cause,
      },
    );
  }
}
