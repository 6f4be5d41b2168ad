import type { DuckDbEngine } from '../../engine/duckdb.ts';
import { identifier, join, literal, type Sql, sql, trusted } from '../../engine/sql.ts';
import type { Scope, Sight } from '../../lib/scope.ts';
import { entityById } from '../../model/entities.ts';
import { scratchPath } from '../../source/decode.ts';
import { reopenCarefully } from '../../source/open.ts';
import type { RawTable, RecordProblem } from '../../source/raw-table.ts';
import type { FieldMappings } from '../overrides.ts';
import { planTable } from '../plan-table.ts';
import { numberedRecords, rawColumn } from '../raw-records.ts';
import type { RoleDecision } from '../roles.ts';
import type { TablePlan } from '../table-plan.ts';
import { type ListedRep, membersOf } from './members.ts';

interface Context {
  readonly engine: DuckDbEngine;
  readonly scratch: string;
  readonly mappings: FieldMappings;
}

export interface Scoped {
  readonly decisions: readonly RoleDecision[];
  /** How many records of each table belong to others, by `keyOfTable`. */
  readonly others: ReadonlyMap<string, number>;
  readonly sight: Sight;
}

export function keyOfTable({ file, sheet }: Pick<RawTable, 'file' | 'sheet'>): string {
  return JSON.stringify([file, sheet]);
}

/** Whose a row is, by the field that says it first; then by what it belongs to. Tables without an entry are nobody's, and stay whole. */
const owners: Readonly<Record<string, { readonly person: readonly string[]; readonly link: readonly Link[] }>> = {
  customers: { person: ['owner'], link: [] },
  orders: { person: ['rep'], link: ['customer_id'] },
  leads: { person: ['owner'], link: [] },
  pool_events: { person: ['rep'], link: ['lead_id', 'customer_id'] },
  opportunities: { person: ['rep'], link: ['customer_id'] },
  activities: { person: ['rep'], link: ['customer_id', 'lead_id'] },
  feedback: { person: ['rep'], link: ['customer_id'] },
  targets: { person: ['owner'], link: [] },
  actions: { person: ['rep'], link: [] },
  reps: { person: ['rep_id', 'other_id', 'name'], link: [] },
  returns: { person: [], link: ['order_id', 'customer_id'] },
  territories: { person: ['manager'], link: [] },
};

/** How a table is read, and where its records are: they are looked at several times, and a file is read once. */
interface ReadPlan extends TablePlan {
  readonly records: string;
}

type Link = 'customer_id' | 'lead_id' | 'order_id';

/** The table whose rows in scope tell of a link, and who is read before whom. */
const tellers: readonly (readonly [role: string, link: Link])[] = [
  ['customers', 'customer_id'],
  ['leads', 'lead_id'],
  ['orders', 'order_id'],
];

/**
 * Leaves of every table only the rows of who is in scope, before anything is read from them: strict copies take the place of the files, so that
 * nothing behind them can tell of others. What rows in scope say of other people is blanked.
 */
export async function keepScope(decisions: readonly RoleDecision[], scope: Scope, context: Context): Promise<Scoped> {
  const { engine, mappings } = context;
  const plans: { decision: RoleDecision; plan: ReadPlan | null }[] = [];
  for (const [index, decision] of decisions.entries()) {
    const { role } = decision;
    if (role === null) {
      plans.push({ decision, plan: null });
      continue;
    }
    const table = await readable(decision.table, engine);
    const records = `scope_records_${index + 1}`;
    await engine.create(records, sql`select * from ${numberedRecords(table, engine)}`);
    plans.push({ decision: { ...decision, table }, plan: { ...planTable(role, table, entityById(role), mappings), records } });
  }
  const known = plans.flatMap(({ plan }) => plan ?? []);
  const named = await namedPeople(known, engine);
  const { people, teams, shared } = membersOf(await asRead(scope, engine), await listedReps(known, engine), named);
  const shown = new Set([...people, ...shared]);
  const others = new Set([...named].filter((name) => !shown.has(name)));
  const lists = { scope_people: people, scope_teams: teams, scope_shown: shown, scope_others: others };
  for (const [list, names] of Object.entries(lists))
    await engine.append(
      list,
      [{ name: 'name', type: 'text' }],
      [...names].map((name) => ({ name })),
    );
  for (const [role, link] of tellers) await tellLinks(role, link, known, engine);
  const counts = new Map<string, number>();
  const scoped: RoleDecision[] = [];
  for (const { decision, plan } of plans) {
    if (plan === null || owners[plan.entity.id] === undefined) {
      scoped.push(decision);
      continue;
    }
    const { table, aside } = await copyOf(plan, context);
    counts.set(keyOfTable(table), aside);
    scoped.push({ ...decision, table });
  }
  const made = [...Object.keys(lists), ...tellers.map(([, link]) => linksTable(link)), ...known.map(({ records }) => records)];
  for (const name of made) await engine.drop(name);
  return { decisions: scoped, others: counts, sight: { people, teams, others, hasNamesake: shared.size > 0 } };
}

