import type { Random } from '../../src/lib/random.ts';
import { dayOf, lastDay } from './calendar.ts';
import type { Customer } from './customers.ts';
import type { Order } from './orders.ts';

export const dimensions = ['product', 'service', 'afterSales', 'delivery', 'price'] as const;

type Dimension = (typeof dimensions)[number];

export interface Survey {
  readonly customer: Customer;
  readonly day: number;
  readonly nps: number;
  readonly csat: number;
  readonly scores: Readonly<Record<Dimension, number>>;
}

/** Usual scores; after-sales support starts at 3.7 and loses 1.2 over the history: the story's fourth point. */
const usual: Readonly<Record<Dimension, number>> = { product: 4.4, service: 4.2, afterSales: 3.7, delivery: 4.1, price: 3.9 };
const afterSalesLoss = 1.2;

const soured = dayOf('2026-02-01');

/** Some customers answer a survey after an order; the fading one ends with a bad answer. */
export function createSurveys(random: Random, orders: readonly Order[]): Survey[] {
  const surveys = orders.flatMap(({ customer, day, status }) => {
    const at = day + random.integer(4, 21);
    const asked = random.chance(0.38) && status !== 'cancelled' && at <= lastDay;
    return asked && !(customer.buying.kind === 'fading' && at >= dayOf('2026-07-01')) ? [survey(random, customer, at)] : [];
  });
  const fading = orders.find(({ customer }) => customer.buying.kind === 'fading')!.customer;
  const last = { product: 3, service: 2, afterSales: 1, delivery: 3, price: 3 };
  return [...surveys, { customer: fading, day: dayOf('2026-07-14'), nps: 2, csat: 2, scores: last }];
}

function survey(random: Random, customer: Customer, day: number): Survey {
  const mood = random.bell(0, 0.35) - (customer.buying.kind === 'fading' && day >= soured ? 1.4 : 0);
  const score = (dimension: Dimension) => {
    const lost = dimension === 'afterSales' ? (afterSalesLoss * day) / lastDay : 0;
    return within(1, 5, random.bell(usual[dimension] + mood - lost, 0.6));
  };
  const scores = {
    product: score('product'),
    service: score('service'),
    afterSales: score('afterSales'),
    delivery: score('delivery'),
    price: score('price'),
  };
  const mean = dimensions.reduce((sum, dimension) => sum + scores[dimension], 0) / dimensions.length;
  return { customer, day, scores, csat: within(1, 5, random.bell(mean, 0.35)), nps: within(0, 10, random.bell(2.05 * mean, 1.1)) };
}

function within(low: number, high: number, value: number): number {
  return Math.min(high, Math.max(low, Math.round(value)));
}
