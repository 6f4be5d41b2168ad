import type { Lang } from '../../src/lib/localized.ts';
import { createRandom } from '../../src/lib/random.ts';
import { activityColumns, createActivities } from './activities.ts';
import { customerColumns, customerRows } from './customer-table.ts';
import { createCustomers } from './customers.ts';
import type { Customer } from './customers.ts';
import { createFeedback, feedbackColumns } from './feedback.ts';
import { leadColumns } from './lead-table.ts';
import { createLeads } from './leads.ts';
import type { Lead } from './leads.ts';
import { marketColumns, marketYears } from './market.ts';
import { companyNames } from './names.ts';
import { createOpportunities, opportunityColumns, opportunityRows } from './opportunities.ts';
import { orderColumns, orderRows } from './order-table.ts';
import { createOrders } from './orders.ts';
import type { Order } from './orders.ts';
import { repColumns, reps } from './people.ts';
import { poolEventColumns, poolEventRows } from './pool-events.ts';
import { productColumns, products } from './products.ts';
import { ledgers } from './receivables.ts';
import { demoTable } from './table.ts';
import type { DemoTable } from './table.ts';
import { createTargets, targetColumns } from './targets.ts';

export type { DemoTable } from './table.ts';

/** The seed of the committed demo files. */
export const demoSeed = 14;

/** The people and events of the made-up company, before they are written as tables. */
export interface DemoHistory {
  readonly seed: number;
  readonly leads: readonly Lead[];
  readonly customers: readonly Customer[];
  readonly orders: readonly Order[];
}

export function demoHistory(seed: number): DemoHistory {
  const company = companyNames(createRandom(seed, 'names'));
  const leads = createLeads(seed, company);
  const customers = createCustomers(seed, company, leads);
  return { seed, leads, customers, orders: createOrders(seed, customers) };
}

/**
 * The export files of a made-up maker of precision instruments, from 2024-05-01 to 2026-10-31. The same seed gives the same
 * ids, dates and figures in every language and on every machine; headers, names and words are in `lang`.
 */
export function demoCompany(options: { lang: Lang; seed?: number }): DemoTable[] {
  const { lang } = options;
  const { seed, leads, customers, orders } = demoHistory(options.seed ?? demoSeed);
  const customerIds = new Map(customers.flatMap(({ id, lead }) => (lead === null ? [] : [[lead, id] as const])));
  return [
    demoTable('customers', customerColumns, customerRows(seed, customers, ledgers(customers, orders)), lang),
    demoTable('orders', orderColumns, orderRows(orders), lang),
    demoTable('leads', leadColumns(customerIds), leads, lang),
    demoTable('pool_events', poolEventColumns, poolEventRows(leads), lang),
    demoTable('activities', activityColumns, createActivities(seed, customers, leads), lang),
    demoTable('feedback', feedbackColumns, createFeedback(seed, orders), lang),
    demoTable('targets', targetColumns, createTargets(orders), lang),
    demoTable('opportunities', opportunityColumns, opportunityRows(createOpportunities(seed, customers, orders)), lang),
    demoTable('products', productColumns, products, lang),
    demoTable('reps', repColumns, reps, lang),
    demoTable('market', marketColumns, marketYears, lang),
  ];
}
