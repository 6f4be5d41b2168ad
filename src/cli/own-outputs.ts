import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { extname } from 'node:path';
import { pageMark, workbookMark } from '../report/own-mark.ts';

/** As much of a file as is looked at, at its beginning. */
const headSize = 16_384;

/** Columns of words that exports hardly have, and less so with their codes behind them: `state` and `country` with codes are common. */
const ownWords = ['tier', 'action', 'verdict', 'movement', 'rfm_segment', 'standing', 'ambition'] as const;

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

/** Columns of words have their codes right behind them: `tier,tier_code`. */
function isOwnTable(head: string): boolean {
  const [first = ''] = head.replace(/^\ufeff/, '').split(/\r?\n/, 1);
  return ownWords.some((word) => `,${first},`.includes(`,${word},${word}_code,`));
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
