import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { DuckDbEngine } from '../../src/engine/duckdb.ts';
import type { Sql } from '../../src/engine/sql.ts';
import { identifier, sql, trusted } from '../../src/engine/sql.ts';
import type { Ingested, IngestRequest, Mapping, Reject } from '../../src/ingest/contract.ts';
import { ratesOf, type SaidRates } from '../../src/model/rates.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import type { Row } from '../../src/lib/rows.ts';
import { readScope } from '../../src/lib/scope.ts';
import type { Finding, Input } from '../../src/result/result.ts';

export interface IngestSettings {
  /** As `--map` takes them: `orders.amount=实付金额`, `orders.status.completed=已归档`. */
  readonly map?: readonly string[];
  readonly asOf?: string;
  readonly timezone?: string;
  readonly encoding?: string;
  /** As `--scope` takes it: `rep=Ann,Bob`. */
  readonly scope?: string;
  readonly lang?: IngestRequest['lang'];
  readonly fields?: IngestRequest['fields'];
  readonly keepPlaceholders?: boolean;
  /** Default: 1. On few rows a second thread only costs: half of the time again. Tests of its effect say how many. */
  readonly threads?: number;
  /** `rates:` of the config. */
  readonly rates?: SaidRates;
  readonly mixedCurrencies?: IngestRequest['mixedCurrencies'];
  /** Roles said outright, by file name. */
  readonly roles?: Readonly<Record<string, string>>;
}

export interface IngestedFiles {
  readonly ingested: Ingested;
  readonly engine: DuckDbEngine;
  rows(query: Sql): Promise<Row[]>;
  /** Values of one column of a canonical table in the order of the files; `order` says otherwise. */
  column(table: string, field: string): Promise<Row[string][]>;
  close(): Promise<void>;
}

/** Loads files that stand somewhere; the caller closes. */
export async function ingestPaths(paths: readonly string[], settings: IngestSettings = {}): Promise<IngestedFiles> {
  const scratch = mkdtempSync(join(tmpdir(), 'crm-eval-ingest-'));
  const engine = await DuckDbEngine.open({ scratch, threads: settings.threads ?? 1 });
  let open = true;
  const close = async (): Promise<void> => {
    if (!open) return;
    open = false;
    await engine.close();
    rmSync(scratch, { recursive: true, force: true });
  };
  try {
    const ingested = await ingest({
      files: paths.map((path) => {
        const role = settings.roles?.[basename(path)];
        return role === undefined ? { path } : { path, role };
      }),
      engine,
      scratch,
      mappings: (settings.map ?? []).map(mappingOf),
      timezone: settings.timezone ?? null,
      fields: settings.fields ?? 'all',
      asOf: settings.asOf ?? null,
      rates: ratesOf(settings.rates),
      mixedCurrencies: settings.mixedCurrencies ?? 'refused',
      lang: settings.lang ?? 'en',
      keepPlaceholders: settings.keepPlaceholders === true,
      scope: readScope(settings.scope ?? ''),
      ...(settings.encoding === undefined ? {} : { encoding: settings.encoding }),
    });
    const rows = (query: Sql): Promise<Row[]> => engine.rows(query);
    const column = async (table: string, field: string): Promise<Row[string][]> =>
      (await rows(sql`select ${identifier(field)} as value from ${identifier(table)}`)).map((row) => row['value'] ?? null);
    return { ingested, engine, rows, column, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Writes files (name → content) into a folder of their own and loads them; everything is gone after the test. */
export async function ingestFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
  settings: IngestSettings = {},
): Promise<IngestedFiles> {
  const folder = mkdtempSync(join(tmpdir(), 'crm-eval-files-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const paths = Object.entries(files).map(([name, content]) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  });
  const loaded = await ingestPaths(paths, settings);
  onTestFinished(() => loaded.close());
  return loaded;
}

/** A file of lines. */
export function lines(...all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}

/** An order file of three columns around the cells of a fourth, which is what most of the tests are about. */
export function ordersWith(header: string, cells: readonly string[]): string {
  return lines(
    `订单编号,客户编号,下单日期,${header}`,
    ...cells.map((cell, index) => `S${index + 1},C${index + 1},2026-01-0${(index % 9) + 1},${quoted(cell)}`),
  );
}

export function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** The one input of this role. */
export function inputOf(loaded: IngestedFiles, role = 'orders'): Input {
  const inputs = loaded.ingested.inputs.filter((input) => input.role === role);
  if (inputs.length !== 1) throw new Error(`${inputs.length} inputs of role ${role}`);
  return inputs[0]!;
}

export function findingsOf(loaded: IngestedFiles, code: string): Finding[] {
  return loaded.ingested.findings.filter((finding) => finding.code === code);
}

export function codesOf(loaded: IngestedFiles): string[] {
  return loaded.ingested.findings.map((finding) => finding.code).toSorted();
}

/** Rejects without the texts for people. */
export async function rejectsOf(loaded: IngestedFiles): Promise<Pick<Reject, 'line' | 'column' | 'value' | 'code' | 'effect'>[]> {
  return (await loaded.ingested.rejects()).map(({ line, column, value, code, effect }) => ({ line, column, value, code, effect }));
}

/** The decision that was made about the values of a column. */
export function readingOf(loaded: IngestedFiles, field: string): string | null | undefined {
  return loaded.ingested.tables.flatMap((table) => table.columns).find((column) => column.field === field)?.reading;
}

/** Rows of the canonical order table that matter to most tests. */
export function orderRows(loaded: IngestedFiles): Promise<Row[]> {
  return loaded.rows(sql`select order_id, customer_id, ordered_at, amount from orders order by order_id, ${trusted('ordered_at, amount')}`);
}

function mappingOf(text: string): Mapping {
  const equals = text.indexOf('=');
  const [entity = '', ...field] = text.slice(0, equals).split('.');
  return { entity, field: field.join('.'), header: text.slice(equals + 1) };
}
