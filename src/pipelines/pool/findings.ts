import { sql } from '../../engine/sql.ts';
import { addDays, type IsoDate } from '../../lib/dates.ts';
import type { PoolRecordKind } from '../../metrics/choices.ts';
import type { Finding, ResultRow } from '../../result/result.ts';
import { amountText } from '../../views/number-words.ts';
import { findingsOf, type Note, type NoteKinds, noteOf } from '../../views/notes.ts';
import type { PoolInput, PoolRun } from './run.ts';

/** What the files cannot tell of the leads, and where they contradict themselves. */
export async function poolFindings(
  { engine, ingested, lang, whatIf = null }: PoolInput,
  { hasLog, forgotten, of }: PoolRun,
): Promise<Finding[]> {
  const [counts] = await engine.rows<ResultRow>(sql`
    select
      count(*) as leads,
      count(*) filter (where created_at is null) as unborn,
      count(*) filter (where last_contact_at is not null or contacts is not null) as recorded,
      count(*) filter (where outcome = 'converted') as converted,
      count(*) filter (where outcome = 'converted' and outcome_at is null) as undated,
      count(*) filter (where outcome_at < created_at) as reversed,
      min(case when outcome_at < created_at then lead_id end) as example
    from lead_course`);
  // A customer that bought and is lost contradicts nothing.
  const [marks] =
    of === 'customers'
      ? []
      : await engine.rows<ResultRow>(sql`select count(*) as both_ways from lead_file where is_converted and (is_lost or is_invalid)`);
  const { asOf } = ingested;
  const [ahead] =
    of === 'customers' || asOf === null
      ? []
      : await engine.rows<ResultRow>(
          sql`select count(*) as later, cast(max(converted_at) as date) as last_day from leads where converted_at >= ${addDays(asOf, 1)}::timestamp`,
        );
  const later = number(ahead?.['later']);
  const [spells] = hasLog
    ? await engine.rows<ResultRow>(
        sql`select count(*) as passed, min(lead_id) as example from lead_spells where ended_by = 'pass' and taken_by = 'claim'`,
      )
    : [];
  const notes: Note[] = [];
  if (!hasLog) notes.push(noteOf(poolNotes, 'pool-log-missing', null));
  if (forgotten > 0) notes.push(noteOf(poolNotes, 'lead-holders-forgotten', { n: forgotten }));
  if (!hasLog && whatIf !== null) notes.push(noteOf(poolNotes, 'what-if-without-log', null));
  if (number(counts?.['leads']) > 0 && number(counts?.['recorded']) === 0) notes.push(noteOf(poolNotes, 'contacts-missing', null));
  const figures = { leads: number(counts?.['leads']), converted: number(counts?.['converted']) };
  if (number(counts?.['unborn']) > 0)
    notes.push(noteOf(poolNotes, 'lead-created-missing', { n: number(counts?.['unborn']), all: figures.leads, of }));
  if (later > 0 && asOf !== null)
    notes.push(noteOf(poolNotes, 'lead-conversions-later', { n: later, asOf, last: String(ahead?.['last_day']) }));
  if (figures.leads > 0 && figures.converted === 0 && later === 0) notes.push(noteOf(poolNotes, 'lead-conversion-missing', { of }));
  if (number(counts?.['undated']) > 0)
    notes.push(noteOf(poolNotes, 'lead-conversion-undated', { n: number(counts?.['undated']), all: figures.converted, of }));
  if (number(counts?.['reversed']) > 0)
    notes.push(
      noteOf(poolNotes, 'lead-outcome-before-creation', { n: number(counts?.['reversed']), example: String(counts?.['example']) }),
    );
  if (number(marks?.['both_ways']) > 0) notes.push(noteOf(poolNotes, 'lead-converted-and-lost', { n: number(marks?.['both_ways']) }));
  if (number(spells?.['passed']) > 0)
    notes.push(noteOf(poolNotes, 'lead-taken-while-held', { n: number(spells?.['passed']), example: String(spells?.['example']) }));
  return findingsOf(notes, lang);
}

