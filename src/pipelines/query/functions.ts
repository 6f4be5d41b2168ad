import type { Engine } from '../../engine/engine.ts';
import { join, literal, sql } from '../../engine/sql.ts';
import { functionRefused } from './errors.ts';
import { ownSchema, type Question } from './question.ts';

/** Volatile functions that only make a value. */
const harmless = new Set(['random', 'clock_timestamp', 'gen_random_uuid']);

/**
 * A transaction that cannot write still may read files of the server, sleep, signal other sessions or reach other servers, where the role
 * may: functions do that. So a query on a server calls only functions of PostgreSQL itself that are declared to have no effect, and none of
 * those that read tables by their name. Throws `query-not-read-only`.
 */
export async function checkCalls(engine: Engine, { calls }: Question): Promise<void> {
  const foreign = calls.find((name) => name.includes('.') && !ownSchema.test(name));
  if (foreign !== undefined) throw functionRefused(foreign, nowhere);
  const names = calls.map((name) => name.replace(ownSchema, '')).filter((name) => !harmless.has(name));
  if (names.length === 0) return;
  const [refused] = await engine.rows<{ name: string }>(
    sql`select p.proname::varchar as name
      from pg_catalog.pg_proc as p inner join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
      where p.proname in (${join(names.map(literal))}) and (n.nspname in (select unnest(current_schemas(true))) or n.nspname = 'main')
        and (n.nspname <> 'pg_catalog' or p.provolatile = 'v' or p.proname ~ '_to_xml|_to_xmlschema')
      order by 1 limit 1`,
  );
  if (refused !== undefined) throw functionRefused(refused.name, nowhere);
}

const nowhere = { sql: '', position: null };
