import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { extname } from 'node:path';
import { pageMark, workbookMark } from '../report/own-mark.ts';

/** As much of a file as is looked at, at its beginning. */
const headSize = 16_384;

/** A table with so many columns that have a column of codes beside them is one of crm-eval. */
const leastPairs = 2;

/**
 * True for a page, workbook or CSV file that crm-eval wrote: beside the exports of a folder it would be taken for another one, and its rows would
 * count again. What cannot be opened is for its reader to tell.
 */
export function isOwnOutput(path: string): boolean {
  const extension = extname(path).toLowerCase();
  if (extension === '.html' || extension === '.htm') return part(path, 'head').includes(pageMark);
  if (extension === '.xlsx') return part(path, 'end').endsWith(workbookMark);
  return extension === '.csv' && isOwnTable(part(path, 'head'));
}

/** Columns of words have their codes behind them: `tier,tier_code`. */
function isOwnTable(head: string): boolean {
  const [first = ''] = head.replace(/^\ufeff/, '').split(/\r?\n/, 1);
  const names = new Set(first.split(','));
  return [...names].filter((name) => /^[a-z_]+$/.test(name) && names.has(`${name}_code`)).length >= leastPairs;
}

/** The first or the last bytes of a file as text; '' where it cannot be read. */
function part(path: string, which: 'head' | 'end'): string {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return '';
  }
  try {
    const size = which === 'head' ? headSize : workbookMark.length;
    const bytes = Buffer.alloc(size);
    const start = which === 'head' ? 0 : Math.max(0, fstatSync(file).size - size);
    return bytes.toString('utf8', 0, readSync(file, bytes, 0, size, start));
  } catch {
    return '';
  } finally {
    closeSync(file);
  }
}
