import { sql } from '../../engine/sql.ts';
import { daysBetween, type IsoDate } from '../../lib/dates.ts';
import { afterChinese, beforeChinese, both, type Localized } from '../../lib/localized.ts';
import type { ResultCell, TableSection } from '../../result/result.ts';
import { from, type ListColumn, ownOf, reads, worded } from '../../views/list-columns.ts';
import { ascending, descending } from '../../views/list-source.ts';
import { list } from '../../views/list.ts';
import { numberOf } from '../../views/number-of.ts';
import { amountText, listed } from '../../views/number-words.ts';
import { complaintsText, daysAgo } from '../parts/standing-words.ts';
import type { SatisfactionInput } from './run.ts';
import { answerWords, callWords } from './words.ts';

const metric = 'satisfaction_customers';

const figures = [
  'revenue',
  'open_complaints',
  'open_days',
  'overdue_days',
  'nps',
  'nps_before',
  'nps_on',
  'csat',
  'topic',
  'action',
  'action_owner',
  'due_on',
] as const;

/** Customers to call now, those who bought most first: with why, and what to do. */
export function toCallSection(input: SatisfactionInput): Promise<TableSection> {
  return list(input, {
    id: 'to_call',
    title: both('Call now, those who bought most first', '现在该联系的客户（购买多的在前）'),
    of: metric,
    by: 'customer_id',
    where: sql`satisfaction_customers.calls_for is not null`,
    order: [...descending(metric, 'revenue'), ...descending(metric, 'overdue_days', 'open_days'), ...ascending(metric, 'customer_id')],
    columns: [
      ...from(metric, 'customer_id'),
      ...from('customer_profile', 'customer_name', 'owner'),
      ...worded(from(metric, 'calls_for'), callWords(input.lang)),
      ...from(metric, ...figures),
      ...from('churn_contacts', 'contact_days'),
      whyColumn(input),
      toDoColumn(input),
    ],
    glance: {
      first: [['customer_name', 'customer_id'], 'owner', 'calls_for', 'revenue', 'open_days', 'overdue_days', 'nps'],
      most: 6,
      below: ['why', 'to_do'],
      hidden: ['nps_before', 'nps_on', 'open_complaints', 'csat', 'topic', 'action', 'action_owner', 'due_on'],
    },
  });
}

const whyReads = reads(metric, 'calls_for', ...figures);

/** Open complaints, and the latest answers. */
function whyColumn({ lang, ingested: { asOf } }: SatisfactionInput): ListColumn {
  return ownOf(
    'why',
    {
      title: both('Why', '原因'),
      type: 'text',
      basis: both('Open complaints with their topic, and the latest answers.', '未结投诉及其主题，以及最近的回答。'),
    },
    whyReads,
    (record) => {
      const number = (id: string): number | null => numberOf(record[id]);
      const [open, nps, csat] = [number('open_complaints') ?? 0, number('nps'), number('csat')];
      const parts: Localized[] = [];
      if (open > 0)
        parts.push(complaintPart({ open, days: number('open_days'), overdue: number('overdue_days'), topic: record['topic'] ?? null }));
      if (nps !== null) parts.push(answerPart(nps, number('nps_before'), ago(record['nps_on'] ?? null, asOf)));
      else if (csat !== null) parts.push(both(`satisfaction ${amountText(csat)}`, `满意度 ${amountText(csat)} 分`));
      return listed(
        parts.map((part) => part[lang]),
        lang,
      );
    },
  );
}

interface OpenComplaints {
  readonly open: number;
  readonly days: number | null;
  readonly overdue: number | null;
  readonly topic: ResultCell;
}

