import { z } from 'zod';
import { identifier, join, type Sql, sql, trusted } from '../../engine/sql.ts';
import type { IsoDate } from '../../lib/dates.ts';
import { linesUpTo } from '../as-of.ts';
import { both, column, leadId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, type PoolRecords, poolRecords } from '../parameters.ts';
import { happenedBy, laterRecords } from './parts/pool-records.ts';
import { keyOfLead } from './parts/lead-key.ts';

const unknown = both('The lead file does not tell.', '线索表中没有。');
const later = both('The lead file does not tell, or it was later than the as-of date.', '线索表中没有，或晚于统计日期。');
const text = (en: string, zh: string) => column.text(both(en, zh), both('As the lead file has it.', '按线索表原样。'), { empty: unknown });
const instant = (en: string, zh: string, meaning: readonly [string, string], empty = later) =>
  column.instant(both(en, zh), both(...meaning), { empty });
const count = (en: string, zh: string) =>
  column.count(both(en, zh), both('As the lead file has it.', '按线索表原样。'), { empty: unknown });
const flag = (en: string, zh: string, meaning: readonly [string, string]) => column.flag(both(en, zh), both(...meaning));

export const leadFile = defineMetric({
  id: 'lead_file',
  question: both('What does the lead file say of each lead by the as-of date?', '截至统计日期，线索表对每条线索有何记载？'),
  grain: ['lead_id'],
  columns: {
    lead_id: leadId,
    company: text('Company', '公司'),
    name: text('Name', '姓名'),
    owner: text('Owner', '负责人'),
    pool: text('Pool', '公海'),
    source: text('Source', '来源'),
    batch: text('Batch', '批次'),
    industry: text('Industry', '行业'),
    region: text('Region', '区域'),
    size: text('Size', '规模'),
    product: text('Product', '意向产品'),
    cost: column.money(both('Cost', '获客成本'), both('What it cost to get the lead.', '获取该线索的成本。'), { empty: unknown }),
    created_at: instant('Created at', '创建时间', ['When the lead came in.', '线索进入的时间。'], unknown),
    assigned_at: instant('Assigned at', '分配时间', ['When its owner got it.', '负责人取得线索的时间。']),
    returned_at: instant('Returned at', '退回时间', ['When it last went back to the pool.', '最近一次退回公海的时间。'], unknown),
    recycles: count('Recycles', '回收次数'),
    first_contact_at: instant('First contact', '首次跟进', ['First contact.', '首次跟进。']),
    last_contact_at: instant('Last contact', '末次跟进', ['Last contact.', '最后一次跟进。']),
    contacts: count('Contacts', '跟进次数'),
    next_contact_at: instant('Next contact', '下次跟进', ['Next step that is planned.', '计划的下次跟进。'], unknown),
    expires_at: instant('Expires at', '到期时间', ['When it goes back to the pool.', '到期回收的时间。'], unknown),
    is_converted: flag('Converted', '是否已转化', ['Whether it converted by the as-of date.', '截至统计日期是否已转化。']),
    converted_at: instant('Converted at', '转化时间', ['When it converted.', '转化的时间。']),
    is_invalid: flag('Invalid', '是否无效', [
      'Whether its status is invalid, or there is a reason why it is.',
      '状态为无效，或填有无效原因。',
    ]),
    is_lost: flag('Lost', '是否流失', ['Whether its status is lost.', '状态是否为流失。']),
    is_outdated: flag('Outdated', '是否过时', [
      'Whether the log has events of it after the as-of date: owner, state, contacts and recycles of the file are later, and left out; the log tells what they were.',
      '流转记录中是否有晚于统计日期的操作：此时表中的负责人、状态、跟进次数与回收次数属于更晚的日期，不取；以流转记录为准。',
    ]),
  },
  requires: [['leads.lead_id', 'leads.name', 'leads.company', 'customers.customer_id']],
  reads: [
    ...['pool', 'source', 'batch', 'industry', 'region', 'size', 'product', 'cost', 'owner', 'status', 'created_at', 'assigned_at'].map(
      (field) => `leads.${field}`,
    ),
    ...['first_contact_at', 'last_contact_at', 'next_contact_at', 'expires_at', 'contacts', 'converted', 'converted_at'].map(
      (field) => `leads.${field}`,
    ),
    ...['invalid_reason', 'returned_at', 'recycles'].map((field) => `leads.${field}`),
    ...['name', 'owner', 'pool', 'source', 'industry', 'region', 'size', 'created_on', 'assigned_at', 'returned_at', 'recycles'].map(
      (field) => `customers.${field}`,
    ),
    ...['last_contact_at', 'next_contact_at', 'expires_at', 'is_customer', 'orders', 'first_order_on', 'last_order_on'].map(
      (field) => `customers.${field}`,
    ),
    ...['lost', 'lost_on'].map((field) => `customers.${field}`),
    ...['customer_id', 'ordered_at'].map((field) => `orders.${field}`),
    ...['lead_id', 'customer_id', 'event', 'at'].map((field) => `pool_events.${field}`),
  ],
  uses: [],
  source:
    'Definition: the lead file; where several rows have one lead, the largest word and number, the earliest creation, first contact and conversion, the latest of all other dates. A lead that came in after the as-of date is left out; of one of which the log tells later events, the file has no state (is_outdated). Of a pool of customers (parameter pool_records) the same of the customer file, where the first order is the conversion.',
  parameters: z.object({ as_of: asOf, pool_records: poolRecords }),
  sql: ({ as_of, pool_records: records }) => fileQuery(records, as_of),
});

