import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CrmEvalError } from '../errors.ts';
import { both, type Localized } from '../lib/localized.ts';
import type { Run } from './context.ts';
import type { InputFile } from './files.ts';

/** Where a query comes from: the command line, a file or the standard input (`-`). */
interface SqlSource {
  readonly sql: string | undefined;
  readonly file: string | null;
  readonly files: readonly InputFile[];
}

/** The text of a query. Throws a usage error where there is none, it cannot be read, or a table is to come from the standard input as well. */
export async function sqlText(run: Pick<Run, 'stdin' | 'folder'>, { sql, file, files }: SqlSource): Promise<string> {
  const path = file ?? (sql === '-' ? '-' : null);
  if (path === null) {
    if (sql !== undefined) return sql;
    throw unreadable(
      'missing-argument',
      both('no query is given', '没有给出查询语句'),
      both('crm-eval query "select …" FILES', 'crm-eval query "select …" 文件'),
    );
  }
  if (path !== '-') return utf8(await textOf(resolve(run.folder, path)).catch((cause: unknown) => unreadableFile(path, cause)), path);
  if (files.some((each) => each.path === '-')) {
    throw unreadable(
      'query-unreadable',
      both('the query and a table cannot both come from the standard input', '查询语句和数据不能同时来自标准输入'),
      both('put one of them into a file', '请把其中之一写入文件'),
    );
  }
  const pieces: Uint8Array[] = [];
  for await (const piece of run.stdin) pieces.push(Buffer.from(piece as Uint8Array));
  return utf8(Buffer.concat(pieces), '-');
}

/** No query is longer. */
const mostBytes = 16 * 1024 * 1024;

/** What is in a file; a device may have no end. */
async function textOf(path: string): Promise<Uint8Array> {
  const found = await stat(path);
  if (!found.isFile() || found.size > mostBytes) throw new RangeError('no file, or too long for a query');
  return readFile(path);
}

/** A byte order mark is none of the text. */
function utf8(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    return unreadableFile(path, cause);
  }
}

function unreadableFile(path: string, cause: unknown): never {
  throw unreadable(
    'query-unreadable',
    both(`the query in ${path} cannot be read`, `无法读取 ${path} 中的查询语句`),
    both('name a text file in UTF-8', '请指定 UTF-8 编码的文本文件'),
    cause,
  );
}

function unreadable(code: 'missing-argument' | 'query-unreadable', text: Localized, fix: Localized, cause?: unknown): CrmEvalError {
  return new CrmEvalError(code, 'usage', text, { fix, cause });
}