/** Names of people as they are read from the files: `Bob (12)` is Bob. */
async function asRead(scope: Scope, engine: DuckDbEngine): Promise<Scope> {
  if (scope.of === 'team') return scope;
  const names = join(scope.names.map((name) => sql`coalesce(crm_person(${name}), ${name})`));
  const [row] = await engine.rows<{ names: string }>(sql`select to_json([${names}])::varchar as names`);
  return { ...scope, names: JSON.parse(row?.names ?? '[]') as string[] };
}

/** The table as the engine can read it whole: read record by record where it cannot. */
async function readable(table: RawTable, engine: DuckDbEngine): Promise<RawTable> {
  if (table.careful === null) return table;
  try {
    await engine.rows(sql`select count(*) as n, max(_record) as last from ${numberedRecords(table, engine)}`);
    return table.fits === undefined || (await table.fits()) ? table : await reopenCarefully(table);
  } catch {
    return reopenCarefully(table);
  }
}

function cell(plan: ReadPlan, field: string): Sql | null {
  const found = plan.fields.find(({ name }) => name === field);
  if (found === undefined) return null;
  const trimmed = trimmedCell(rawColumn(found.index));
  return found.definition.type === 'person' ? sql`nullif(crm_person(${trimmed}), '')` : sql`nullif(${trimmed}, '')`;
}

function trimmedCell(column: Sql): Sql {
  return sql`crm_trim(${column}::varchar)`;
}

async function listedReps(plans: readonly ReadPlan[], engine: DuckDbEngine): Promise<ListedRep[]> {
  const listed: ListedRep[] = [];
  for (const plan of plans.filter(({ entity }) => entity.id === 'reps')) {
    const text = (field: string): Sql => cell(plan, field) ?? sql`cast(null as varchar)`;
    const rows = await engine.rows<Record<'rep_id' | 'other_id' | 'name' | 'team' | 'manager', string | null>>(sql`
      select ${join(['rep_id', 'other_id', 'name', 'team', 'manager'].map((field) => sql`${text(field)} as ${identifier(field)}`))}
      from ${identifier(plan.records)}`);
    for (const { rep_id: id, other_id: other, name, team, manager } of rows)
      listed.push({ id: id ?? other, forms: [id, other, name].filter((form) => form !== null), team, manager });
  }
  return listed;
}

/** All people that the files name; of targets only those that stand for a person elsewhere, since teams and customers have some, too. */
async function namedPeople(plans: readonly ReadPlan[], engine: DuckDbEngine): Promise<Set<string>> {
  const named = new Set<string>();
  for (const plan of plans.filter(({ entity }) => entity.id !== 'targets'))
    for (const field of peopleFields(plan)) {
      const value = cell(plan, field)!;
      const rows = await engine.rows<{ name: string }>(sql`
        select ${value} as name from ${identifier(plan.records)} where ${value} is not null group by 1`);
      for (const { name } of rows) named.add(name);
    }
  return named;
}

function peopleFields(plan: ReadPlan): string[] {
  const ids = plan.entity.id === 'reps' ? ['rep_id', 'other_id'] : [];
  return plan.fields.flatMap(({ name, definition }) => (definition.type === 'person' || ids.includes(name) ? [name] : []));
}

/** Whether a row is in scope; null where nothing in it tells. */
function verdictOf(plan: ReadPlan): Sql {
  const { person, link } = owners[plan.entity.id]!;
  const people = person.flatMap((field) => cell(plan, field) ?? []);
  const isTeam = plan.entity.id === 'targets' ? (value: Sql) => sql` or ${value} in (select name from scope_teams)` : () => sql``;
  const byPerson = people.map((value) => sql`when ${value} is not null then (${value} in (select name from scope_people)${isTeam(value)})`);
  const byLink = link.flatMap((field) => {
    const value = cell(plan, field);
    return value === null ? [] : [sql`when ${value} is not null then ${value} in (select id from ${identifier(linksTable(field))})`];
  });
  const cases = [...byPerson, ...byLink];
  return cases.length === 0 ? sql`false` : sql`case ${join(cases, ' ')} end`;
}

