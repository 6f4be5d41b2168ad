import { z } from 'zod';
import { join, type Sql, sql, trusted } from '../../engine/sql.ts';
import { addMonths } from '../../lib/dates.ts';
import { both, column, customerId } from '../columns.ts';
import { within } from '../comparison/parts/periods.ts';
import { customerScores } from '../customers/customer-scores.ts';
import { defineMetric } from '../define.ts';
import { asOf, period } from '../parameters.ts';
import { repReview } from '../rep-parameter.ts';
import { contactChannels } from './parts/contact-channels.ts';
import { columnOf, reviewOf } from './parts/review.ts';
import { toldReps } from './parts/told-reps.ts';

/** The customers that brought most in the year before: this share of those that brought anything is the first group, so much the second. */
const groupCuts = [0.2, 0.5] as const;

const neverContacted = { empty: both('No contact by the as-of date is on record.', '截至统计日期没有跟进记录。') };

export const contactCustomers = defineMetric({
  id: 'contact_customers',
  question: both('Which customers were contacted, and which key ones are neglected?', '哪些客户得到跟进，哪些重点客户被冷落？'),
  grain: ['customer_id'],
  columns: {
    customer_id: customerId,
    rep: column.text(
      both('Rep', '销售'),
      both('Who owns the customer, as in rep_names; empty where nobody does.', '客户负责人，写法同 rep_names；没有时为空文本。'),
    ),
    tier: customerScores.columns['tier']!,
    value_group: column.count(
      both('Value before', '期前价值组'),
      both(
        'By revenue of the twelve months before the period, of the customers with any: 1 the 20% that brought most, 2 the next 30%, 3 the others.',
        '按本期之前 12 个月的销售额（仅计有销售额的客户）：1 为最高的 20%，2 为其后 30%，3 为其余。',
      ),
      { empty: both('It brought nothing in those months.', '这 12 个月没有销售额。') },
    ),
    is_key: column.flag(
      both('Key customer', '重点客户'),
      both(
        'In the book (is_there), and of the first tier or of the first group by value before: a key customer that fades stays one.',
        '在管（is_there），且为第一层级或期前价值第一组（萎缩中的重点客户仍算重点）。',
      ),
    ),
    is_there: column.flag(
      both('In the book', '在管'),
      both('Whether it is a customer by the end of the period, and not lost.', '期末已是客户且未流失。'),
    ),
    was_known: column.flag(
      both('Known before', '期初已有'),
      both('Whether it was a customer when the period began, and not lost.', '期初已是客户且未流失。'),
    ),
    contacts: column.count(both('Contacts', '联系次数'), both('Contacts of the period, by anybody.', '本期任何人与其联系的次数。')),
    previous_contacts: column.count(both('Contacts before', '上期联系次数'), both('Contacts of the period before.', '上期联系次数。')),
    ...Object.fromEntries(
      contactChannels.map(({ id, title }) => [
        `previous_${id}`,
        column.count(both(`${title.en} before`, `上期${title['zh-CN']}`), both('Of these, by that channel.', '其中以该方式进行的次数。')),
      ]),
    ),
    last_contact_on: column.date(
      both('Last contact', '最近联系'),
      both('Day of the last contact by the as-of date.', '截至统计日期最近一次联系的日期。'),
      neverContacted,
    ),
    silent_days: column.count(both('No contact for', '未联系天数'), both('Days from then to the as-of date.', '该日至统计日期的天数。'), {
      unit: 'days',
      ...neverContacted,
    }),
    rhythm_days: column.number(
      both('Usual rhythm', '通常联系间隔'),
      both('Median of the days between its days of contact up to then.', '此前相邻联系日间隔天数的中位数。'),
      { unit: 'days', empty: both('Fewer than three days of contact.', '联系日少于 3 天。') },
    ),
    revenue_year: column.money(
      both('Revenue of a year', '近一年销售额'),
      both('Of the twelve months that end with the period, returns taken off.', '截至期末 12 个月的销售额，已扣除退货。'),
      { empty: both('No order of these months has an amount.', '这 12 个月没有带金额的订单。') },
    ),
    bought: column.flag(both('Bought', '本期购买'), both('Whether it ordered in the period.', '本期是否下单。')),
    is_neglected: column.flag(
      both('Neglected', '被冷落'),
      both(
        'Of a key customer: without a contact in the days of the first tier (reps.contact_days) up to the as-of date, and for longer than its usual rhythm. The one list of whom to call: customer_needs has it, too.',
        '重点客户截至统计日期已超过第一层级规定天数（reps.contact_days）且超过其通常间隔未联系；customer_needs 的待联系客户即此名单。',
      ),
      {
        empty: both(
          'It is no key customer; or its rep has no contact on record, or more than one in twenty of them name neither customer nor lead: nobody knows.',
          '非重点客户；或其负责人没有跟进记录、超过二十分之一的记录未写明客户或线索：无从得知。',
        ),
      },
    ),
  },
  requires: [['activities.customer_id'], ['activities.at']],
  uses: ['contact_rows', 'rep_names'],
  usesIfComputed: ['customer_profile', 'customer_scores', 'order_totals'],
  source: 'Definition: contacts by customer; the rhythm is a median, which one long pause does not move.',
  parameters: z.object({ as_of: asOf, period, reps: repReview }),
  sql: ({ as_of, period: asked, reps: { contact_days: days } }) => {
    const review = reviewOf(asked, as_of);
    if (review === null) return nobody;
    const { current } = review;
    const [standard = 30] = days;
    const today = as_of === null ? sql`${current.to}::date - 1` : sql`${as_of}::date`;
    const before = { from: addMonths(current.from, -12), to: current.from };
    const year = { from: addMonths(current.to, -12), to: current.to };
    const groups = groupCuts.map((cut, index) => sql`when place - 1 < customers::decimal(38,0) * ${cut}::decimal(7,6) then ${index + 1}`);
    return sql`
    with owners as (select key as owner, rep from rep_names),
    counted as (
      select
        customer_id,
        count(*) filter (where period = 'current') as contacts, count(*) filter (where period = 'previous') as previous_contacts,
        ${join(contactChannels.map(({ id }) => sql`count(*) filter (where period = 'previous' and channel = ${id}) as ${columnOf('previous', id)}`))},
        max(contacted_on) as last_contact_on
      from contact_rows
      where customer_id is not null
      group by customer_id
    ),
    contact_days as (
      select customer_id, contacted_on from contact_rows where customer_id is not null group by customer_id, contacted_on
    ),
    gaps as (
      select customer_id, contacted_on - lag(contacted_on) over (partition by customer_id order by contacted_on) as gap from contact_days
    ),
    rhythms as (
      select customer_id, percentile_cont(0.5) within group (order by gap::double precision) as rhythm_days
      from gaps
      where gap is not null
      group by customer_id
      having count(*) >= 2
    ),
    told as (${toldReps}),
    ordered as (
      select
        customer_id,
        sum(amount) filter (where ${within(sql`ordered_on`, before)}) as revenue_before,
        sum(amount) filter (where ${within(sql`ordered_on`, year)}) as revenue_year,
        count(*) filter (where (amount >= 0 or amount is null) and ${within(sql`ordered_on`, current)}) as orders
      from order_totals
      group by customer_id
    ),
    grouped as (
      select customer_id, case ${join(groups, ' ')} else ${groupCuts.length + 1} end as value_group
      from (
        select customer_id, rank() over (order by revenue_before desc nulls last) as place, count(*) over () as customers
        from ordered
        where revenue_before > 0
      ) as placed
    ),
    known as (
      select
        profile.customer_id, coalesce(owners.rep, '') as rep, scores.tier, grouped.value_group,
        ${isThere(sql`${current.to}::date`, sql`${current.to}::date`)} as is_there,
        ${isThere(sql`${current.from}::date`, sql`${current.from}::date`)} as was_known
      from customer_profile as profile
      left join owners on owners.owner = profile.owner
      left join customer_scores as scores on scores.customer_id = profile.customer_id
      left join grouped on grouped.customer_id = profile.customer_id
    ),
    judged as (
      select
        known.*, known.is_there and (coalesce(known.tier = 1, false) or coalesce(known.value_group = 1, false)) as is_key,
        coalesce(counted.contacts, 0) as contacts, coalesce(counted.previous_contacts, 0) as previous_contacts,
        ${join(contactChannels.map(({ id }) => sql`coalesce(counted.${columnOf('previous', id)}, 0) as ${columnOf('previous', id)}`))},
        counted.last_contact_on, ${today} - counted.last_contact_on as silent_days, rhythms.rhythm_days,
        ordered.revenue_year, coalesce(ordered.orders, 0) > 0 as bought, told.rep is not null as is_told
      from known
      left join counted on counted.customer_id = known.customer_id
      left join rhythms on rhythms.customer_id = known.customer_id
      left join ordered on ordered.customer_id = known.customer_id
      left join told on told.rep = known.rep
    )
    select
      judged.*,
      case when is_key and is_told then
        last_contact_on is null
        or (last_contact_on <= ${today} - ${standard}::integer and (rhythm_days is null or silent_days > rhythm_days))
      end
        as is_neglected
    from judged`;
  },
});

/** A customer that was entered, or first bought, before one day and was not lost before the other. */
function isThere(known: Sql, kept: Sql): Sql {
  return sql`
    (coalesce(coalesce(profile.created_on, profile.first_order_on) < ${known}, true) and coalesce(profile.lost_on >= ${kept}, true))`;
}

const nobody = sql`
  select
    customer_id, '' as rep, null as tier, null as value_group, false as is_key, false as is_there, false as was_known, 0 as contacts, 0 as previous_contacts,
    ${join(contactChannels.map(({ id }) => sql`0 as ${trusted(`previous_${id}`)}`))},
    null as last_contact_on, null as silent_days, null as rhythm_days, null as revenue_year, false as bought, null as is_neglected
  from customer_profile
  where false`;
