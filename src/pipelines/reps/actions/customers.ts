import { join, sql } from '../../../engine/sql.ts';
import type { IsoDate } from '../../../lib/dates.ts';
import { both, type Localized } from '../../../lib/localized.ts';
import type { ResultRow } from '../../../result/result.ts';
import { numberOf } from '../../../views/number-of.ts';
import { moneyText, percentText } from '../../../views/number-words.ts';
import type { Action, ActionInput, ActionSource, Done, EarlierAction } from './action.ts';
import { silenceText } from '../silence-words.ts';
import { foundOf, mostOfEach } from './most-of-each.ts';

/** Customers who buy less, complain, or wait for a call: one action each, whatever it is about. */
export const customersToCall: ActionSource = {
  subject: 'customer',
  find: async (input, wanted) => {
    const rows = await input.engine.rows<ResultRow>(
      mostOfEach(input, {
        from: sql`select *, customer_id as subject_id from customer_needs`,
        value: sql`value`,
        wanted,
      }),
    );
    return foundOf(rows, (row) => actionOf(row, input));
  },
  done: contactsAndOrders,
};

function actionOf(row: ResultRow, input: ActionInput): Action {
  const [id, rep] = [String(row['customer_id']), String(row['rep'])];
  const name = String(row['customer_name'] ?? id);
  const reasons = reasonsOf(row, input);
  const hasComplaint = Number(row['open_complaints']) > 0;
  const hasFallen = row['fall'] !== null;
  const [kind, what, days] = hasComplaint
    ? ['complaint', both('Settle the complaint', '处理投诉'), 2]
    : hasFallen
      ? ['fall', both('Ask why it buys less', '了解减购原因'), 5]
      : ['call', both('Call', '联系客户'), 3];
  return {
    subject: 'customer',
    id,
    rep,
    kind,
    what,
    about: both(name, name),
    why: both(reasons.map(({ en }) => en).join('; '), reasons.map((reason) => reason['zh-CN']).join('；')),
    days,
    value: numberOf(row['value']),
    estimate: numberOf(row['value']) === null ? null : estimateOf(row),
    customer: id,
  };
}

function reasonsOf(row: ResultRow, { money }: ActionInput): Localized[] {
  const [fall, share] = [numberOf(row['fall']), numberOf(row['fall_share'])];
  const [complaints, oldest] = [Number(row['open_complaints']), numberOf(row['complaint_days'])];
  const missed = row['missed_on'];
  const reasons: Localized[] = [];
  if (fall !== null) {
    const amount = moneyText(fall, money);
    const rate = share === null ? both('', '') : both(` (−${percentText(share)})`, `（−${percentText(share)}）`);
    reasons.push(both(`bought ${amount} less than in the period before${rate.en}`, `较上期少买 ${amount}${rate['zh-CN']}`));
  }
  if (complaints > 0) {
    const since =
      oldest === null
        ? both('', '')
        : both(complaints === 1 ? ` for ${oldest} days` : `, the oldest for ${oldest} days`, `，最早 ${oldest} 天`);
    const n = complaints === 1 ? 'a complaint is' : `${complaints} complaints are`;
    reasons.push(both(`${n} open${since.en}`, `${complaints} 件投诉未关闭${since['zh-CN']}`));
  }
  if (row['is_neglected'] === true) reasons.push(silenceText(row));
  if (typeof missed === 'string') reasons.push(both(`the contact planned for ${missed} was not made`, `原定 ${missed} 的跟进未做`));
  return reasons;
}

/** The part of the value that is the larger one, in words. */
function estimateOf(row: ResultRow): Localized {
  const [fall, recovery, lapse] = [numberOf(row['fall']), numberOf(row['recovery_rate']), numberOf(row['lapse_rate'])];
  const [customers, lapsed] = [Number(row['lapse_customers']), Number(row['lapsed_customers'])];
  const back = fall === null || recovery === null ? null : fall * recovery;
  if (back !== null && back >= (numberOf(row['value']) ?? 0) && recovery !== null)
    return both(
      `what it bought less × ${percentText(recovery)}, the share of such falls that came back`,
      `减购额 × ${percentText(recovery)}（以往减购额的回补率）`,
    );
  const share = percentText(lapse ?? 0);
  const [of, chineseOf] =
    row['lapse_of_silent'] === true
      ? [`${customers} customers that had stopped buying did not come back`, `个已停购客户中 ${lapsed} 个未恢复购买`]
      : [`${customers} customers did not buy again`, `个客户中 ${lapsed} 个未复购`];
  return both(
    `what it usually buys in such a period × ${share}: ${lapsed} of ${of}`,
    `同等天数的常规购买额 × ${share}（${customers} ${chineseOf}）`,
  );
}

/** The first contact and the first order after the day it was raised; a complaint is settled once the customer has none open any more. */
async function contactsAndOrders({ engine }: ActionInput, earlier: readonly EarlierAction[]): Promise<Map<string, Done>> {
  const ids = join(earlier.map(({ id }) => sql`${id}`));
  const [contacts, orders] = [
    await engine.rows<DayOf>(sql`
      select customer_id, cast(activities.at as date) as day
      from activities
      where customer_id in (${ids}) and activities.at is not null
      group by customer_id, cast(activities.at as date)`),
    await engine.rows<DayOf>(sql`
      select customer_id, ordered_on as day
      from order_totals
      where customer_id in (${ids}) and amount > 0 and ordered_on is not null
      group by customer_id, ordered_on`),
  ];
  const complaining = new Set(
    (
      await engine.rows<{ customer_id: string }>(sql`
      select customer_id from customer_needs where open_complaints > 0 and customer_id in (${ids})`)
    ).map(({ customer_id: id }) => id),
  );
  return new Map(
    earlier.flatMap(({ id, kind, raisedOn }) => {
      if (kind === 'complaint') return complaining.has(id) ? [] : [settled(id)];
      const first = (days: readonly DayOf[]): IsoDate | null =>
        days.flatMap(({ customer_id: of, day }) => (of === id && day > raisedOn ? [day] : [])).toSorted()[0] ?? null;
      return doneBy(id, first(contacts), first(orders));
    }),
  );
}

type DayOf = { readonly customer_id: string; readonly day: IsoDate };

function settled(id: string): [string, Done] {
  return [id, { on: null, how: both('no complaint is open any more', '投诉均已关闭') }];
}

function doneBy(id: string, contacted: IsoDate | null, ordered: IsoDate | null): [string, Done][] {
  if (contacted === null && ordered === null) return [];
  const parts = [
    ...(contacted === null ? [] : [both(`contacted on ${contacted}`, `${contacted} 已联系`)]),
    ...(ordered === null ? [] : [both(`ordered on ${ordered}`, `${ordered} 已下单`)]),
  ];
  const on = [contacted, ordered].filter((day) => day !== null).toSorted()[0]!;
  return [[id, { on, how: both(parts.map(({ en }) => en).join(', '), parts.map((part) => part['zh-CN']).join('，')) }]];
}
