import { z } from 'zod';
import { join, type Sql, sql } from '../../engine/sql.ts';
import { addDays, type IsoDate } from '../../lib/dates.ts';
import { both, column, customerId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, type Pool, pool } from '../parameters.ts';

const unknown = both('The files do not tell.', '数据文件中没有。');

export const customerRecycling = defineMetric({
  id: 'customer_recycling',
  question: both('Which customers in the hands of reps should fall back to the pool, and why?', '哪些由销售持有的客户应收回公海，为什么？'),
  grain: ['customer_id'],
  columns: {
    customer_id: customerId,
    owner: column.text(both('Owner', '负责人'), both('Rep who has the customer.', '持有客户的销售。')),
    level: column.text(both('Level', '客户级别'), both('Level in the customer file.', '客户文件中的级别。'), { empty: unknown }),
    reason: column.id(
      both('Rule', '规则'),
      both(
        'The first to fall due. file: the day that the customer file has; contract_ended: no order since the contract ended, pool.customer_recycle.contract_days ago; no_order: none on record, pool.customer_recycle.unwon_days after the owner got the customer (and after the first order of the files: earlier ones are not known); no_contact: no contact and no order for the days of its level (pool.customer_recycle.levels, else days). Both count from the end of a contract at the earliest. The last three spare customers with an open opportunity.',
        '最先到期的规则。file 客户文件中的预计收回时间；contract_ended 合同到期后满 pool.customer_recycle.contract_days 天仍无订单；no_order 负责人取得后（且自文件首张订单起，更早的无从得知）满 pool.customer_recycle.unwon_days 天仍无订单记录；no_contact 超过该级别天数（pool.customer_recycle.levels，未列出的取 days）既无跟进也无订单。有合同的，后两条最早自合同到期起算。有进行中商机的客户不适用后三条。',
      ),
    ),
    falls_back_on: column.date(both('Falls back on', '收回日期'), both('By that rule.', '按该规则。')),
    late_days: column.count(
      both('Days late', '逾期天数'),
      both('Calendar days since then; 0 where it is still to come.', '距该日的自然天数；尚未到期为 0。'),
      { unit: 'days' },
    ),
    last_contact_on: column.date(
      both('Last contact', '最后跟进'),
      both('Latest of customer file and activities.', '客户文件与跟进记录中最晚的一次。'),
      { empty: both('There is none on record.', '没有记录。') },
    ),
    held_on: column.date(
      both('Held since', '持有起'),
      both('When its owner got the customer, else when it was entered.', '负责人取得的日期，没有则为创建日期。'),
      { empty: unknown },
    ),
    last_order_on: column.date(both('Last order', '最近下单'), both('As in customer_profile.', '同 customer_profile。'), {
      empty: both('The customer has no order.', '没有订单。'),
    }),
    contract_end_on: column.date(both('Contract ends on', '合同到期日'), both('Last day of the contract.', '合同的最后一天。'), {
      empty: unknown,
    }),
  },
  requires: [],
  reads: [
    ...[
      'customer_id',
      'owner',
      'level',
      'assigned_at',
      'created_on',
      'last_contact_at',
      'expires_at',
      'contract_end_on',
      'lost',
      'lost_on',
    ].map((field) => `customers.${field}`),
    ...['customer_id', 'state', 'created_on'].map((field) => `opportunities.${field}`),
  ],
  uses: [],
  usesIfComputed: ['customer_profile', 'churn_contacts'],
  source:
    'Definition: rules as users ask for them: days by level, contract end before last contact, inquiries without an order within six months; customers that are lost are none, and who works on a deal keeps its customer.',
  parameters: z.object({ as_of: asOf, pool }),
  sql: ({ as_of, pool: settings }) => recyclingQuery(as_of, settings),
});

function recyclingQuery(day: IsoDate | null, { customer_recycle: rules, recycle_notice_days: noticeDays }: Pool): Sql {
  const today = sql`${day}::date`;
  const until = sql`${day === null ? null : addDays(day, noticeDays)}::date`;
  return sql`
    with records as (select min(first_order_on) as first_order_on from customer_profile),
    contacted as (
      select coalesce(sum(contacts), 0) as contacts
      from (
        select count(last_contact_at) as contacts from customers union all select count(last_contact_on) as contacts from churn_contacts
      ) as counted
    ),
    dealing as (
      select customer_id
      from opportunities
      where state = 'open' and customer_id is not null and (created_on is null or created_on <= ${today})
      group by customer_id
    ),
    held as (
      select
        customers.customer_id, customers.owner, customers.level, customers.contract_end_on,
        cast(customers.expires_at as date) as expires_on,
        coalesce(cast(customers.assigned_at as date), customers.created_on) as held_on,
        greatest(cast(customers.last_contact_at as date), contacts.last_contact_on) as last_contact_on,
        profile.last_order_on,
        dealing.customer_id is not null as has_deal,
        ${levelDays(rules)} as level_days
      from customers
      left join customer_profile as profile on profile.customer_id = customers.customer_id
      left join churn_contacts as contacts on contacts.customer_id = customers.customer_id
      left join dealing on dealing.customer_id = customers.customer_id
      where customers.customer_id is not null and customers.owner is not null and customers.lost_on is null and not coalesce(customers.lost, false)
    ),
    ruled as (
      select
        held.*,
        case
          when has_deal or last_order_on > contract_end_on then null
          else contract_end_on + ${rules.contract_days}::integer
        end as contract_falls_on,
        case
          when not has_deal and records.first_order_on is not null and held.last_order_on is null
            then greatest(held_on, records.first_order_on, contract_end_on) + ${rules.unwon_days}::integer
        end as unwon_falls_on,
        case
          when not has_deal and contacted.contacts > 0 then greatest(last_contact_on, held_on, last_order_on, contract_end_on) + level_days
        end as contact_falls_on
      from held
      cross join (select first_order_on from records) as records
      cross join (select contacts from contacted) as contacted
    ),
    dated as (
      select ruled.*, coalesce(expires_on, least(contract_falls_on, unwon_falls_on, contact_falls_on)) as falls_back_on from ruled
    )
    select
      customer_id, owner, level,
      case
        when expires_on is not null then 'file'
        when falls_back_on = contract_falls_on then 'contract_ended'
        when falls_back_on = unwon_falls_on then 'no_order'
        else 'no_contact'
      end as reason,
      falls_back_on,
      greatest(${today} - falls_back_on, 0) as late_days,
      last_contact_on, held_on, last_order_on, contract_end_on
    from dated
    where falls_back_on <= ${until}`;
}

/** Days without contact by the level of the customer. */
function levelDays({ days, levels }: Pool['customer_recycle']): Sql {
  const each = Object.entries(levels).map(([level, own]) => sql`when customers.level = ${level} then ${own}::integer`);
  return each.length === 0 ? sql`${days}::integer` : sql`case ${join(each, ' ')} else ${days}::integer end`;
}
