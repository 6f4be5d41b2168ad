import type { Localized } from '../../src/lib/localized.ts';
import { createRandom } from '../../src/lib/random.ts';
import { dateOf, inOrder } from './calendar.ts';
import { createComplaints } from './complaints.ts';
import type { Complaint } from './complaints.ts';
import type { Customer } from './customers.ts';
import type { Order } from './orders.ts';
import { createSurveys } from './surveys.ts';
import type { Survey } from './surveys.ts';
import { column, words } from './table.ts';

interface FeedbackRow {
  readonly id: string;
  readonly customer: Customer;
  readonly day: number;
  readonly channel: Localized;
  readonly survey: Survey | null;
  readonly complaint: Complaint | null;
}

const channels = [words('问卷', 'Questionnaire'), words('电话', 'Phone'), words('在线', 'Online'), words('面谈', 'Interview')];
const states: Readonly<Record<Complaint['state'], Localized>> = {
  open: words('待处理', 'Open'),
  progress: words('处理中', 'In Progress'),
  closed: words('已关闭', 'Closed'),
};

/** Answers, complaints and suggestions in order of time. */
export function createFeedback(seed: number, orders: readonly Order[]): FeedbackRow[] {
  const random = createRandom(seed, 'feedback');
  const drafts = [
    ...createSurveys(random, orders).map((survey) => ({
      customer: survey.customer,
      day: survey.day,
      survey,
      complaint: null,
      channel: channels[0]!,
    })),
    ...createComplaints(random, orders).map((complaint) => {
      const channel = random.pick(channels.slice(1));
      return { customer: complaint.customer, day: complaint.day, survey: null, complaint, channel };
    }),
  ];
  const ordered = inOrder(
    drafts,
    ({ day }) => day,
    ({ customer }) => customer.id,
  );
  return ordered.map((draft, index) => ({ ...draft, id: `F${String(index + 1).padStart(5, '0')}` }));
}

function kind({ complaint }: FeedbackRow): Localized {
  if (complaint === null) return words('调查', 'Survey');
  return complaint.kind === 'complaint' ? words('投诉', 'Complaint') : words('建议', 'Suggestion');
}

function dateOrNull(day: number | null | undefined): string | null {
  return day === null || day === undefined ? null : dateOf(day);
}

export const feedbackColumns = [
  column<FeedbackRow>('反馈编号', 'Feedback ID', (row) => row.id),
  column<FeedbackRow>('客户编号', 'Customer ID', (row) => row.customer.id),
  column<FeedbackRow>('负责人', 'Owner', (row) => row.customer.owner.name),
  column<FeedbackRow>('反馈时间', 'Feedback Date', (row) => dateOf(row.day)),
  column<FeedbackRow>('反馈渠道', 'Channel', (row) => row.channel),
  column<FeedbackRow>('反馈类型', 'Feedback Type', kind),
  column<FeedbackRow>('NPS', 'NPS', (row) => row.survey?.nps ?? null),
  column<FeedbackRow>('满意度', 'CSAT', (row) => row.survey?.csat ?? null),
  column<FeedbackRow>('产品质量', 'Product Quality', (row) => row.survey?.scores.product ?? null),
  column<FeedbackRow>('服务水平', 'Service Quality', (row) => row.survey?.scores.service ?? null),
  column<FeedbackRow>('售后支持', 'After-sales Support', (row) => row.survey?.scores.afterSales ?? null),
  column<FeedbackRow>('交货及时性', 'On-time Delivery', (row) => row.survey?.scores.delivery ?? null),
  column<FeedbackRow>('价格满意度', 'Price Satisfaction', (row) => row.survey?.scores.price ?? null),
  column<FeedbackRow>('反馈主题', 'Topic', (row) => row.complaint?.topic ?? null),
  column<FeedbackRow>('反馈内容', 'Text', (row) => row.complaint?.text ?? null),
  column<FeedbackRow>('改进措施', 'Action', (row) => row.complaint?.action ?? null),
  column<FeedbackRow>('措施负责人', 'Action Owner', (row) => row.complaint?.actionOwner ?? null),
  column<FeedbackRow>('截止日期', 'Due Date', (row) => dateOrNull(row.complaint?.dueDay)),
  column<FeedbackRow>('处理状态', 'State', (row) => (row.complaint === null ? null : states[row.complaint.state])),
  column<FeedbackRow>('关闭日期', 'Closed Date', (row) => dateOrNull(row.complaint?.closedDay)),
];
