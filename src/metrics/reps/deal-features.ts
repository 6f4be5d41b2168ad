import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, period } from '../parameters.ts';
import { dealRows } from './deal-rows.ts';
import { decidedBy } from './parts/review.ts';

const customerOr = (of: string) => ({ empty: both(`Neither the ${of} nor the customer file says.`, '商机与客户文件均未提供。') });
const customerOnly = { empty: both('The customer file does not say.', '客户文件未提供。') };
const unrecorded = {
  empty: both(
    'A day of the deal is missing, or it was opened before contacts are on record, or it names no customer.',
    '商机缺少日期，或创建于跟进记录开始之前，或没有客户。',
  ),
};

export const dealFeatures = defineMetric({
  id: 'deal_features',
  question: both('What is known of each deal that was won or lost?', '每个已结束的商机有哪些特征？'),
  grain: ['deal_order'],
  columns: {
    deal_order: dealRows.columns['deal_order']!,
    rep: dealRows.columns['rep']!,
    state: column.id(both('State', '结果'), both('won or lost.', 'won 赢单、lost 输单。')),
    amount: dealRows.columns['amount']!,
    industry: column.text(both('Industry', '行业'), both('Of the customer.', '客户所属行业。'), customerOnly),
    size: column.text(both('Company size', '客户规模'), both('Of the customer.', '客户的企业规模。'), customerOnly),
    region: column.text(
      both('Region', '地区'),
      both('Of the deal, else of the customer.', '商机所属，没有时取客户的。'),
      customerOr('deal'),
    ),
    source: column.text(
      both('Source', '来源'),
      both('Of the deal, else of the customer.', '商机来源，没有时取客户的。'),
      customerOr('deal'),
    ),
    category: column.text(both('Category', '品类'), both('Of the product, by the list of products.', '产品的品类，取自产品表。'), {
      empty: both('The deal has no product, or the list does not have it.', '商机没有产品，或不在产品表中。'),
    }),
    product: dealRows.columns['product']!,
    competitor: dealRows.columns['competitor']!,
    took_days: column.count(both('Cycle', '周期天数'), both('Days from opening to the decision.', '创建至结束的天数。'), {
      unit: 'days',
      empty: both('A day is missing, or it was decided before it was opened.', '缺少日期，或结束早于创建。'),
    }),
    contacts: column.count(
      both('Contacts', '联系次数'),
      both('With the customer, or on the deal, from its opening to its decision.', '创建至结束期间与该客户（或就该商机）的联系次数。'),
      unrecorded,
    ),
    first_contact_days: column.count(
      both('First contact', '首次联系'),
      both('Days from opening to the first of them.', '创建至其中首次联系的天数。'),
      { unit: 'days', empty: both('There was none, or contacts are not on record.', '没有联系，或无记录可查。') },
    ),
  },
  requires: [],
  reads: ['products.name', 'products.category', 'activities.customer_id', 'activities.opportunity_id', 'activities.at'],
  uses: ['deal_rows'],
  usesIfComputed: ['customer_profile'],
  source:
    'Definition: deals decided by the end of the period under review, with what the files tell of deal, product, customer and contacts.',
  parameters: z.object({ as_of: asOf, period }),
  sql: ({ as_of, period: asked }) => sql`
    with decided as (
      select * from deal_rows where state <> 'open' and ${decidedBy(asked, as_of)}
    ),
    goods as (
      select name as product, max(category) as category
      from products
      where name is not null and category is not null
      group by name
      having min(category) = max(category)
    ),
    contacts as (
      select customer_id, opportunity_id, cast(activities.at as date) as contact_on from activities where activities.at is not null
    ),
    begun as (select min(contact_on) as first_on from contacts),
    reached as (
      select decided.deal_order, contacts.contact_on
      from decided
      join contacts on contacts.customer_id = decided.customer_id
      where contacts.opportunity_id is null or contacts.opportunity_id = decided.opportunity_id
      union all
      select decided.deal_order, contacts.contact_on
      from decided
      join contacts on contacts.opportunity_id = decided.opportunity_id
      where contacts.customer_id is null or decided.customer_id is null
    ),
    counted as (
      select decided.deal_order, count(*) as contacts, min(reached.contact_on) as first_on
      from decided
      join reached on reached.deal_order = decided.deal_order
      where reached.contact_on >= decided.created_on and reached.contact_on <= decided.closed_on
      group by decided.deal_order
    ),
    followed as (
      select
        decided.deal_order,
        decided.created_on >= begun.first_on and decided.closed_on >= decided.created_on
          and (decided.customer_id is not null or counted.contacts is not null) as is_recorded
      from decided
      left join counted on counted.deal_order = decided.deal_order
      cross join begun
    )
    select
      decided.deal_order, decided.rep, decided.state, decided.amount,
      profile.industry, profile.size, coalesce(decided.region, profile.region) as region, coalesce(decided.source, profile.source) as source,
      goods.category, decided.product, decided.competitor, decided.took_days,
      case when followed.is_recorded then coalesce(counted.contacts, 0) end as contacts,
      case when followed.is_recorded then counted.first_on - decided.created_on end as first_contact_days
    from decided
    left join customer_profile as profile on profile.customer_id = decided.customer_id
    left join goods on goods.product = decided.product
    left join counted on counted.deal_order = decided.deal_order
    left join followed on followed.deal_order = decided.deal_order`,
});
