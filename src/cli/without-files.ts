import { CrmEvalError } from '../errors.ts';
import type { Call } from './call.ts';

/** At a terminal the help says more than an error. */
export function withoutFiles({ run, help }: Pick<Call, 'run' | 'help'>): void {
  if (run.stdin.isTTY !== true) {
    throw new CrmEvalError(
      'files-missing',
      'usage',
      { en: 'no file is given', 'zh-CN': '没有给出文件' },
      { fix: { en: 'name the exports to read, or - for the standard input', 'zh-CN': '请给出要读取的导出文件，或用 - 读取标准输入' } },
    );
  }
  help();
  run.finish('usage');
}
