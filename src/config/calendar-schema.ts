import { z } from 'zod';
import { calendar } from '../metrics/calendar-parameter.ts';
import { about } from './messages.ts';

const hours = calendar.unwrap().shape;

/** When people work, as the config has it. */
export const calendarSettings = z
  .strictObject({
    hours: hours.hours.meta(
      about('Working hours of a day: 09:00-18:00, or several shifts.', '每天的工作时间：09:00-18:00，可写多个时段。', '09:00-18:00', [
        '09:00-12:00',
        '13:30-18:00',
      ]),
    ),
    weekend: hours.weekend.meta(about('Days of the week that are not worked.', '每周休息日。')),
    holidays: hours.holidays.meta(
      about(
        'none, a list of dates, or cn: public holidays of mainland China with the days worked for them.',
        'none（不计）、日期列表，或 cn：中国大陆法定节假日与调休上班日。',
        'cn',
        ['2026-12-25'],
      ),
    ),
    workdays: hours.workdays.meta(
      about('Days that are worked although they are at a weekend or a holiday.', '虽为休息日或节假日但上班的日期。', ['2026-02-14']),
    ),
  })
  .prefault({});
