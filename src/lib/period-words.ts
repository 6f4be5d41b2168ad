import { addDays, type Period } from './dates.ts';
import type { Localized } from './localized.ts';

const months = 'January February March April May June July August September October November December'.split(' ');
const quarters = [
  ['first', '一'],
  ['second', '二'],
  ['third', '三'],
  ['fourth', '四'],
] as const;

/** Of the year, from 1. */
export function monthName(month: number): Localized {
  return { en: months[month - 1]!, 'zh-CN': `${month} 月` };
}

/** A period as people call it: a year, a quarter, a month, else its first and last day. */
export function periodWords({ from, to }: Period): Localized {
  const [year, month] = [from.slice(0, 4), Number(from.slice(5, 7))];
  const length = (Number(to.slice(0, 4)) - Number(year)) * 12 + Number(to.slice(5, 7)) - month;
  const isWhole = from.endsWith('-01') && to.endsWith('-01');
  if (isWhole && length === 12 && month === 1) return { en: year, 'zh-CN': `${year} 年` };
  if (isWhole && length === 3 && month % 3 === 1) {
    const [en, zh] = quarters[(month - 1) / 3]!;
    return { en: `the ${en} quarter of ${year}`, 'zh-CN': `${year} 年第${zh}季度` };
  }
  if (isWhole && length === 1) return { en: `${months[month - 1]} ${year}`, 'zh-CN': `${year} 年 ${month} 月` };
  const last = addDays(to, -1);
  return { en: `${from} to ${last}`, 'zh-CN': `${from} 至 ${last}` };
}

/** An earlier period beside one that is named: `September`, `9 月`, with its year only where that is another. */
export function earlierWords(earlier: Period, named: Period): Localized {
  const words = periodWords(earlier);
  const year = earlier.from.slice(0, 4);
  if (year !== named.from.slice(0, 4) || words.en === year || words.en.startsWith(year)) return words;
  return { en: words.en.replace(` of ${year}`, '').replace(` ${year}`, ''), 'zh-CN': words['zh-CN'].replace(`${year} 年`, '').trimStart() };
}
