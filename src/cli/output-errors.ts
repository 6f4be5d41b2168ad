import { CrmEvalError } from '../errors.ts';
import type { Localized } from '../lib/localized.ts';
import { visible } from '../report/visible.ts';
import { errorCode } from './error-code.ts';

const fileInPath: Localized = {
  en: 'a part of the path is a file, not a folder: correct the path',
  'zh-CN': '路径中有一段是文件而不是文件夹，请修改路径',
};

/** What the user can do about an error of the file system. */
const fixes: ReadonlyMap<string, Localized> = new Map<string, Localized>([
  // Of a folder that was to be made: of a file it is said by itself.
  ['EEXIST', fileInPath],
  ['ENOENT', { en: 'create the folder first, or write to another one', 'zh-CN': '请先创建该文件夹，或换一个输出位置' }],
  ['ENOTDIR', fileInPath],
  ['ENOSPC', { en: 'free some space on the disk, or write to another one', 'zh-CN': '磁盘空间不足，请清理后重试，或换一个磁盘' }],
  [
    'EDQUOT',
    { en: 'your disk quota is used up: free some space, or write elsewhere', 'zh-CN': '磁盘配额已用完，请清理后重试，或换一个位置' },
  ],
  [
    'EACCES',
    {
      en: 'you may not write there: choose another folder, or ask for the right to write',
      'zh-CN': '没有写入权限，请换一个文件夹，或申请权限',
    },
  ],
  [
    'EPERM',
    {
      en: 'you may not write there, or the file is open in another program: close it, or choose another folder',
      'zh-CN': '没有写入权限，或文件正被其他程序打开，请关闭后重试，或换一个文件夹',
    },
  ],
  ['EBUSY', { en: 'the file is open in another program: close it and try again', 'zh-CN': '文件正被其他程序打开，请关闭后重试' }],
  ['EROFS', { en: 'the disk is read-only: choose another folder', 'zh-CN': '该磁盘为只读，请换一个文件夹' }],
  ['ENAMETOOLONG', { en: 'choose a shorter name', 'zh-CN': '文件名过长，请换一个短一些的名称' }],
  ['ELOOP', { en: 'the links of this path lead in a circle: correct the path', 'zh-CN': '路径中的链接形成循环，请修改路径' }],
]);

const otherFix: Localized = { en: 'choose another place', 'zh-CN': '请换一个输出位置' };

/** The output could not be written; what was there before is as it was. */
export function outputFailed(path: string, cause: unknown): CrmEvalError {
  const name = visible(path);
  const reason = cause instanceof Error ? visible(cause.message) : 'unknown error';
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return new CrmEvalError(
    'output-failed',
    'outputFailed',
    {
      en: `cannot write ${name === '-' ? 'to stdout' : name}: ${reason}`,
      'zh-CN': `无法写入${name === '-' ? '标准输出' : ` ${name}`}：${reason}`,
    },
    { fix: fixes.get(code) ?? otherFix, cause },
  );
}

/** Works on the disk; what the system refuses is an output that could not be written. */
export async function writing<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw errorCode(error) === null || error instanceof CrmEvalError ? error : outputFailed(path, error);
  }
}

export function outputExists(path: string): CrmEvalError {
  return new CrmEvalError(
    'output-exists',
    'usage',
    { en: `${visible(path)} is there already`, 'zh-CN': `${visible(path)} 已存在` },
    { fix: { en: 'add --force to replace it, or choose another name', 'zh-CN': '加 --force 覆盖，或换一个文件名' } },
  );
}

export function outputIsFolder(path: string): CrmEvalError {
  return new CrmEvalError(
    'output-is-folder',
    'usage',
    { en: `${visible(path)} is a folder`, 'zh-CN': `${visible(path)} 是文件夹` },
    { fix: { en: 'name a file in it', 'zh-CN': '请指定其中的文件名' } },
  );
}
