import { sql } from '../../engine/sql.ts';
import type { Row } from '../../lib/rows.ts';
import type { Finding } from '../../result/result.ts';
import { amountText } from '../../views/number-words.ts';
import { findingsOf, type NoteKinds, noteOf } from '../../views/notes.ts';
import type { PoolInput, PoolRun } from './run.ts';

/** Where the log of the pool contradicts itself, or lacks what it needs. */
export async function logFindings({ engine, lang }: PoolInput, { hasLog }: PoolRun): Promise<Finding[]> {
  if (!hasLog) return [];
  const rows = await engine.rows<Found>(
    sql`select contradiction, events as n, lead_id as example, first_at as first from log_contradictions`,
  );
  const found = new Map(rows.map((row) => [row.contradiction, row]));
  const notes = kinds.flatMap(([contradiction, code]) => {
    const row = found.get(contradiction);
    return row === undefined ? [] : [noteOf(logNotes, code, row)];
  });
  return findingsOf(notes, lang);
}

interface Found extends Row {
  readonly contradiction: string;
  /** Events that contradict. */
  readonly n: number;
  /** One of the leads; null where the events have none. */
  readonly example: string | null;
  /** When the earliest was; null where the events have no time. */
  readonly first: string | null;
}

/** The contradictions of `log_contradictions`, the gravest first, and the code of each. */
const kinds = [
  ['without_lead', 'log-event-without-lead'],
  ['without_time', 'log-event-without-time'],
  ['without_rep', 'log-event-without-rep'],
  ['conversion_by_other', 'log-conversion-by-other'],
  ['contact_by_other', 'log-contact-by-other'],
  ['returned_twice', 'log-returned-twice'],
  ['claimed_after_invalid', 'log-claimed-after-invalid'],
] as const;

function many(n: number, one: string, several: string): string {
  return `${amountText(n)} ${n === 1 ? one : several}`;
}

const logNotes = {
  'log-event-without-lead': {
    level: 'warning',
    text: ({ n, first }: Found) => ({
      message: {
        en: `${many(n, 'event', 'events')} in the log of the pool without a lead, the earliest of ${first}: left out`,
        'zh-CN': `公海流转记录中有 ${amountText(n)} 次流转没有线索编号（最早 ${first}）：未计入`,
      },
      fix: { en: 'export the number of the lead with each event', 'zh-CN': '请在每条流转记录中导出线索编号' },
    }),
  },
  'log-event-without-time': {
    level: 'warning',
    text: ({ n, example }: Found) => ({
      message: {
        en: `${many(n, 'event', 'events')} in the log of the pool without a time, such as one of ${example}: left out`,
        'zh-CN': `公海流转记录中有 ${amountText(n)} 次流转没有时间（如 ${example}）：未计入`,
      },
      fix: { en: 'export the time of each event: --map pool_events.at=HEADER', 'zh-CN': '请导出流转时间：--map pool_events.at=列名' },
    }),
  },
  'log-event-without-rep': {
    level: 'warning',
    text: ({ n, example }: Found) => ({
      message: {
        en: `${many(n, 'claim or assignment', 'claims and assignments')} in the log of the pool without a rep, such as one of ${example}: no rep's figures have them`,
        'zh-CN': `公海流转记录中有 ${amountText(n)} 次领取或分配未注明销售（如 ${example}）：不计入任何销售的指标`,
      },
      fix: {
        en: 'export who got the lead: --map pool_events.rep=HEADER',
        'zh-CN': '请导出取得线索的销售：--map pool_events.rep=列名',
      },
    }),
  },
  'log-conversion-by-other': {
    level: 'warning',
    text: ({ n, example }: Found) => ({
      message: {
        en: `${many(n, 'conversion', 'conversions')} by a rep who did not have the lead then, such as that of ${example}: counted for who had it, where anybody had`,
        'zh-CN': `${amountText(n)} 次转化的操作人当时并未持有该线索（如 ${example}）：计入当时的持有人（若有）`,
      },
      fix: {
        en: 'see whether claims or assignments are missing in the log',
        'zh-CN': '请核对流转记录是否缺少领取或分配',
      },
    }),
  },
  'log-contact-by-other': {
    level: 'info',
    text: ({ n, example }: Found) => ({
      message: {
        en: `${many(n, 'contact', 'contacts')} by a rep who did not have the lead then, such as one of ${example}: counted for who had it, where anybody had`,
        'zh-CN': `${amountText(n)} 次跟进的操作人当时并未持有该线索（如 ${example}）：计入当时的持有人（若有）`,
      },
      fix: {
        en: 'see whether claims or assignments are missing in the log, or who worked the leads of others',
        'zh-CN': '请核对流转记录是否缺少领取或分配，或是否有人跟进他人的线索',
      },
    }),
  },
  'log-returned-twice': {
    level: 'info',
    text: ({ n, example }: Found) => ({
      message: {
        en: `${amountText(n)} times a lead was given back or recycled that already lay in the pool, such as ${example}: no claim in between`,
        'zh-CN': `${amountText(n)} 次退回或回收的线索已在公海（如 ${example}）：其间没有领取`,
      },
      fix: { en: 'see whether claims are missing in the log', 'zh-CN': '请核对流转记录是否缺少领取' },
    }),
  },
  'log-claimed-after-invalid': {
    level: 'info',
    text: ({ n, example }: Found) => ({
      message: {
        en: `${amountText(n)} times a lead was claimed or assigned after it had been judged invalid, such as ${example}: invalid unless it converts`,
        'zh-CN': `${amountText(n)} 次领取或分配了已判无效的线索（如 ${example}）：除非转化，仍按无效计`,
      },
      fix: { en: 'see which of the two is right', 'zh-CN': '请核对哪一条记录正确' },
    }),
  },
} as const satisfies NoteKinds;
