import { readdirSync, statSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { CrmEvalError } from '../errors.ts';
import { isOwnOutput } from './own-outputs.ts';

/** What is not read of a folder that is given as an input, as names for a message. */
export interface LeftOut {
  readonly folder: string;
  /** Hidden and temporary files, and our own config: what nobody would give. */
  readonly hidden: readonly string[];
  /** Files of other kinds, and folders. */
  readonly other: readonly string[];
  /** What crm-eval wrote into it. */
  readonly own: readonly string[];
}

/** Endings of exports; what a file is follows from its content. */
const readable = new Set([
  '.csv',
  '.tsv',
  '.tab',
  '.psv',
  '.txt',
  '.dat',
  '.xlsx',
  '.xlsm',
  '.xlsb',
  '.xls',
  '.et',
  '.ods',
  '.html',
  '.htm',
  '.parquet',
]);

/** `~$orders.xlsx` is a workbook that someone has open, `.~lock.…#` its like. */
const hiddenName = /^(?:\.|~\$|~)|^(?:thumbs\.db|desktop\.ini|crm-eval\.config\.yaml)$|(?:~|\.tmp|\.bak|\.swp|\.part|\.crdownload)$/i;

/** The files of a folder that may hold a table, in sorted order, and what is left out; folders in it are not entered. Throws `folder-empty` where there is none. */
export function filesOfFolder(name: string, base: string): { readonly files: readonly string[]; readonly leftOut: LeftOut } {
  const folder = resolve(base, name);
  const all = readdirSync(folder).toSorted(byCodeUnit);
  const hidden = all.filter((file) => hiddenName.test(file));
  const seen = all.filter((file) => !hiddenName.test(file));
  const isTable = (file: string): boolean =>
    readable.has(extname(file).toLowerCase()) && statSync(join(folder, file), { throwIfNoEntry: false })?.isFile() === true;
  const tables = seen.filter(isTable);
  const own = tables.filter((file) => isOwnOutput(join(folder, file)));
  const files = tables.filter((file) => !own.includes(file));
  if (files.length === 0) throw folderEmpty(name);
  return {
    files: files.map((file) => join(name, file)),
    leftOut: { folder: name, hidden, other: seen.filter((file) => !isTable(file)), own },
  };
}

function folderEmpty(name: string): CrmEvalError {
  return new CrmEvalError(
    'folder-empty',
    'usage',
    { en: `the folder ${name} holds no export`, 'zh-CN': `文件夹 ${name} 中没有导出文件` },
    {
      fix: {
        en: 'name the folder in which the CSV or Excel files lie; folders in it are not searched',
        'zh-CN': '请指定 CSV 或 Excel 文件所在的文件夹；不会进入子文件夹',
      },
    },
  );
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
