import { z } from 'zod';
import { identifier, join, type Sql, sql, trusted } from '../../engine/sql.ts';
import type { IsoDate } from '../../lib/dates.ts';
import { both, column, leadId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';
import { happenedBy } from './parts/lead-events.ts';
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
  },
  requires: [['leads.lead_id', 'leads.name', 'leads.company']],
  reads: [
    ...['pool', 'source', 'batch', 'industry', 'region', 'size', 'cost', 'owner', 'status', 'created_at', 'assigned_at'].map(
      (field) => `leads.${field}`,
    ),
    ...['first_contact_at', 'last_contact_at', 'next_contact_at', 'expires_at', 'contacts', 'converted', 'converted_at'].map(
      (field) => `leads.${field}`,
    ),
    ...['invalid_reason', 'returned_at', 'recycles'].map((field) => `leads.${field}`),
  ],
  uses: [],
  source:
    'Definition: the lead file; where several rows have one lead, the largest word and number, the earliest creation, first contact and conversion, the latest of all other dates. A lead that came in after the as-of date is left out.',
  parameters: z.object({ as_of: asOf }),
  sql: ({ as_of }) => fileQuery(as_of),
});

/** Where several rows have one lead: which of their values counts. */
const ofSeveral: Readonly<Record<string, 'max' | 'min' | 'bool_or'>> = {
  company: 'max',
  name: 'max',
  owner: 'max',
  pool: 'max',
  source: 'max',
  batch: 'max',
  industry: 'max',
  region: 'max',
  size: 'max',
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
  is_converted: 'bool_or',
  converted_at: 'min',
  is_invalid: 'bool_or',
  is_lost: 'bool_or',
};

/** Leads that have one row, which is nearly all, are not grouped: that takes longer than all else. */
function fileQuery(day: IsoDate | null): Sql {
  const known = (at: Sql): Sql => (day === null ? at : sql`case when ${happenedBy(at, day)} then ${at} end`);
  const isLater = (at: Sql): Sql => (day === null ? sql`false` : sql`(${at} is not null and not ${happenedBy(at, day)})`);
  const fields = Object.entries(ofSeveral);
  const alone = fields.map(([field]) => sql`stated.${identifier(field)}`);
  const several = fields.map(([field, how]) => sql`${trusted(how)}(stated.${identifier(field)}) as ${identifier(field)}`);
  return sql`
    with stated as (
      select
        ${keyOfLead} as lead_id, company, name, owner, pool, source, batch, industry, region, size, cost, created_at,
        ${known(sql`assigned_at`)} as assigned_at, returned_at, recycles,
        ${known(sql`first_contact_at`)} as first_contact_at, ${known(sql`last_contact_at`)} as last_contact_at,
        contacts, next_contact_at, expires_at,
        coalesce((converted or status = 'converted' or converted_at is not null) and not ${isLater(sql`converted_at`)}, false) as is_converted,
        ${known(sql`converted_at`)} as converted_at,
        coalesce(status = 'invalid', false) or invalid_reason is not null as is_invalid,
        coalesce(status = 'lost', false) as is_lost
      from leads
      where (lead_id is not null or company is not null or name is not null) and not ${isLater(sql`created_at`)}
    ),
    repeated as (select lead_id from stated group by lead_id having count(*) > 1)
    select stated.lead_id, ${join(alone)}
    from stated left join repeated on repeated.lead_id = stated.lead_id
    where repeated.lead_id is null
    union all
    select stated.lead_id, ${join(several)}
    from stated inner join repeated on repeated.lead_id = stated.lead_id
    group by stated.lead_id`;
}
