import type { TableReport } from '../ingest/contract.ts';
import { type FieldMappings, splitMappings } from '../ingest/overrides.ts';
import { planTable } from '../ingest/plan-table.ts';
import { settleTogether } from '../ingest/role-rivals.ts';
import { decideRole, kindsOfHeaders, recogniseHeaders, type RoleDecision } from '../ingest/roles.ts';
import { entityById } from '../model/entities.ts';
import { openSource } from '../source/open.ts';
import type { OpenOptions } from '../source/raw-table.ts';
import type { Run } from './context.ts';
import type { InputFile } from './files.ts';
import { withParquet } from './parquet.ts';
import { withScratch } from './scratch.ts';
import type { Settings } from './settings.ts';

/** How every table of the files would be read, without reading more than their heads or refusing what fits no role. Lends what it read. */
export async function withSurvey<T>(
  run: Run,
  settings: Settings,
  encoding: string | undefined,
  work: (reports: readonly TableReport[], scratch: string) => Promise<T>,
): Promise<T> {
  return withScratch(settings.limits.tempDir, async (scratch) =>
    withParquet(scratch, settings.limits, async (parquet) => {
      const mappings = splitMappings(settings.mappings);
      const open: OpenOptions = {
        folder: run.folder,
        scratch,
        parquet,
        recognise: recogniseHeaders(mappings),
        kindOf: kindsOfHeaders(),
        signal: run.signal,
        stdin: run.stdin,
        ...(encoding === undefined ? {} : { encoding }),
      };
      const reports = await survey(settings.files, mappings, open);
      run.signal.throwIfAborted();
      return work(reports, scratch);
    }),
  );
}

async function survey(files: readonly InputFile[], mappings: FieldMappings, open: OpenOptions): Promise<TableReport[]> {
  const decisions: RoleDecision[] = [];
  for (const file of files) {
    for (const table of await openSource(file.path, open)) {
      const decision = decideRole(table, null, mappings);
      decisions.push(file.role === undefined ? decision : { ...decision, role: file.role, named: true });
    }
  }
  return settleTogether(decisions, mappings).map(({ table, role, candidates }) => ({
    table,
    role,
    candidates,
    columns:
      role === null
        ? table.columns.map((header, index) => ({ header, index, field: null, confidence: null, reading: null }))
        : planTable(role, table, entityById(role), mappings).columns,
  }));
}
