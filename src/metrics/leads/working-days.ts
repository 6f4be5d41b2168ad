import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { addDays, type IsoDate } from '../../lib/dates.ts';
import { chineseHolidays } from '../../lib/chinese-holidays.ts';
import { workingDays as daysOf } from '../../lib/working-calendar.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, pool } from '../parameters.ts';

const minutes = { unit: 'minutes' };

export const workingDays = defineMetric({
  id: 'working_days',
  question: both('How long is each day worked, and how long were all days before it?', '每天工作多久，此前各天共工作多久？'),
  grain: ['day'],
  columns: {
    day: column.date(
      both('Day', '日期'),
      both('Every day from the first that a lead has to the one after the as-of date.', '从线索最早的日期到统计日期次日，逐日一行。'),
    ),
    working_minutes: column.count(
      both('Working minutes', '工作分钟'),
      both('Of the day, by the working hours of the settings; 0 on days off.', '当天按设置的工作时间计算；休息日为 0。'),
      minutes,
    ),
    minutes_before: column.count(
      both('Minutes before', '此前工作分钟'),
      both('Working minutes of all earlier days of this table.', '本表中此前各天的工作分钟之和。'),
      minutes,
    ),
  },
  requires: [],
  uses: ['lead_course'],
  usesIfComputed: ['lead_spells'],
  source: 'Definition: pool.calendar; holidays of mainland China as the State Council announces them, from the package chinese-days.',
  parameters: z.object({ as_of: asOf, pool }),
  compute: async ({ as_of, pool: { calendar } }, rows) => {
    const [row] = await rows(sql`
      select cast(min(first_at) as date) as first_day
      from (
        select min(least(created_at, first_claimed_at, first_contact_at, held_since)) as first_at from lead_course
        union all
        select min(from_at) as first_at from lead_spells
      ) as firsts`);
    const first = row?.['first_day'] as IsoDate | null | undefined;
    if (as_of === null || first === null || first === undefined) return [];
    const holidays = calendar.holidays === 'cn' ? await chineseHolidays() : { off: new Set<IsoDate>(), worked: new Set<IsoDate>() };
    return daysOf(calendar, holidays, first, addDays(as_of, 1)).map((day) => ({ ...day }));
  },
});
