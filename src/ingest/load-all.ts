import { exhausted } from '../engine/exhausted.ts';
import { identifier, sql } from '../engine/sql.ts';
import { CrmEvalError } from '../errors.ts';
import { nearest } from '../lib/nearest.ts';
import { entityById } from '../model/entities.ts';
import { normaliseHeader } from '../model/names.ts';
import { type Trouble, trouble } from '../quality/check.ts';
import { HeaderAlone, openSource, reopenCarefully } from '../source/open.ts';
import type { RawTable } from '../source/raw-table.ts';
import type { IngestRequest } from './contract.ts';
import { loadTable, type LoadSettings } from './load-table.ts';
import type { FieldMappings } from './overrides.ts';
import { parquetOpener } from './parquet-table.ts';
import { planTable } from './plan-table.ts';
import { decideRole, kindsOfHeaders, noRole, option, isNamedFor, recogniseHeaders, type RoleDecision, roleOfHeader } from './roles.ts';
import { keepScope, type Scoped } from './scope/scope-tables.ts';
import { settleTogether } from './role-rivals.ts';
import type { LoadedTable } from './table-plan.ts';
import { comparedFields } from './twice/shared-orders.ts';
import { refuseIdenticalFiles } from './twice/identical-files.ts';

export interface LoadedFiles {
  readonly decisions: readonly RoleDecision[];
  readonly loaded: readonly LoadedTable[];
  /** Files of a folder that hold nothing that can be read, and why. */
  readonly leftOut: readonly CrmEvalError[];
  /** Files that hold a header and no record, and what they are exports of. */
  readonly empty: readonly EmptyFile[];
  /** Records that belong to others than the scope, by `keyOfTable`. */
  readonly others: Scoped['others'];
  readonly sight: Scoped['sight'] | null;
}

export interface EmptyFile {
  readonly path: string;
  readonly role: string;
}

/** Opens every file, works out what each of its tables is, and loads those that are something. The order of the files does not matter. */
export async function loadAll(request: IngestRequest, mappings: FieldMappings, settings: LoadSettings): Promise<LoadedFiles> {
  const alone: RoleDecision[] = [];
  const leftOut: CrmEvalError[] = [];
  const lostOrders: CrmEvalError[] = [];
  const [empty, headers]: [EmptyFile[], HeaderAlone[]] = [[], []];
  const open = {
    scratch: request.scratch,
    parquet: parquetOpener(request.engine, request.scratch),
    recognise: recogniseHeaders(mappings),
    kindOf: kindsOfHeaders(),
    ...(request.folder === undefined ? {} : { folder: request.folder }),
    ...(request.encoding === undefined ? {} : { encoding: request.encoding }),
    ...(request.signal === undefined ? {} : { signal: request.signal }),
    ...(request.stdin === undefined ? {} : { stdin: request.stdin }),
  };
  const files = request.files.toSorted((one, other) => (one.path < other.path ? -1 : 1));
  for (const [done, file] of files.entries()) {
    request.onProgress?.('read', file.path, { done, total: files.length });
    const tables = await openSource(file.path, open).catch((error: unknown) => {
      const role = error instanceof HeaderAlone ? (file.role ?? roleOfHeader(file.path, error.columns, mappings)) : null;
      if (error instanceof HeaderAlone && role !== null && role !== 'orders') {
        headers.push(error);
        empty.push({ path: file.path, role });
        return [];
      }
      if (file.found !== true || !(error instanceof CrmEvalError) || error.exit !== 'inputUnreadable') throw error;
      leftOut.push(error);
      if (isNamedFor('orders', file.path)) lostOrders.push(error);
      return [];
    });
    for (const table of tables.filter((candidate) => candidate.hidden !== true)) alone.push(decideRole(table, file.role ?? null, mappings));
  }
  const unread = headers[0] ?? leftOut[0];
  if (alone.length === 0 && unread !== undefined) throw unread;
  const read = settleTogether(alone, mappings);
  if (read.every((decision) => decision.role === null)) throw noRole(read);
  if (lostOrders[0] !== undefined && readsOrders(request.fields) && !read.some(({ role }) => role === 'orders'))
    throw ordersUnread(lostOrders[0]);
  await refuseIdenticalFiles(read);
  const { decisions, others, sight } = await inScope(read, request, mappings);
  const several = decisions.filter(({ role }) => role === 'orders').length > 1;
  const loading = several ? { ...settings, fields: withFields(settings.fields, comparedFields) } : settings;
  const loaded: LoadedTable[] = [];
  const counts = new Map<string, number>();
  const known = decisions.flatMap(({ table, role }) => (role === null ? [] : [{ table, role }]));
  for (const [done, { table, role }] of known.entries()) {
    const number = (counts.get(role) ?? 0) + 1;
    counts.set(role, number);
    request.onProgress?.('load', table.file, { done, total: known.length });
    void table.sha256.catch(() => {}); // begins beside the loading; whoever needs it sees its failure
    loaded.push(await loadOnce(table, role, number, mappings, loading, request));
  }
  refuseUnusedMappings(mappings, loaded);
  return { decisions, loaded, leftOut, empty, others, sight };
}

/** Whether figures are computed from orders: then nothing shall stand in for those that could not be read. */
function readsOrders(fields: IngestRequest['fields']): boolean {
  return fields !== 'all' && [...fields].some((field) => field.split(' | ').some((each) => each.startsWith('orders.')));
}

