import type { WorkingTime } from '../../../forecast/targets/windows.ts';
import { chineseHolidays } from '../../../lib/chinese-holidays.ts';
import type { IsoDate } from '../../../lib/dates.ts';
import type { WorkingCalendar } from '../../../lib/working-calendar.ts';

/** The calendar with the public holidays that it names. */
export async function workingTimeOf(calendar: WorkingCalendar): Promise<WorkingTime> {
  const holidays = calendar.holidays === 'cn' ? await chineseHolidays() : { off: new Set<IsoDate>(), worked: new Set<IsoDate>() };
  return { calendar, holidays };
}