function linksTable(link: Link): string {
  return `scope_${link}`;
}

/** The ids of what is in scope: rows of other tables that name nobody belong to it. */
async function tellLinks(role: string, link: Link, plans: readonly ReadPlan[], engine: DuckDbEngine): Promise<void> {
  const ids = new Set<string>();
  for (const plan of plans.filter(({ entity }) => entity.id === role)) {
    const id = cell(plan, link);
    if (id === null) continue;
    const rows = await engine.rows<{ id: string }>(sql`
      select ${id} as id from ${identifier(plan.records)} where ${verdictOf(plan)} and ${id} is not null group by 1`);
    for (const row of rows) ids.add(row.id);
  }
  await engine.append(
    linksTable(link),
    [{ name: 'id', type: 'text' }],
    [...ids].map((id) => ({ id })),
  );
}

const copyDialect = { delimiter: ',', quote: '"', escape: '"' } as const;

/** A strict copy of the rows in scope. */
async function copyOf(plan: ReadPlan, { engine, scratch }: Context): Promise<{ table: RawTable; aside: number }> {
  const { table } = plan;
  const judged = 'scope_rows';
  // Lines of one order may say whose it is in the first of them only.
  const verdict = sql`coalesce(last_value(verdict ignore nulls) over (order by _record rows between unbounded preceding and current row), false)`;
  const isContinued = plan.entity.id === 'orders';
  await engine.create(
    judged,
    sql`
      select *, ${isContinued ? verdict : sql`coalesce(verdict, false)`} as is_in_scope
      from (select *, ${verdictOf(plan)} as verdict from ${identifier(plan.records)})`,
  );
  const kept = await engine.rows<{ record: number }>(sql`select _record as record from ${identifier(judged)} where is_in_scope order by 1`);
  const [counted] = await engine.rows<{ n: number }>(sql`select count(*) as n from ${identifier(judged)} where not is_in_scope`);
  const path = scratchPath(scratch, 'scope');
  const cells = table.columns.map((_, index) => sql`${withoutOthers(plan, index)} as ${rawColumn(index)}`);
  // One line stands before the first record, since the engine takes the first line end that it sees for that of the file.
  await engine.run(sql`
    copy (select ${join(cells)} from ${identifier(judged)} where is_in_scope order by _record)
    to ${literal(path)} (format csv, header true, delimiter ',', quote '"', escape '"', force_quote *)`);
  await engine.drop(judged);
  const records = kept.map(({ record }) => record);
  const places = new Map(records.map((record, index) => [record, index]));
  const moved = (problem: RecordProblem): RecordProblem[] =>
    problem.record === null ? [] : [places.get(problem.record)].flatMap((record) => (record === undefined ? [] : [{ ...problem, record }]));
  const { fits: _, ...rest } = table;
  return {
    aside: counted?.n ?? 0,
    table: {
      ...rest,
      text: { path, skip: 1, dialect: copyDialect, clean: true },
      // Whose a broken record was cannot be told: it is counted without what it says.
      rejected: table.rejected.map(({ cells: __, ...problem }) => ({ ...problem, value: null })),
      problems: table.problems.flatMap(moved),
      careful: null,
      linesOf: (asked) => table.linesOf(asked.map((record) => records[record] ?? record)),
    },
  };
}

/** A cell without the names of others: of a column of people it is blank unless it names who is in scope, of one that is no field where it names another. */
function withoutOthers(plan: ReadPlan, index: number): Sql {
  const column = rawColumn(index);
  const value = trimmedCell(column);
  const read = plan.fields.filter((field) => field.index === index);
  const isPerson = read.some(({ name, definition }) => definition.type === 'person' && !(plan.entity.id === 'targets' && name === 'owner'));
  if (isPerson) return sql`case when crm_person(${value}) in (select name from scope_shown) then ${column} end`;
  const isNamed = read.length === 0 || read.some(({ name }) => name === 'parent');
  return isNamed
    ? sql`case when ${value} in (select name from scope_others) or crm_person(${value}) in (select name from scope_others) then null else ${column} end`
    : trusted(column.text);
}
