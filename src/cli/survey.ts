import type { TableReport } from '../ingest/contract.ts';
import { splitMappings } from '../ingest/overrides.ts';
import { planTable } from '../ingest/plan-table.ts';
import { recogniseHeaders } from '../ingest/recognise.ts';
import { entityById } from '../model/entities.ts';
import { chooseRole, rankRoles } from '../model/rank-roles.ts';
import { openSource } from '../source/open.ts';
import type { Run } from './context.ts';
import type { InputFile } from './files.ts';
import type { Settings } from './settings.ts';

/** How every table of a file would be read, without reading more than its head or refusing what fits no role. */
export async function survey(
  run: Run,
  settings: Settings,
  file: InputFile,
  scratch: string,
  encoding: string | undefined,
): Promise<TableReport[]> {
  const mappings = splitMappings(settings.mappings);
  const tables = await openSource(file.path, {
    scratch,
    recognise: recogniseHeaders(mappings),
    signal: run.signal,
    stdin: run.stdin,
    ...(encoding === undefined ? {} : { encoding }),
  });
  return tables.map((table) => {
    const ranked = rankRoles(table.columns, mappings.columns, table.sheet ?? table.file);
    const choice = chooseRole(ranked);
    const role = file.role ?? (choice.kind === 'role' ? choice.candidate.role : null);
    const columns = role === null ? null : planTable(role, table, entityById(role), mappings).columns;
    return {
      table,
      role,
      candidates: ranked.map((candidate) => ({ role: candidate.role, score: candidate.score })),
      columns: columns ?? table.columns.map((header, index) => ({ header, index, field: null, confidence: null, reading: null })),
    };
  });
}
