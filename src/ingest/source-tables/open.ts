import type { PostgresEngine } from '../../engine/postgres.ts';
import { type Sql, sql } from '../../engine/sql.ts';
import { CrmEvalError } from '../../errors.ts';
import { entityById } from '../../model/entities.ts';
import type { FieldMappings } from '../overrides.ts';
import { findRelation, knownNames, type Relation, schemasWith } from './catalog.ts';
import { conditionOf, whereInvalid } from './condition.ts';
import { nameOf, parseTableName, qualifiedName } from './name.ts';
import { ownMappings, planSource, type SourcePlan } from './plan.ts';
import { columnProblems, type Problem, refuse, rightMissing, roleUnsupported, tableMissing, typeProblems } from './problems.ts';

export interface SourceTable {
  readonly entity: string;
  /** `table` or `schema.table`, each part as it is or in double quotes. */
  readonly table: string;
  /** SQL of the user that says which rows count; null for all. */
  readonly where: string | null;
}

/** A list that corrects order files; a table of orders is expected to have its returns netted. */
const unsupported = 'returns';

/**
 * Finds every table and matches its columns. Nothing is read before all of them are known to fit: what does not is refused together, as one
 * usage error.
 */
export async function openSources(
  sources: readonly SourceTable[],
  mappings: FieldMappings,
  zone: string | null,
  engine: PostgresEngine,
): Promise<SourcePlan[]> {
  const opened: { readonly source: SourceTable; readonly plan: SourcePlan }[] = [];
  const problems: Problem[] = [];
  for (const source of sources) {
    const result = await open(source, mappings, zone, engine);
    if ('plan' in result) opened.push({ source, plan: result.plan });
    else problems.push(...result.problems);
  }
  refuse(problems);
  for (const { source, plan } of opened) await probe(source, plan.relation, engine);
  if (zone !== null && opened.some(({ plan }) => plan.fields.some(({ column }) => column.kind === 'timestamptz')))
    await probeZone(zone, engine);
  return opened.map(({ plan }) => plan);
}

type Opened = { readonly plan: SourcePlan } | { readonly problems: readonly Problem[] };

async function open(
  { entity: id, table, where }: SourceTable,
  mappings: FieldMappings,
  zone: string | null,
  engine: PostgresEngine,
): Promise<Opened> {
  const entity = entityById(id);
  const name = parseTableName(id, table);
  const condition = where === null ? null : conditionOf(id, where);
  if (id === unsupported) return { problems: [roleUnsupported(id)] };
  const relation = await findRelation(engine, name);
  if (relation === null) return { problems: [tableMissing(id, table, await schemasWith(engine, name), await knownNames(engine))] };
  if (!relation.reachable || relation.columns.every((column) => !column.readable)) return { problems: [rightMissing(relation, null)] };
  const { plan, matched } = planSource(relation, condition, entity, mappings, zone);
  const problems = [...columnProblems(plan, matched, ownMappings(mappings, id)), ...typeProblems(plan)];
  return problems.length > 0 ? { problems } : { plan };
}

/** Lets the server read the condition, and reads no row: what it makes of the condition is said in its own words. */
async function probe({ entity, where }: SourceTable, relation: Relation, engine: PostgresEngine): Promise<void> {
  const condition: Sql = where === null ? sql`` : sql` where ${conditionOf(entity, where)}`;
  try {
    await engine.rows(sql`select 1 as one from ${qualifiedName(relation)}${condition} limit 0`);
  } catch (error) {
    const { state, message } = answerOf(error);
    if (state === '42501') {
      refuse([
        { ...rightMissing(relation, null), text: { en: `${nameOf(relation)}: ${message}`, 'zh-CN': `${nameOf(relation)}：${message}` } },
      ]);
    }
    if (where !== null && /^(?:0A|21|22|42|P0)/.test(state)) throw whereInvalid(entity, { en: message, 'zh-CN': message }, error);
    throw error;
  }
}

/** The zones of the server are its own list. */
async function probeZone(zone: string, engine: PostgresEngine): Promise<void> {
  try {
    await engine.rows(sql`select cast(cast('2000-01-01 00:00:00+00' as timestamp with time zone) at time zone ${zone} as date) as day`);
  } catch (error) {
    if (!answerOf(error).state.startsWith('22')) throw error;
    throw new CrmEvalError(
      'timezone-unknown',
      'usage',
      { en: `the server knows no time zone ${zone}`, 'zh-CN': `服务器没有时区 ${zone}` },
      {
        fix: { en: 'use a common name of the zone, such as Asia/Shanghai', 'zh-CN': '请用通用的时区名，例如 Asia/Shanghai' },
        cause: error,
      },
    );
  }
}

/** SQLSTATE and message of the server behind an error of the engine; blank where it is none of the server's. */
function answerOf(error: unknown): { state: string; message: string } {
  const cause = error instanceof CrmEvalError ? error.cause : error;
  if (!(cause instanceof Error)) return { state: '', message: '' };
  return { state: 'code' in cause && typeof cause.code === 'string' ? cause.code : '', message: cause.message };
}
