import { readdirSync, realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { CrmEvalError } from '../errors.ts';
import { filesOfFolder, type LeftOut } from './folders.ts';

/** A file to read; its role is worked out from its headers unless it is given. */
export interface InputFile {
  readonly path: string;
  readonly role?: string;
  /** It lay in a folder that was given, and nobody named it. */
  readonly found?: true;
}

/**
 * Expands `*` and `?` (shells of Windows do not) in sorted order; a name that exists is taken as it stands, and that of a folder as all
 * exports in it, `leaveOut` being told what else is there. The standard input is `-`.
 * Throws `glob-empty` where nothing matches, and `file-twice` where two names lead to the same file.
 */
export function expandFiles(files: readonly InputFile[], folder: string, leaveOut: (what: LeftOut) => void = () => {}): InputFile[] {
  if (files.some(({ path }) => /^[a-z][a-z0-9+.-]*:\/\//i.test(path))) throw addressGiven();
  const expanded = files.flatMap((file) =>
    expandName(file.path, folder, leaveOut).map((path): InputFile => ({
      ...file,
      path,
      ...(isGivenFolder(file.path, folder) ? { found: true } : {}),
    })),
  );
  const seen = new Map<string, string>();
  for (const { path } of expanded) {
    const real = path === '-' ? '-' : realName(resolve(folder, path));
    const before = seen.get(real);
    if (before !== undefined) throw givenTwice(path, before);
    seen.set(real, path);
  }
  return expanded;
}

/** Repeats nothing of the address: it may hold a password. */
function addressGiven(): CrmEvalError {
  return new CrmEvalError(
    'file-is-address',
    'usage',
    { en: 'an address is given where a file is to be named', 'zh-CN': '应给出文件名的位置给出了网址' },
    {
      fix: {
        en: 'a database goes behind --engine; other addresses are not read',
        'zh-CN': '数据库地址请写在 --engine 之后；不读取其他网址',
      },
    },
  );
}

function expandName(name: string, folder: string, leaveOut: (what: LeftOut) => void): readonly string[] {
  if (isGivenFolder(name, folder)) {
    const { files, leftOut } = filesOfFolder(name, folder);
    leaveOut(leftOut);
    return files;
  }
  if (!/[*?]/.test(name) || exists(resolve(folder, name))) return [name];
  const parts = name.split(/([/\\])/);
  let found = [''];
  for (let index = 0; index < parts.length; index += 2) {
    const part = parts[index] ?? '';
    const after = parts[index + 1] ?? '';
    const last = index >= parts.length - 1;
    found = found.flatMap((base) =>
      matches(base, part, folder)
        .filter((path) => last || part === '' || isFolder(resolve(folder, path)))
        .map((path) => path + after),
    );
  }
  if (found.length > 0) return found.toSorted(byCodeUnit);
  throw new CrmEvalError(
    'glob-empty',
    'usage',
    { en: `no file matches ${name}`, 'zh-CN': `没有文件匹配 ${name}` },
    {
      fix: {
        en: 'check the folder and the pattern; * and ? do not reach into sub-folders',
        'zh-CN': '请检查目录和通配符；* 和 ? 不会进入子目录',
      },
    },
  );
}

function isGivenFolder(name: string, folder: string): boolean {
  return name !== '-' && isFolder(resolve(folder, name));
}

/** The names that `base` followed by this part of a pattern leads to. */
function matches(base: string, part: string, folder: string): string[] {
  if (!/[*?]/.test(part)) return [base + part];
  const names = isFolder(resolve(folder, base)) ? readdirSync(resolve(folder, base)) : [];
  return names.filter((name) => (part.startsWith('.') || !name.startsWith('.')) && fits(name, part)).map((name) => base + name);
}

/** Matches `*` and `?` in time linear in the name for each star, by going back to the last star only. */
function fits(name: string, pattern: string): boolean {
  const [characters, wanted] = [[...name], [...pattern]];
  let [at, index, star, resume] = [0, 0, -1, 0];
  while (at < characters.length) {
    if (wanted[index] === '*') {
      [star, resume] = [index, at];
      index += 1;
    } else if (wanted[index] === '?' || wanted[index] === characters[at]) {
      index += 1;
      at += 1;
    } else if (star === -1) {
      return false;
    } else {
      resume += 1;
      [index, at] = [star + 1, resume];
    }
  }
  return wanted.slice(index).every((character) => character === '*');
}

function givenTwice(path: string, before: string): CrmEvalError {
  const names = path === before ? path : `${before}, ${path}`;
  return new CrmEvalError(
    'file-twice',
    'usage',
    { en: `the same file is given twice: ${names}`, 'zh-CN': `同一个文件给了两次：${names}` },
    { fix: { en: 'give each file once; its rows would be counted twice', 'zh-CN': '每个文件只给一次，否则其中的行会被重复计算' } },
  );
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** The name behind links; a missing file keeps its own, and the reader says that it is missing. */
function realName(path: string): string {
  return exists(path) ? realpathSync(path) : path;
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
