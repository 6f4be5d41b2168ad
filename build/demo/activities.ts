import type { Localized } from '../../src/lib/localized.ts';
import { createRandom } from '../../src/lib/random.ts';
import type { Random } from '../../src/lib/random.ts';
import { dayOf, dayOfMinute, inOrder, instantOf, lastDay, workingMinute } from './calendar.ts';
import type { Customer } from './customers.ts';
import type { Lead } from './leads.ts';
import type { Rep } from './people.ts';
import { column, words } from './table.ts';

interface Activity {
  readonly customerId: string | null;
  readonly leadId: string | null;
  readonly rep: Rep;
  readonly channel: Localized;
  readonly minute: number;
  readonly nextAt: number | null;
  readonly outcome: Localized;
}

const visit = words('拜访', 'Visit');
const call = words('电话', 'Call');
const email = words('邮件', 'Email');
const meeting = words('会议', 'Meeting');
const message = words('微信', 'Message');

const outcomes = [
  words('需求确认', 'Need confirmed'),
  words('已报价', 'Quoted'),
  words('问题已解决', 'Issue solved'),
  words('继续跟进', 'Follow up'),
  words('无进展', 'No progress'),
];

/** From this day the fading customer is only called now and then, never visited. */
const neglectedFrom = dayOf('2026-04-10');

/** Contacts with customers, and one activity for each contact event of a lead; in order of time. */
export function createActivities(seed: number, customers: readonly Customer[], leads: readonly Lead[]): Activity[] {
  const random = createRandom(seed, 'activities');
  const ofLeads = leads.flatMap((lead) =>
    lead.events
      .filter(({ event }) => event === 'contact')
      .map((event) => {
        const channel = random.pick([call, call, message, email, visit]);
        return { ...contact(random, event.minute, event.rep!, channel), leadId: lead.id };
      }),
  );
  const ofCustomers = customers.flatMap((customer) => contactsWith(createRandom(seed, `activities ${customer.id}`), customer));
  return inOrder(
    [...ofLeads, ...ofCustomers],
    ({ minute }) => minute,
    ({ customerId, leadId }) => customerId ?? leadId ?? '',
  );
}

function contactsWith(random: Random, customer: Customer): Activity[] {
  const { kind, rank, stopsOn } = customer.buying;
  const usual = rank === null ? 120 : rank <= 3 ? 12 : rank <= 45 ? 32 : 80;
  const latest = kind === 'lost' ? Math.min(stopsOn + 60, lastDay) : lastDay;
  const activities: Activity[] = [];
  for (let day = Math.max(0, dayOfMinute(customer.createdAt) + 1); day <= latest;) {
    const neglected = kind === 'fading' && day >= neglectedFrom;
    const minute = workingMinute(day * 1440 + random.integer(540, 1079));
    const channel = random.pick(neglected ? [call, message] : [visit, visit, call, call, email, meeting, message]);
    if (dayOfMinute(minute) <= lastDay) activities.push({ ...contact(random, minute, customer.owner, channel), customerId: customer.id });
    day = dayOfMinute(minute) + Math.max(1, Math.round((neglected ? 38 : usual) * (0.5 + random.next())));
  }
  return activities;
}

function contact(random: Random, minute: number, rep: Rep, channel: Localized): Activity {
  const nextAt = random.chance(0.5) ? workingMinute(minute + random.integer(5, 30) * 1440) : null;
  return { customerId: null, leadId: null, rep, channel, minute, nextAt, outcome: random.pick(outcomes) };
}

export const activityColumns = [
  column<Activity>('客户编号', 'Customer ID', (row) => row.customerId),
  column<Activity>('线索编号', 'Lead ID', (row) => row.leadId),
  column<Activity>('负责人', 'Owner', (row) => row.rep.name),
  column<Activity>('跟进方式', 'Channel', (row) => row.channel),
  column<Activity>('跟进时间', 'Activity Time', (row) => instantOf(row.minute)),
  column<Activity>('下次跟进时间', 'Next Contact Time', (row) => (row.nextAt === null ? null : instantOf(row.nextAt))),
  column<Activity>('跟进结果', 'Outcome', (row) => row.outcome),
];
