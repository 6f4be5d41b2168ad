import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CrmEvalError } from '../errors.ts';
import type { Localized } from '../lib/localized.ts';
import { errorCode } from './error-code.ts';
import { removeLeftOver } from './left-over.ts';
import { resourceError } from './resource-error.ts';

/**
 * Lends a private folder (mode 0700) for transcoded copies and for what the engine spills, made inside the folder that the user named
 * (null: that of the system); it is gone afterwards, whatever happens. A disk or memory that is used up ends the work with an error that says what to do.
 */
export async function withScratch<T>(inside: string | null, work: (folder: string) => Promise<T>): Promise<T> {
  try {
    const folder = inside === null ? await inSystemFolder() : await inNamedFolder(inside);
    try {
      return await work(folder);
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  } catch (error) {
    throw resourceError(error);
  }
}

const form = /^crm-eval-(\d+)-\w{6}$/;

async function makeFolder(parent: string): Promise<string> {
  await removeLeftOver(parent, (name) => form.exec(name)?.[1]);
  return mkdtemp(join(parent, `crm-eval-${process.pid}-`));
}

async function inSystemFolder(): Promise<string> {
  try {
    return await makeFolder(tmpdir());
  } catch (cause) {
    throw new CrmEvalError(
      'scratch-failed',
      'outputFailed',
      { en: `cannot make a folder in ${tmpdir()}`, 'zh-CN': `无法在 ${tmpdir()} 中创建临时目录` },
      {
        fix: {
          en: 'name a folder with free space that you may write to with --temp-dir',
          'zh-CN': '请用 --temp-dir 指定一个有空间且可写的目录',
        },
        cause,
      },
    );
  }
}

const reasons: ReadonlyMap<string | null, Localized> = new Map<string | null, Localized>([
  ['ENOENT', { en: 'does not exist', 'zh-CN': '不存在' }],
  ['ENOTDIR', { en: 'is no folder', 'zh-CN': '不是文件夹' }],
  ['EACCES', { en: 'is not yours to write to', 'zh-CN': '没有写入权限' }],
  ['EPERM', { en: 'is not yours to write to', 'zh-CN': '没有写入权限' }],
  ['EROFS', { en: 'is on a disk that is read-only', 'zh-CN': '所在磁盘为只读' }],
]);

async function inNamedFolder(inside: string): Promise<string> {
  try {
    return await makeFolder(inside);
  } catch (cause) {
    const reason = reasons.get(errorCode(cause));
    if (reason === undefined) throw cause;
    throw new CrmEvalError(
      'temp-dir-invalid',
      'usage',
      { en: `the temporary folder ${inside} ${reason.en}`, 'zh-CN': `临时目录 ${inside} ${reason['zh-CN']}` },
      {
        fix: { en: 'name an existing folder that you may write to with --temp-dir', 'zh-CN': '请用 --temp-dir 指定一个已存在且可写的目录' },
        cause,
      },
    );
  }
}
