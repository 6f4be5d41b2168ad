import type { IsoDate } from './dates.ts';
import type { PublicHolidays } from './working-calendar.ts';

/** Public holidays of mainland China and the days worked for them, as the State Council announced them, for whole years. */
export interface ChineseHolidays extends PublicHolidays {
  readonly firstDay: IsoDate;
  readonly lastDay: IsoDate;
}

/** They are read where they are asked for, not at the start of the program. */
export async function chineseHolidays(): Promise<ChineseHolidays> {
  const { default: days } = await import('chinese-days/dist/chinese-days.json', { with: { type: 'json' } });
  const off = Object.keys(days.holidays);
  const years = off.map((day) => day.slice(0, 4)).toSorted();
  return {
    off: new Set(off),
    worked: new Set(Object.keys(days.workdays)),
    firstDay: `${years[0]}-01-01`,
    lastDay: `${years.at(-1)}-12-31`,
  };
}
