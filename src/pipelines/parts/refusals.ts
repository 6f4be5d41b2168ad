import type { ErrorCode } from '../../codes.ts';
import { CrmEvalError } from '../../errors.ts';
import type { Ingested } from '../../ingest/contract.ts';
import type { IsoDate, Period } from '../../lib/dates.ts';
import type { Localized } from '../../lib/localized.ts';
import { spanOf } from '../../lib/periods.ts';

/** The refusal of what needs orders with a customer and a date where no row of the files is one: with what became of the rows. */
export function noDatedOrders(code: ErrorCode, purpose: Localized, { inputs }: Pick<Ingested, 'inputs'>): CrmEvalError {
  const given = inputs.map(({ file, role, rows_read: read, rows_used: used, reasons }) => {
    const why = Object.entries(reasons).map(([reason, rows]) => `${reason} ${rows}`);
    const lost = used < read && why.length > 0 ? `: ${why.join(', ')}` : '';
    return `${file} (${role}, ${used}/${read}${lost})`;
  });
  const orders = inputs.filter(({ role }) => role === 'orders');
  const unused = orders.length > 0 && orders.every(({ rows_used: used }) => used === 0);
  return new CrmEvalError(
    code,
    'usage',
    {
      en: `${purpose.en} needs orders with a customer and a date; none is among the rows used of ${given.join(', ')}`,
      'zh-CN': `${purpose['zh-CN']}需要带客户和日期的订单；已使用的行中没有：${given.join('，')}`,
    },
    {
      fix: unused
        ? {
            en: 'crm-eval check FILES shows why each row was left out; a later --as-of takes later orders',
            'zh-CN': '可用 crm-eval check 文件 查看每行未被使用的原因；更晚的 --as-of 会纳入更晚的订单',
          }
        : {
            en: 'add the order file, or name its columns: --map orders.customer_id=HEADER --map orders.ordered_at=HEADER',
            'zh-CN': '请加上订单文件，或指定列：--map orders.customer_id=列名 --map orders.ordered_at=列名',
          },
    },
  );
}

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
