import type { PostgresEngine } from '../../engine/postgres.ts';
import { identifier, join, sql } from '../../engine/sql.ts';
import { CrmEvalError } from '../../errors.ts';
import type { IsoDate } from '../../lib/dates.ts';
import type { Lang } from '../../lib/localized.ts';
import type { Finding } from '../../result/result.ts';
import type { Ingested, SourceRows } from '../contract.ts';
import { qualified } from './canonical-tables.ts';
import { type LoadRecord, readRecord } from './load-record.ts';
import { laterOrders, ordersLeftOut } from './loaded-notes.ts';
import { lockKey } from './loaded-tables.ts';

export interface LoadedSchemaRequest {
  /** Finds the tables of the schema by their bare names. */
  readonly engine: PostgresEngine;
  readonly schema: string;
  /** Null: that of the load. */
  readonly asOf: IsoDate | null;
  readonly lang: Lang;
}

/** The canonical tables of an earlier `load`, as if its files had just been read. Throws `nothing-loaded` (usage) where there are none. */
export async function openLoaded({ engine, schema, asOf, lang }: LoadedSchemaRequest): Promise<Ingested> {
  // Held to the end of the session: until then no load changes the tables.
  await engine.rows(sql`select pg_advisory_lock_shared(${lockKey('read', schema)})`);
  const record = await recordIn(engine, schema);
  const later = asOf === null ? 0 : await countLater(engine, schema, asOf);
  if (asOf !== null && later > 0) await cutOrders(engine, schema, asOf);
  const notes = (language: Lang): Finding[] => [
    ...(later === 0 ? [] : [laterOrders(schema, later, language)]),
    ...(asOf === null ? [] : ordersLeftOut(record, asOf, language)),
  ];
  const findingsIn = async (language: Lang): Promise<Finding[]> => [...record.findings[language], ...notes(language)];
  return {
    asOf: asOf ?? record.as_of,
    inputs: record.inputs,
    findings: await findingsIn(lang),
    findingsIn,
    tables: [],
    available: later === 0 ? new Set(record.available) : await stillAvailable(engine, record.available),
    rejects: async () => [],
    rowsOf: (customer) => rowsOf(engine, schema, customer),
  };
}

async function recordIn(engine: PostgresEngine, schema: string): Promise<LoadRecord> {
  const record = await readRecord(engine, schema).catch((cause: unknown) => {
    if (cause instanceof CrmEvalError) throw cause;
    throw new CrmEvalError(
      'load-unreadable',
      'inputUnreadable',
      {
        en: `the schema "${schema}" was filled by another version, or changed since`,
        'zh-CN': `schema “${schema}” 由其他版本载入，或之后被改动`,
      },
      { fix: { en: 'load the files again with --force', 'zh-CN': '请用 --force 重新载入文件' }, cause },
    );
  });
  if (record !== null) return record;
  throw new CrmEvalError(
    'nothing-loaded',
    'usage',
    { en: `no files are given, and the schema "${schema}" holds no load`, 'zh-CN': `没有给出文件，schema “${schema}” 中也没有载入的数据` },
    {
      fix: {
        en: 'load files first (crm-eval load FILES --engine URL --schema NAME), name its --schema, or name tables in the config (sources.orders.table)',
        'zh-CN':
          '请先载入文件（crm-eval load 文件 --engine URL --schema 名称），或用 --schema 指定，或在配置中指定表（sources.orders.table）',
      },
    },
  );
}

async function countLater(engine: PostgresEngine, schema: string, asOf: IsoDate): Promise<number> {
  const [row] = await engine.rows<{ n: number }>(
    sql`select count(*) as n from ${qualified(schema, 'orders')} where ordered_at >= ${asOf}::date + 1`,
  );
  return row?.n ?? 0;
}

/** Orders after the as-of date do not count: a view of the run stands before the table. An order without a date counts, as in a file. */
async function cutOrders(engine: PostgresEngine, schema: string, asOf: IsoDate): Promise<void> {
  await engine.run(
    sql`create view orders as select * from ${qualified(schema, 'orders')} where ordered_at < ${asOf}::date + 1 or ordered_at is null`,
  );
}

/** Fields that hold a value in the orders that are left; that there is an order file stays known. */
async function stillAvailable(engine: PostgresEngine, available: readonly string[]): Promise<ReadonlySet<string>> {
  const fields = available.filter((field) => field.startsWith(orderField) && field !== 'orders.order_id');
  const counts = fields.map((field) => sql`count(${identifier(field.slice(orderField.length))}) as ${identifier(field)}`);
  const [row] = counts.length === 0 ? [] : await engine.rows(sql`select ${join(counts)} from orders`);
  return new Set(available.filter((field) => row?.[field] !== 0));
}

const orderField = 'orders.';

/** A table keeps no lines of files: the rows are counted, not numbered. */
async function rowsOf(engine: PostgresEngine, schema: string, customer: string): Promise<SourceRows[]> {
  const sources: SourceRows[] = [];
  for (const role of ['customers', 'orders']) {
    const [row] = await engine.rows<{ n: number }>(sql`select count(*) as n from ${identifier(role)} where customer_id = ${customer}`);
    if (row !== undefined && row.n > 0) sources.push({ role, file: `${schema}.${role}`, sheet: null, lines: [], rows: row.n });
  }
  return sources;
}
