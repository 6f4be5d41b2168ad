import type { Entity, Field, Layout } from './define.ts';
import { compoundHeaders } from './compound-headers.ts';
import { withoutCompanyCurrency } from './company-currency.ts';
import { columnsOfHeader, headerRow, type HeaderRow } from './header-row.ts';
import { headerWithoutRemark, normaliseHeader, normaliseWord } from './names.ts';

/** `mapped` by the user, by a known layout of the export, by the field's own name, by an alias, by an alias once a remark in brackets or the name of the table before each header is left out, by a header of last resort. */
export type MatchedBy = 'mapped' | 'layout' | 'name' | 'alias' | 'remark' | 'last-resort';

export interface HeaderMatch {
  readonly index: number;
  /** 1 mapped or the field's own name, 0.9 a layout or an alias, 0.8 without a remark in brackets, 0.6 a last resort. */
  readonly confidence: number;
  readonly how: MatchedBy;
}

export interface HeaderMatches {
  /** Field name → column; a column goes to one field at most. */
  readonly matches: ReadonlyMap<string, HeaderMatch>;
  /** The entity's needs that no column meets. */
  readonly missing: readonly (readonly string[])[];
}

export interface FieldMapping {
  readonly field: string;
  /** As it stands in the file; compared after `normaliseHeader`. */
  readonly header: string;
}

const confidences: Readonly<Record<MatchedBy, number>> = { mapped: 1, name: 1, layout: 0.9, alias: 0.9, remark: 0.8, 'last-resort': 0.6 };

interface Known {
  readonly field: string;
  /** 0 the field's own name, then the aliases in order of strength, then composed headers. */
  readonly rank: number;
}

const vocabularies = new WeakMap<Entity, ReadonlyMap<string, Known>>();

/** Normalised header → the field it stands for. No two fields of an entity share a header: what is composed yields to aliases. */
export function vocabularyOf(entity: Entity): ReadonlyMap<string, Known> {
  const known = vocabularies.get(entity);
  if (known !== undefined) return known;
  const words = new Map<string, Known>();
  for (const [field, { aliases }] of Object.entries<Field>(entity.fields)) {
    [field, ...aliases].forEach((alias, rank) => {
      const word = normaliseHeader(alias);
      if (!words.has(word)) words.set(word, { field, rank });
    });
  }
  for (const [field, { aliases, compounds = [] }] of Object.entries<Field>(entity.fields)) {
    compounds.flatMap(compoundHeaders).forEach((header, index) => {
      const word = normaliseHeader(header);
      if (!words.has(word)) words.set(word, { field, rank: aliases.length + 1 + index });
    });
  }
  vocabularies.set(entity, words);
  return words;
}

interface Claim {
  readonly field: string;
  readonly index: number;
  readonly how: MatchedBy;
  /** Order among claims of the same kind. */
  readonly rank: number;
}

const order: readonly MatchedBy[] = ['mapped', 'layout', 'name', 'alias', 'remark'];

/**
 * Gives each column to at most one field and each field at most one column. Mappings come first, then known layouts, own names, aliases by
 * strength, aliases without a remark; of equal claims the column further left wins. Headers of last resort fill needs that are still
 * missing. A mapping whose header is not here is passed over.
 */
export function matchHeaders(entity: Entity, headers: readonly string[], mappings: readonly FieldMapping[] = []): HeaderMatches {
  const row = headerRow(headers);
  const layout = layoutOf(entity, row);
  const claims = [...mappedClaims(row, mappings), ...layoutClaims(layout, row), ...wordClaims(entity, row)];
  claims.sort((a, b) => order.indexOf(a.how) - order.indexOf(b.how) || a.rank - b.rank || a.index - b.index);
  const ignored = ignoredColumns(layout, row);
  const matches = new Map<string, HeaderMatch>();
  const taken = new Set<number>();
  for (const { field, index, how } of claims) {
    if (matches.has(field) || taken.has(index) || (how !== 'mapped' && ignored.has(index))) continue;
    taken.add(index);
    matches.set(field, { index, confidence: confidences[how], how });
  }
  for (const index of ignored) taken.add(index);
  takeBeside(entity, row, matches, taken);
  takeWhereLacking(entity, row, matches, taken);
  takeLastResorts(entity, row, matches, taken);
  return { matches, missing: missingNeeds(entity, matches) };
}

/** A second status column: headers of one field that has its column already, for a field that takes them then. */
function takeBeside(entity: Entity, row: HeaderRow, matches: Map<string, HeaderMatch>, taken: Set<number>): void {
  for (const [field, { beside }] of Object.entries<Field>(entity.fields)) {
    if (beside === undefined || matches.has(field) || !matches.has(beside.field)) continue;
    const index = beside.headers.flatMap((header) => columnsOfHeader(row, header)).find((column) => !taken.has(column));
    if (index === undefined) continue;
    taken.add(index);
    matches.set(field, { index, confidence: confidences.alias, how: 'alias' });
  }
}

