import type { ErrorCode } from '../../codes.ts';
import { CrmEvalError, type ExitName } from '../../errors.ts';
import type { Localized } from '../../lib/localized.ts';
import type { DumpedWorkbook } from './dump-workbook.ts';

/** An error as it crosses from the worker: classes do not. */
export interface Failure {
  readonly code: ErrorCode;
  readonly exit: ExitName;
  readonly text: Localized;
  readonly fix: Localized | null;
}

export type WorkerAnswer =
  | { readonly kind: 'done'; readonly workbook: DumpedWorkbook }
  | { readonly kind: 'refused'; readonly failure: Failure }
  | { readonly kind: 'bug'; readonly message: string };

export function answerOf(error: unknown): WorkerAnswer {
  if (error instanceof CrmEvalError)
    return { kind: 'refused', failure: { code: error.code, exit: error.exit, text: error.text, fix: error.fix } };
  if (error instanceof Error && 'syscall' in error) return { kind: 'refused', failure: systemFailure(error.message) };
  return { kind: 'bug', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

export function errorOf(failure: Failure): CrmEvalError {
  return new CrmEvalError(failure.code, failure.exit, failure.text, failure.fix === null ? {} : { fix: failure.fix });
}

function systemFailure(message: string): Failure {
  return {
    code: 'workbook-unreadable',
    exit: 'inputUnreadable',
    text: { en: `the workbook cannot be read: ${message}`, 'zh-CN': `无法读取工作簿：${message}` },
    fix: {
      en: 'Check that the file is there and readable and that the disk has room.',
      'zh-CN': '请检查文件是否存在、是否有读取权限，以及磁盘空间是否充足。',
    },
  };
}
