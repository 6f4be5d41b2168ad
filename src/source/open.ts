import { resolve } from 'node:path';
import { CrmEvalError } from '../errors.ts';
import { scratchPath, writeTexts } from './decode.ts';
import { detectFormat, noTable } from './detect.ts';
import { type Fingerprint, fingerprint } from './fingerprint.ts';
import { type FileHead, readHead, unreadable } from './head.ts';
import type { FileFormat, OpenOptions, RawTable, TextTable } from './raw-table.ts';
import { sheetTable } from './sheet-table.ts';
import { openText } from './text.ts';

/**
 * Opens a file, whatever it is: one table for a text, one for each sheet that holds anything; `-` is standard input. Hidden sheets come
 * too, marked as such. Throws a CrmEvalError that names the file where it cannot be read or holds no record.
 */
export async function openSource(path: string, options: OpenOptions): Promise<RawTable[]> {
  const file = path === '-' ? await spool(options) : resolve(options.folder ?? '', path);
  const head = await readHead(file, path);
  const format = detectFormat(path, head);
  const tables = await openAs(format, file, path, head, options);
  const own = tables.find((table) => isOwn(table, file));
  const rule = own === undefined ? null : { width: own.columns.length, dialect: own.text.dialect, skip: own.text.skip };
  const pass = fingerprint(file, options.signal, rule);
  if (!tables.some((table) => table.head.length > 0)) {
    const unfit = tables.find((table) => table.rejected.length > 0);
    throw unfit === undefined ? new HeaderAlone(path, tables[0]?.columns ?? []) : noRecordFits(path, unfit);
  }
  return tables.map((table) => sealed(table, file, pass));
}

function openAs(format: FileFormat, file: string, path: string, head: FileHead, options: OpenOptions): Promise<TextTable[]> {
  switch (format) {
    case 'text':
      return openText(file, path, head, options).then((table) => [table]);
    case 'parquet':
      return (options.parquet ?? refuseParquet)(file, path).then((table) => [table]);
    default:
      return openSheets(file, path, format, options);
  }
}

async function refuseParquet(_: string, path: string): Promise<never> {
  throw noTable(path, { en: 'a Parquet file', 'zh-CN': 'Parquet 文件' });
}

/** The table read record by record, for when the engine refuses its text; the table itself where that has been done. */
export async function reopenCarefully(table: RawTable): Promise<RawTable> {
  return table.careful === null ? table : table.careful();
}

async function openSheets(file: string, path: string, format: 'xlsx' | 'spreadsheet' | 'html', options: OpenOptions): Promise<TextTable[]> {
  const { openWorkbook } = await import('./workbook/open-workbook.ts');
  try {
    const grids = await openWorkbook(file, format, options);
    return await Promise.all(grids.map((grid) => sheetTable(grid, path, options)));
  } catch (error) {
    throw error instanceof CrmEvalError && !error.text.en.includes(path) ? named(error, path) : error;
  }
}

function named(error: CrmEvalError, path: string): CrmEvalError {
  const text = { en: `${path}: ${error.text.en}`, 'zh-CN': `${path}：${error.text['zh-CN']}` };
  return new CrmEvalError(error.code, error.exit, text, { cause: error, ...(error.fix === null ? {} : { fix: error.fix }) });
}

async function spool(options: OpenOptions): Promise<string> {
  if (options.stdin === undefined) {
    const text = { en: 'standard input is not available here', 'zh-CN': '此处不能从标准输入读取' };
    throw new CrmEvalError('stdin-unavailable', 'usage', text, { fix: { en: 'name a file instead of -', 'zh-CN': '请用文件名代替 -' } });
  }
  const path = scratchPath(options.scratch, 'stdin');
  await writeTexts(path, options.stdin, options.signal);
  return path;
}

/** The engine reads the user's own file. */
function isOwn({ format, text }: TextTable, file: string): boolean {
  return format === 'text' && text.path === file;
}

function sealed(table: TextTable, file: string, pass: () => Promise<Fingerprint>): RawTable {
  const { careful, text } = table;
  const own = isOwn(table, file);
  return {
    ...table,
    get sha256() {
      return pass().then(({ sha256 }) => sha256);
    },
    linesOf: async (records) =>
      own && text.dialect.quote === '"' && (await pass()).plainLines
        ? records.map((record) => text.skip + record + 1)
        : table.linesOf(records),
    ...(own ? { fits: async () => (await pass()).fits } : {}),
    careful: careful === null ? null : async () => sealed(await careful(), file, pass),
  };
}

/** A table whose records were all rejected. */
function noRecordFits(path: string, unfit: TextTable): CrmEvalError {
  const names = unfit.columns.length;
  const cells = unfit.rejected[0]?.cells?.length;
  const said =
    cells === undefined ? { en: '', zh: '' } : { en: `: ${cells} cells under ${names} names`, zh: `：表头 ${names} 列，数据 ${cells} 列` };
  return unreadable(
    'no-rows',
    { en: `${path} holds no record that fits its header${said.en}`, 'zh-CN': `${path} 中没有与表头相符的数据行${said.zh}` },
    {
      en: 'add the name that the header lacks, or check the delimiter and quotes',
      'zh-CN': '请补全表头中缺少的列名，或检查分隔符和引号',
    },
  );
}

/** A file that is read well and holds no record: its columns still tell what it is an export of. */
export class HeaderAlone extends CrmEvalError {
  readonly path: string;
  readonly columns: readonly string[];

  constructor(path: string, columns: readonly string[]) {
    const text = { en: `${path} holds no rows of data`, 'zh-CN': `${path} 中没有数据行` };
    const fix = { en: 'check the filter of the export and export it again', 'zh-CN': '请检查导出时的筛选条件，然后重新导出' };
    super('no-rows', 'inputUnreadable', text, { fix });
    this.path = path;
    this.columns = columns;
  }
}
