import { type Trouble, trouble } from '../quality/check.ts';
import type { Localized } from '../lib/localized.ts';
import type { FieldPlan, LoadedTable } from './table-plan.ts';

/** What a reader of the figures has to know about how the dates of a table were read. */
export function dateTroubles(loaded: LoadedTable): Trouble[] {
  return loaded.needed.flatMap((field) => [...orderTroubles(loaded, field), ...swappedTroubles(loaded, field)]);
}

const orderNames = { dmy: 'day-first', mdy: 'month-first', ymd: 'year-first' } as const;
const orderTitles: Readonly<Record<keyof typeof orderNames, string>> = { dmy: '日在前', mdy: '月在前', ymd: '年在前' };

function orderTroubles(loaded: LoadedTable, field: FieldPlan): Trouble[] {
  const { dateOrder, dateOrderSure, dateOrderFrom } = field.reading;
  if (dateOrder === null) return [];
  const other = orderNames[dateOrder === 'dmy' ? 'mdy' : 'dmy'];
  const at = { table: loaded, column: field.header };
  if (dateOrderFrom !== null) {
    const message = {
      en: `the column itself does not tell whether day or month comes first; read as ${orderNames[dateOrder]}, as the column ${dateOrderFrom} of the same file shows`,
      'zh-CN': `该列本身无法判断日、月先后，已依据同一文件的列“${dateOrderFrom}”按“${orderTitles[dateOrder]}”读取`,
    };
    return [trouble('date-order-from-sibling', 'info', 1, message, fixOf(loaded, field, other), at)];
  }
  if (dateOrderSure) return [];
  const message = {
    en: `it is not certain whether day, month or year comes first; read as ${orderNames[dateOrder]}`,
    'zh-CN': `无法确定日、月、年的先后，已按“${orderTitles[dateOrder]}”读取`,
  };
  return [trouble('date-order-ambiguous', 'warning', 1, message, fixOf(loaded, field, other), at)];
}

function swappedTroubles(loaded: LoadedTable, field: FieldPlan): Trouble[] {
  const { swapped, dateOrder } = field.reading;
  if (swapped === null || dateOrder === null || swapped.kind === 'said' || swapped.kind === 'unknown') return [];
  const at = { table: loaded, column: field.header };
  const name = orderNames[dateOrder];
  if (swapped.kind === 'back') {
    const message = {
      en: 'true dates with a day up to 12 stand beside text dates with a day beyond 12: a spreadsheet had swapped day and month, and they are read swapped back',
      'zh-CN': '日 ≤ 12 的真日期与日 > 12 的文本日期混在同一列：表格软件把日、月颠倒了，已换回读取',
    };
    return [trouble('dates-swapped', 'warning', swapped.dates, message, fixOf(loaded, field, name), at)];
  }
  const message = {
    en: 'dates with a day up to 12 stand beside text dates of another form: a spreadsheet may have swapped day and month in them; they are read as they stand',
    'zh-CN': '日 ≤ 12 的日期与另一写法的文本日期混在同一列，日、月可能已被表格软件颠倒；按原样读取',
  };
  return [trouble('dates-swapped', 'warning', swapped.dates, message, fixOf(loaded, field, `${name}-swapped`), at)];
}

function fixOf({ entity }: LoadedTable, { name }: FieldPlan, order: string): Localized {
  const option = `--map ${entity.id}.${name}.order=${order}`;
  return { en: `if that is wrong: ${option}`, 'zh-CN': `如有误：${option}` };
}
