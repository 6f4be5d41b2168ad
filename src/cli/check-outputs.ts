import { realpathSync, statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { CrmEvalError } from '../errors.ts';
import { visible } from '../report/visible.ts';
import type { Run } from './context.ts';
import { formatOf, toStdout } from './emit.ts';
import type { InputFile } from './files.ts';
import type { Flags } from './options.ts';
import { refuseValue } from './option-values.ts';
import { checkOutput, outputOptions } from './output.ts';
import { partPaths } from './part-paths.ts';

/** Before any work: is the format one for the place, are the places free, and is none of them an input or given twice? */
export async function checkOutputs(run: Run, flags: Flags, inputs: readonly InputFile[]): Promise<void> {
  formatOf(run, flags);
  const taken = new Set(inputs.filter((file) => file.path !== '-').map((file) => realName(file.path, run.folder)));
  if (flags.split !== undefined) {
    if (toStdout(flags)) refuseValue('--split', flags.split, { en: '--out FILE beside it', 'zh-CN': '--out 文件' });
    if (extname(flags.out ?? '') === '')
      refuseValue('--out', flags.out ?? '', {
        en: 'a name with an ending, such as lists.xlsx',
        'zh-CN': '带扩展名的文件名，例如 名单.xlsx',
      });
    // Their names are not known yet, but their folder is.
    await checkOutput(partPaths(flags.out ?? '', [null])[0]!, { ...outputOptions(run, flags), force: true });
  }
  for (const path of [...(flags.split === undefined ? [flags.out ?? '-'] : []), ...(flags.rejects === undefined ? [] : [flags.rejects])]) {
    const name = path === '-' ? path : realName(path, run.folder);
    if (taken.has(name)) throw outputTaken(path);
    taken.add(name);
    await checkOutput(path, outputOptions(run, flags));
  }
}

function realName(path: string, folder: string): string {
  const full = resolve(folder, path);
  return statSync(full, { throwIfNoEntry: false }) === undefined ? full : realpathSync(full);
}

function outputTaken(path: string): CrmEvalError {
  const name = path === '-' ? { en: 'the standard output', 'zh-CN': '标准输出' } : { en: visible(path), 'zh-CN': visible(path) };
  return new CrmEvalError(
    'output-taken',
    'usage',
    { en: `${name.en} is an input or another output of this run`, 'zh-CN': `${name['zh-CN']} 已是本次运行的输入或另一个输出` },
    { fix: { en: 'choose another name', 'zh-CN': '请换一个文件名' } },
  );
}
