import type { IsoDate } from '../../lib/dates.ts';
import type { Lang } from '../../lib/localized.ts';
import { findingOf } from '../../result/finding.ts';
import type { Finding } from '../../result/result.ts';
import type { LoadRecord } from './load-record.ts';

/** What a run has to say of loaded tables that the load could not know. */
export function laterOrders(schema: string, count: number, lang: Lang): Finding {
  const message = {
    en: 'order lines after the as-of date are left out; the account of rows is that of the load',
    'zh-CN': '截止日期之后的订单行未计入；行数核对为载入时的数字',
  };
  return findingOf({ code: 'after-as-of', level: 'info', file: `${schema}.orders`, count, message }, lang);
}

/** What was set aside as later than the as-of date of the load is not in the tables, and would count now. */
export function ordersLeftOut(record: LoadRecord, asOf: IsoDate, lang: Lang): Finding[] {
  if (record.as_of === null || record.as_of >= asOf) return [];
  const message = {
    en: `lines later than ${record.as_of} were left out by the load, and are missing in figures as of ${asOf}`,
    'zh-CN': `载入时未写入晚于 ${record.as_of} 的行，截至 ${asOf} 的数字因此不含这些行`,
  };
  const fix = { en: 'load the files again, with a later --as-of or none', 'zh-CN': '请用更晚的 --as-of（或不加）重新载入文件' };
  return record.inputs.flatMap(({ file, sheet, reasons }) => {
    const count = reasons['after-as-of'] ?? 0;
    return count === 0 ? [] : [findingOf({ code: 'load-as-of', level: 'warning', file, sheet, count, message, fix }, lang)];
  });
}
