import type { Engine, WholeTables } from '../../engine/engine.ts';
import { identifier, join, sql } from '../../engine/sql.ts';
import type { Read } from '../../forecast/read.ts';
import type { IsoDate } from '../../lib/dates.ts';
import type { Sight } from '../../lib/scope.ts';
import type { AnyMetric } from '../define.ts';
import { find, inOrder } from '../graph.ts';
import { fieldsFor, metrics } from '../registry.ts';
import { columnsOf, runMetrics } from '../runner.ts';
import { byName, instead, naming, onRequest, ownRows, whose } from './whose.ts';

/** The tables of everybody, from which those in scope are lent what is said of their customers, leads, reps and targets. */
export interface Whole {
  readonly asOf: IsoDate | null;
  /** What is lent from now on is for these; what was lent to others is taken back. */
  lendTo(sight: Sight): Promise<WholeTables>;
}

/** What tells whose a customer and a lead is. */
const telling = ['customer_profile', 'lead_course', 'lead_file'];

/** Canonical fields that lending reads besides those of the metrics lent. */
export function wholeFields(): Set<string> {
  return fieldsFor(telling);
}

/** `engine` holds the canonical tables of everybody, keeps what was computed (`withKeptTables`), and is nobody else's to compute in. */
export function openWhole(engine: Engine, available: ReadonlySet<string>, asOf: IsoDate | null): Whole {
  let standing: readonly string[] = [];
  let isFirst = true;
  /** What was learned of tables is known with the function that read them: of the same parameters they are the same. */
  const reads = new Map<string, Read>();
  const clear = async (): Promise<void> => {
    const names = standing;
    standing = [];
    for (const name of names) await engine.drop(name);
  };
  /** Leaves the tables of these metrics, and of all that they use, in the place of those computed before. */
  const compute = async (ids: readonly string[], parameters: unknown): Promise<{ missing: Map<string, readonly string[]>; read: Read }> => {
    await clear();
    const key = JSON.stringify(parameters);
    const read = reads.get(key) ?? ((query) => engine.rows(query));
    reads.set(key, read);
    const names = inOrder(metrics, ids).map(({ id }) => id);
    try {
      const { notComputed } = await runMetrics({ engine, metrics: ids, registry: metrics, parameters, available, read });
      standing = names;
      return { read, missing: new Map(notComputed.map(({ metric, needs }) => [metric, needs])) };
    } catch (error) {
      await Promise.allSettled(names.map((name) => engine.drop(name)));
      throw error;
    }
  };
  return {
    asOf,
    lendTo: async (sight) => {
      await compute(telling, { as_of: asOf });
      await layOut(engine, sight, isFirst);
      isFirst = false;
      let read: Read = (query) => engine.rows(query);
      return {
        lends: (id) => whose[id] !== undefined && !(sight.hasNamesake && byName.has(whose[id])),
        lend: async (ids, parameters, to) => {
          const computed = await compute(ids, parameters);
          read = computed.read;
          for (const id of ids) await hand(find(metrics, id), engine, to);
          return computed.missing;
        },
        get read() {
          return read;
        },
      };
    },
  };
}

const lists = ['scope_people', 'scope_teams', 'scope_others'] as const;

/** Tables of who and what is in scope, in the place of those of who was before. */
async function layOut(engine: Engine, { people, teams, others }: Sight, isFirst: boolean): Promise<void> {
  if (!isFirst) for (const table of [...lists, 'scope_customers', 'scope_leads']) await engine.drop(table);
  for (const [index, names] of [people, teams, others].entries())
    await engine.append(
      lists[index]!,
      [{ name: 'name', type: 'text' }],
      [...names].map((name) => ({ name })),
    );
  await engine.create('scope_customers', sql`select customer_id from customer_profile where owner in (select name from scope_people)`);
  await engine.create(
    'scope_leads',
    sql`
      select lead_id from lead_course where owner in (select name from scope_people)
      union select lead_id from lead_file where owner in (select name from scope_people)`,
  );
}

/** Puts the rows of those in scope into their engine, without the names of others. Brings back what was put there before from the same. */
async function hand(metric: AnyMetric, from: Engine, to: Engine): Promise<void> {
  const content = from.kept?.keyOf(metric.id) ?? null;
  const key = to.kept === undefined || content === null ? null : JSON.stringify(['whole', metric.id, content]);
  if (key !== null && (await to.kept!.restore(metric.id, key))) return;
  const columns = columnsOf(metric);
  const own = instead[metric.id] ?? {};
  const cells = columns.map(({ name, type }) => {
    const column = own[name] ?? identifier(name);
    const isName = type === 'text' && naming.has(name);
    return isName
      ? sql`case when ${column} in (select name from scope_others) then null else ${column} end as ${identifier(name)}`
      : sql`${column} as ${identifier(name)}`;
  });
  const order = join(metric.grain.map(identifier));
  const rows = await from.list(sql`
    select ${join(cells)} from ${identifier(metric.id)} where ${ownRows[whose[metric.id] ?? onRequest[metric.id]!]} order by ${order}`);
  await to.append(metric.id, columns, rows);
  if (key !== null) to.kept!.hold(metric.id, key);
}
