import type { Localized } from '../../src/lib/localized.ts';
import type { Random } from '../../src/lib/random.ts';
import { dayOf, lastDay } from './calendar.ts';
import type { Customer } from './customers.ts';
import type { Order } from './orders.ts';
import { words } from './table.ts';

export interface Complaint {
  readonly kind: 'complaint' | 'suggestion';
  readonly customer: Customer;
  readonly day: number;
  readonly topic: Localized;
  readonly text: Localized;
  readonly action: Localized;
  readonly actionOwner: Localized;
  readonly dueDay: number;
  readonly state: 'open' | 'progress' | 'closed';
  readonly closedDay: number | null;
}

interface Subject {
  readonly share: number;
  readonly topic: Localized;
  readonly text: Localized;
  readonly action: Localized;
}

const afterSales: Subject = {
  share: 9,
  topic: words('售后响应慢', 'Slow after-sales response'),
  text: words('报修后三天才有人联系，影响产线进度', 'Nobody called for three days after we reported a fault; the line stood still'),
  action: words('安排工程师上门并回访', 'Send an engineer and call back'),
};
const spareParts: Subject = {
  share: 4,
  topic: words('备件供应不及时', 'Spare parts late'),
  text: words('测针和备件经常缺货', 'Styli and spare parts are often out of stock'),
  action: words('补充区域备件库存', 'Fill up the regional stock of parts'),
};
const subjects: readonly Subject[] = [
  afterSales,
  spareParts,
  {
    share: 3,
    topic: words('交付延期', 'Late delivery'),
    text: words('比合同约定晚到一周', 'Arrived a week later than agreed'),
    action: words('与仓储核对排期', 'Check the schedule with the warehouse'),
  },
  {
    share: 3,
    topic: words('产品故障', 'Product fault'),
    text: words('开机自检报错，精度漂移', 'Self-test fails and accuracy drifts'),
    action: words('更换部件并重新校准', 'Replace the part and recalibrate'),
  },
  {
    share: 2,
    topic: words('价格偏高', 'Price too high'),
    text: words('同类产品报价更低', 'Others quote less for the same'),
    action: words('重新核价', 'Review the quotation'),
  },
];
const suggestions: readonly Subject[] = [
  {
    share: 1,
    topic: words('软件功能', 'Software features'),
    text: words('希望报表可以自定义模板', 'We would like our own report templates'),
    action: words('转产品部评估', 'Pass on to product management'),
  },
  {
    share: 1,
    topic: words('培训', 'Training'),
    text: words('希望增加线上培训课程', 'Please offer online training'),
    action: words('纳入培训计划', 'Add to the training plan'),
  },
];
const engineers = [words('售后-冯强', 'Feng Qiang'), words('售后-邓丽', 'Deng Li'), words('售后-曹阳', 'Cao Yang')];

/** Complaints and suggestions after orders; the fading customer's last three complaints are still open. */
export function createComplaints(random: Random, orders: readonly Order[]): Complaint[] {
  const usual = orders.flatMap(({ customer, day }) => {
    const at = day + random.integer(3, 40);
    const draw = random.next();
    if (at > lastDay || draw > 0.075 || customer.buying.kind === 'fading') return [];
    return [complaint(random, customer, at, draw < 0.06 ? 'complaint' : 'suggestion')];
  });
  const fading = orders.find(({ customer }) => customer.buying.kind === 'fading')!.customer;
  const open = [dayOf('2026-05-12'), dayOf('2026-06-23'), dayOf('2026-08-11')].map((day, index) => ({
    ...complaint(random, fading, day, 'complaint', index === 1 ? spareParts : afterSales),
    state: index === 0 ? ('progress' as const) : ('open' as const),
    closedDay: null,
  }));
  return [...usual, ...open];
}

function complaint(random: Random, customer: Customer, day: number, kind: Complaint['kind'], given?: Subject): Complaint {
  const { topic, text, action } = given ?? random.weighted(kind === 'complaint' ? subjects : suggestions, ({ share }) => share);
  const closedDay = day + random.integer(3, 32);
  const closed = closedDay <= lastDay && random.chance(0.86);
  const state = closed ? 'closed' : random.chance(0.5) ? 'progress' : 'open';
  const actionOwner = random.chance(0.7) ? random.pick(engineers) : customer.owner.name;
  return { kind, customer, day, topic, text, action, actionOwner, dueDay: day + 14, state, closedDay: closed ? closedDay : null };
}
