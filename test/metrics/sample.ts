import { addDays } from '../../src/lib/dates.ts';
import type { Row } from '../../src/lib/rows.ts';

/** Orders and customers with everything awkward: returns, missing cells, ties, quotes, customers on one side only. */

function pseudoRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const random = pseudoRandom(20_260_630);
const between = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1));
const maybe = <T>(value: T, share = 0.9): T | null => (random() < share ? value : null);

export const sampleOrders: readonly Row[] = Array.from({ length: 400 }, (_, index) => ({
  customer_id: `C'${between(1, 40)}`,
  order_id: `O${Math.floor(index / 2)}`,
  ordered_at: maybe(`${addDays('2024-01-01', between(0, 900))} 08:30:00`, 0.98),
  amount: maybe(between(-500, 5000) / 100, 0.97),
  profit: maybe(between(-100, 500) / 100, 0.95),
  paid_amount: maybe(between(0, 4000) / 100, 0.5),
  category: maybe(['整机', '配件', '耗材'][between(0, 2)]!, 0.8),
  product_id: `P${between(1, 30)}`,
  customer: maybe(`Customer ${index % 7}`),
  rep: maybe(['张三', '李四', "O'Neil"][between(0, 2)]!),
  region: maybe(['华东', '华南'][between(0, 1)]!),
}));

export const sampleCustomers: readonly Row[] = Array.from({ length: 50 }, (_, index) => ({
  customer_id: `C'${index + 11}`,
  name: maybe(`客户${index}`),
  owner: maybe('王五', 0.5),
  industry: maybe(['制造', '零售'][between(0, 1)]!),
  created_on: maybe(addDays('2023-01-01', between(0, 700))),
  orders: maybe(between(0, 9)),
  revenue: maybe(between(0, 99_999) / 100),
  first_order_on: maybe(addDays('2023-01-01', between(0, 300)), 0.6),
  last_order_on: maybe(addDays('2025-01-01', between(0, 400)), 0.6),
  recency_days: maybe(between(1, 400), 0.5),
  csat: maybe(between(10, 50) / 10, 0.6),
  nps: maybe(between(0, 10), 0.6),
  referred_by: index % 6 === 0 ? `C'${index + 1}` : null,
  lost_on: index % 9 === 4 ? addDays('2025-01-01', index * 7) : null,
  lost: index % 9 === 4 ? true : index % 2 === 0 ? false : null,
  lost_reason: index % 9 === 4 && index % 2 === 0 ? '价格' : null,
  contract_end_on: index % 5 === 0 ? addDays('2026-01-01', index * 9) : null,
  overdue_amount: index % 7 === 0 ? index * 100.5 : null,
}));

/** The first products of the sample's orders, some without a category; every third the next edition of the one before. */
export const sampleProducts: readonly Row[] = Array.from({ length: 20 }, (_, index) => ({
  product_id: `P${index + 1}`,
  name: `产品${index % 3 === 0 ? '基础版' : index % 3 === 1 ? '高级版' : '旗舰版'}${Math.floor(index / 3)}`,
  category: index % 5 === 0 ? null : ['整机', '配件', '耗材'][index % 3]!,
  subcategory: index % 7 === 0 ? '子类' : null,
  tier: ['基础版', '高级版', '旗舰版'][index % 3]!,
  price: index % 9 === 8 ? null : 100 * (index + 1),
  upgrade_to: index % 3 === 0 ? `P${index + 2}` : null,
}));

export const sampleActivities: readonly Row[] = Array.from({ length: 300 }, (_, index) => ({
  customer_id: `C'${1 + ((index * 7) % 45)}`,
  at: `${addDays('2024-02-01', (index * 31) % 870)} 0${index % 10}:15:00`,
  channel: ['visit', 'call', null, 'email'][index % 4]!,
  rep: ['张三', '李四', "O'Neil", null][index % 4]!,
  next_at: index % 3 === 0 ? `${addDays('2024-02-10', (index * 31) % 870)} 00:00:00` : null,
}));

