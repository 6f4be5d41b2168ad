import { CrmEvalError, type ExitName } from '../errors.ts';
import type { Finding, Input } from '../result/result.ts';

/** What is known of the data. */
interface Found {
  readonly inputs: readonly Input[];
  readonly findings: readonly Finding[];
}

/** What the user allows of problems in the data. */
export interface Limits {
  /** Null: any number. */
  readonly maxErrors: number | null;
  readonly strict: boolean;
}

/** Throws `data-problems` where the exit code would be that of data problems: for what must not be written then. */
export function checkLimits(found: Found, limits: Limits): void {
  if (exitOf(found, limits) === 'done') return;
  const errors = errorCount(found);
  throw new CrmEvalError(
    'data-problems',
    'dataProblems',
    limits.maxErrors !== null && errors > limits.maxErrors
      ? {
          en: `errors in the files: ${errors}, --max-errors allows ${limits.maxErrors}: nothing was loaded`,
          'zh-CN': `文件中有 ${errors} 项错误，超过 --max-errors ${limits.maxErrors}：未载入任何数据`,
        }
      : {
          en: 'the files have warnings and --strict allows none: nothing was loaded',
          'zh-CN': '文件中有警告，--strict 不允许：未载入任何数据',
        },
    { fix: { en: 'crm-eval check FILES lists them', 'zh-CN': '可用 crm-eval check 文件 列出全部问题' } },
  );
}

/** `dataProblems` where more errors were found than allowed (null: any number), or with `strict` any warning; else `done`. */
export function exitOf(result: Found, limits: Limits): ExitName {
  if (limits.maxErrors !== null && errorCount(result) > limits.maxErrors) return 'dataProblems';
  if (limits.strict && result.findings.some((finding) => finding.level !== 'info')) return 'dataProblems';
  return 'done';
}

/** Rejected rows or findings of level error, whichever are more: a rejected row is a finding too. */
export function errorCount(result: Found): number {
  const rejected = result.inputs.reduce((sum, input) => sum + input.rows_rejected, 0);
  const found = result.findings.reduce((sum, finding) => sum + (finding.level === 'error' ? finding.count : 0), 0);
  return Math.max(rejected, found);
}
