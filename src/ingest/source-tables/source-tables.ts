import type { PostgresEngine } from '../../engine/postgres.ts';
import { identifier, sql } from '../../engine/sql.ts';
import type { Lang } from '../../lib/localized.ts';
import type { Trouble } from '../../quality/check.ts';
import { customerTotals } from '../../quality/checks/customer-totals.ts';
import { customersWithoutOrders } from '../../quality/checks/customers-without-orders.ts';
import { negativeAmounts } from '../../quality/checks/negative-amounts.ts';
import { toFindings } from '../../quality/findings.ts';
import type { Finding } from '../../result/result.ts';
import type { Ingested, ReadingRequest, Reject, SourceRows } from '../contract.ts';
import { watchCurrencies } from '../currency/watch.ts';
import { asOfNotes } from '../as-of-notes.ts';
import { refundRowNotes } from '../ingest-notes.ts';
import { settleMeaning } from '../meaning/meaning.ts';
import { splitMappings } from '../overrides.ts';
import { readingTroubles, reasonTroubles } from '../reading-troubles.ts';
import { refundTroubles } from '../refund-troubles.ts';
import { leftOutTroubles } from '../left-out.ts';
import { noRowCounts } from '../no-row-counts.ts';
import { setAsideTroubles } from '../set-aside.ts';
import { targetTroubles } from '../target-parts.ts';
import { unreadInHead } from '../unread-refund-troubles.ts';
import { netRefundRows } from '../refund-rows.ts';
import { countStatusesOnce } from '../twice/status-repeats.ts';
import { customerBehind } from '../identity/identity.ts';
import { listedNobodies } from '../identity/placeholders.ts';
import { accountForRows, type SourceAccount } from './account.ts';
import { createCanonicalViews } from './canonical.ts';
import { joinSourceCustomers } from './customers.ts';
import { settleLatestDate } from './dates.ts';
import { typeTroubles, unreadTroubles } from './findings.ts';
import { createRows, type JudgedTable, keysOf } from './judged.ts';
import { withHead } from './head.ts';
import { duplicateRows } from './duplicates.ts';
import { withRates } from './rates.ts';
import { openSources, type SourceTable } from './open.ts';
import { settleSourceNobodies } from './nobodies.ts';
import { viewedLines, viewedStatuses } from './refunds.ts';
import { sourceRejects } from './rejects.ts';
import { decideWords } from './words.ts';

export type { SourceTable } from './open.ts';

/** `timezone`: of instants with a zone; null: UTC. */
export interface TablesRequest extends ReadingRequest {
  readonly engine: PostgresEngine;
  /** At most one an entity. */
  readonly tables: readonly SourceTable[];
}

/**
 * Tables of the database in, canonical tables out: views in the schema of the run, with an account of every row. Nothing is copied, and
 * cells are expected to be clean: blanks around a text and empty texts are all that is tidied. Throws a CrmEvalError (usage) where a
 * table, a column or a right is missing, where the type of a column does not fit its field, and where a condition is none.
 */
