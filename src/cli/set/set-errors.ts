import { CrmEvalError } from '../../errors.ts';
import { visible } from '../../report/visible.ts';

/** Something else has the name of the set: a folder, in which there is room for sets, or a file, which has none. */
export function setNotOurs(path: string, isFolder: boolean): CrmEvalError {
  const name = visible(path);
  const other = isFolder ? `${name}/{period}` : `${name}-{period}`;
  return new CrmEvalError(
    'set-not-ours',
    'usage',
    { en: `${name} is there already and is no set of crm-eval`, 'zh-CN': `${name} 已存在，且不是 crm-eval 写出的一套文件` },
    {
      fix: {
        en: `name a folder that is not there yet, such as --to "${other}"`,
        'zh-CN': `请指定尚不存在的文件夹，例如 --to "${other}"`,
      },
    },
  );
}

/** A set was changed by hand, which its next one would undo. */
export function setChanged(path: string, file: string): CrmEvalError {
  const [name, what] = [visible(path), visible(file)];
  return new CrmEvalError(
    'set-changed',
    'usage',
    { en: `${what} in ${name} is not as it was written`, 'zh-CN': `${name} 中的 ${what} 在写出后被改动过` },
    {
      fix: {
        en: 'keep a copy elsewhere and add --force, or choose another folder with --to',
        'zh-CN': '请把改动另存到别处并加 --force，或用 --to 换一个文件夹',
      },
    },
  );
}

/** The disk cannot switch from one folder to another. */
export function setUnlinked(folder: string, cause: unknown): CrmEvalError {
  const name = visible(folder);
  return new CrmEvalError(
    'output-failed',
    'outputFailed',
    {
      en: `cannot write a set into ${name}: its disk has no links to folders (${visible(String(cause))})`,
      'zh-CN': `无法在 ${name} 中写入一套文件：该磁盘不支持文件夹链接（${visible(String(cause))}）`,
    },
    {
      fix: {
        en: 'name a folder on another disk with --to, or write the files one by one with --out',
        'zh-CN': '请用 --to 指定其他磁盘上的文件夹，或用 --out 逐个写出文件',
      },
      cause,
    },
  );
}
