import { z } from 'zod';
import { workingDaysOf } from '../../forecast/targets/windows.ts';
import type { Row } from '../../lib/rows.ts';
import { wilson } from '../../stats/wilson.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, period } from '../parameters.ts';
import { targets } from '../target-parameter.ts';
import { workingTimeOf } from '../targets/parts/working-time.ts';
import { columnOfChannel, countsIn, looked, tiers } from './parts/activity-counts.ts';
import { contactChannels } from './parts/contact-channels.ts';
import { reviewOf } from './parts/review.ts';
import { repCustomers } from './rep-customers.ts';
import { repTotals } from './rep-totals.ts';

const noRecords = both('No contact of the rep with anybody is on record: nobody knows.', '该销售没有任何跟进记录：无从得知。');
const unrecorded = { empty: noRecords };
const untold = both(
  'No contact of the rep is on record, or more than one in twenty of them name neither customer nor lead: nobody knows.',
  '没有其跟进记录，或超过二十分之一的记录未写明客户或线索：无从得知。',
);
const noKey = { empty: both(`The rep has no key customer. ${untold.en}`, `没有重点客户；${untold['zh-CN']}`) };
const noPlan = {
  empty: both('No planned contact fell due in the period, or none is on record.', '该期没有到期的跟进计划，或没有记录。'),
};

export const repActivities = defineMetric({
  id: 'rep_activities',
  question: both('What does each rep do for which customers, and does it do what it plans?', '每位销售跟进了哪些客户，计划是否兑现？'),
  grain: ['rep', 'period'],
  columns: {
    rep: repCustomers.columns['rep']!,
    period: column.id(
      repTotals.columns['period']!.title,
      both(
        'current: the period under review; previous: the one before, where the records reach back to it.',
        'current 本期；previous 上期（跟进记录覆盖时）。',
      ),
    ),
    has_records: column.flag(
      both('Has records', '有记录'),
      both('Whether any contact of the rep is on record, whenever.', '该销售是否有任何（不限时期的）跟进记录。'),
    ),
    contacts: column.count(both('Contacts', '联系次数'), both('Contacts of the rep in the period.', '该期的跟进次数。'), unrecorded),
    ...Object.fromEntries(
      contactChannels.map(({ id, title }) => [
        columnOfChannel(id),
        column.count(title, both('Contacts by that channel.', '其中以该方式进行的次数。'), unrecorded),
      ]),
    ),
    customers: column.count(both('Customers contacted', '联系客户数'), both('Different customers contacted.', '所联系的不同客户数。'), {
      unit: 'customers',
      ...unrecorded,
    }),
    leads: column.count(both('Leads contacted', '联系线索数'), both('Different leads contacted.', '所联系的不同线索数。'), {
      unit: 'leads',
      ...unrecorded,
    }),
    unnamed: column.count(
      both('Names nobody', '未写明对象'),
      both('Contacts of the period that name neither customer nor lead.', '该期未写明客户或线索的次数。'),
      unrecorded,
    ),
    working_days: column.count(
      both('Working days', '工作日'),
      both('Of the period, by targets.calendar.', '该期工作日天数，按 targets.calendar。'),
      { unit: 'days' },
    ),
    contacts_a_day: column.number(
      both('Contacts a working day', '日均联系'),
      both('Contacts ÷ working days of the period.', '联系次数 ÷ 该期工作日。'),
      { empty: both('The period has no working day, or no contact of the rep is on record.', '该期没有工作日，或没有其跟进记录。') },
    ),
    book: column.count(
      both('Customers owned', '负责客户数'),
      both('Customers in the book by the end of the period under review.', '本期末在管且由其负责的客户数。'),
      { unit: 'customers' },
    ),
    key_customers: column.count(
      both('Key customers', '重点客户数'),
      both('Of these the key ones (contact_customers).', '其中的重点客户数（见 contact_customers）。'),
      { unit: 'customers' },
    ),
    key_contacted: column.count(
      both('Key contacted', '已联系重点客户'),
      both('Of these those that anybody contacted in the period.', '其中该期有人联系过的客户数。'),
      { unit: 'customers', empty: untold },
    ),
    key_coverage: column.ratio(
      both('Key coverage', '重点客户覆盖率'),
      both('Key customers contacted at least once in the period ÷ key customers.', '该期至少联系过一次的重点客户 ÷ 重点客户。'),
      noKey,
    ),
    key_coverage_low: column.ratio(
      both('Key coverage, low', '重点客户覆盖率下限'),
      both('95% interval of Wilson.', 'Wilson 95% 区间下限。'),
      noKey,
    ),
    key_coverage_high: column.ratio(both('Key coverage, high', '重点客户覆盖率上限'), both('Upper end of it.', '区间上限。'), noKey),
    neglected: column.count(
      both('Key neglected', '被冷落重点客户'),
      both('Key customers that are neglected (contact_customers).', '被冷落的重点客户数（见 contact_customers）。'),
      { empty: both(`Told of the period under review alone. ${untold.en}`, `仅本期给出；${untold['zh-CN']}`) },
    ),
    neglected_revenue: column.money(
      both('At stake', '涉及销售额'),
      both('What these brought in the twelve months that end with the period.', '上述客户近 12 个月的销售额合计。'),
      { empty: both('None is neglected, or they brought nothing.', '没有被冷落的客户，或其没有销售额。') },
    ),
    due: column.count(
      both('Plans due', '到期计划'),
      both(
        'Planned contacts with customers whose day lies in the period, those still open left out.',
        '计划日在该期的客户跟进计划数（未到期的不计）。',
      ),
      unrecorded,
    ),
    kept: column.count(
      both('Kept', '按期跟进'),
      both('Of these those after which the customer was contacted by the day planned.', '其中在计划日当天或之前跟进的。'),
      unrecorded,
    ),
    kept_rate: column.ratio(both('Plans kept', '计划兑现率'), both('Kept ÷ plans due.', '按期跟进 ÷ 到期计划。'), noPlan),
    kept_rate_low: column.ratio(
      both('Plans kept, low', '计划兑现率下限'),
      both('95% interval of Wilson.', 'Wilson 95% 区间下限。'),
      noPlan,
    ),
    kept_rate_high: column.ratio(both('Plans kept, high', '计划兑现率上限'), both('Upper end of it.', '区间上限。'), noPlan),
    overdue: column.count(
      both('Overdue', '逾期未跟进'),
      both(
        'Customers whose planned contact had passed by the end of the period without any contact since.',
        '期末计划跟进日已过且此后没有联系的客户数。',
      ),
      { unit: 'customers', ...unrecorded },
    ),
    overdue_leads: column.count(
      both('Overdue leads', '逾期线索'),
      both(
        'Open leads that the rep has, whose planned contact had passed by the as-of date without any since (lead_follow_ups).',
        '持有的未决线索中，截至统计日计划跟进日已过且此后没有跟进的（见 lead_follow_ups）。',
      ),
      { unit: 'leads', empty: both('Told of the period under review alone, where lead files are given.', '仅本期、且有线索文件时给出。') },
    ),
    without_next: column.count(
      both('No next step', '无下一步'),
      both('Contacts of the period with customers that planned no next one.', '该期与客户的联系中没有计划下次跟进的次数。'),
      { empty: both('No file of contacts plans any, or no contact of the rep is on record.', '跟进记录均无计划，或没有其跟进记录。') },
    ),
    with_customers: column.count(
      both('With customers', '客户联系次数'),
      both('Contacts of the period with customers rather than leads.', '该期与客户（而非线索）的联系次数。'),
      unrecorded,
    ),
    ...Object.fromEntries(
      tiers.map((tier) => [
        `tier_${tier}_contacts`,
        column.number(
          both(`Contacts a customer, tier ${tier}`, `第 ${tier} 层级客均联系`),
          both(
            'Contacts of the period, by anybody, with the customers owned of that tier ÷ these customers.',
            '该期与该层级所负责客户的联系次数（不论何人）÷ 这些客户数。',
          ),
          { empty: both(`The rep owns none of that tier. ${untold.en}`, `没有该层级的客户；${untold['zh-CN']}`) },
        ),
      ]),
    ),
  },
  requires: [],
  uses: ['contact_rows', 'contact_customers', 'rep_people', 'rep_names'],
  usesIfComputed: ['lead_follow_ups'],
  source: 'Definition: contact_rows and contact_customers by rep. Intervals: Wilson (1927).',
  parameters: z.object({ as_of: asOf, period, targets }),
  compute: async ({ as_of, period: asked, targets: { calendar } }, rows) => {
    const review = reviewOf(asked, as_of);
    if (review === null) return [];
    const time = await workingTimeOf(calendar);
    const found = await Promise.all(looked.map((of) => rows(countsIn(of, review, as_of))));
    return found.flatMap((counted, index) => {
      const days = workingDaysOf(review[looked[index]!], time);
      return counted.map((row) => activitiesOf(row, days));
    });
  },
});