/** A file of a folder that is named for orders cannot be read, and no other file has any. */
function ordersUnread({ code, text, fix }: CrmEvalError): CrmEvalError {
  return new CrmEvalError(
    code,
    'inputUnreadable',
    {
      en: `${text.en}; its name says orders, and no other file of the folder has any`,
      'zh-CN': `${text['zh-CN']}；从文件名看是订单文件，而文件夹中没有其他订单`,
    },
    {
      fix: {
        en: `${fix === null ? '' : `${fix.en}; `}or take the file out of the folder to go on without orders`,
        'zh-CN': `${fix === null ? '' : `${fix['zh-CN'].replace(/。$/, '')}；`}如不需要订单，请将该文件移出文件夹`,
      },
    },
  );
}

async function inScope(
  decisions: readonly RoleDecision[],
  request: IngestRequest,
  mappings: FieldMappings,
): Promise<Omit<Scoped, 'sight'> & { readonly sight: Scoped['sight'] | null }> {
  const { engine, scratch, scope = null } = request;
  return scope === null ? { decisions, others: new Map(), sight: null } : keepScope(decisions, scope, { engine, scratch, mappings });
}

/** A file of a folder that cannot be read: nobody named it, so the others are used. */
export function unreadableNote({ text, fix }: CrmEvalError): Trouble {
  return trouble(
    'file-left-out',
    'warning',
    1,
    { en: `${text.en}; this file of the folder was not used`, 'zh-CN': `${text['zh-CN']}；文件夹中的该文件未使用` },
    fix,
  );
}

/** A file that holds a header and no record: the run goes on as if it were not there. */
export function emptyNote({ path, role }: EmptyFile): Trouble {
  const { title } = entityById(role);
  return trouble(
    'file-without-rows',
    'warning',
    1,
    {
      en: `${path} holds a header and no rows (${title.en.toLowerCase()}): nothing is said of what it would tell`,
      'zh-CN': `${path} 只有表头、没有数据行（${title['zh-CN']}）：相关内容不作分析`,
    },
    {
      en: 'check the filter of the export and export it again, or leave the file out',
      'zh-CN': '请检查导出时的筛选条件并重新导出，或不传入该文件',
    },
  );
}

function withFields(fields: LoadSettings['fields'], more: readonly string[]): LoadSettings['fields'] {
  return fields === 'all' ? fields : new Set([...fields, ...more]);
}

/** The engine reads the file itself; where it refuses, or takes a record that does not fit, the file is rewritten record by record and read again. */
async function loadOnce(
  table: RawTable,
  role: string,
  number: number,
  mappings: FieldMappings,
  settings: LoadSettings,
  request: IngestRequest,
): Promise<LoadedTable> {
  const name = `${role}_${number}`;
  const load = (raw: RawTable) => loadTable(planTable(name, raw, entityById(role), mappings), settings);
  let loaded: LoadedTable;
  try {
    loaded = await load(table);
  } catch (error) {
    if (table.careful === null || request.signal?.aborted === true || exhausted(error) !== null) throw error;
    return load(await reopenCarefully(table));
  }
  if (table.careful === null || table.fits === undefined || (await table.fits())) return loaded;
  await settings.engine.run(sql`drop table ${identifier(name)}`);
  return load(await reopenCarefully(table));
}

/** A mapping names a header; a file in which the field was read from another one does not satisfy it. */
function refuseUnusedMappings(mappings: FieldMappings, loaded: readonly LoadedTable[]): void {
  for (const { entity, field, header, standing } of mappings.columns) {
    const read = (table: LoadedTable): boolean =>
      table.fields.some((own) => own.name === field && normaliseHeader(own.header) === normaliseHeader(header));
    if (loaded.some((table) => table.entity.id === entity && read(table))) continue;
    const absent = !loaded.some((table) => table.entity.id === entity);
    if (absent && standing === true) continue;
    if (absent) throw noTableToMap(entity, field, header, loaded);
    const headers = [...new Set(loaded.flatMap((table) => table.table.columns))].filter((name) => name !== '');
    const meant = nearest(header, headers);
    const list = headers.slice(0, 40);
    throw new CrmEvalError(
      'map-unmatched',
      'usage',
      { en: `no file has a column "${header}" for ${entity}.${field}`, 'zh-CN': `没有文件含有列“${header}”（用于 ${entity}.${field}）` },
      {
        fix:
          meant === null
            ? { en: `the columns are: ${list.join(', ')}`, 'zh-CN': `现有的列：${list.join('，')}` }
            : { en: `did you mean "${meant}"?`, 'zh-CN': `是不是想写“${meant}”？` },
      },
    );
  }
}

/** None of the files is the table that the mapping is about; which file has the header is said, for it may have been taken for another table. */
function noTableToMap(entity: string, field: string, header: string, loaded: readonly LoadedTable[]): CrmEvalError {
  const { title } = entityById(entity);
  const roles = [...new Set(loaded.map((table) => table.entity))];
  const holder = loaded.find(({ table }) => table.columns.some((name) => normaliseHeader(name) === normaliseHeader(header)));
  return new CrmEvalError(
    'map-unmatched',
    'usage',
    {
      en: `none of the files is read as ${entity}, so ${entity}.${field} has no column "${header}"; they are ${roles.map(({ id }) => id).join(', ')}`,
      'zh-CN': `没有文件被识别为${title['zh-CN']}，${entity}.${field} 无从对应列“${header}”；已识别的是：${roles.map((role) => role.title['zh-CN']).join('、')}`,
    },
    {
      fix:
        holder === undefined
          ? { en: `give the file with --${option(entity)} FILE`, 'zh-CN': `请用 --${option(entity)} 文件 指定` }
          : {
              en: `map it to the table it is in, ${holder.entity.id}, or say --${option(entity)} ${holder.table.file}`,
              'zh-CN': `请映射到它所在的表 ${holder.entity.id}，或用 --${option(entity)} ${holder.table.file} 指明`,
            },
    },
  );
}
