import { identifier, sql } from '../engine/sql.ts';
import { entities } from '../model/entities.ts';
import { checks } from '../quality/checks.ts';
import type { Lang } from '../lib/localized.ts';
import type { Finding } from '../result/result.ts';
import type { Trouble } from '../quality/check.ts';
import { toFindings } from '../quality/findings.ts';
import { accountFor, type TableAccount } from './accounting.ts';
import { latestDate } from './as-of.ts';
import { asOfNotes } from './as-of-notes.ts';
import { bareAmountTroubles } from './bare-amounts.ts';
import { scopeNote, withOthers } from './scope/others-account.ts';
import { keyOfTable } from './scope/scope-tables.ts';
import { createView, type Part, partOf } from './canonical-views.ts';
import { castingMacros } from './casting/macros.ts';
import { fillContinuationRows } from './continuation-rows.ts';
import type { Ingested, IngestRequest } from './contract.ts';
import { countOrdersOnce } from './count-orders-once.ts';
import { loadedRows } from './identity/customer-rows.ts';
import { customersOf } from './identity/customers-of.ts';
import { convertLoaded } from './currency/convert-loaded.ts';
import { watchCurrencies } from './currency/watch.ts';
import { customerBehind, joinCustomers } from './identity/identity.ts';
import { settleNobodies } from './identity/nobodies.ts';
import { fillNote, refundRowNotes, returnNotes, roleNotes, wonDealsNote } from './ingest-notes.ts';
import { leadAttributeCells } from '../model/lead-attributes.ts';
import { leadAttributes, wantsLeadAttributes } from './lead-attributes.ts';
import { emptyNote, loadAll, unreadableNote } from './load-all.ts';
import { createManagers, orderPart, rowIdInFile, wonDeals, wonDealTroubles } from './order-parts.ts';
import { splitMappings } from './overrides.ts';
import { readingTroubles, reasonTroubles } from './reading-troubles.ts';
import { recordTroubles } from './record-troubles.ts';
import { collectRejects } from './rejects.ts';
import { loadedLines, netRefundRows } from './refund-rows.ts';
import { refundTroubles } from './refund-troubles.ts';
import { netReturnedOrders, type ReturnsEffect } from './returned-orders.ts';
import { reasonOf } from '../model/row-reasons.ts';
import { leftOutTroubles } from './left-out.ts';
import { noRowCounts } from './no-row-counts.ts';
import { refuseContradiction, setAsideTroubles } from './set-aside.ts';
import type { LoadedTable } from './table-plan.ts';
import { isPercent, isUnread } from './unread-mask.ts';
import { targetParts, targetTroubles } from './target-parts.ts';
import { rowsOfCustomer } from './trace.ts';
import { countOnce } from './twice/count-once.ts';
import { separateOrders } from './twice/separate-orders.ts';
import { loadedStatuses } from './twice/loaded-statuses.ts';
import { countStatusesOnce } from './twice/status-repeats.ts';
import { keepFirstOfKey } from './unique-keys.ts';
import { unreadRefundTroubles } from './unread-refund-troubles.ts';
import { blankUnchosen } from './unchosen-values.ts';
import { type UnreadCell, unreadCells, unreadTroubles } from './unread-cells.ts';

/** Of the checking that comes before the account of each table. */
const stages = 5;