/** `3 complaints open, the oldest (“slow response”) for 172 days, 158 overdue`. */
function complaintPart({ open, days, overdue, topic }: OpenComplaints): Localized {
  const many = complaintsText(open);
  const about: Localized = topic === null ? both('', '') : both(` (“${topic}”)`, `“${topic}”`);
  if (days === null) return both(`${many.en}${about.en}`, `${many['zh-CN']}${about['zh-CN']}`);
  const [oldest, zhOldest] = open > 1 ? [`, the oldest${about.en}`, '，最早一起'] : [about.en, '，'];
  const late: Localized = overdue === null ? both('', '') : both(`, ${amountText(overdue)} overdue`, `，逾期 ${amountText(overdue)} 天`);
  return both(
    `${many.en}${oldest} for ${amountText(days)} days${late.en}`,
    `${many['zh-CN']}${zhOldest}${about['zh-CN']}已 ${amountText(days)} 天${late['zh-CN']}`,
  );
}

/** `scored 2 for NPS 109 days ago, 5 before`. */
function answerPart(nps: number, before: number | null, when: Localized): Localized {
  const [then, zhThen] = before === null ? ['', ''] : [`, ${before} before`, `，此前 ${before} 分`];
  return both(`scored ${nps} for NPS${when.en}${then}`, `${when['zh-CN']}NPS 评分 ${nps} 分${zhThen}`);
}

function ago(day: ResultCell, asOf: IsoDate | null): Localized {
  if (typeof day !== 'string' || asOf === null) return both('', '');
  const text = daysAgo(daysBetween(day, asOf));
  return both(` ${text.en}`, `${text['zh-CN'].trim()} `);
}

/** What to do about it, and who has it. */
function toDoColumn({ lang }: SatisfactionInput): ListColumn {
  return ownOf(
    'to_do',
    {
      title: both('To do', '建议动作'),
      type: 'text',
      basis: both(
        'By what calls for it; the action and its owner are those of the oldest open complaint.',
        '按需处理的事由；措施及负责人取自最早的未结投诉。',
      ),
    },
    whyReads,
    ({ calls_for: reason = null, action = null, action_owner: owner = null, due_on: due = null }) => {
      if (reason === 'overdue' || reason === 'complaint') {
        const what: Localized = action === null ? both('the complaint', '该投诉') : both(`“${action}”`, `“${action}”`);
        const who: Localized =
          owner === null
            ? both('name somebody to settle', '指定负责人处理')
            : both(`${owner} settles`, beforeChinese(afterChinese('由', String(owner)), '落实'));
        const when: Localized =
          reason === 'overdue' || due === null
            ? both('this week, then call the customer', '，本周办结并回访客户')
            : both(`by ${due}, then call the customer`, `，${due} 前办结并回访客户`);
        return { en: `${who.en} ${what.en} ${when.en}`, 'zh-CN': `${who['zh-CN']}${what['zh-CN']}${when['zh-CN']}` }[lang];
      }
      return {
        en: 'the owner calls, asks what went wrong and agrees on what will change',
        'zh-CN': '由负责人致电，了解不满之处并约定改进',
      }[lang];
    },
  );
}

/** Every customer with feedback. */
export function customersSection(input: SatisfactionInput): Promise<TableSection> {
  return list(input, {
    id: 'customers',
    place: 'detail',
    title: both('Satisfaction of each customer', '各客户满意度'),
    of: metric,
    by: 'customer_id',
    order: [...descending(metric, 'revenue'), ...ascending(metric, 'customer_id')],
    columns: [
      ...from(metric, 'customer_id'),
      ...from('customer_profile', 'customer_name', 'owner'),
      ...from(metric, 'nps', 'nps_before', 'nps_on'),
      ...worded(from(metric, 'nps_group'), answerWords(input.lang)),
      ...from(metric, 'csat', 'csat_mean', 'answers', 'complaints', 'open_complaints', 'open_days', 'overdue_days', 'revenue'),
      ...worded(from(metric, 'calls_for'), callWords(input.lang)),
      ...from('churn_contacts', 'contact_days'),
    ],
    glance: {
      first: [
        ['customer_name', 'customer_id'],
        'owner',
        'nps',
        'nps_before',
        'csat',
        'complaints',
        'open_complaints',
        'revenue',
        'calls_for',
      ],
    },
  });
}
