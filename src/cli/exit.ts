import { CrmEvalError } from '../errors.ts';
import type { Localized } from '../lib/localized.ts';
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
  const reason = exitReason(found, limits);
  if (reason === null) return;
  const errors = errorCount(found);
  throw new CrmEvalError(
    'data-problems',
    'dataProblems',
    reason.isError
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

/** Why a run ends with the exit code of data problems: more errors than allowed, or only warnings; null where it does not. */
export function exitReason(result: Found, { maxErrors, strict }: Limits): (Localized & { readonly isError: boolean }) | null {
  const errors = errorCount(result);
  if (maxErrors !== null && errors > maxErrors) {
    const rejected = rejectedRows(result);
    const [what, zh] =
      rejected === errors
        ? [`row${errors === 1 ? '' : 's'} rejected`, `无效 ${errors} 行`]
        : [`error${errors === 1 ? '' : 's'}`, `错误 ${errors} 项`];
    return {
      isError: true,
      en: `exit 1: ${errors} ${what}, --max-errors ${maxErrors}`,
      'zh-CN': `退出码 1：${zh}，--max-errors ${maxErrors}`,
    };
  }
  const warnings = result.findings.reduce((sum, { level, count }) => sum + (level === 'info' ? 0 : count), 0);
  if (!strict || warnings === 0) return null;
  return {
    isError: false,
    en: `exit 1: ${warnings} warning${warnings === 1 ? '' : 's'}, --strict`,
    'zh-CN': `退出码 1：警告 ${warnings} 项，--strict`,
  };
}

function rejectedRows({ inputs }: Found): number {
  return inputs.reduce((sum, input) => sum + input.rows_rejected, 0);
}

/** Rejected rows or findings of level error, whichever are more: a rejected row is a finding too. */
export function errorCount(result: Found): number {
  const found = result.findings.reduce((sum, finding) => sum + (finding.level === 'error' ? finding.count : 0), 0);
  return Math.max(rejectedRows(result), found);
}
