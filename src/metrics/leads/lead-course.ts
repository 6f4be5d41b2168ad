import { z } from 'zod';
import { both, column, leadId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, poolRecords } from '../parameters.ts';
import { courseQuery } from './parts/course-query.ts';

const unknown = both('The files do not tell.', '数据文件中没有。');
const attribute = (en: string, zh: string) =>
  column.text(both(en, zh), both('As the lead file has it.', '按线索表原样。'), { empty: unknown });
const instant = (title: readonly [string, string], meaning: readonly [string, string]) =>
  column.instant(both(...title), both(...meaning), { empty: unknown });

export const leadCourse = defineMetric({
  id: 'lead_course',
  question: both('What became of each lead, and when?', '每条线索结果如何，发生在何时？'),
  grain: ['lead_id'],
  columns: {
    lead_id: leadId,
    lead: attribute('Lead', '线索'),
    owner: column.text(
      both('Owner', '负责人'),
      both(
        'Rep who has the lead by the lead file; by the log, where it is not in the file or has events after the as-of date.',
        '持有线索的销售：按线索表；表中没有、或流转记录有晚于统计日期的操作时，按流转记录。',
      ),
      { empty: both('It lies in the pool.', '在公海中。') },
    ),
    pool: attribute('Pool', '公海'),
    source: attribute('Source', '来源'),
    batch: attribute('Batch', '批次'),
    industry: attribute('Industry', '行业'),
    region: attribute('Region', '区域'),
    size: attribute('Size', '规模'),
    product: attribute('Product', '意向产品'),
    cost: column.money(both('Cost', '获客成本'), both('What it cost to get the lead.', '获取该线索的成本。'), { empty: unknown }),
    created_at: instant(
      ['Created at', '创建时间'],
      [
        'When the lead came in: of the lead file, else when it first entered the pool.',
        '线索进入的时间：取线索表，没有时取首次进入公海的时间。',
      ],
    ),
    first_claimed_at: instant(
      ['First claimed', '首次领取时间'],
      [
        'First claim or assignment of the log; without a log that of the lead file, where it was never given back.',
        '流转记录中首次领取或分配的时间；没有记录时取线索表的分配时间（未曾退回的线索）。',
      ],
    ),
    held_since: instant(
      ['Held since', '当前持有起'],
      ['Last claim or assignment of a lead that has an owner.', '有负责人的线索最近一次领取或分配的时间。'],
    ),
    first_contact_at: instant(
      ['First contact', '首次跟进时间'],
      [
        'Earliest contact on record of lead file, log and activities, not before the lead came in.',
        '线索表、流转记录与跟进记录中有记录的最早一次跟进（不早于创建时间）。',
      ],
    ),
    last_contact_at: instant(
      ['Last contact', '最后跟进时间'],
      ['Latest contact known of lead file, log and activities.', '线索表、流转记录与跟进记录中已知最晚的一次跟进。'],
    ),
    next_contact_at: instant(
      ['Next contact', '下次跟进时间'],
      [
        'The next contact that is planned: by the lead file, else by the newest contact; an older plan has been overtaken.',
        '计划的下一次跟进时间：取线索表，没有时取最近一次跟进所定；更早的计划已被取代。',
      ],
    ),
    expires_at: instant(
      ['Falls back at', '预计收回时间'],
      ['When the lead falls back to the pool, by the lead file.', '线索表中的预计收回时间。'],
    ),
    contacts: column.count(
      both('Contacts', '跟进次数'),
      both(
        'By the lead file; without it the larger of the contacts logged and the activities, of each time that a rep had the lead; 0 only where contacts are recorded.',
        '取线索表；没有时取每次持有期间流转记录与跟进记录中较多者；仅在有跟进记录可依时为 0。',
      ),
      {
        empty: both(
          'No contact is on record in any file; or the lead file has its day and no number; or it is from before contacts are on record (contacts_since).',
          '所有文件均无跟进记录；或线索表只有跟进时间、没有次数；或线索早于跟进记录起始日（contacts_since）。',
        ),
      },
    ),
    contacts_since: column.date(
      both('Contacts on record since', '跟进记录起始日'),
      both(
        'The day on which the lead came in; the first day of any contact in log and activities, where it was first claimed (without a log: came in) more than 30 days before that and the lead file does not tell of its contacts.',
        '线索进入的日期；若首次领取（无流转记录时为进入）早于流转与跟进记录中最早一次跟进 30 天以上，且线索表未记载其跟进，则为该最早一次跟进的日期。',
      ),
      { empty: both('No contact is on record in any file, or the lead has no date.', '所有文件均无跟进记录，或该线索没有日期。') },
    ),
    claims: column.count(both('Claims', '领取次数'), both('Claims and assignments of the log.', '流转记录中的领取与分配次数。'), {
      empty: both('There is no log of the lead.', '没有该线索的流转记录。'),
    }),
    comebacks: column.count(
      both('Times back in the pool', '回到公海次数'),
      both('Returns and recycles of the log, without one those of the lead file.', '流转记录中的退回与回收次数；没有记录时取线索表。'),
      { empty: unknown },
    ),
    outcome: column.text(
      both('Outcome', '结果'),
      both(
        'converted: became a customer; lost: lost or judged invalid; open: neither yet. A lead marked both is converted.',
        'converted 已转化；lost 流失或无效；open 未决。同时标记的按已转化。',
      ),
    ),
    invalid: column.flag(
      both('Invalid', '是否无效'),
      both('Whether it was judged invalid (wrong number, duplicate …).', '是否被判无效（空号、重复等）。'),
    ),
    outcome_at: instant(['Outcome at', '结果时间'], ['When the lead converted or was lost.', '转化或流失、判无效的时间。']),
    back_at: column.instant(
      both('Back in the pool', '成交后回到公海'),
      both(
        'When a customer came back to the pool, or was handed out again, for the first time after its first order.',
        '客户首单之后首次回到公海或再次被领取、分配的时间。',
      ),
      { empty: both('It has not; or it is a lead.', '没有；或为线索。') },
    ),
    age_days: column.count(
      both('Days', '天数'),
      both(
        'Whole days from coming in to the outcome; of open leads, and of lost ones without a date, to the as-of date.',
        '从创建到结果的整天数；未决的、以及没有日期的流失线索，算到统计日期。',
      ),
      {
        unit: 'days',
        empty: both(
          'The lead has no date of creation, converted without a date, or before it came in.',
          '没有创建时间；已转化但没有日期；或转化早于创建。',
        ),
      },
    ),
    timed_as: column.text(
      both('Counts over time as', '时间分析口径'),
      both(
        'converted, lost, or open: what has not happened yet at that age. Lost leads without a date never convert and stay among those at risk.',
        'converted、lost 或 open（到该天数尚未发生）。没有日期的流失线索不会转化，始终计入分母。',
      ),
      { empty: both('age_days is missing.', '天数缺失。') },
    ),
  },
  requires: [['leads.lead_id', 'leads.name', 'leads.company', 'pool_events.lead_id', 'customers.customer_id', 'pool_events.customer_id']],
  reads: ['lead_id', 'customer_id', 'at', 'next_at'].map((field) => `activities.${field}`),
  uses: [],
  usesIfComputed: ['lead_file', 'lead_log', 'lead_spells'],
  source: 'Definition: one row a lead, from the lead file first, then from the log of the pool and the activities.',
  parameters: z.object({ as_of: asOf, pool_records: poolRecords }),
  sql: ({ as_of, pool_records: records }) => courseQuery(records, as_of),
});
