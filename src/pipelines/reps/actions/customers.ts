import { join, type Sql, sql } from '../../../engine/sql.ts';
import { both, type Localized } from '../../../lib/localized.ts';
import type { ResultRow } from '../../../result/result.ts';
import { numberOf } from '../../../views/number-of.ts';
import { moneyText, percentText } from '../../../views/number-words.ts';
import { type Action, type ActionInput, type ActionSource, type Done, type EarlierAction } from './action.ts';
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
  const [what, days] = hasComplaint
    ? [both(`Settle the complaint of ${name}`, `处理${name}的投诉`), 2]
    : hasFallen
      ? [both(`Ask ${name} why it buys less, and make an offer`, `拜访${name}，了解减购原因并报价`), 5]
      : [both(`Call ${name}`, `联系${name}`), 3];
  return {
    subject: 'customer',
    id,
    rep,
    what,
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
  const [silent, missed] = [numberOf(row['silent_days']), row['missed_on']];
  const reasons: Localized[] = [];
  if (fall !== null) {
    const amount = moneyText(fall, money);
    const rate = share === null ? both('', '') : both(` (−${percentText(share)})`, `（−${percentText(share)}）`);
    reasons.push(both(`bought ${amount} less than in the period before${rate.en}`, `较上期少买 ${amount}${rate['zh-CN']}`));
  }
  if (complaints > 0) {
    const since = oldest === null ? both('', '') : both(`, for ${oldest} days`, `，最早 ${oldest} 天`);
    const [n, are] = complaints === 1 ? ['a complaint is', ''] : [`${complaints} complaints are`, ''];
    reasons.push(both(`${n}${are} open${since.en}`, `${complaints} 件投诉未关闭${since['zh-CN']}`));
  }
  if (silent !== null) reasons.push(both(`not contacted for ${silent} days`, `已 ${silent} 天未联系`));
  if (typeof missed === 'string') reasons.push(both(`the contact planned for ${missed} was not made`, `原定 ${missed} 的跟进未做`));
  return reasons;
}

/** The part of the value that is the larger one, in words. */
function estimateOf(row: ResultRow): Localized {
  const [fall, recovery, lapse] = [numberOf(row['fall']), numberOf(row['recovery_rate']), numberOf(row['lapse_rate'])];
  const back = fall === null || recovery === null ? null : fall * recovery;
  if (back !== null && back >= (numberOf(row['value']) ?? 0) && recovery !== null)
    return both(
      `what it bought less × ${percentText(recovery)}, the share of such falls that came back`,
      `减购额 × ${percentText(recovery)}（以往减购额的回补率）`,
    );
  return both(
    `its revenue of the period × ${percentText(lapse ?? 0)}, the share of customers that did not buy again`,
    `本期销售额 × ${percentText(lapse ?? 0)}（客户未复购率）`,
  );
}

/** The first contact after the day, else the first order. */
async function contactsAndOrders({ engine }: ActionInput, earlier: readonly EarlierAction[]): Promise<Map<string, Done>> {
  const raised = earlier.map(({ id, raisedOn }) => sql`(${id}, ${raisedOn}::date)`);
  const rows = await engine.rows<{ customer_id: string; contacted_on: string | null; ordered_on: string | null }>(sql`
    with raised (customer_id, day) as (values ${join(raised)}),
    contacts as (${firstAfter(sql`select customer_id, cast(activities.at as date) as day from activities where customer_id is not null`)}),
    bought as (${firstAfter(sql`select customer_id, ordered_on as day from order_totals where amount > 0`)})
    select raised.customer_id, contacts.day as contacted_on, bought.day as ordered_on
    from raised
    left join contacts on contacts.customer_id = raised.customer_id
    left join bought on bought.customer_id = raised.customer_id`);
  return new Map(rows.flatMap(({ customer_id: id, contacted_on: called, ordered_on: bought }) => doneBy(id, called, bought)));
}

function firstAfter(days: Sql): Sql {
  return sql`
    select seen.customer_id, min(seen.day) as day
    from (${days}) as seen
    join raised on raised.customer_id = seen.customer_id
    where seen.day > raised.day
    group by seen.customer_id`;
}

function doneBy(id: string, contacted: string | null, ordered: string | null): [string, Done][] {
  if (contacted === null && ordered === null) return [];
  const parts = [
    ...(contacted === null ? [] : [both(`contacted on ${contacted}`, `${contacted} 已联系`)]),
    ...(ordered === null ? [] : [both(`ordered on ${ordered}`, `${ordered} 已下单`)]),
  ];
  const on = [contacted, ordered].filter((day) => day !== null).toSorted()[0]!;
  return [[id, { on, how: both(parts.map(({ en }) => en).join(', '), parts.map((part) => part['zh-CN']).join('，')) }]];
}
