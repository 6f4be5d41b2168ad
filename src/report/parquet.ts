import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { breathe } from '../lib/breathe.ts';
import type { Result } from '../result/result.ts';
import type { ReportOptions } from './contract.ts';
import { parquetColumn } from './parquet-columns.ts';
import { cellOf, chosenRows, mainTable } from './sections.ts';

const rowsOfGroup = 100_000;

/**
 * The main table as one Parquet file, compressed with Snappy: column ids as names, text, whole numbers as INT64, other numbers as
 * DOUBLE, dates as DATE, instants as local TIMESTAMP in microseconds, flags as BOOLEAN; null is null. Text stands as it is: no
 * reader of Parquet runs formulas. The bytes depend on the Result alone.
 */
export async function renderParquet(result: Result, options: ReportOptions): Promise<Uint8Array> {
  const section = mainTable(result, options, 'parquet');
  const rows = chosenRows(section, options);
  const columns = section.columns.map((column) => parquetColumn(column, rows));
  const writer = new ByteWriter();
  const schema = [{ name: 'root', num_children: columns.length }, ...columns.map((column) => column.element)];
  const parquet = new ParquetWriter({ writer, schema, createdBy: 'crm-eval' });
  for (let start = 0; start < rows.length; start += rowsOfGroup) {
    await breathe(options.signal);
    const group = rows.slice(start, start + rowsOfGroup);
    const columnData = columns.map(({ id, store }) => ({ name: id, data: group.map((row) => store(cellOf(row, id))) }));
    await parquet.write({ columnData, rowGroupSize: rowsOfGroup });
  }
  await parquet.finish();
  return new Uint8Array(writer.getBuffer());
}
