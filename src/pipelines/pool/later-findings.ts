import { identifier, join, sql } from '../../engine/sql.ts';
import type { IsoDate } from '../../lib/dates.ts';
import type { PoolRecordKind } from '../../metrics/choices.ts';
import { isBeforeRecords } from '../../metrics/leads/parts/contact-records.ts';
import type { Finding, ResultRow } from '../../result/result.ts';
import { numberOf } from '../../views/number-of.ts';
import { amountText } from '../../views/number-words.ts';
import { findingsOf, type Note, type NoteKinds, noteOf } from '../../views/notes.ts';
import type { PoolInput, PoolRun } from './run.ts';

/** What the files tell of a later time only: contacts that began to be recorded after the leads came in, and the state of a list of a later day. */
export async function laterFindings({ engine, ingested: { asOf }, lang }: PoolInput, { of }: Pick<PoolRun, 'of'>): Promise<Finding[]> {
  const contacts = await contactsRecordedLater(engine);
  const states = asOf === null ? null : await statesLaterThan(engine, of, asOf);
  const notes: Note[] = [
    ...(contacts === null ? [] : [noteOf(laterNotes, 'contacts-recorded-later', contacts)]),
    ...(states === null ? [] : [noteOf(laterNotes, 'lead-state-later', states)]),
  ];
  return findingsOf(notes, lang);
}

interface LaterContacts {
  readonly n: number;
  readonly all: number;
  readonly since: IsoDate;
}

async function contactsRecordedLater(engine: PoolInput['engine']): Promise<LaterContacts | null> {
  const isEarlier = isBeforeRecords('created_at', 'contacts_since');
  const [row] = await engine.rows<ResultRow>(sql`
    select
      count(*) as leads,
      count(*) filter (where ${isEarlier}) as earlier,
      max(case when ${isEarlier} then contacts_since end) as since
    from lead_course`);
  const n = numberOf(row?.['earlier']) ?? 0;
  return n === 0 ? null : { n, all: numberOf(row?.['leads']) ?? 0, since: String(row?.['since']) };
}

interface LaterStates {
  readonly n: number;
  readonly asOf: IsoDate;
  readonly last: IsoDate;
}

/** Leads of a list from after the as-of date, whose state on that day no log tells; null where there are none. */
async function statesLaterThan(engine: PoolInput['engine'], of: PoolRecordKind, asOf: IsoDate): Promise<LaterStates | null> {
  const dates = {
    leads: ['created_at', 'assigned_at', 'first_contact_at', 'last_contact_at', 'returned_at', 'converted_at'],
    customers: ['created_on', 'assigned_at', 'last_contact_at', 'returned_at'],
  }[of].map((field) => sql`cast(${identifier(field)} as date)`);
  const [row] = await engine.rows<ResultRow>(sql`
    select listed.leads, dated.last_day
    from (
      select count(*) as leads
      from lead_file as given
      left join (select lead_id from lead_log group by lead_id) as logged on logged.lead_id = given.lead_id
      where logged.lead_id is null and not given.is_outdated
    ) as listed
    cross join (select max(greatest(${join(dates)})) as last_day from ${identifier(of)}) as dated
    where dated.last_day > ${asOf}::date`);
  const n = numberOf(row?.['leads']) ?? 0;
  return n === 0 ? null : { n, asOf, last: String(row?.['last_day']) };
}

const laterNotes = {
  'contacts-recorded-later': {
    level: 'warning',
    text: ({ n, all, since }: LaterContacts) => ({
      message: {
        en: `contacts are on record since ${since}: of ${amountText(n)} of ${amountText(all)} leads, which came in or were claimed more than 30 days before, nobody knows when they were contacted first, or whether at all`,
        'zh-CN': `跟进记录始于 ${since}：${amountText(all)} 条线索中有 ${amountText(n)} 条在此 30 天以前进入或被领取，是否及何时首次跟进不明`,
      },
      fix: {
        en: 'add earlier exports of calls, visits and tasks with their lead',
        'zh-CN': '请加入更早的、带线索编号的电话、拜访、任务等跟进记录',
      },
    }),
  },
  'lead-state-later': {
    level: 'warning',
    text: ({ n, asOf, last }: LaterStates) => ({
      message: {
        en: `the list of leads is of ${last} or later: owner and state of ${amountText(n)} ${n === 1 ? 'lead' : 'leads'} without a log are those of that day, not of the as-of date ${asOf}`,
        'zh-CN': `线索表导出于 ${last} 或更晚：${amountText(n)} 条没有流转记录的线索，其负责人与状态为导出时的，而非统计日期 ${asOf} 的`,
      },
      fix: {
        en: 'add the log of claims and returns (lead, event, time, rep), or the list exported on that day',
        'zh-CN': '请加入流转记录（线索、操作、时间、销售），或统计日期当日导出的线索表',
      },
    }),
  },
} as const satisfies NoteKinds;