/** Where several rows have one lead: which of their values counts. */
const ofSeveral: Readonly<Record<string, 'max' | 'min' | 'any'>> = {
  company: 'max',
  name: 'max',
  owner: 'max',
  pool: 'max',
  source: 'max',
  batch: 'max',
  industry: 'max',
  region: 'max',
  size: 'max',
  product: 'max',
  cost: 'max',
  created_at: 'min',
  assigned_at: 'max',
  returned_at: 'max',
  recycles: 'max',
  first_contact_at: 'min',
  last_contact_at: 'max',
  contacts: 'max',
  next_contact_at: 'max',
  expires_at: 'max',
  is_converted: 'any',
  converted_at: 'min',
  is_invalid: 'any',
  is_lost: 'any',
  is_outdated: 'any',
};

/** Leads that have one row, which is nearly all, are not grouped: that takes longer than all else. */
function fileQuery(records: PoolRecords, day: IsoDate | null): Sql {
  const fields = Object.entries(ofSeveral);
  const alone = fields.map(([field]) => sql`stated.${identifier(field)}`);
  const several = fields.map(([field, how]) => {
    const each = sql`stated.${identifier(field)}`;
    const value = how === 'any' ? sql`max(case when ${each} then 1 else 0 end) = 1` : sql`${trusted(how)}(${each})`;
    return sql`${value} as ${identifier(field)}`;
  });
  return sql`
    with later as (${laterRecords(records, day)}),
    given as (${records.of === 'customers' ? statedOfCustomers(day) : statedOfLeads(day)}),
    stated as (${statedByThen}),
    repeated as (select lead_id from stated group by lead_id having count(*) > 1)
    select stated.lead_id, ${join(alone)}
    from stated left join repeated on repeated.lead_id = stated.lead_id
    where repeated.lead_id is null
    union all
    select stated.lead_id, ${join(several)}
    from stated inner join repeated on repeated.lead_id = stated.lead_id
    group by stated.lead_id`;
}

/** What the file says of its own day is nothing of an earlier one. */
const statedByThen = sql`
  select
    given.lead_id, company, name, pool, source, batch, industry, region, size, product, cost, created_at, assigned_at, first_contact_at, last_contact_at,
    converted_at,
    later.lead_id is not null as is_outdated,
    case when later.lead_id is null then owner end as owner,
    case when later.lead_id is null then returned_at end as returned_at,
    case when later.lead_id is null then recycles end as recycles,
    case when later.lead_id is null then contacts end as contacts,
    case when later.lead_id is null then next_contact_at end as next_contact_at,
    case when later.lead_id is null then expires_at end as expires_at,
    converted_at is not null or (is_converted and later.lead_id is null) as is_converted,
    is_invalid and later.lead_id is null as is_invalid,
    is_lost and later.lead_id is null as is_lost
  from given
  left join later on later.lead_id = given.lead_id`;

function known(at: Sql, day: IsoDate | null): Sql {
  return day === null ? at : sql`case when ${happenedBy(at, day)} then ${at} end`;
}

function isLater(at: Sql, day: IsoDate | null): Sql {
  return day === null ? sql`false` : sql`(${at} is not null and not ${happenedBy(at, day)})`;
}

function statedOfLeads(day: IsoDate | null): Sql {
  return sql`
    select
      ${keyOfLead} as lead_id, company, name, owner, pool, source, batch, industry, region, size, product, cost, created_at,
      ${known(sql`assigned_at`, day)} as assigned_at, returned_at, recycles,
      ${known(sql`first_contact_at`, day)} as first_contact_at, ${known(sql`last_contact_at`, day)} as last_contact_at,
      contacts, next_contact_at, expires_at,
      coalesce((converted or status = 'converted' or converted_at is not null) and not ${isLater(sql`converted_at`, day)}, false) as is_converted,
      ${known(sql`converted_at`, day)} as converted_at,
      coalesce(status = 'invalid', false) or invalid_reason is not null as is_invalid,
      coalesce(status = 'lost', false) as is_lost
    from leads
    where (lead_id is not null or company is not null or name is not null) and not ${isLater(sql`created_at`, day)}`;
}

/** A customer of the pool converts by its first order: that of the orders, else as the customer file has it. */
function statedOfCustomers(day: IsoDate | null): Sql {
  const [created, firstOrder, lastOrder] = [
    sql`cast(created_on as timestamp)`,
    sql`cast(first_order_on as timestamp)`,
    sql`cast(last_order_on as timestamp)`,
  ];
  const firstKnown = sql`coalesce(bought.first_order_at, ${known(firstOrder, day)})`;
  return sql`
    select
      customers.customer_id as lead_id, name as company, cast(null as varchar) as name, owner, pool, source, cast(null as varchar) as batch,
      industry, region, size, cast(null as varchar) as product, cast(null as decimal(18,4)) as cost, ${created} as created_at,
      ${known(sql`assigned_at`, day)} as assigned_at, returned_at, recycles,
      cast(null as timestamp) as first_contact_at, ${known(sql`last_contact_at`, day)} as last_contact_at,
      cast(null as bigint) as contacts, next_contact_at, expires_at,
      ${firstKnown} is not null or ${known(lastOrder, day)} is not null
        or ((coalesce(is_customer, false) or coalesce(orders, 0) > 0) and not ${isLater(sql`coalesce(bought.earliest_at, ${firstOrder})`, day)}) as is_converted,
      ${firstKnown} as converted_at,
      false as is_invalid,
      coalesce(lost, false) or ${known(sql`cast(lost_on as timestamp)`, day)} is not null as is_lost
    from customers
    left join (
      select customer_id, min(case when ${linesUpTo(day)} then ordered_at end) as first_order_at, min(ordered_at) as earliest_at
      from orders where ordered_at is not null group by customer_id
    ) as bought on bought.customer_id = customers.customer_id
    where customers.customer_id is not null and not ${isLater(created, day)}`;
}
