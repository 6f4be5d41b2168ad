import type { Localized } from '../../src/lib/localized.ts';
import { createRandom } from '../../src/lib/random.ts';
import type { Random } from '../../src/lib/random.ts';
import { dateOf, dayOf, dayOfMinute, inOrder, lastDay, workday } from './calendar.ts';
import type { Customer } from './customers.ts';
import { competitors } from './market.ts';
import type { Order } from './orders.ts';
import { products } from './products.ts';
import type { Product } from './products.ts';
import { soldAmount } from './receivables.ts';
import { column, words, yuan } from './table.ts';

interface Opportunity {
  readonly customer: Customer;
  readonly product: Product;
  readonly stage: Localized;
  /** Percent. */
  readonly probability: number;
  readonly state: Localized;
  readonly amount: number;
  readonly createdDay: number;
  readonly closedDay: number | null;
  readonly reason: Localized | null;
  readonly competitor: Localized | null;
}

const open = words('进行中', 'Open');
const won = words('赢单', 'Won');
const lost = words('输单', 'Lost');
const stages = [
  { stage: words('需求确认', 'Qualification'), probability: 20 },
  { stage: words('方案报价', 'Proposal'), probability: 40 },
  { stage: words('商务谈判', 'Negotiation'), probability: 70 },
];
const wonReasons = [
  words('性能满足要求', 'Performance fits'),
  words('老客户信任', 'Trust of long standing'),
  words('交期更短', 'Shorter delivery'),
  words('总价有优势', 'Better total price'),
];
const lostReasons = [
  words('价格过高', 'Price too high'),
  words('售后口碑不佳', 'Poor reputation of after-sales'),
  words('项目取消', 'Project cancelled'),
  words('功能不满足', 'Missing features'),
  words('预算不足', 'No budget'),
];
const usualDeals = products.filter(({ category }) => category === 'instrument' || category === 'software');

/** Deals in order of creation: won ones are orders of this history, of the same customer, date and amount. */
export function createOpportunities(seed: number, customers: readonly Customer[], orders: readonly Order[]): Opportunity[] {
  const random = createRandom(seed, 'opportunities');
  const closed = orders.flatMap((order) => wonDeal(random, order)).slice(0, 190);
  const others = Array.from({ length: 240 }, (_, index) => otherDeal(random, random.pick(customers), index < 155));
  return inOrder(
    [...closed, ...others],
    ({ createdDay }) => createdDay,
    ({ customer }) => customer.id,
  );
}

function wonDeal(random: Random, order: Order): Opportunity[] {
  const line = order.lines.find(({ product, amount }) => usualDeals.includes(product) && amount >= 800_000);
  const sought = random.chance(0.5);
  const length = random.integer(18, 110);
  if (line === undefined || order.status !== 'completed' || !sought) return [];
  const createdDay = Math.max(order.day - length, dayOfMinute(order.customer.createdAt));
  const deal = { customer: order.customer, product: line.product, amount: soldAmount(order), createdDay, closedDay: order.day };
  return [
    {
      ...deal,
      stage: won,
      state: won,
      probability: 100,
      reason: random.pick(wonReasons),
      competitor: random.chance(0.4) ? random.pick(competitors) : null,
    },
  ];
}

function otherDeal(random: Random, customer: Customer, isLost: boolean): Opportunity {
  const since = Math.max(dayOfMinute(customer.createdAt), isLost ? 0 : dayOf('2026-06-15'));
  const createdDay = workday(random.integer(since, Math.max(since, lastDay - 4)));
  const product = random.pick(usualDeals);
  const amount = Math.round((product.price * random.integer(85, 210)) / 10_000_000) * 100_000 || 100_000;
  const deal = { customer, product, amount, createdDay, competitor: random.chance(0.55) ? random.pick(competitors) : null };
  const closedDay = workday(createdDay + random.integer(20, 130));
  if (isLost && closedDay <= lastDay)
    return { ...deal, stage: lost, state: lost, probability: 0, closedDay, reason: random.pick(lostReasons) };
  return { ...deal, ...random.pick(stages), state: open, closedDay: null, reason: null };
}

interface OpportunityRow extends Opportunity {
  readonly id: string;
}

export function opportunityRows(deals: readonly Opportunity[]): OpportunityRow[] {
  return deals.map((deal, index) => ({ ...deal, id: `OPP${String(index + 1).padStart(5, '0')}` }));
}

export const opportunityColumns = [
  column<OpportunityRow>('商机编号', 'Opportunity ID', (row) => row.id),
  column<OpportunityRow>('客户编号', 'Customer ID', (row) => row.customer.id),
  column<OpportunityRow>('负责人', 'Owner', (row) => row.customer.owner.name),
  column<OpportunityRow>('产品名称', 'Product Name', (row) => row.product.name),
  column<OpportunityRow>('商机阶段', 'Stage', (row) => row.stage),
  column<OpportunityRow>('商机结果', 'State', (row) => row.state),
  column<OpportunityRow>('商机金额', 'Amount', (row) => yuan(row.amount)),
  column<OpportunityRow>('赢率', 'Probability', (row) => `${row.probability}%`),
  column<OpportunityRow>('创建时间', 'Created Date', (row) => dateOf(row.createdDay)),
  column<OpportunityRow>('结束日期', 'Closed Date', (row) => (row.closedDay === null ? null : dateOf(row.closedDay))),
  column<OpportunityRow>('赢单原因', 'Won Reason', (row) => (row.state === won ? row.reason : null)),
  column<OpportunityRow>('输单原因', 'Lost Reason', (row) => (row.state === lost ? row.reason : null)),
  column<OpportunityRow>('竞争对手', 'Competitor', (row) => row.competitor),
];
