import { CrmEvalError } from '../errors.ts';
import { entities, entityById } from '../model/entities.ts';
import type { Field } from '../model/define.ts';
import { matchHeaders } from '../model/match-headers.ts';
import { chooseRole, rankRoles, type RoleCandidate } from '../model/rank-roles.ts';
import type { CellKind, RawTable } from '../source/raw-table.ts';
import type { TableReport } from './contract.ts';
import type { FieldMappings } from './overrides.ts';
import { dealStateWords } from '../model/deal-state.ts';
import { normaliseHeader, normaliseWord } from '../model/names.ts';
import { orderStatusWords } from '../model/order-words.ts';
import type { ChoiceWords } from '../model/words.ts';

export interface RoleDecision {
  readonly table: RawTable;
  readonly role: string | null;
  readonly candidates: TableReport['candidates'];
  /** The user said what it is. */
  readonly named: boolean;
  /** Roles that fit equally well, of which none was taken. */
  readonly rivals?: readonly string[];
  /** Words of a status by which it is read as deals, and not as orders. */
  readonly dealWords?: readonly string[];
  /** What it is, where that is why it has no role: see role-rivals.ts. */
  readonly unusedAs?: 'things' | 'payments';
}

/** What a table is, from its headers; the user's word outranks them. Where several roles fit equally well it has none. */
export function decideRole(table: RawTable, named: string | null, mappings: FieldMappings): RoleDecision {
  const candidates = rankRoles(table.columns, mappings.columns, nameHint(table));
  if (named !== null) return { table, role: namedRole(table, named, mappings), candidates, named: true };
  const isMapped = mappings.columns.some(({ header }) => table.columns.includes(header));
  if (!isMapped && tellsOfOthers(nameHint(table).toLowerCase(), candidates[0]?.role))
    return { table, role: null, candidates, named: false };
  const { left, dealWords } = byStatus(table, candidates, mappings);
  const choice = chooseRole(asReturns(table, left));
  if (choice.kind === 'ambiguous') return { table, role: null, candidates, named: false, rivals: choice.roles };
  const role = choice.kind === 'role' ? choice.candidate.role : null;
  const isToldByStatus = role === 'opportunities' && candidates[0]?.role === 'orders' && dealWords !== undefined;
  return { table, role, candidates, named: false, ...(isToldByStatus ? { dealWords } : {}) };
}

/** A data dictionary names columns, and notes name whom they are about: neither lists customers. */
function tellsOfOthers(name: string, role: string | undefined): boolean {
  const isDictionary = /dictionary|codebook|(?:^|[^a-z])(?:data[ _-]?)?dict(?:[^a-z]|$)|字典|数据说明|字段说明/.test(name);
  return isDictionary || (role === 'customers' && /^(?:notes?|memos?|remarks?|备注|笔记|说明)(?:[^a-z]|$)/.test(name));
}

const returnsName =
  /(?:退货|退款|退回|returned|returns?|refunded|refunds?)(?:订单|销售单|单据|单|明细|清单|记录|表|orders?|list|items)?\d*$/;

/** Returns, refunded orders, 退货单 …, not orders with or without them. */
function callsReturns(name: string): boolean {
  return returnsName.test(name) && !/含|及|和|与|非|无|未|with|and|incl|no|non|not/.test(name);
}

