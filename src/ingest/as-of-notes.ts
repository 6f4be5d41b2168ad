import { daysBetween, type IsoDate } from '../lib/dates.ts';
import type { Localized } from '../lib/localized.ts';
import { type Trouble, trouble } from '../quality/check.ts';
import type { DatedField, IsolatedRows, LatestDate, PlannedDays } from './as-of.ts';

/** Days without an order after which a file counts as older than the run. */
const oldDays = 60;

/**
 * What has to be said of the as-of date: that it lies long after the last order, which makes every customer look silent, and where it comes
 * from if not from the orders.
 */
export function asOfNotes(asked: IsoDate | null, { date, from, ordersEnd, ordersPace, isolated, aside, planned }: LatestDate): Trouble[] {
  const asOf = asked ?? date;
  const last = ordersEnd ?? date;
  if (asOf === null || last === null) return [];
  const notes =
    asked !== null ? [] : [...(isolated === null ? [] : [isolatedDateNote(isolated)]), ...(aside === null ? [] : [asideNote(aside)])];
  if (planned !== null && planned.date > asOf) notes.push(plannedNote(planned, asOf));
  const days = daysBetween(last, asOf);
  if (days > oldDays && isolated?.before !== last) notes.push(oldFilesNote(days, last, ordersEnd !== null));
  else if (asked === null && from !== null && days > 0) notes.push(asOfFromNote(from, asOf, last, ordersPace));
  return notes;
}

function oldFilesNote(days: number, last: IsoDate, hasOrders: boolean): Trouble {
  const [en, zh] = hasOrders ? ['last order', '最后一笔订单'] : ['latest date', '最晚的日期'];
  return trouble(
    'data-old',
    'warning',
    days,
    {
      en: `days lie between the ${en} of the files (${last}) and the as-of date: customers look silent because the files end`,
      'zh-CN': `天：文件中${zh}（${last}）距统计日期的天数；客户看似沉默，是因为数据到此为止`,
    },
    { en: `export the files anew, or use --as-of ${last}`, 'zh-CN': `请重新导出文件，或使用 --as-of ${last}` },
    { value: last },
  );
}

/** So many days without a row of orders, and so many rows that would have come in them, and the orders are taken to be an older export. */
const staleDays = 7;
const staleRows = 10;

function asOfFromNote({ entity, field }: DatedField, asOf: IsoDate, last: IsoDate, pace: number | null): Trouble {
  const days = daysBetween(last, asOf);
  const missing = Math.round((pace ?? 0) * days);
  const stale = days > staleDays && missing >= staleRows;
  const silent: Localized = stale
    ? {
        en: `, and about ${missing} more rows would have come since at the pace before: customers look silent because the orders end`,
        'zh-CN': `，按此前速度其后应再有约 ${missing} 行；客户看似沉默，是因为订单到此为止`,
      }
    : { en: '', 'zh-CN': '' };
  return trouble(
    'as-of-from-other-files',
    stale ? 'warning' : 'info',
    1,
    {
      en: `the as-of date is the latest of all files, from ${entity}.${field} (${asOf}); the last order is of ${last}${silent.en}`,
      'zh-CN': `统计日期取所有文件中最晚的日期，来自 ${entity}.${field}（${asOf}）；最后一笔订单为 ${last}${silent['zh-CN']}`,
    },
    stale
      ? { en: `export the orders anew, or go by them: --as-of ${last}`, 'zh-CN': `请重新导出订单，或以订单为准：--as-of ${last}` }
      : { en: `to go by the orders: --as-of ${last}`, 'zh-CN': `如需以订单为准：--as-of ${last}` },
    { value: asOf },
  );
}

function isolatedDateNote({ date, rows, before, at }: IsolatedRows): Trouble {
  return trouble(
    'date-isolated',
    'warning',
    rows,
    {
      en: `rows dated up to ${date} lie far after all others (${before}) and set the as-of date`,
      'zh-CN': `日期至 ${date} 的行远晚于其他数据（${before}），并决定了统计日期`,
    },
    { en: `if the date is a slip: --as-of ${before}`, 'zh-CN': `如日期有误：--as-of ${before}` },
    { value: date, ...at },
  );
}

function asideNote({ date, rows, before, at }: IsolatedRows): Trouble {
  return trouble(
    'date-isolated',
    'warning',
    rows,
    {
      en: `rows dated up to ${date} lie years after all others and do not set the as-of date, which is ${before}`,
      'zh-CN': `日期至 ${date} 的行比其他数据晚数年，不用于确定统计日期（仍为 ${before}）`,
    },
    { en: `correct the dates, or say the day: --as-of ${date}`, 'zh-CN': `请更正日期；如日期无误，请用 --as-of ${date}` },
    { value: date, ...at },
  );
}

function plannedNote({ rows, date }: PlannedDays, asOf: IsoDate): Trouble {
  return trouble(
    'deal-closing-planned',
    'info',
    rows,
    {
      en: `won deals have a closing day after the as-of date ${asOf}, up to ${date}: the column has planned days, which do not set it`,
      'zh-CN': `个赢单商机的成交日期晚于统计日期 ${asOf}（至 ${date}）：该列为计划日期，不用于确定统计日期`,
    },
    { en: 'export the day the deal was closed, too', 'zh-CN': '请一并导出实际成交日期' },
    { value: date },
  );
}