export const sampleFeedback: readonly Row[] = Array.from({ length: 90 }, (_, index) => ({
  customer_id: `C'${1 + ((index * 11) % 45)}`,
  at: index % 13 === 0 ? null : `${addDays('2024-03-01', (index * 29) % 840)} 10:00:00`,
  kind: index % 3 === 0 ? 'complaint' : 'survey',
  csat: index % 3 === 0 ? null : 1 + (index % 5),
  nps: index % 3 === 1 ? index % 11 : null,
  state: index % 3 === 0 ? ['open', 'closed', null, 'in_progress'][index % 4]! : null,
  closed_on: index % 12 === 3 ? addDays('2026-01-01', index) : null,
  rep: ['张三', '李四', "O'Neil", null][index % 4]!,
  channel: ['phone', 'online', null][index % 3]!,
  product: index % 5 === 0 ? `P${index % 2}` : null,
  service_score: index % 3 === 0 ? null : 1 + ((index * 7) % 5),
  price_score: index % 3 === 0 || index % 10 === 1 ? null : 1 + ((index * 3) % 5),
  topic: index % 6 === 0 ? ['Late', "O'Neil's；price"][index % 4 === 0 ? 0 : 1]! : null,
  text: index % 3 === 0 ? ['质量问题', 'never again', null][index % 9 === 0 ? 0 : index % 2 === 0 ? 1 : 2]! : null,
  action: index % 9 === 0 ? 'call' : null,
  action_owner: index % 9 === 0 ? '张三' : null,
  due_on: index % 6 === 0 ? addDays('2025-06-01', index) : null,
}));

export const sampleReps: readonly Row[] = ['张三', '李四', "O'Neil"].map((name, index) => ({
  rep_id: `R${index}`,
  name,
  team: ['华东', '华南'][index % 2]!,
  capacity: index === 2 ? null : 20 + index,
}));

/** Targets of company, teams and reps for the months of a year, some blank, zero or without a level. */
export const sampleTargets: readonly Row[] = Array.from({ length: 12 }, (_, month) => month + 1).flatMap((month) => {
  const period_start = `2026-${String(month).padStart(2, '0')}-01`;
  const period_end = addDays(month === 12 ? '2027-01-01' : `2026-${String(month + 1).padStart(2, '0')}-01`, -1);
  const owners = [
    { level: 'company', owner: '公司', value: 3000 },
    { level: 'team', owner: '华东', parent: '公司', value: month === 2 ? 0 : 2000 },
    { level: null, owner: "O'Neil", parent: '华东', value: month === 3 ? null : 1000 },
    { level: 'rep', owner: 'R1', parent: '华南', value: 900, ambition: month === 4 ? 'stretch' : null },
    // A month in %: no number to be reached.
    { level: 'rep', owner: '王五', parent: '华南', value: month === 5 ? 0.5 : 500, unit: month === 5 ? '%' : null },
    // Of whom no other file knows: what is reached is that of the parts.
    { level: null, owner: '大客户组', parent: '公司', value: 700 },
    { level: 'rep', owner: '张三', parent: '大客户组', value: 700 },
    // There are months without an answer.
    { level: 'company', owner: '公司', value: 50, metric: 'nps' },
  ];
  return owners.map((row) => ({ metric: 'revenue', ...row, period_start, period_end }));
});

/** Tasks, some done late, some overdue, some without a day. */
export const sampleActions: readonly Row[] = Array.from({ length: 20 }, (_, index) => ({
  action: `任务${index % 7}`,
  rep: index % 6 === 5 ? null : ['张三', 'R1', "O'Neil"][index % 3]!,
  due_on: index % 8 === 7 ? null : addDays('2026-05-01', index * 6),
  state: ['open', 'done', null, 'cancelled'][index % 4]!,
  done_on: index % 4 === 1 && index % 3 !== 0 ? addDays('2026-05-03', index * 6) : null,
  target: index % 5 === 0 ? '华东' : null,
  expected_value: index % 3 === 0 ? 100.5 * index : null,
}));

/** Deals of the sample's customers, every third still open. */
export const sampleOpportunities: readonly Row[] = [...sampleCustomers, ...sampleCustomers].map(({ customer_id = null }, index) => ({
  opportunity_id: `D${index}`,
  customer_id,
  state: ['open', 'won', 'lost'][index % 3]!,
  created_on: index % 4 === 0 ? null : '2026-01-15',
  rep: ['张三', '李四', "O'Neil", null][index % 4]!,
  amount: index % 5 === 0 ? null : 100 + index / 4,
  probability: index % 2 === 0 ? 0.25 : null,
  closed_on: index % 7 === 0 ? null : addDays(index % 3 === 0 ? '2026-07-01' : '2026-04-20', index),
  source: Math.floor(index / 4) % 2 === 0 ? '展会' : '官网',
  competitor: index % 4 === 0 ? '对手' : null,
  lost_reason: index % 3 === 2 && index % 2 === 0 ? '价格' : null,
}));

