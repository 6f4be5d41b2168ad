import { type Engine, type KeptTables, sqlTypes } from '../engine/engine.ts';
import { identifier, join, type Sql, sql, trusted } from '../engine/sql.ts';
import { CrmEvalError } from '../errors.ts';
import type { Read } from '../forecast/read.ts';
import type { Column } from '../lib/rows.ts';
import type { AnyMetric, ParameterIssue, SqlMetric } from './define.ts';
import { inOrder } from './graph.ts';
import { inLanes } from './lanes.ts';
import { dropSpent, type Spend } from './spent.ts';

export interface RunRequest {
  readonly engine: Engine;
  /** The metrics that are wanted; what they use is computed too. */
  readonly metrics: readonly string[];
  readonly registry: readonly AnyMetric[];
  /** See `parameters.ts`; keys that a metric does not take are ignored. */
  readonly parameters: unknown;
  /** Canonical fields that hold at least one value: `orders.amount`. */
  readonly available: ReadonlySet<string>;
  /** Metrics whose tables stand already, computed from the same parameters: they are not computed again. */
  readonly standing?: readonly string[];
  /** How computed metrics read tables. What several of them rest on is made once, and so it is for whoever reads on with the same function. */
  readonly read?: Read;
  /** Where nothing else is computed from these rows with this engine: what is spent is dropped on the way. */
  readonly spend?: Spend;
}

export interface NotComputed {
  readonly metric: string;
  /** Missing fields, with alternatives as `orders.amount | customers.revenue`; sorted. */
  readonly needs: readonly string[];
}

export interface RunReport {
  /** In an order in which each stands after what it uses; those that stood before are not among them. */
  readonly computed: readonly string[];
  readonly notComputed: readonly NotComputed[];
}

/**
 * Creates one table for every metric wanted and every metric those use. A metric whose fields are missing gets an empty
 * table. What the engine borrows (`whole`) is put there in place of being computed. Throws `CrmEvalError` on an unknown metric and on parameters a metric refuses.
 */
export async function runMetrics(request: RunRequest): Promise<RunReport> {
  const { engine, standing = [], read = (query) => engine.rows(query) } = request;
  const ordered = inOrder(request.registry, request.metrics);
  const wanted = ordered.filter(({ id }) => !standing.includes(id));
  engine.announce?.(wanted.map(({ id }) => id));
  const lent = await borrow(
    wanted.filter(({ id }) => engine.whole?.lends(id) === true),
    request,
  );
  const missing = missingFields(ordered, request.available, lent);
  const own = wanted.filter(({ id }) => !lent.has(id));
  const spent = request.spend === undefined ? null : dropSpent(own, request.spend, engine);
  await inLanes(own, async (metric) => {
    if (missing.has(metric.id)) {
      await engine.append(metric.id, columnsOf(metric), []);
      engine.kept?.hold(metric.id, `${metric.id} without its fields`);
    } else {
      await computeOnce(engine, metric, parse(metric, request.parameters), read);
    }
    await spent?.(metric);
  });
  return {
    computed: wanted.flatMap(({ id }) => (missing.has(id) ? [] : [id])),
    notComputed: [...missing].map(([metric, needs]) => ({ metric, needs })),
  };
}

/** Has these metrics put there by who lends them; the fields that each lacks. */
async function borrow(lent: readonly AnyMetric[], { engine, parameters }: RunRequest): Promise<Map<string, readonly string[]>> {
  const ids = lent.map(({ id }) => id);
  const missing = ids.length === 0 ? undefined : await engine.whole?.lend(ids, parameters, engine);
  return new Map(ids.map((id) => [id, missing?.get(id) ?? []]));
}

/** The metric's columns as the engine has them, in the declared order. */
export function columnsOf(metric: AnyMetric): Column[] {
  return Object.entries(metric.columns).map(([name, column]) => ({ name, type: column.type }));
}

/** The metric's query with exactly the declared columns in the declared types. */
export function typedQuery(metric: SqlMetric<unknown>, parameters: unknown): Sql {
  const columns = columnsOf(metric).map(
    ({ name, type }) => sql`cast(metric.${identifier(name)} as ${trusted(sqlTypes[type])}) as ${identifier(name)}`,
  );
  return sql`select ${join(columns)} from (${metric.sql(parameters)}) as metric`;
}

/** The parameters as the metric takes them, defaults filled in. */
export function parse(metric: AnyMetric, parameters: unknown): unknown {
  const parsed = metric.parameters.safeParse(parameters ?? {});
  if (parsed.success) return parsed.data;
  const details = parsed.error.issues.map(issueText).join('; ');
  throw new CrmEvalError(
    'parameter-invalid',
    'usage',
    { en: `the metric ${metric.id} cannot use these settings: ${details}`, 'zh-CN': `指标 ${metric.id} 无法使用这些设置：${details}` },
    { fix: { en: 'correct the named setting', 'zh-CN': '请修改所列设置' } },
  );
}

function issueText(issue: ParameterIssue): string {
  return `${issue.path.map(String).join('.')}: ${issue.message}`;
}

/** The fields that metrics cannot be computed without, by metric; of metrics in an order in which each stands after what it uses. Of some it is known already. */
export function missingFields(
  ordered: readonly AnyMetric[],
  available: ReadonlySet<string>,
  known: ReadonlyMap<string, readonly string[]> = new Map(),
): Map<string, readonly string[]> {
  const missing = new Map<string, readonly string[]>();
  for (const metric of ordered) {
    const needs = known.get(metric.id) ?? missingFor(metric, available, missing);
    if (needs.length > 0) missing.set(metric.id, needs);
  }
  return missing;
}

function missingFor(metric: AnyMetric, available: ReadonlySet<string>, missing: ReadonlyMap<string, readonly string[]>): string[] {
  const own = metric.requires.filter((fields) => !fields.some((field) => available.has(field))).map((fields) => fields.join(' | '));
  const inherited = metric.uses.flatMap((used) => missing.get(used) ?? []);
  return [...new Set([...own, ...inherited])].toSorted();
}

/** Where tables are kept, what was computed from the same before is brought back. */
async function computeOnce(engine: Engine, metric: AnyMetric, parameters: unknown, read: Read): Promise<void> {
  const { kept } = engine;
  const key = kept === undefined ? null : keyOf(kept, metric, parameters);
  if (key !== null && (await kept!.restore(metric.id, key))) return;
  await compute(engine, metric, parameters, read);
  if (key !== null) kept!.hold(metric.id, key);
}

/** All that a metric is computed from, beside the canonical tables; null where it is not known of a table that it uses. */
function keyOf(kept: KeptTables, { id, uses, usesIfComputed = [] }: AnyMetric, parameters: unknown): string | null {
  const used = [...uses, ...usesIfComputed].map((name) => kept.keyOf(name));
  if (used.includes(null)) return null;
  return JSON.stringify([id, parameters, used]);
}

async function compute(engine: Engine, metric: AnyMetric, parameters: unknown, read: Read): Promise<void> {
  if ('sql' in metric) {
    await engine.create(metric.id, typedQuery(metric, parameters));
  } else {
    await engine.append(metric.id, columnsOf(metric), await metric.compute(parameters, read));
  }
}
