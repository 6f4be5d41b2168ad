import type { ExitName } from '../errors.ts';
import type { Result } from '../result/result.ts';

/** `dataProblems` where more errors were found than allowed (null: any number), or with `strict` any warning; else `done`. */
export function exitOf(
  result: Pick<Result, 'inputs' | 'findings'>,
  limits: { readonly maxErrors: number | null; readonly strict: boolean },
): ExitName {
  if (limits.maxErrors !== null && errorCount(result) > limits.maxErrors) return 'dataProblems';
  if (limits.strict && result.findings.some((finding) => finding.level !== 'info')) return 'dataProblems';
  return 'done';
}

/** Rejected rows or findings of level error, whichever are more: a rejected row is a finding too. */
export function errorCount(result: Pick<Result, 'inputs' | 'findings'>): number {
  const rejected = result.inputs.reduce((sum, input) => sum + input.rows_rejected, 0);
  const found = result.findings.reduce((sum, finding) => sum + (finding.level === 'error' ? finding.count : 0), 0);
  return Math.max(rejected, found);
}