const leadRep = (index: number): string | null => ['张三', '李四', "O'Neil", null][index % 4]!;

export const sampleLeads: readonly Row[] = Array.from({ length: 500 }, (_, index) => {
  const created = addDays('2025-06-01', (index * 17) % 390);
  const state = index % 5;
  return {
    lead_id: index % 40 === 39 ? null : `L'${index}`,
    name: `线索${index}`,
    company: index % 6 === 1 ? null : `公司${index}`,
    source: index % 7 === 6 ? null : ['展会', '官网', '转介绍'][index % 3]!,
    batch: index % 2 === 0 ? '2025Q3' : '2025Q4',
    industry: ['制造', '零售', null][index % 3]!,
    pool: ['华东公海', '华南公海'][index % 2]!,
    owner: state === 0 ? null : leadRep(index),
    cost: index % 9 === 8 ? null : 20 + index / 4,
    status: ['unassigned', 'working', 'converted', 'lost', 'invalid'][state]!,
    created_at: index % 30 === 29 ? null : `${created} 09:30:00`,
    assigned_at: state === 0 || index % 11 === 3 ? null : `${addDays(created, 1)} 10:00:00`,
    first_contact_at: index % 4 === 0 ? null : `${addDays(created, 2)} 11:00:00`,
    last_contact_at: index % 4 === 0 ? null : `${addDays(created, 20)} 11:00:00`,
    next_contact_at: index % 6 === 0 ? `${addDays('2026-06-20', index % 20)} 09:00:00` : null,
    contacts: index % 4 === 0 ? null : index % 7,
    converted_at: state === 2 && index !== 107 ? `${addDays(created, 5 + (index % 20))} 15:00:00` : null,
    invalid_reason: state === 4 ? '空号' : null,
    recycles: index % 8 === 0 ? index % 3 : null,
    expires_at: index % 5 === 1 ? `${addDays('2026-07-01', index % 9)} 00:00:00` : null,
  };
});

/** Logs of the first leads and of some that no file has: every kind of event, some of one moment, some out of step. */
export const samplePoolEvents: readonly Row[] = Array.from({ length: 70 }, (_, index) => {
  const start = addDays('2025-06-01', (index * 17) % 390);
  const lead_id = index < 55 ? `L'${index}` : `X${index}`;
  const event = (kind: string, day: number, hour: number, rep: string | null = leadRep(index)): Row => ({
    lead_id,
    event: kind,
    at: `${addDays(start, day)} ${String(hour).padStart(2, '0')}:00:00`,
    rep,
  });
  return [
    event('enter', 0, 9, null),
    event(index % 3 === 0 ? 'assign' : 'claim', 1, 10),
    ...(index % 4 === 0 ? [] : [event('contact', 2, 11), event('contact', 9, 11)]),
    ...(index % 5 === 0 ? [event('recycle', 16, 0, null), event('claim', 16, 0, leadRep(index + 1)), event('contact', 18, 9)] : []),
    ...(index % 7 === 0 ? [event('claim', 25, 9, leadRep(index + 2))] : []),
    ...(index % 6 === 0 ? [event('return', 30, 9)] : []),
    ...(index % 5 === 2 ? [event('convert', 40, 15)] : []),
    ...(index % 5 === 4 ? [event('invalidate', 40, 15)] : []),
  ];
}).flat();

/** Cells of columns that are no field: one of words, one of numbers, one that is written for leads that converted. */
export const sampleLeadAttributes: readonly Row[] = sampleLeads.flatMap(({ lead_id, status }, index) => {
  if (lead_id === null || lead_id === undefined) return [];
  const cell = (attribute: string, value: string, number: number | null = null): Row => ({ lead_id, attribute, value, number });
  return [
    ...(index % 8 === 0 ? [] : [cell('意向产品', ['整机', '配件', "O'Neil"][status === 'converted' && index % 4 !== 1 ? 0 : index % 3]!)]),
    ...(index % 9 === 0 ? [] : [cell('访问次数', String((index * 7) % 23), (index * 7) % 23)]),
    ...(status === 'converted' ? [cell('标签', '已签约')] : []),
  ];
});
