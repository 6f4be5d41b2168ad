import { CrmEvalError } from '../errors.ts';
import type { Localized } from '../lib/localized.ts';

/** What to do where a sum does not fit its column. */
export const overflowFix: Localized = {
  en: 'look for absurd amounts or quantities in the data: money holds 14 digits before the point',
  'zh-CN': '请检查数据中异常大的金额或数量：金额最多 14 位整数',
};

/** DuckDB's words where a decimal does not hold a number, as an error of the data; null for any other error. */
export function overflowError(error: unknown): CrmEvalError | null {
  const message = error instanceof Error ? error.message : '';
  const value = /^Conversion Error: Casting value "([^"]+)" to type DECIMAL\(\d+,\d+\) failed/.exec(message)?.[1];
  if (value === undefined) return null;
  const text = { en: `a sum is too large for its column: ${value}`, 'zh-CN': `合计超出列的范围：${value}` };
  return new CrmEvalError('number-overflow', 'inputUnreadable', text, { fix: overflowFix, cause: error });
}
