import { exhausted } from '../engine/exhausted.ts';
import { CrmEvalError } from '../errors.ts';

/**
 * What the engine and the system say when memory or disk is used up is no bug: the same error in the words of the tool; others as they
 * are, and so is that of an output, which has a disk of its own.
 */
export function resourceError(error: unknown): unknown {
  const isOutput = error instanceof CrmEvalError && error.exit === 'outputFailed';
  switch (isOutput ? null : exhausted(error)) {
    case 'disk':
      return scratchFull(error);
    case 'memory':
      return memoryExhausted(error);
    case null:
      return error;
  }
}

function scratchFull(cause: unknown): CrmEvalError {
  return new CrmEvalError(
    'scratch-full',
    'outputFailed',
    { en: 'the disk of the temporary folder is full', 'zh-CN': '临时目录所在磁盘已满' },
    {
      fix: {
        en: 'name a folder on a disk with more space with --temp-dir, or give more memory with --memory-limit',
        'zh-CN': '请用 --temp-dir 指定空间更大的磁盘上的目录，或用 --memory-limit 提高内存上限',
      },
      cause,
    },
  );
}

function memoryExhausted(cause: unknown): CrmEvalError {
  return new CrmEvalError(
    'memory-exhausted',
    'inputUnreadable',
    { en: 'the work needs more memory than the engine may take', 'zh-CN': '所需内存超过计算引擎的上限' },
    {
      fix: {
        en: 'give more with --memory-limit, or use --threads 1, which needs less',
        'zh-CN': '请用 --memory-limit 提高上限，或加 --threads 1 减少占用',
      },
      cause,
    },
  );
}