function activitiesOf(row: Row, days: number): Row {
  const has = row['has_records'] === true;
  const number = (name: string): number => Number(row[name] ?? 0);
  const recorded = (name: string): number | null => (has ? number(name) : null);
  const isTold = row['is_told'] === true;
  const told = (name: string): number | null => (isTold ? number(name) : null);
  const share = (part: string, whole: string, is = has): { value: number | null; low: number | null; high: number | null } => {
    const interval = is ? wilson(number(part), number(whole)) : null;
    return interval === null ? { value: null, low: null, high: null } : { value: number(part) / number(whole), ...interval };
  };
  const [coverage, plans] = [share('key_contacted', 'key_customers', isTold), share('kept', 'due')];
  const isCurrent = row['period'] === 'current';
  return {
    rep: row['rep']!,
    period: row['period']!,
    has_records: has,
    contacts: recorded('contacts'),
    ...Object.fromEntries(contactChannels.map(({ id }) => [columnOfChannel(id), recorded(columnOfChannel(id))])),
    customers: recorded('customers'),
    leads: recorded('leads'),
    unnamed: recorded('unnamed'),
    working_days: days,
    contacts_a_day: has && days > 0 ? number('contacts') / days : null,
    book: number('book'),
    key_customers: number('key_customers'),
    key_contacted: told('key_contacted'),
    key_coverage: coverage.value,
    key_coverage_low: coverage.low,
    key_coverage_high: coverage.high,
    neglected: isCurrent ? told('neglected') : null,
    neglected_revenue: isCurrent && isTold ? (row['neglected_revenue'] ?? null) : null,
    due: recorded('due'),
    kept: recorded('kept'),
    kept_rate: plans.value,
    kept_rate_low: plans.low,
    kept_rate_high: plans.high,
    overdue: recorded('overdue'),
    overdue_leads: isCurrent ? (row['overdue_leads'] ?? null) : null,
    without_next: number('plans') > 0 ? recorded('without_next') : null,
    with_customers: recorded('with_customers'),
    ...Object.fromEntries(
      tiers.map((tier) => [
        `tier_${tier}_contacts`,
        isTold && number(`tier_${tier}_customers`) > 0 ? number(`tier_${tier}`) / number(`tier_${tier}_customers`) : null,
      ]),
    ),
  };
}
