import { join, literal, type Sql, sql, trusted } from '../../../engine/sql.ts';
import type { Read } from '../../../forecast/read.ts';

/** What each metric is measured by: table, field, and which rows; the first that holds nothing is what is missing. */
const measuredBy: Readonly<Record<string, readonly (readonly [field: string, where?: Sql])[]>> = {
  revenue: [['orders.ordered_at'], ['orders.amount']],
  payments: [['orders.ordered_at'], ['orders.paid_amount']],
  profit: [['orders.ordered_at'], ['orders.profit']],
  orders: [['orders.ordered_at']],
  quantity: [['orders.ordered_at'], ['orders.quantity']],
  customers: [['orders.ordered_at'], ['orders.customer_id']],
  new_customers: [['orders.ordered_at'], ['orders.customer_id']],
  visits: [['activities.at'], ['activities.channel', sql`channel = 'visit'`]],
  calls: [['activities.at'], ['activities.channel', sql`channel = 'call'`]],
  leads: [['leads.created_at']],
  conversion_rate: [['leads.created_at'], ['leads.converted_at']],
  csat: [['feedback.csat']],
  nps: [['feedback.nps']],
  retention_rate: [['orders.ordered_at'], ['orders.customer_id']],
  market_share: [['orders.amount'], ['market.size']],
};

/** Canonical fields that tell whether a target can be measured. */
export const targetDataFields = [...new Set(Object.values(measuredBy).flatMap((fields) => fields.map(([field]) => field)))];

/** The field that is missing to measure each metric; metrics that can be measured are not there. */
export async function missingData(rows: Read): Promise<ReadonlyMap<string, string>> {
  const checks = Object.entries(measuredBy).flatMap(([metric, fields]) => fields.map(([field, where]) => ({ metric, field, where })));
  const holds = checks.map(({ field, where }, index) => {
    const [table, column] = field.split('.') as [string, string];
    const cell = trusted(`${table}."${column}"`);
    return sql`select ${literal(index)} as place, count(*) filter (where ${where ?? sql`true`} and ${cell} is not null) as n from ${trusted(table)}`;
  });
  const found = await rows(sql`select place, n from (${join(holds, ' union all ')}) as counted where n = 0 order by place`);
  const missing = new Map<string, string>();
  for (const { place } of found) {
    const { metric, field } = checks[Number(place)]!;
    if (!missing.has(metric)) missing.set(metric, field);
  }
  return missing;
}
