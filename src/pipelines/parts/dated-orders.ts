import type { ErrorCode } from '../../codes.ts';
import { CrmEvalError } from '../../errors.ts';
import type { Ingested } from '../../ingest/contract.ts';
import type { Lang, Localized } from '../../lib/localized.ts';
import type { Input } from '../../result/result.ts';
import { reasonTitle, roleTitle } from './input-words.ts';

/** Whether the files have orders that say who bought and when. */
export function hasDatedOrders(available: Ingested['available']): boolean {
  return available.has('orders.customer_id') && available.has('orders.ordered_at');
}

/** `orders.csv (Orders, 0/12: cancelled 12)`. */
function givenText({ file, role, rows_read: read, rows_used: used, reasons }: Input, lang: Lang): string {
  const why = Object.entries(reasons).map(([reason, rows]) => `${reasonTitle(reason)[lang]} (${rows})`);
  const lost = used < read && why.length > 0 ? `: ${why.join('; ')}` : '';
  return `${file} (${roleTitle(role)[lang]}, ${used}/${read}${lost})`;
}

/** The refusal of what needs orders with a customer and a date where no row of the files is one: with what became of the rows. */
export function noDatedOrders(code: ErrorCode, purpose: Localized, { inputs }: Pick<Ingested, 'inputs'>): CrmEvalError {
  const given = (lang: Lang): string => inputs.map((input) => givenText(input, lang)).join({ en: ', ', 'zh-CN': '，' }[lang]);
  const orders = inputs.filter(({ role }) => role === 'orders');
  const unused = orders.length > 0 && orders.every(({ rows_used: used }) => used === 0);
  return new CrmEvalError(
    code,
    'usage',
    {
      en: `${purpose.en} needs orders with a customer and a date; none is among the rows used of ${given('en')}`,
      'zh-CN': `${purpose['zh-CN']}需要带客户和日期的订单；已使用的行中没有：${given('zh-CN')}`,
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