/** Files in, canonical tables in the engine out, with an account of every record. Throws CrmEvalError where a file cannot be read or has no role. */
export async function ingest(request: IngestRequest): Promise<Ingested> {
  const { engine } = request;
  const mappings = splitMappings(request.mappings);
  engine.define(castingMacros);
  const rates = request.rates ?? null;
  const {
    decisions,
    loaded: asWritten,
    leftOut,
    empty,
    others,
    sight,
  } = await loadAll(request, mappings, {
    engine,
    zone: request.timezone,
    asOf: request.asOf,
    overrides: mappings,
    fields: request.fields,
  });
  const loaded = rates === null ? [...asWritten] : await convertLoaded(asWritten, rates, engine);
  const of = (entity: string) => loaded.filter((table) => table.entity.id === entity);
  const notes: Trouble[] = [
    ...leftOut.map(unreadableNote),
    ...empty.map(emptyNote),
    ...roleNotes(decisions),
    ...scopeNote(request.scope ?? null, others, request.isFittedOnAll === true),
  ];
  const money = await watchCurrencies(loaded, { rates, mixed: request.mixedCurrencies ?? 'refused' }, engine);
  notes.push(...money.notes);
  // Each stage goes over all tables, as the account does; the checks come behind it.
  const total = (stages + 1) * loaded.length + checks.length;
  let done = 0;
  const step = (steps = 1): void => {
    request.onProgress?.('check', '', { done, total });
    done += steps;
  };
  const stage = (): void => step(loaded.length);

  stage();
  const named = await customersOf(loaded, engine);
  const lists = of('customers');
  notes.push(...(await settleNobodies(named, lists, { keep: request.keepPlaceholders === true, asOf: request.asOf }, engine)));
  notes.push(...(await blankUnchosen(of('leads'), engine)));
  stage();
  for (const table of of('orders')) notes.push(fillNote(table, await fillContinuationRows(table, engine)));
  for (const table of of('orders')) notes.push(...(await countStatusesOnce(table, loadedStatuses(engine))));
  for (const orders of of('orders')) {
    const { table, troubles: several } = await countOrdersOnce(orders, engine);
    loaded[loaded.indexOf(orders)] = table;
    notes.push(...several);
  }
  stage();
  for (const entity of entities) await keepFirstOfKey(of(entity.id), engine);
  notes.push(...(await joinCustomers(named, lists, mappings.overridesOf('orders', 'customer_id').exact, loadedRows(engine))));
  stage();
  notes.push(...(await countOnce(loaded, engine)));
  stage();
  notes.push(...refundRowNotes(await netRefundRows(of('orders'), request.asOf, mappings, loadedLines(engine))));
  const returns: ReturnsEffect | null =
    of('returns').length === 0 || of('orders').length === 0 ? null : await netReturnedOrders(of('orders'), of('returns'), engine);
  notes.push(...returnNotes(returns));
  const latest = await latestDate(loaded, engine);
  notes.push(...asOfNotes(request.asOf, latest));
  notes.push(...(await separateOrders(of('orders'), engine)));

  const deals = of('orders').length === 0 ? wonDeals(of('opportunities'), rowIdInFile) : [];
  if (deals.length > 0)
    notes.push(wonDealsNote(of('opportunities')), ...(await wonDealTroubles(of('opportunities'), request.asOf, engine)));
  notes.push(...targetTroubles(of('targets')));
  const managers = of('territories').length > 0;
  if (managers) await createManagers(of('territories'), engine);
  const partsOf = (entity: string): Part[] => {
    const lines = of('orders').map((table) => orderPart(table, { id: rowIdInFile(table, 'order_id'), managers }));
    if (entity === 'orders') return [...lines, ...deals, ...adjustmentParts(returns)];
    if (entity !== 'targets') return of(entity).map(partOf);
    return targetParts(of(entity), {
      unread: ({ fields }, field) => isUnread(fields, field),
      percent: ({ fields }, field) => isPercent(fields, field),
    });
  };
  const available = new Set<string>();
  for (const entity of entities) {
    await createView(entity, partsOf(entity.id), engine);
    if (entity.id === 'orders' && deals.length > 0)
      for (const field of deals.flatMap((part) => [...part.fields.keys()])) available.add(`orders.${field}`);
    if (entity.id === 'orders' && of('orders').length > 0) available.add('orders.order_id');
    if (entity.id === 'orders' && managers) available.add('orders.rep');
  }

  const own = wantsLeadAttributes(request.fields) ? await leadAttributes(of('leads'), engine) : { parts: [], troubles: [] };
  await createView(leadAttributeCells, own.parts, engine);
  for (const field of own.parts.flatMap((part) => [...part.fields.keys()])) available.add(`lead_attributes.${field}`);
  notes.push(...own.troubles);

  const accounts = new Map<LoadedTable, TableAccount>();
  const unread: UnreadCell[] = [];
  const troubles: Trouble[] = [];
  for (const table of loaded) {
    step();
    const account = await accountFor(table, request.asOf ?? null, engine);
    accounts.set(table, account);
    for (const field of account.filled) available.add(`${table.entity.id}.${field}`);
    const cells = await unreadCells(table, engine);
    const first = await firstRecords(table, engine);
    unread.push(...cells);
    troubles.push(
      ...readingTroubles(table),
      ...(await recordTroubles(table, engine)),
      ...unreadTroubles(cells),
      ...reasonTroubles(table, account, first),
      ...noRowCounts(table, account.input),
      ...setAsideTroubles(table, account.sums, account.input.sum_used, first),
      ...(await refundTroubles(table, engine)),
      ...(await unreadRefundTroubles(table, engine)),
      ...(await bareAmountTroubles(table, mappings, engine)),
    );
  }
  if (mappings.overridesOf('orders', 'amount').refunds !== 'by-status')
    refuseContradiction(of('orders').map((table) => accounts.get(table)!.sums));
  troubles.push(...leftOutTroubles(of('orders').map((table) => accounts.get(table)!)));
  for (const check of checks) {
    step();
    troubles.push(...(await check({ engine, tables: loaded })));
  }
  const findingsIn = (lang: Lang): Promise<Finding[]> => toFindings([...notes, ...troubles], lang);
  const inputs = [...accounts.values()].map(({ input }) => withOthers(input, others.get(keyOfTable(input)) ?? 0));
  return {
    asOf: request.asOf ?? latest.date,
    currency: money.currency,
    sight,
    inputs: inputs.toSorted((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1)),
    findings: await findingsIn(request.lang),
    findingsIn,
    tables: decisions.map(({ table, role, candidates }) => {
      const plan = loaded.find((candidate) => candidate.table.file === table.file && candidate.table.sheet === table.sheet);
      return {
        table: plan?.table ?? table,
        role,
        candidates,
        columns: plan?.columns ?? table.columns.map((header, index) => ({ header, index, field: null, confidence: null, reading: null })),
      };
    }),
    available,
    rejects: () => collectRejects(loaded, unread, engine, request.lang),
    rowsOf: (customer) => rowsOfCustomer(customer, loaded, engine),
    customerBehind: (alias) => customerBehind(alias, engine),
    release: releasing(loaded, engine, { orders: deals.length > 0 ? of('opportunities') : [], [leadAttributeCells.id]: of('leads') }),
  };
}

