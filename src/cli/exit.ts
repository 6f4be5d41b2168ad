import { CrmEvalError, exitCodes } from '../errors.ts';
import type { Localized } from '../lib/localized.ts';
import { kindsOf } from '../result/finding-groups.ts';
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

/** Why a run ends with the exit code of data problems. */
interface Reason extends Localized {
  readonly kind: 'errors' | 'unread' | 'warnings';
}

/** `exit 1: 3 rows rejected, --max-errors 0`. */
export function exitLine(reason: Localized): Localized {
  const code = exitCodes.dataProblems;
  return { en: `exit ${code}: ${reason.en}`, 'zh-CN': `退出码 ${code}：${reason['zh-CN']}` };
}

/** Throws `data-problems` where the exit code would be that of data problems: for what must not be written then. */
export function checkLimits(found: Found, limits: Limits): void {
  const reason = exitReason(found, limits);
  if (reason === null) return;
  throw new CrmEvalError('data-problems', 'dataProblems', nothingLoaded(reason, errorCount(found), limits), {
    fix: { en: 'crm-eval check FILES lists them', 'zh-CN': '可用 crm-eval check 文件 列出全部问题' },
  });
}

function nothingLoaded({ kind, ...reason }: Reason, errors: number, { maxErrors }: Limits): Localized {
  if (kind === 'errors')
    return {
      en: `errors in the files: ${errors}, --max-errors allows ${maxErrors}: nothing was loaded`,
      'zh-CN': `文件中有 ${errors} 项错误，超过 --max-errors ${maxErrors}：未载入任何数据`,
    };
  if (kind === 'unread') return { en: `${reason.en}: nothing was loaded`, 'zh-CN': `${reason['zh-CN']}：未载入任何数据` };
  return {
    en: 'the files have warnings and --strict allows none: nothing was loaded',
    'zh-CN': '文件中有警告，--strict 不允许：未载入任何数据',
  };
}

/** Why a run ends with the exit code of data problems: more errors than allowed, what could not be used at all, or only warnings; null where it does not. */
export function exitReason(result: Found, { maxErrors, strict }: Limits): Reason | null {
  const errors = errorCount(result);
  if (maxErrors !== null && errors > maxErrors) {
    const rejected = rejectedRows(result);
    const [what, zh] =
      rejected === errors
        ? [`row${errors === 1 ? '' : 's'} rejected`, `无效 ${errors} 行`]
        : [`error${errors === 1 ? '' : 's'}`, `错误 ${errors} 处`];
    return {
      kind: 'errors',
      en: `${errors} ${what}, --max-errors ${maxErrors}`,
      'zh-CN': `${zh}，--max-errors ${maxErrors}`,
    };
  }
  const unread = unreadReason(result);
  if (unread !== null) return unread;
  const kinds = kindsOf(result.findings);
  const warnings = kinds.warning + kinds.error;
  if (!strict || warnings === 0) return null;
  return {
    kind: 'warnings',
    en: `${warnings} warning${warnings === 1 ? '' : 's'}, --strict`,
    'zh-CN': `警告 ${warnings} 项，--strict`,
  };
}

/** Files of a folder that could not be read, or no row of use at all: a job that runs by itself must not take that for a success. */
function unreadReason({ inputs, findings }: Found): Reason | null {
  const left = findings.filter(({ code, level }) => code === 'file-left-out' && level !== 'info').length;
  if (left > 0)
    return {
      kind: 'unread',
      en: `${left} file${left === 1 ? '' : 's'} of the folder could not be read (file-left-out)`,
      'zh-CN': `文件夹中有 ${left} 个文件无法读取（file-left-out）`,
    };
  const hasRows = inputs.some(({ rows_read: read }) => read > 0);
  if (!hasRows || inputs.some(({ rows_used: used }) => used > 0)) return null;
  return { kind: 'unread', en: 'no row of the files can be used', 'zh-CN': '文件中没有可用的行' };
}

function rejectedRows({ inputs }: Found): number {
  return inputs.reduce((sum, input) => sum + input.rows_rejected, 0);
}

/** Rejected rows or findings of level error, whichever are more: a rejected row is a finding too. */
export function errorCount(result: Found): number {
  const found = result.findings.reduce((sum, finding) => sum + (finding.level === 'error' ? finding.count : 0), 0);
  return Math.max(rejectedRows(result), found);
}
