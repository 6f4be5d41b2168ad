import { addDays, addMonths, type IsoDate } from '../../../lib/dates.ts';
import { chineseHolidays } from '../../../lib/chinese-holidays.ts';
import { type WorkingCalendar, workingDays } from '../../../lib/working-calendar.ts';

/** How many days of each month are worked. */
export async function workingDaysOf(months: readonly IsoDate[], calendar: WorkingCalendar): Promise<number[]> {
  const holidays = calendar.holidays === 'cn' ? await chineseHolidays() : { off: new Set<IsoDate>(), worked: new Set<IsoDate>() };
  return months.map(
    (month) =>
      workingDays(calendar, holidays, month, addDays(addMonths(month, 1), -1)).filter(({ working_minutes: minutes }) => minutes > 0).length,
  );
}
