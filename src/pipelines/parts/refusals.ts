import type { ErrorCode } from '../../codes.ts';
import { CrmEvalError } from '../../errors.ts';
import type { IsoDate, Period } from '../../lib/dates.ts';
import type { Localized } from '../../lib/localized.ts';
import { spanOf } from '../../lib/periods.ts';

/** A usage error with its fix. */
export function refusal(code: ErrorCode, text: Localized, fix: Localized): CrmEvalError {
  return new CrmEvalError(code, 'usage', text, { fix });
}

/** The period has nothing yet by the as-of date. */
export function periodNotBegun(period: Period, asOf: IsoDate): CrmEvalError {
  return refusal(
    'period-not-begun',
    { en: `the period ${spanOf(period)} begins after ${asOf}, the as-of date`, 'zh-CN': `统计期 ${spanOf(period)} 晚于截止日期 ${asOf}` },
    { en: 'choose an earlier --period, or a later --as-of', 'zh-CN': '请选择更早的 --period，或更晚的 --as-of' },
  );
}
