import exceljs from 'exceljs';
import { literal } from '../../../src/engine/sql.ts';
import type { PostgresServer } from '../../postgres-server.ts';
import { ingestFiles, quoted } from '../ingest-files.ts';
import { prepare, readTables } from '../warehouse/warehouse.ts';
import type { Loaded, Outcome } from './outcome.ts';

export type Value = string | number | null;

/** Cells as they are, whatever holds them. */
export interface Cells {
  /** Headers of both languages, parted by commas. */
  readonly en: string;
  readonly zh: string;
  /** One letter a column: text, number, date, instant, whole number, yes or no; x: true dates in a workbook beside texts. */
  readonly types: string;
  /** Words are English; `zh` of the situation has the Chinese ones. */
  readonly rows: readonly (readonly Value[])[];
  /** Default: orders. */
  readonly role?: string;
  /** Ranges of a workbook whose cells are merged. */
  readonly merges?: readonly string[];
}

export type Form = 'csv' | 'xlsx' | 'table';

/** A small situation with its right answer, the same in every form but for those of `except`. */
export interface Situation extends Outcome {
  readonly is: string;
  /** By file or table. */
  readonly data: readonly Cells[];
  /** English word → Chinese word. */
  readonly zh?: Readonly<Record<string, string>>;
  /** Another outcome in one form, or the reason why the form cannot have the situation. */
  readonly except?: Readonly<Partial<Record<Form, Outcome | string>>>;
}

export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

const sqlTypes: Readonly<Record<string, string>> = {
  t: 'text',
  n: 'numeric(18,4)',
  d: 'date',
  i: 'timestamp',
  w: 'bigint',
  b: 'boolean',
  x: 'text',
};

/** The cells in a language. */
function said({ data, zh }: Situation, lang: Language): { readonly headers: string[]; readonly rows: Value[][]; readonly of: Cells }[] {
  const word = (value: Value): Value => (lang === 'zh' && typeof value === 'string' ? (zh?.[value] ?? value) : value);
  return data.map((of) => ({ headers: of[lang].split(','), rows: of.rows.map((row) => row.map(word)), of }));
}

async function workbook(
  headers: readonly string[],
  rows: readonly (readonly Value[])[],
  { types, merges = [] }: Cells,
): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('Sheet1');
  sheet.addRow([...headers]);
  for (const row of rows) sheet.addRow(row.map((value, at) => cellOf(value, types[at]!)));
  for (const range of merges) sheet.mergeCells(range);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** True dates, true numbers; what is no date in a column of dates stays a text. */
function cellOf(value: Value, type: string): Value | boolean | Date {
  if (typeof value !== 'string') return value;
  if (type === 'b') return value === 'true';
  return 'dix'.includes(type) && /^\d{4}-\d\d-\d\d/.test(value) ? new Date(`${value.replace(' ', 'T').padEnd(10)}Z`) : value;
}

function csv(headers: readonly string[], rows: readonly (readonly Value[])[]): string {
  return [headers, ...rows].map((row) => `${row.map((value) => quoted(String(value ?? ''))).join(',')}\n`).join('');
}

/** Reads the situation in a form; `server` for tables. */
export async function readAs(situation: Situation, lang: Language, form: Form, server: PostgresServer | null): Promise<Loaded> {
  const tables = said(situation, lang);
  const role = ({ of }: (typeof tables)[number]): string => of.role ?? 'orders';
  if (form !== 'table') {
    const files: Record<string, string | Uint8Array> = {};
    const roles: Record<string, string> = {};
    for (const [index, table] of tables.entries()) {
      const name = `${role(table)}-${index + 1}.${form}`;
      files[name] = form === 'csv' ? csv(table.headers, table.rows) : await workbook(table.headers, table.rows, table.of);
      if (table.of.role !== undefined) roles[name] = table.of.role;
    }
    const loaded = await ingestFiles(files, { roles });
    return { ingested: loaded.ingested, rows: (query) => loaded.rows({ text: query }) };
  }
  const statements = tables.flatMap((table, index) => {
    const name = `t${index + 1}`;
    const columns = table.headers.map((header, at) => `"${header}" ${sqlTypes[table.of.types[at]!]}`);
    const values = table.rows.map((row) => `(${row.map((value) => literal(value).text).join(', ')})`);
    return [
      `drop table if exists ${name}`,
      `create table ${name} (${columns.join(', ')})`,
      `insert into ${name} values ${values.join(', ')}`,
    ];
  });
  await prepare(server!, ...statements);
  return readTables(server!, { tables: Object.fromEntries(tables.map((table, index) => [role(table), `t${index + 1}`])) });
}