/** `further`: what canonical tables read beside the rows of their own kind, as orders read deals. Rows go with the last that reads them. */
function releasing(
  loaded: readonly LoadedTable[],
  engine: IngestRequest['engine'],
  further: Readonly<Record<string, readonly LoadedTable[]>>,
): (canonical?: string) => Promise<void> {
  const readers = new Map(loaded.map(({ name, entity }) => [name, new Set([entity.id])]));
  for (const [canonical, tables] of Object.entries(further)) for (const { name } of tables) readers.get(name)?.add(canonical);
  return async (canonical) => {
    for (const [name, left] of readers) {
      if (canonical !== undefined) left.delete(canonical);
      if (canonical !== undefined && left.size > 0) continue;
      readers.delete(name);
      await engine.drop(name);
    }
  };
}

function adjustmentParts(returns: ReturnsEffect | null): Part[] {
  if (returns === null || returns.adjustments === null) return [];
  const fields = ['order_id', 'customer_id', 'ordered_at', 'amount'];
  return [
    {
      from: sql`${identifier(returns.adjustments.table)} where amount <> 0`,
      fields: new Map(fields.map((field) => [field, identifier(field)])),
    },
  ];
}

async function firstRecords(table: LoadedTable, engine: IngestRequest['engine']): Promise<ReadonlyMap<string, number>> {
  const rows = await engine.rows<{ reason: number; first: number }>(
    sql`select _reason as reason, min(rowid) as first from ${identifier(table.name)} where _reason <> 0 group by _reason order by 1`,
  );
  return new Map(rows.flatMap((row) => (reasonOf(row.reason) === null ? [] : [[reasonOf(row.reason)!.id, row.first] as const])));
}

function sortKey(input: { role: string; file: string; sheet: string | null }): string {
  return JSON.stringify([input.role, input.file, input.sheet ?? '']);
}
