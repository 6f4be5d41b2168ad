import { sql } from '../../engine/sql.ts';
import { chineseHolidays } from '../../lib/chinese-holidays.ts';
import type { IsoDate } from '../../lib/dates.ts';
import { isBeforeRecords } from '../../metrics/leads/parts/contact-records.ts';
import type { Finding } from '../../result/result.ts';
import { findingsOf, type NoteKinds, noteOf } from '../../views/notes.ts';
import type { PoolInput } from './run.ts';
import { allSpeeds } from './speed.ts';

/** What has to be known of the hours that leads waited. */
export async function speedFindings(input: PoolInput): Promise<Finding[]> {
  const beyond = await daysBeyondHolidays(input);
  const worked = await holidaysWorked(input);
  const all = await allSpeeds(input);
  const contacted = Number(all?.['contacted'] ?? 0);
  const { unrecorded, converted } = await unrecordedContacts(input);
  return findingsOf(
    [
      ...(unrecorded * 10 > converted ? [noteOf(speedNotes, 'contacts-unrecorded', { unrecorded, converted })] : []),
      ...(beyond === null ? [] : [noteOf(speedNotes, 'holidays-unknown', beyond)]),
      ...(worked > 0 && contacted > 0 ? [noteOf(speedNotes, 'holidays-worked', { days: worked })] : []),
      ...(contacted > 0 && all?.['without_time'] === contacted ? [noteOf(speedNotes, 'contacts-without-time', { contacted })] : []),
    ],
    input.lang,
  );
}

interface Unrecorded {
  /** Leads that became customers without a contact on record. */
  readonly unrecorded: number;
  readonly converted: number;
}

/** Of leads that came in since contacts are on record. None where the files record no contact at all: nothing is said of waiting times then. */
async function unrecordedContacts({ engine }: PoolInput): Promise<Unrecorded> {
  const [row] = await engine.rows<Readonly<Record<keyof Unrecorded | 'contacted', number>>>(sql`
    select
      count(first_contact_at) as contacted,
      count(*) filter (where outcome = 'converted' and first_contact_at is null) as unrecorded,
      count(*) filter (where outcome = 'converted') as converted
    from lead_course
    where not ${isBeforeRecords('created_at', 'contacts_since')}`);
  return row === undefined || row.contacted === 0 ? { unrecorded: 0, converted: 0 } : row;
}

interface BeyondHolidays {
  readonly days: number;
  readonly first: IsoDate;
  readonly last: IsoDate;
  readonly knownFrom: IsoDate;
  readonly knownTo: IsoDate;
}

/** Days of the data that no holidays are known for; null where there are none, or holidays do not matter. */
async function daysBeyondHolidays({ engine, settings }: PoolInput): Promise<BeyondHolidays | null> {
  if (settings.calendar.holidays !== 'cn') return null;
  const { firstDay, lastDay } = await chineseHolidays();
  const [row] = await engine.rows<{ days: number; first_day: IsoDate | null; last_day: IsoDate | null }>(sql`
    select count(*) as days, min(day) as first_day, max(day) as last_day
    from working_days
    where day < ${firstDay}::date or day > ${lastDay}::date`);
  const { days = 0, first_day: first = null, last_day: last = null } = row ?? {};
  return first === null || last === null ? null : { days, first, last, knownFrom: firstDay, knownTo: lastDay };
}

/** Public holidays of China that count as worked, for who reads Chinese and has set none: the files do not say where people work. */
async function holidaysWorked({ engine, ingested, lang, settings }: PoolInput): Promise<number> {
  if (lang !== 'zh-CN' || settings.calendar.holidays !== 'none') return 0;
  const { off } = await chineseHolidays();
  const days = await engine.rows<{ day: IsoDate }>(
    sql`select day from working_days where working_minutes > 0 and day <= ${ingested.asOf}::date`,
  );
  return days.filter(({ day }) => off.has(day)).length;
}

const speedNotes = {
  'holidays-unknown': {
    level: 'warning',
    text: ({ days, first, last, knownFrom, knownTo }: BeyondHolidays) => ({
      message: {
        en: `public holidays of China are known from ${knownFrom} to ${knownTo}: of ${days} days outside (${first} to ${last}) all but weekends count as worked`,
        'zh-CN': `法定节假日数据涵盖 ${knownFrom} 至 ${knownTo}：此外的 ${days} 天（${first} 至 ${last}）除周末外均按工作日计算`,
      },
      fix: {
        en: 'list the holidays and working days in pool.calendar, or update crm-eval',
        'zh-CN': '在 pool.calendar 中列出假期与上班日，或更新 crm-eval',
      },
    }),
  },
  'holidays-worked': {
    level: 'info',
    text: ({ days }: Pick<BeyondHolidays, 'days'>) => ({
      message: {
        en: `${days} public holidays of China in the data count as worked: waiting times over them are too long where people had them off`,
        'zh-CN': `数据期间有 ${days} 天法定节假日按工作日计算：若当天放假，跨节等待时间偏长`,
      },
      fix: {
        en: 'take them out: pool.calendar.holidays: cn; if they are worked: holidays: []',
        'zh-CN': '扣除请设置 pool.calendar.holidays: cn；确实上班则设置 holidays: []',
      },
    }),
  },
  'contacts-unrecorded': {
    level: 'warning',
    text: ({ unrecorded, converted }: Unrecorded) => ({
      message: {
        en: `${unrecorded} of ${converted} leads became customers without a contact on record: contacts are not all recorded, and waiting times and unanswered leads are not to be relied on`,
        'zh-CN': `已转化的 ${converted} 条线索中有 ${unrecorded} 条没有跟进记录：跟进记录不全，等待时间与未跟进线索仅供参考`,
      },
      fix: { en: 'add the exports of calls, visits and tasks with their lead', 'zh-CN': '请加入带线索编号的电话、拜访、任务等跟进记录' },
    }),
  },
  'contacts-without-time': {
    level: 'info',
    text: ({ contacted }: { readonly contacted: number }) => ({
      message: {
        en: `none of the ${contacted} first contacts has a time of day: waiting times are right to the day, not to the hour`,
        'zh-CN': `${contacted} 条首次跟进均无具体时间：等待时间只精确到天`,
      },
      fix: { en: 'export the contacts with their time', 'zh-CN': '请导出带时间的跟进记录' },
    }),
  },
} as const satisfies NoteKinds;