function number(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

interface Share {
  readonly n: number;
  readonly all: number;
  readonly of: PoolRecordKind;
}

/** The columns that the findings ask for, by what is evaluated. */
const fields = {
  leads: { created: 'leads.created_at', converted: 'leads.converted', convertedAt: 'leads.converted_at' },
  customers: { created: 'customers.created_on', converted: 'customers.is_customer', convertedAt: 'customers.first_order_on' },
} as const satisfies Record<PoolRecordKind, object>;

interface Some {
  readonly n: number;
  readonly example: string;
}

interface Later {
  readonly n: number;
  readonly asOf: IsoDate;
  readonly last: IsoDate;
}

const poolNotes = {
  'what-if-without-log': {
    level: 'warning',
    text: () => ({
      message: {
        en: 'other rules cannot be tried: without a log of the pool nobody knows who had which lead when, and when it was contacted',
        'zh-CN': '无法试算其他规则：没有公海流转记录，不知道何人何时持有线索、何时跟进',
      },
      fix: {
        en: 'add the log of claims, contacts and returns (lead, event, time, rep)',
        'zh-CN': '请加入领取、跟进与退回的流转记录（线索、操作、时间、销售）',
      },
    }),
  },
  'pool-log-missing': {
    level: 'info',
    text: () => ({
      message: {
        en: 'there is no log of the pool: how often leads were claimed, given back and recycled, and with it the use of the pool, is not known',
        'zh-CN': '没有公海流转记录：领取、退回、回收的次数以及公海利用率无法得出',
      },
      fix: {
        en: 'add the log of claims and returns (lead, event, time, rep)',
        'zh-CN': '请加入流转记录（线索、操作、时间、销售）',
      },
    }),
  },
  'lead-holders-forgotten': {
    level: 'warning',
    text: ({ n }: Pick<Some, 'n'>) => ({
      message: {
        en: `${amountText(n)} ${n === 1 ? 'lead' : 'leads'} in the pool without an owner: the list does not say who had them, so reps have only the leads that they kept; what each rep took and converts, and with it the allocation, is left out`,
        'zh-CN': `${amountText(n)} 条公海线索没有负责人：线索表未记录此前由谁持有，各销售只剩留在手中的线索；各销售的取得、转化及分配建议均不给出`,
      },
      fix: {
        en: 'add the log of claims and returns (lead, event, time, rep)',
        'zh-CN': '请加入流转记录（线索、操作、时间、销售）',
      },
    }),
  },
  'contacts-missing': {
    level: 'info',
    text: () => ({
      message: {
        en: 'no contact with a lead is on record: who was contacted, how fast, and with it the use of the pool, is not known',
        'zh-CN': '没有任何跟进记录：是否跟进、跟进快慢以及公海利用率无法得出',
      },
      fix: {
        en: 'add the exports of calls, visits and tasks with their lead, or the time of the last contact to the leads',
        'zh-CN': '请加入带线索编号的电话、拜访、任务等跟进记录，或在线索表中导出最后跟进时间',
      },
    }),
  },
  'lead-created-missing': {
    level: 'warning',
    text: ({ n, all, of }: Share) => ({
      message: {
        en: `${amountText(n)} of ${amountText(all)} leads have no date of creation: no period and no figure over time has them`,
        'zh-CN': `${amountText(all)} 条线索中有 ${amountText(n)} 条没有创建时间：各时期与时间类指标均不含这些线索`,
      },
      fix: {
        en: `export the date of creation: --map ${fields[of].created}=HEADER`,
        'zh-CN': `请导出创建时间：--map ${fields[of].created}=列名`,
      },
    }),
  },
  'lead-conversion-missing': {
    level: 'warning',
    text: ({ of }: Pick<Share, 'of'>) => ({
      message: {
        en: 'no lead is on record as converted: either none has converted, or the files do not say; conversion is not known',
        'zh-CN': '没有任何线索标记为已转化：可能尚无转化，也可能文件未注明；转化率无法得出',
      },
      fix: {
        en: `say which column tells: --map ${fields[of].converted}=HEADER${of === 'leads' ? ', or which word: --map leads.status.converted=WORD' : ''}`,
        'zh-CN': `请指明列名：--map ${fields[of].converted}=列名${of === 'leads' ? '，或状态词：--map leads.status.converted=状态词' : ''}`,
      },
    }),
  },
  'lead-conversions-later': {
    level: 'warning',
    text: ({ n, asOf, last }: Later) => ({
      message: {
        en: `${amountText(n)} ${n === 1 ? 'lead converts' : 'leads convert'} after the as-of date ${asOf} (the last on ${last}): not counted as converted`,
        'zh-CN': `${amountText(n)} 条线索的转化时间晚于统计日期 ${asOf}（最晚 ${last}）：未计为已转化`,
      },
      fix: { en: `to count them: --as-of ${last}`, 'zh-CN': `如需计入：--as-of ${last}` },
    }),
  },
  'lead-conversion-undated': {
    level: 'warning',
    text: ({ n, all, of }: Share) => ({
      message: {
        en: `${amountText(n)} of ${amountText(all)} converted leads have no date of conversion: figures over time are without them`,
        'zh-CN': `${amountText(all)} 条已转化线索中有 ${amountText(n)} 条没有转化时间：时间类指标不含这些线索`,
      },
      fix: {
        en: `export the date of conversion: --map ${fields[of].convertedAt}=HEADER`,
        'zh-CN': `请导出转化时间：--map ${fields[of].convertedAt}=列名`,
      },
    }),
  },
  'lead-outcome-before-creation': {
    level: 'warning',
    text: ({ n, example }: Some) => ({
      message: {
        en: `${amountText(n)} ${n === 1 ? 'lead' : 'leads'} converted or lost before coming in, first ${example}: without a duration`,
        'zh-CN': `${amountText(n)} 条线索的结果早于创建时间（如 ${example}）：不计算时长`,
      },
      fix: { en: 'see which of the two dates is right', 'zh-CN': '请核对这两个日期' },
    }),
  },
  'lead-converted-and-lost': {
    level: 'info',
    text: ({ n }: Pick<Some, 'n'>) => ({
      message: {
        en: `${amountText(n)} ${n === 1 ? 'lead is' : 'leads are'} marked converted and lost or invalid at once: they count as converted`,
        'zh-CN': `${amountText(n)} 条线索同时标记为已转化与流失或无效：按已转化计`,
      },
    }),
  },
  'lead-taken-while-held': {
    level: 'info',
    text: ({ n, example }: Some) => ({
      message: {
        en: `${amountText(n)} times a lead that a rep had claimed went to another rep without coming back to the pool, first ${example}`,
        'zh-CN': `${amountText(n)} 次：销售领取的线索未回公海即转给他人（如 ${example}）`,
      },
      fix: { en: 'see whether returns are missing in the log', 'zh-CN': '请核对流转记录是否缺少退回' },
    }),
  },
} as const satisfies NoteKinds;
