import { CrmEvalError } from '../errors.ts';

/** What the engine and the system say when memory or disk is used up is no bug: the same error in the words of the tool; others as they are. */
export function resourceError(error: unknown): unknown {
  const message = error instanceof Error ? error.message : '';
  if (message.includes('No space left on device') || message.includes('ENOSPC')) {
    return new CrmEvalError(
      'scratch-full',
      'outputFailed',
      { en: 'the disk of the temporary folder is full', 'zh-CN': '临时目录所在磁盘已满' },
      {
        fix: { en: 'free some space, or set TMPDIR to a folder on another disk', 'zh-CN': '请清理空间，或把 TMPDIR 设到其他磁盘' },
        cause: error,
      },
    );
  }
  if (!message.startsWith('Out of Memory Error')) return error;
  return new CrmEvalError(
    'memory-exhausted',
    'inputUnreadable',
    { en: 'the files need more memory than there is', 'zh-CN': '内存不足，无法处理这些文件' },
    {
      fix: { en: 'close other programs, use --threads 1, or split the files', 'zh-CN': '请关闭其他程序、使用 --threads 1，或拆分文件' },
      cause: error,
    },
  );
}
