import { CrmEvalError } from '../errors.ts';
import type { Field } from '../model/define.ts';
import { entities, entityById } from '../model/entities.ts';
import { matchHeaders } from '../model/match-headers.ts';
import { chooseRole, rankRoles } from '../model/rank-roles.ts';
import type { RawTable } from '../source/raw-table.ts';
import type { TableReport } from './contract.ts';
import type { FieldMappings } from './overrides.ts';
import { normaliseHeader } from '../model/names.ts';

export interface RoleDecision {
  readonly table: RawTable;
  readonly role: string | null;
  readonly candidates: TableReport['candidates'];
}

/** What a table is, from its headers; the user's word outranks them. Throws `role-ambiguous` (usage) where several roles fit equally well. */
export function decideRole(table: RawTable, named: string | null, mappings: FieldMappings): RoleDecision {
  const candidates = rankRoles(table.columns, mappings.columns, nameHint(table));
  const decided = (role: string | null): RoleDecision => ({ table, role, candidates });
  if (named !== null) return decided(namedRole(table, named, mappings));
  const choice = chooseRole(candidates);
  if (choice.kind === 'ambiguous') throw ambiguous(table, choice.roles);
  return decided(choice.kind === 'role' ? choice.candidate.role : null);
}

/** Throws `role-needs` (usage) where the columns that the role cannot do without are not there. */
function namedRole(table: RawTable, named: string, mappings: FieldMappings): string {
  const entity = entityById(named);
  const { missing } = matchHeaders(
    entity,
    table.columns,
    mappings.columns.filter((mapping) => mapping.entity === entity.id),
  );
  if (missing.length === 0) return entity.id;
  const needs = missing.map((fields) => fields.slice(0, 4).join(' | ')).join(', ');
  const field = `${entity.id}.${missing[0]![0]!}`;
  throw new CrmEvalError(
    'role-needs',
    'usage',
    {
      en: `${place(table)} has no column for ${needs}, which ${entity.id} need`,
      'zh-CN': `${place(table)} 缺少${entity.title['zh-CN']}必需的列：${needs}`,
    },
    { fix: { en: `name the column: --map ${field}=HEADER`, 'zh-CN': `请指定列：--map ${field}=列名` } },
  );
}

function nameHint(table: RawTable): string {
  const file = table.file.split(/[/\\]/).at(-1) ?? '';
  return table.sheet === null ? file.replace(/\.[^.]*$/, '') : table.sheet;
}

function ambiguous(table: RawTable, roles: readonly string[]): CrmEvalError {
  const where = place(table);
  return new CrmEvalError(
    'role-ambiguous',
    'usage',
    { en: `${where} could be ${roles.join(' or ')}`, 'zh-CN': `${where} 可能是 ${roles.join(' 或 ')}，无法确定` },
    { fix: { en: `say what it is: --${option(roles[0]!)} ${table.file}`, 'zh-CN': `请指明：--${option(roles[0]!)} ${table.file}` } },
  );
}

/** None of the tables has a role: there is nothing to work on. */
export function noRole(tables: readonly RawTable[]): CrmEvalError {
  const list = tables
    .map((table) => `${place(table)} (${table.columns.slice(0, 12).join(', ')}${table.columns.length > 12 ? ' …' : ''})`)
    .join('; ');
  const roles = entities.filter((entity) => entity.auxiliary !== true).map((entity) => entity.id);
  return new CrmEvalError(
    'role-unknown',
    'usage',
    { en: `no table with known columns: ${list}`, 'zh-CN': `没有可识别的数据表：${list}` },
    {
      fix: {
        en: `map the columns, for example --map customers.customer_id=HEADER --map customers.revenue=HEADER, or name the role (${roles.map((role) => `--${option(role)}`).join(' ')}) FILE`,
        'zh-CN': `请映射列，例如 --map customers.customer_id=列名 --map customers.revenue=列名，或指明文件类型（${roles.map((role) => `--${option(role)}`).join(' ')}）`,
      },
    },
  );
}

function place(table: RawTable): string {
  return table.sheet === null ? table.file : `${table.file} › ${table.sheet}`;
}

/** The option that names a role: `pool_events` is --pool-events. */
function option(role: string): string {
  return role.replaceAll('_', '-');
}

/** How many of these cells are known column names; helps the reader, which knows no word of the field, to find the header. */
export function recogniseHeaders(mappings: FieldMappings): (cells: readonly string[]) => number {
  const known = new Set(mappings.columns.map((mapping) => normaliseHeader(mapping.header)));
  for (const entity of entities) {
    // Words that judge a row (作废, Test) stand in cells, too.
    for (const [name, field] of Object.entries<Field>(entity.fields).filter(([, { judging }]) => judging !== true))
      for (const alias of [name, ...field.aliases]) known.add(normaliseHeader(alias));
  }
  return (cells) => cells.filter((cell) => cell !== '' && known.has(normaliseHeader(cell))).length;
}