/** Orders in a file or sheet that is called returns, with amounts above 0, are what came back: they are taken off, not added. */
function asReturns(table: RawTable, candidates: readonly RoleCandidate[]): readonly RoleCandidate[] {
  const [first] = candidates;
  const returned = candidates.find(({ role }) => role === 'returns');
  if (first?.role !== 'orders' || returned === undefined || !callsReturns(normaliseWord(nameHint(table)))) return candidates;
  const { matches } = matchHeaders(entityById('returns'), table.columns);
  const column = matches.get('amount')?.index;
  if (column === undefined || !matches.has('order_id')) return candidates;
  const negative = table.head.some((record) => /^\s*[-(（−]|-\s*$/.test(record[column] ?? ''));
  return negative ? candidates : [{ ...returned, score: first.score }];
}

/**
 * Rows with a number that may be an order's or a deal's are what more of the words of their status say (`succeeded`, `failed` of charges), and deals
 * where one is won or lost.
 */
function byStatus(
  table: RawTable,
  candidates: readonly RoleCandidate[],
  mappings: FieldMappings,
): { readonly left: readonly RoleCandidate[]; readonly dealWords?: readonly string[] } {
  const rivals = ['orders', 'opportunities'];
  if (mappings.columns.length > 0 || !rivals.every((role) => candidates.some((candidate) => candidate.role === role)))
    return { left: candidates };
  const [order, deal] = rivals.map((role) => matchHeaders(entityById(role), table.columns).matches);
  const column = order!.get('status')?.index;
  const number = order!.get('order_id')?.index;
  // An `id` may be that of either.
  const isOpen = number === undefined || number === deal!.get('opportunity_id')?.index;
  if (column === undefined || !isOpen || deal!.has('stage') || deal!.get('state')?.index !== column) return { left: candidates };
  const words = [...new Set(table.head.map((record) => normaliseWord(record[column] ?? '')).filter((word) => word !== ''))];
  const [orders, deals] = [knownOf(words, orderStatusWords), knownOf(words, dealStateWords)];
  const says = words.some((word) => /won|lost|赢|输|丢单/.test(word));
  if (!says && (orders === deals || number === undefined)) return { left: candidates };
  const other = orders > deals ? 'opportunities' : 'orders';
  const left = candidates.filter(({ role }) => role !== other);
  return other === 'orders' ? { left, dealWords: words.slice(0, 3) } : { left };
}

/** How many of the words are among those of a choice. */
function knownOf(words: readonly string[], choices: ChoiceWords<string>): number {
  const known = new Set(Object.values(choices).flatMap((list) => list.map(normaliseWord)));
  return words.filter((word) => known.has(word)).length;
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

/** What a file of a header alone is an export of; null where that cannot be told. */
export function roleOfHeader(path: string, columns: readonly string[], mappings: FieldMappings): string | null {
  const choice = chooseRole(rankRoles(columns, mappings.columns, nameHint({ file: path, sheet: null })));
  return choice.kind === 'role' ? choice.candidate.role : null;
}

/** Whether the name of a file says that it is of this kind. */
export function isNamedFor(role: string, path: string): boolean {
  const hint = normaliseWord(nameHint({ file: path, sheet: null }));
  return entityById(role).names.some((name) => hint.includes(normaliseWord(name)));
}

function nameHint(table: Pick<RawTable, 'file' | 'sheet'>): string {
  const file = table.file.split(/[/\\]/).at(-1) ?? '';
  return table.sheet === null ? file.replace(/\.[^.]*$/, '') : table.sheet;
}

/** None of the tables has a role; several fit one of them equally well. */
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
export function noRole(decisions: readonly RoleDecision[]): CrmEvalError {
  const torn = decisions.find(({ rivals }) => rivals !== undefined);
  if (torn?.rivals !== undefined) return ambiguous(torn.table, torn.rivals);
  const tables = decisions.map(({ table }) => table);
  const listIn = (headless: string): string =>
    tables
      .map((table) => {
        const isHeadless = table.headerLine === 0 && table.columns[0] === 'column_1';
        const columns = `${table.columns.slice(0, 12).join(', ')}${table.columns.length > 12 ? ' …' : ''}`;
        return `${place(table)} (${isHeadless ? headless : ''}${columns})`;
      })
      .join('; ');
  const roles = entities.filter((entity) => entity.auxiliary !== true).map((entity) => entity.id);
  return new CrmEvalError(
    'role-unknown',
    'usage',
    { en: `no table with known columns: ${listIn('no header line, columns ')}`, 'zh-CN': `没有可识别的数据表：${listIn('没有表头，列 ')}` },
    {
      fix: {
        en: `map the columns, for example --map customers.customer_id=HEADER --map customers.revenue=HEADER, or name the role (${roles.map((role) => `--${option(role)}`).join(' ')}) FILE`,
        'zh-CN': `请映射列，例如 --map customers.customer_id=列名 --map customers.revenue=列名，或指明文件类型（${roles.map((role) => `--${option(role)}`).join(' ')}）`,
      },
    },
  );
}

/** The file, or the sheet in it, as messages name it. */
export function place(table: RawTable): string {
  return table.sheet === null ? table.file : `${table.file} › ${table.sheet}`;
}

/** The option that names a role: `pool_events` is --pool-events. */
export function option(role: string): string {
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

/** What stands below a header, where every field of that name holds the same: the reader sees by it whether cells are shifted. */
export function kindsOfHeaders(): (header: string) => CellKind | null {
  const kinds = new Map<string, CellKind | null>();
  for (const entity of entities) {
    for (const [name, field] of Object.entries(entity.fields)) {
      const kind = kindOfField(field);
      for (const alias of [name, ...field.aliases].map(normaliseHeader))
        kinds.set(alias, (kinds.get(alias) ?? kind) === kind ? kind : null);
    }
  }
  return (header) => kinds.get(normaliseHeader(header)) ?? null;
}

function kindOfField({ type }: Field): CellKind | null {
  if (type === 'date' || type === 'instant') return 'date';
  return ['money', 'price', 'quantity', 'integer'].includes(type) ? 'number' : null;
}