export async function ingestTables(request: TablesRequest): Promise<Ingested> {
  const { engine, timezone: zone, asOf, lang, signal, keepPlaceholders } = request;
  const mappings = splitMappings(request.mappings);
  const plans = await openSources(request.tables, mappings, zone, engine);
  const judged: JudgedTable[] = [];
  const troubles: Trouble[] = [];
  // Who a list knows is no placeholder: it goes first.
  for (const plan of plans.toSorted((one, other) => Number(other.entity.id === 'customers') - Number(one.entity.id === 'customers'))) {
    signal?.throwIfAborted();
    const decided = await decideWords(plan, mappings, engine);
    const meant = settleMeaning(await withHead(decided.plan, engine), mappings);
    const inOneCurrency = await withRates(meant, request.rates ?? null, zone, engine);
    const lists = judged.map(({ table }) => table).filter(({ entity }) => entity.id === 'customers');
    const listed = await listedNobodies(lists, engine);
    const nobodies = { listed, keep: keepPlaceholders === true };
    const { plan: settled, troubles: nobodyTroubles } = await settleSourceNobodies(inOneCurrency, nobodies, zone, engine);
    const keys = await keysOf(settled, zone, engine);
    const source = await createRows(settled, decided.unknown, { asOf, keys }, zone, engine);
    judged.push(source);
    troubles.push(...(await nobodyTroubles(source.table)), ...(await countStatusesOnce(source.table, viewedStatuses(source, engine))));
  }
  troubles.push(...(await joinSourceCustomers(judged, mappings.overridesOf('orders', 'customer_id').exact, engine)));
  for (const source of judged.filter(({ table }) => table.entity.id === 'orders'))
    troubles.push(...refundRowNotes(await netRefundRows([source.table], asOf, mappings, viewedLines(source, engine))));
  const dates = await settleLatestDate(judged, engine);
  troubles.push(...asOfNotes(request.asOf, dates));
  const money = await watchCurrencies(
    judged.map(({ table }) => table),
    { rates: request.rates ?? null, mixed: request.mixedCurrencies ?? 'refused' },
    engine,
  );
  troubles.push(...money.notes);
  const accounts = new Map<JudgedTable, SourceAccount>();
  for (const source of judged) {
    signal?.throwIfAborted();
    accounts.set(source, await accountForRows(source.table, asOf ?? null, source.unreadable, engine));
  }
  const views = await createCanonicalViews(judged, accounts, asOf, engine);
  troubles.push(...views.troubles, ...targetTroubles(judged.map(({ table }) => table).filter(({ entity }) => entity.id === 'targets')));
  for (const [{ plan, table, unknown }, account] of accounts) {
    troubles.push(
      ...readingTroubles(table),
      ...typeTroubles(plan, table, zone),
      ...unreadTroubles(table, account.unread, unknown),
      ...reasonTroubles(table, account, new Map()),
      ...noRowCounts(table, account.input),
      ...setAsideTroubles(table, account.sums, account.input.sum_used, new Map()),
      ...(await refundTroubles(table, engine)),
      ...unreadInHead(table),
    );
  }
  troubles.push(...leftOutTroubles([...accounts].filter(([{ table }]) => table.entity.id === 'orders').map(([, account]) => account)));
  for (const [{ table }, { input }] of accounts) troubles.push(...(await duplicateRows(table, input.rows_read, engine)));
  const context = { engine, tables: judged.map(({ table }) => table) };
  for (const check of [negativeAmounts, customersWithoutOrders, customerTotals]) {
    signal?.throwIfAborted();
    troubles.push(...(await check(context)));
  }
  const findingsIn = (language: Lang): Promise<Finding[]> => toFindings(troubles, language);
  const inputs = [...accounts.values()].map((account) => account.input).toSorted((one, other) => (one.role < other.role ? -1 : 1));
  return {
    asOf: asOf ?? dates.date,
    currency: money.currency,
    inputs,
    findings: await findingsIn(lang),
    findingsIn,
    tables: judged.map(({ table }) => ({
      table: table.table,
      role: table.entity.id,
      candidates: [{ role: table.entity.id, score: 1 }],
      columns: table.columns,
    })),
    available: views.available,
    rejects: () => rejectsOf(judged, engine, lang),
    rowsOf: (customer) => rowsOf(judged, customer, engine),
    customerBehind: (alias) => customerBehind(alias, engine),
  };
}

async function rejectsOf(judged: readonly JudgedTable[], engine: PostgresEngine, lang: Lang): Promise<Reject[]> {
  const rejects: Reject[] = [];
  for (const { table, unreadable } of judged)
    for (const reject of await sourceRejects(table, unreadable, engine, lang)) rejects.push(reject);
  return rejects;
}

/** Rows of a table have no lines: they are counted. */
async function rowsOf(judged: readonly JudgedTable[], customer: string, engine: PostgresEngine): Promise<SourceRows[]> {
  const found: SourceRows[] = [];
  for (const { table } of judged.filter((source) => source.table.stored.includes('customer_id'))) {
    const [row] = await engine.rows<{ n: number }>(
      sql`select count(*) as n from ${identifier(table.name)} where customer_id = ${customer} and _reason = 0`,
    );
    if (row !== undefined && row.n > 0) found.push({ role: table.entity.id, file: table.table.file, sheet: null, rows: row.n, lines: [] });
  }
  return found;
}
