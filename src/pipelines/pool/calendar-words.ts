import type { Config } from '../../config/schema.ts';
import type { Localized } from '../../lib/localized.ts';
import { shiftsOf, type Weekday } from '../../lib/working-calendar.ts';

const weekdayWords: Readonly<Record<Weekday, Localized>> = {
  mon: { en: 'Monday', 'zh-CN': '周一' },
  tue: { en: 'Tuesday', 'zh-CN': '周二' },
  wed: { en: 'Wednesday', 'zh-CN': '周三' },
  thu: { en: 'Thursday', 'zh-CN': '周四' },
  fri: { en: 'Friday', 'zh-CN': '周五' },
  sat: { en: 'Saturday', 'zh-CN': '周六' },
  sun: { en: 'Sunday', 'zh-CN': '周日' },
};

/** The working hours that waiting times are counted in, for the basis of what is counted so. */
export function calendarWords({ calendar }: Config['pool']): Localized {
  const hours = shiftsOf(calendar).map(({ from, to }) => `${clock(from)}–${clock(to)}`);
  const weekend = calendar.weekend.map((day) => weekdayWords[day]);
  const { holidays, workdays } = calendar;
  return {
    en: [
      `Working hours ${hours.join(', ')}`,
      weekend.length === 0 ? 'every day of the week' : `not on ${weekend.map(({ en }) => en).join(', ')}`,
      holidayWords(holidays).en,
      ...(workdays.length === 0 ? [] : [`${workdays.length} further working days of the settings`]),
    ]
      .join('; ')
      .concat('.'),
    'zh-CN': [
      `工作时间 ${hours.join('、')}`,
      weekend.length === 0 ? '每天上班' : `${weekend.map((day) => day['zh-CN']).join('、')}休息`,
      holidayWords(holidays)['zh-CN'],
      ...(workdays.length === 0 ? [] : [`设置中另有 ${workdays.length} 个上班日`]),
    ]
      .join('；')
      .concat('。'),
  };
}

function holidayWords(holidays: Config['pool']['calendar']['holidays']): Localized {
  if (holidays === 'cn') return { en: 'public holidays of mainland China off', 'zh-CN': '按中国大陆法定节假日与调休' };
  if (holidays === 'none')
    return {
      en: 'no public holidays (pool.calendar.holidays: cn takes out those of China)',
      'zh-CN': '未扣除节假日（pool.calendar.holidays: cn 可扣除法定节假日）',
    };
  return { en: `${holidays.length} holidays of the settings off`, 'zh-CN': `扣除设置中的 ${holidays.length} 天假期` };
}

/** Minutes from midnight as a time of day. */
function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
