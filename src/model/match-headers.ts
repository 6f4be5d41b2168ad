import type { Entity, Field, Layout } from './define.ts';
import { headerWithoutRemark, normaliseHeader } from './names.ts';

/** `mapped` by the user, by a known layout of the export, by the field's own name, by an alias, by an alias once a remark in brackets is left out, by a header of last resort. */
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
  /** 0 the field's own name, then the aliases in order of strength. */
  readonly rank: number;
}

const vocabularies = new WeakMap<Entity, ReadonlyMap<string, Known>>();

/** Normalised header → the field it stands for. No two fields of an entity share a header. */
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
 * strength, aliases without a remark; of equal claims the column further left wins. Headers of last resort fill needs that are still missing. A mapping whose header is not here is passed over.
 */
export function matchHeaders(entity: Entity, headers: readonly string[], mappings: readonly FieldMapping[] = []): HeaderMatches {
  const claims = [...mappedClaims(headers, mappings), ...layoutClaims(entity, headers), ...wordClaims(entity, headers)];
  claims.sort((a, b) => order.indexOf(a.how) - order.indexOf(b.how) || a.rank - b.rank || a.index - b.index);
  const ignored = ignoredColumns(entity, headers);
  const matches = new Map<string, HeaderMatch>();
  const taken = new Set<number>();
  for (const { field, index, how } of claims) {
    if (matches.has(field) || taken.has(index) || (how !== 'mapped' && ignored.has(index))) continue;
    taken.add(index);
    matches.set(field, { index, confidence: confidences[how], how });
  }
  takeLastResorts(entity, headers, matches, taken);
  return { matches, missing: missingNeeds(entity, matches) };
}

function missingNeeds(entity: Entity, matches: ReadonlyMap<string, HeaderMatch>): (readonly string[])[] {
  return entity.needs.filter((group) => !group.some((field) => matches.has(field)));
}

/** For each need that is not met, the first header of last resort of the first field that has one. */
function takeLastResorts(entity: Entity, headers: readonly string[], matches: Map<string, HeaderMatch>, taken: Set<number>): void {
  for (const group of missingNeeds(entity, matches)) {
    for (const field of group) {
      const { lastResort } = entity.fields[field]!;
      if (lastResort === undefined || (lastResort.beside !== undefined && !lastResort.beside.some((other) => matches.has(other)))) continue;
      const columns = lastResort.headers.map((wanted) => headers.findIndex((header, index) => !taken.has(index) && sameHeader(header, wanted)));
      const index = columns.find((column) => column !== -1);
      if (index === undefined) continue;
      taken.add(index);
      matches.set(field, { index, confidence: confidences['last-resort'], how: 'last-resort' });
      break;
    }
  }
}

function mappedClaims(headers: readonly string[], mappings: readonly FieldMapping[]): Claim[] {
  return mappings.flatMap(({ field, header }, rank): Claim[] => {
    const exact = headers.indexOf(header);
    const index = exact === -1 ? headers.findIndex((candidate) => sameHeader(candidate, header)) : exact;
    return index === -1 ? [] : [{ field, index, how: 'mapped', rank }];
  });
}

/** Whether two headers compare equal; headers without letters and digits only when they are the same text. */
export function sameHeader(one: string, other: string): boolean {
  const word = normaliseHeader(one);
  return word === '' ? one === other : word === normaliseHeader(other);
}

function layoutOf(entity: Entity, headers: readonly string[]): Layout | null {
  if (entity.layouts === undefined) return null;
  const present = new Set(headers.map(normaliseHeader));
  return entity.layouts.find(({ signs }) => signs.every((sign) => present.has(normaliseHeader(sign)))) ?? null;
}

function layoutClaims(entity: Entity, headers: readonly string[]): Claim[] {
  const layout = layoutOf(entity, headers);
  if (layout === null) return [];
  return Object.entries(layout.headers).flatMap(([header, field], rank): Claim[] => {
    const index = headers.findIndex((candidate) => sameHeader(candidate, header));
    return field === null || index === -1 ? [] : [{ field, index, how: 'layout', rank }];
  });
}

function ignoredColumns(entity: Entity, headers: readonly string[]): ReadonlySet<number> {
  const layout = layoutOf(entity, headers);
  const ignored = Object.entries(layout?.headers ?? {}).flatMap(([header, field]) => (field === null ? [normaliseHeader(header)] : []));
  return new Set(headers.flatMap((header, index) => (ignored.includes(normaliseHeader(header)) ? [index] : [])));
}

function wordClaims(entity: Entity, headers: readonly string[]): Claim[] {
  const vocabulary = vocabularyOf(entity);
  return headers.flatMap((header, index): Claim[] => {
    const known = vocabulary.get(normaliseHeader(header));
    if (known !== undefined) return [{ ...known, index, how: known.rank === 0 ? 'name' : 'alias' }];
    const bare = headerWithoutRemark(header);
    const remarked = bare === null ? undefined : vocabulary.get(bare);
    return remarked === undefined ? [] : [{ ...remarked, index, how: 'remark' }];
  });
}