/** Headers that say too little beside a better one (`Account Code` beside a customer's name is a ledger account). */
function takeWhereLacking(entity: Entity, row: HeaderRow, matches: Map<string, HeaderMatch>, taken: Set<number>): void {
  for (const [field, { where }] of Object.entries<Field>(entity.fields)) {
    if (where === undefined || matches.has(field) || where.lacking.some((other) => matches.has(other))) continue;
    const index = where.headers.flatMap((header) => columnsOfHeader(row, header)).find((column) => !taken.has(column));
    if (index === undefined) continue;
    taken.add(index);
    matches.set(field, { index, confidence: confidences.remark, how: 'alias' });
  }
}

/** The field as it is read under these headers: with the words of the export that they are known to be of. */
export function fieldUnder(entity: Entity, headers: readonly string[], name: string): Field {
  const field = entity.fields[name]!;
  const own = layoutOf(entity, headerRow(headers))?.words?.[name];
  if (own === undefined || field.choices === undefined) return field;
  const meant = new Map(Object.entries(own).map(([word, value]) => [normaliseWord(word), value]));
  const choices = Object.entries(field.choices).map(([value, words]): [string, readonly string[]] => [
    value,
    [
      ...words.filter((word) => !meant.has(normaliseWord(word))),
      ...Object.keys(own).filter((word) => meant.get(normaliseWord(word)) === value),
    ],
  ]);
  return { ...field, choices: Object.fromEntries(choices) };
}

function missingNeeds(entity: Entity, matches: ReadonlyMap<string, HeaderMatch>): (readonly string[])[] {
  return entity.needs.filter((group) => !group.some((field) => matches.has(field)));
}

/** For each need that is not met, the first header of last resort of the first field that has one. */
function takeLastResorts(entity: Entity, row: HeaderRow, matches: Map<string, HeaderMatch>, taken: Set<number>): void {
  for (const field of missingNeeds(entity, matches).flat()) {
    const { lastResort } = entity.fields[field]!;
    const stillMissing = missingNeeds(entity, matches).some((group) => group.includes(field));
    if (lastResort === undefined || !stillMissing) continue;
    if (lastResort.beside !== undefined && !lastResort.beside.some((other) => matches.has(other))) continue;
    const index = lastResort.headers.flatMap((header) => columnsOfHeader(row, header)).find((column) => !taken.has(column));
    if (index === undefined) continue;
    taken.add(index);
    matches.set(field, { index, confidence: confidences['last-resort'], how: 'last-resort' });
  }
}

function mappedClaims(row: HeaderRow, mappings: readonly FieldMapping[]): Claim[] {
  return mappings.flatMap(({ field, header }, rank): Claim[] => {
    const exact = row.texts.indexOf(header);
    const index = exact === -1 ? columnsOfHeader(row, header)[0] : exact;
    return index === undefined ? [] : [{ field, index, how: 'mapped', rank }];
  });
}

function layoutOf(entity: Entity, row: HeaderRow): Layout | null {
  return entity.layouts?.find(({ signs }) => signs.every((sign) => columnsOfHeader(row, sign).length > 0)) ?? null;
}

function layoutClaims(layout: Layout | null, row: HeaderRow): Claim[] {
  return Object.entries(layout?.headers ?? {}).flatMap(([header, field], rank): Claim[] => {
    const index = columnsOfHeader(row, header)[0];
    return field === null || index === undefined ? [] : [{ field, index, how: 'layout', rank }];
  });
}

function ignoredColumns(layout: Layout | null, row: HeaderRow): ReadonlySet<number> {
  return new Set(Object.entries(layout?.headers ?? {}).flatMap(([header, field]) => (field === null ? columnsOfHeader(row, header) : [])));
}

function wordClaims(entity: Entity, row: HeaderRow): Claim[] {
  const vocabulary = vocabularyOf(entity);
  const rest = row.shared !== null && namesTable(row.shared.prefix, entity) ? row.shared.rest : null;
  return row.words.flatMap((word, index): Claim[] => {
    const known = vocabulary.get(word);
    if (known !== undefined) return [{ ...known, index, how: known.rank === 0 ? 'name' : 'alias' }];
    const company = companyField(entity, row.texts[index]!);
    if (company !== null) return [{ field: company, rank: 0, index, how: 'remark' }];
    const bare = headerWithoutRemark(row.texts[index]!);
    const remarked = (bare === null ? undefined : vocabulary.get(bare)) ?? (rest === null ? undefined : vocabulary.get(rest[index]!));
    return remarked === undefined ? [] : [{ ...remarked, index, how: 'remark' }];
  });
}

/** The field of an amount in the currency of the company, where the header is one of the amount's with a remark that says so. */
function companyField(entity: Entity, header: string): string | null {
  const bare = withoutCompanyCurrency(header);
  const field = bare === null ? undefined : vocabularyOf(entity).get(bare)?.field;
  return field === undefined ? null : (entity.fields[field]!.converted ?? null);
}

/** Whether what stands before every header is a name of the table, or the first letter of one (`o_orderkey`). */
function namesTable(prefix: string, entity: Entity): boolean {
  return entity.names.some((name) => (prefix.length === 1 ? name.startsWith(prefix) : prefix.includes(name)));
}
