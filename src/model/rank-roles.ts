import type { Entity } from './define.ts';
import { entities } from './entities.ts';
import { columnsOfHeader, headerRow, type HeaderRow } from './header-row.ts';
import { type HeaderMatch, type HeaderMatches, matchHeaders, vocabularyOf } from './match-headers.ts';
import { normaliseWord } from './names.ts';
import { listsContacts, listsThings, refersToCustomers } from './other-tables.ts';

export interface RoleMapping {
  readonly entity: string;
  readonly field: string;
  readonly header: string;
}

export interface RoleCandidate {
  readonly role: string;
  /** 0 to 1; see `rankRoles`. */
  readonly score: number;
  /** Whether the name of the file or sheet speaks for this role. */
  readonly named: boolean;
}

/** Roles whose scores are this near are told apart by the name of the file, or not at all. */
const tieMargin = 0.05;

/** A role that explains less of a file is not taken unasked. */
const weakestScore = 0.4;

/** What a column that no possible role knows is worth, and all of them together at most: an export with many columns of its own is no stranger for it. */
const unknownWorth = 0.1;
const unknownWorthAtMost = 2;

interface Possible {
  readonly entity: Entity;
  /** Columns that the role uses or has a word for. */
  readonly known: ReadonlySet<number>;
  /** Columns that the user mapped to it. */
  readonly mapped: ReadonlySet<number>;
  /** Of orders: whose, when and how much are all there. */
  readonly complete: boolean;
}

/**
 * The roles whose needs the headers meet, best first.
 *
 * A header is worth 1 / (number of tables that know it): `order_id` says much, `owner` little; one that the user mapped is worth 1, one
 * that no possible role knows 0.1 (all of those together 2 at most), a blank one nothing. The score is the worth of the headers that the role knows, divided by the worth
 * of all: 1 when it explains the whole file. The name of the file or sheet decides only between scores within 0.05 of the best.
 */
export function rankRoles(headers: readonly string[], mappings: readonly RoleMapping[], nameHint: string): RoleCandidate[] {
  const row = headerRow(headers);
  const hint = normaliseWord(nameHint.split(/[/\\]/).at(-1) ?? '');
  const possible = entities.flatMap((entity) => possibleRole(entity, row, mappings, hint));
  const worth = headers.map((_, index) => worthOf(row, index, possible));
  const strangers = worth.filter((_, index) => !possible.some(({ known, mapped }) => known.has(index) || mapped.has(index)));
  const all = sum(worth) - Math.max(0, sum(strangers) - unknownWorthAtMost);
  const candidates = possible.map(({ entity, known }): RoleCandidate => {
    const explained = sum([...known].map((column) => worth[column]!));
    const named = entity.names.some((name) => hint.includes(normaliseWord(name)));
    return { role: entity.id, score: all === 0 ? 0 : explained / all, named };
  });
  // Orders with a mark of return are no list of returns, unless their name says so.
  const orders = possible.some(({ complete }) => complete);
  return bestFirst(candidates.filter(({ role, named }) => role !== 'returns' || named || !orders));
}

function possibleRole(entity: Entity, row: HeaderRow, mappings: readonly RoleMapping[], hint: string): Possible[] {
  if (entity.excludes?.some((sign) => columnsOfHeader(row, sign).length > 0) === true) return [];
  const own = mappings.filter((mapping) => mapping.entity === entity.id);
  const { matches: all, missing } = matchHeaders(entity, row.texts, own);
  // Every list of people has addresses.
  const matches = new Map([...all].filter(([, { how }]) => how !== 'contact'));
  if (missing.length > 0 || isRefundList(entity, matches)) return [];
  if (own.length === 0 && isOtherTable(entity, row, matches, hint)) return [];
  const worded = row.words.flatMap((word, index) => (speaksFor(entity, word) ? [index] : []));
  const used = [...matches].filter(([field, { how }]) => how === 'mapped' || !isJudging(entity, field)).map(([, match]) => match);
  const mapped = used.filter((match) => match.how === 'mapped').map((match) => match.index);
  const has = (...fields: readonly string[]): boolean => fields.some((field) => matches.has(field));
  const complete = entity.id === 'orders' && has('customer_id', 'customer') && has('ordered_at') && has(...orderAmounts);
  return [{ entity, known: new Set([...worded, ...used.map((match) => match.index)]), mapped: new Set(mapped), complete }];
}

/** What only judges the rows of a table does not tell what the table is: every kind has a type, a mode or a mark of deletion. */
function isJudging(entity: Entity, field: string): boolean {
  return entity.fields[field]?.judging === true;
}

function speaksFor(entity: Entity, word: string): boolean {
  const known = vocabularyOf(entity).get(word);
  return known !== undefined && !isJudging(entity, known.field);
}

const orderAmounts = ['amount', 'paid_amount', 'unit_price', 'amount_in_company_currency'];

/** Orders without any amount but that of refunds: a list of refunds, however much of an order it repeats. */
function isRefundList(entity: Entity, matches: HeaderMatches['matches']): boolean {
  return entity.id === 'orders' && matches.has('refunded_amount') && !orderAmounts.some((field) => matches.has(field));
}

/** Roles that lists of persons at customers are taken for by their headers. */
const contactRoles: ReadonlySet<string> = new Set(['reps', 'activities', 'customers', 'orders', 'opportunities']);

/** Whether the rows are something that only looks like this role. */
function isOtherTable(entity: Entity, row: HeaderRow, matches: ReadonlyMap<string, HeaderMatch>, hint: string): boolean {
  const { spoken } = entity;
  if (spoken !== undefined && !spoken.test(hint) && !row.words.some((word) => spoken.test(word))) return true;
  if (contactRoles.has(entity.id) && listsContacts(row, hint)) return true;
  if (['feedback', 'leads', 'activities'].includes(entity.id) && listsThings(row)) return true;
  if (entity.id !== 'customers') return false;
  return refersToCustomers(row, { id: matches.get('customer_id')?.index ?? null, name: matches.get('name')?.index ?? null });
}

function worthOf(row: HeaderRow, index: number, possible: readonly Possible[]): number {
  if (row.texts[index]!.trim() === '') return 0;
  if (possible.some(({ mapped }) => mapped.has(index))) return 1;
  if (!possible.some(({ known }) => known.has(index))) return unknownWorth;
  return 1 / Math.max(1, entities.filter((entity) => speaksFor(entity, row.words[index]!)).length);
}

/** Best first; of those as good as the best, the ones that the file's name speaks for. */
function bestFirst(candidates: RoleCandidate[]): RoleCandidate[] {
  const best = Math.max(0, ...candidates.map((candidate) => candidate.score));
  const front = (candidate: RoleCandidate): number => (candidate.named && candidate.score >= best - tieMargin ? 1 : 0);
  return candidates.toSorted((a, b) => front(b) - front(a) || b.score - a.score);
}

export type RoleChoice =
  | { readonly kind: 'role'; readonly candidate: RoleCandidate }
  /** Several roles fit equally well and the name does not tell. */
  | { readonly kind: 'ambiguous'; readonly roles: readonly string[] }
  | { readonly kind: 'none' };

/** The role to take unasked, from the result of `rankRoles`. */
export function chooseRole(candidates: readonly RoleCandidate[]): RoleChoice {
  const [first] = candidates;
  if (first === undefined || first.score < weakestScore) return { kind: 'none' };
  const rivals = candidates.filter((other) => other.score >= first.score - tieMargin && (other.named || !first.named));
  return rivals.length === 1 ? { kind: 'role', candidate: first } : { kind: 'ambiguous', roles: rivals.map((rival) => rival.role) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
