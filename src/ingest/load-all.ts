import { exhausted } from '../engine/exhausted.ts';
import { CrmEvalError } from '../errors.ts';
import { nearest } from '../lib/nearest.ts';
import { entityById } from '../model/entities.ts';
import { normaliseHeader } from '../model/names.ts';
import { openSource, reopenCarefully } from '../source/open.ts';
import type { RawTable } from '../source/raw-table.ts';
import type { IngestRequest } from './contract.ts';
import { loadTable, type LoadSettings } from './load-table.ts';
import type { FieldMappings } from './overrides.ts';
import { parquetOpener } from './parquet-table.ts';
import { planTable } from './plan-table.ts';
import { decideRole, noRole, recogniseHeaders, type RoleDecision } from './roles.ts';
import type { LoadedTable } from './table-plan.ts';

export interface LoadedFiles {
  readonly decisions: readonly RoleDecision[];
  readonly loaded: readonly LoadedTable[];
}

/** Opens every file, works out what each of its tables is, and loads those that are something. The order of the files does not matter. */
export async function loadAll(request: IngestRequest, mappings: FieldMappings, settings: LoadSettings): Promise<LoadedFiles> {
  const decisions: RoleDecision[] = [];
  const open = {
    scratch: request.scratch,
    parquet: parquetOpener(request.engine, request.scratch),
    recognise: recogniseHeaders(mappings),
    ...(request.folder === undefined ? {} : { folder: request.folder }),
    ...(request.encoding === undefined ? {} : { encoding: request.encoding }),
    ...(request.signal === undefined ? {} : { signal: request.signal }),
    ...(request.stdin === undefined ? {} : { stdin: request.stdin }),
  };
  for (const file of request.files.toSorted((one, other) => (one.path < other.path ? -1 : 1))) {
    request.onProgress?.('read', file.path);
    const tables = await openSource(file.path, open);
    for (const table of tables.filter((candidate) => candidate.hidden !== true))
      decisions.push(decideRole(table, file.role ?? null, mappings));
  }
  if (decisions.every((decision) => decision.role === null)) throw noRole(decisions.map((decision) => decision.table));
  const loaded: LoadedTable[] = [];
  const counts = new Map<string, number>();
  for (const { table, role } of decisions) {
    if (role === null) continue;
    const number = (counts.get(role) ?? 0) + 1;
    counts.set(role, number);
    request.onProgress?.('load', table.file);
    void table.sha256.catch(() => {}); // begins beside the loading; whoever needs it sees its failure
    loaded.push(await loadOnce(table, role, number, mappings, settings, request));
  }
  refuseUnusedMappings(mappings, loaded);
  return { decisions, loaded };
}

/** The engine reads the file itself; where it refuses, the file is rewritten record by record and read again. */
async function loadOnce(
  table: RawTable,
  role: string,
  number: number,
  mappings: FieldMappings,
  settings: LoadSettings,
  request: IngestRequest,
): Promise<LoadedTable> {
  const load = (raw: RawTable) => loadTable(planTable(`${role}_${number}`, raw, entityById(role), mappings), settings);
  try {
    return await load(table);
  } catch (error) {
    if (error instanceof CrmEvalError && error.code === 'rate-missing') throw error;
    if (table.careful === null || request.signal?.aborted === true || exhausted(error) !== null) throw error;
    return load(await reopenCarefully(table));
  }
}

/** A mapping names a header; a file in which the field was read from another one does not satisfy it. */
function refuseUnusedMappings(mappings: FieldMappings, loaded: readonly LoadedTable[]): void {
  for (const { entity, field, header } of mappings.columns) {
    const read = (table: LoadedTable): boolean =>
      table.fields.some((own) => own.name === field && normaliseHeader(own.header) === normaliseHeader(header));
    if (loaded.some((table) => table.entity.id === entity && read(table))) continue;
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
