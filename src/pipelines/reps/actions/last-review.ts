import { join, sql } from '../../../engine/sql.ts';
import type { IsoDate } from '../../../lib/dates.ts';
import { both, type Localized } from '../../../lib/localized.ts';
import type { ResultRow } from '../../../result/result.ts';
import { numberOf } from '../../../views/number-of.ts';
import type { ActionInput, ActionSource, ActionState, ActionSubject, Done, EarlierAction } from './action.ts';

/** An action of the last review, and what became of it. */
export interface JudgedAction extends EarlierAction {
  readonly state: ActionState;
  readonly doneOn: IsoDate | null;
  /** What the files show of it. */
  readonly evidence: Localized;
  /** What the customer has bought after the day it was raised; null without a customer. */
  readonly revenueSince: number | null;
}

const stillOpen: ReadonlySet<string> = new Set(['open', 'late']);

/** The actions that a review left to be done, from the rows that it wrote; tasks of plans have a file of their own. */
export function earlierActions(rows: readonly ResultRow[], isReviewed: (rep: string) => boolean): EarlierAction[] {
  return rows.flatMap((row) => {
    const text = (name: string): string | null => (typeof row[name] === 'string' && row[name] !== '' ? row[name] : null);
    const [key, rep, raisedOn] = [text('action_id'), text('rep'), text('raised_on')];
    const at = key?.indexOf(':') ?? -1;
    if (key === null || rep === null || raisedOn === null || at === -1) return [];
    if (!stillOpen.has(text('state_code') ?? '') || !isReviewed(rep)) return [];
    const [subject, id] = [key.slice(0, at) as ActionSubject, key.slice(at + 1)];
    if (subject === 'task') return [];
    const value = row['expected_value'];
    return [
      {
        key,
        subject,
        id,
        rep,
        raisedOn,
        kind: text('action_code') ?? '',
        what: text('action') ?? key,
        about: text('about'),
        customer: text('customer_id'),
        value: value === null || value === '' || value === undefined ? null : Number(value),
        dueOn: text('due_on'),
      },
    ];
  });
}

/** Which of the earlier actions the files show to be done, by their keys. */
export async function doneSince(
  input: ActionInput,
  sources: readonly ActionSource[],
  earlier: readonly EarlierAction[],
): Promise<Map<string, Done>> {
  const done = new Map<string, Done>();
  for (const source of sources) {
    const own = earlier.filter(({ subject, raisedOn }) => subject === source.subject && raisedOn < input.asOf);
    if (own.length === 0 || source.done === undefined) continue;
    const found = await source.done(input, own);
    for (const { key, id } of own) if (found.has(id)) done.set(key, found.get(id)!);
  }
  return done;
}

interface Standing {
  readonly done: ReadonlyMap<string, Done>;
  /** Keys of the actions that still apply. */
  readonly applying: ReadonlySet<string>;
}

/** Each earlier action: done; else late or open where it still applies; else dropped. */
export async function judgeActions(
  input: ActionInput,
  earlier: readonly EarlierAction[],
  { done, applying }: Standing,
): Promise<JudgedAction[]> {
  const revenue = await revenueSince(input, earlier);
  return earlier.map((action) => {
    const since = done.get(action.key);
    const { customer, raisedOn, dueOn } = action;
    const judged = { ...action, revenueSince: customer === null ? null : (revenue.get(`${customer} ${raisedOn}`) ?? 0) };
    if (since !== undefined) return { ...judged, state: 'done', doneOn: since.on, evidence: since.how };
    if (!applying.has(action.key)) return { ...judged, state: 'dropped', doneOn: null, evidence: both('no longer applies', '已不适用') };
    const isLate = dueOn !== null && dueOn < input.asOf;
    const evidence = both('nothing in the files shows that it was done', '数据中没有完成的迹象');
    return { ...judged, state: isLate ? 'late' : 'open', doneOn: null, evidence };
  });
}

/** What customers have bought after the day, by customer and day. */
async function revenueSince({ engine }: ActionInput, earlier: readonly EarlierAction[]): Promise<Map<string, number>> {
  const days = new Map<IsoDate, Set<string>>();
  for (const { customer, raisedOn } of earlier)
    if (customer !== null) days.set(raisedOn, (days.get(raisedOn) ?? new Set<string>()).add(customer));
  const sums = new Map<string, number>();
  for (const [day, customers] of days) {
    const rows = await engine.rows<ResultRow>(sql`
      select customer_id, sum(amount) as amount
      from order_totals
      where ordered_on > ${day}::date and customer_id in (${join([...customers].map((id) => sql`${id}`))})
      group by customer_id`);
    for (const row of rows) sums.set(`${String(row['customer_id'])} ${day}`, numberOf(row['amount']) ?? 0);
  }
  return sums;
}
