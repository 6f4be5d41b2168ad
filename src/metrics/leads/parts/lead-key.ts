import { type Sql, sql } from '../../../engine/sql.ts';

/** What a lead goes by: its number; one that the file has none for, its company and name. */
export const keyOfLead: Sql = sql`coalesce(lead_id, coalesce(company || ' ', '') || coalesce(name, ''))`;
