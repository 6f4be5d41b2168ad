import type { TableReport } from '../ingest/contract.ts';
import { type FieldMappings, splitMappings } from '../ingest/overrides.ts';
import { planTable } from '../ingest/plan-table.ts';
import { kindsOfHeaders, recogniseHeaders } from '../ingest/roles.ts';
import { entityById } from '../model/entities.ts';
import { chooseRole, rankRoles } from '../model/rank-roles.ts';
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
  work: (reports: readonly TableReport[]) => Promise<T>,
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
      const reports: TableReport[] = [];
      for (const file of settings.files) reports.push(...(await survey(file, mappings, open)));
      run.signal.throwIfAborted();
      return work(reports);
    }),
  );
}

async function survey(file: InputFile, mappings: FieldMappings, open: OpenOptions): Promise<TableReport[]> {
  const tables = await openSource(file.path, open);
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
