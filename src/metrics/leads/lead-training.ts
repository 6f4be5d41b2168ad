import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column, leadId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { period } from '../parameters.ts';

const leads = { unit: 'leads' };

/** A model learns no more from more of them. */
const mostLeads = 50_000;

/** Leads open for longer than this share of the conversions took are taken for lost where no lead is marked so. */
const oldShare = 0.9;

export const leadTraining = defineMetric({
  id: 'lead_training',
  question: both('Of which leads is the outcome known, to learn from?', '哪些线索结果已知，可用于学习？'),
  grain: ['lead_id'],
  columns: {
    lead_id: leadId,
    converted: column.flag(both('Converted', '是否转化'), both('Whether it became a customer.', '是否已转为客户。')),
    place: column.count(both('Place', '次序'), both('In a mixed order that the ids alone decide.', '仅由编号决定的打乱次序。')),
    known_leads: column.count(
      both('Known leads', '结果已知的线索数'),
      both(
        `All leads whose outcome is known, the same in every row; of more than 50,000 the first of that order are here.`,
        `结果已知的全部线索数，各行相同；超过 50,000 条时取该次序中靠前的。`,
      ),
      leads,
    ),
    against: column.id(
      both('Against', '对照'),
      both(
        'Which leads count as not converted, the same in every row. lost: those marked lost or invalid, open ones are left out. Where none is marked: old, those open for longer than nine in ten conversions took; all, where that is not known, every lead that did not convert.',
        '哪些线索算作未转化，各行相同。lost：标记为流失或无效的，未决的不计；没有此类标记时：old 为未决时间长于九成转化用时的线索；用时未知时为 all，即全部未转化线索。',
      ),
    ),
  },
  requires: [],
  uses: ['lead_course'],
  source: 'Definition: leads of lead_course with a known outcome; with a period those that came in during it.',
  parameters: z.object({ period }),
  sql: ({ period: asked }) => sql`
    with asked as (
      select lead_id, outcome, age_days from lead_course
      where ${asked === null ? sql`true` : sql`created_at >= ${asked.from}::timestamp and created_at < ${asked.to}::timestamp`}
    ),
    limits as (
      select
        count(*) filter (where outcome = 'lost') as lost_leads,
        percentile_cont(${oldShare}) within group (order by (case when outcome = 'converted' then age_days end)::double precision) as old_days
      from asked
    ),
    known as (
      select
        lead_id, outcome = 'converted' as converted,
        case when lost_leads > 0 then 'lost' when old_days is not null then 'old' else 'all' end as against
      from asked
      cross join limits
      where outcome = 'converted' or outcome = 'lost' or (lost_leads = 0 and (old_days is null or age_days > old_days))
    ),
    numbered as (
      select known.*, mod(row_number() over (order by lead_id) * 48271, 2147483647) as mix, count(*) over () as known_leads from known
    ),
    shuffled as (
      select numbered.*, row_number() over (order by mod(mix * mix, 2147483647), lead_id) as place from numbered
    )
    select lead_id, converted, place, known_leads, against from shuffled where place <= ${mostLeads}`,
});
