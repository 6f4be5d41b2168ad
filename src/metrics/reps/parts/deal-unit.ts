import { sql } from '../../../engine/sql.ts';

/** What a row of deal_rows is drawn with: its customer; a deal without one stands for itself, whether or not the file numbers deals. */
export const dealUnit = sql`coalesce(customer_id, 'deal ' || cast(deal_order as varchar))`;
