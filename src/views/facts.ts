import type { Lang, Localized } from '../lib/localized.ts';
import type { Fact, FactsSection, Place, ResultCell } from '../result/result.ts';
import { type Columns, type Heading, inLanguage } from './columns.ts';

/** A figure with what it rests on, in both languages; of a rate also the base and the interval. */
export interface FactText extends Omit<Heading, 'metric'> {
  readonly id: string;
  readonly value: ResultCell | Localized;
  /** Where the value is the word of a closed set: its code. */
  readonly code?: ResultCell;
  readonly n?: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
}

/** What the columns of a table say of one record. */
export function recordFacts<T>(columns: Columns<T>, record: T): FactText[] {
  return Object.entries(columns).map(([id, { title, type, unit, basis, value, code }]) => ({
    id,
    title,
    type,
    ...(unit === undefined ? {} : { unit }),
    basis,
    value: value(record),
    ...(code === undefined ? {} : { code: code(record) }),
  }));
}

interface FactsHead {
  readonly id: string;
  readonly title: Localized;
  /** Default: the basis. */
  readonly place?: Place;
  /** The facts that a screen shows unasked; without it all. */
  readonly first?: readonly string[];
}

export function factsSection(lang: Lang, { id, title, place = 'basis', first }: FactsHead, facts: readonly FactText[]): FactsSection {
  return {
    id,
    title: title[lang],
    kind: 'facts',
    place,
    facts: facts.map((fact) => resultFact(fact, lang)),
    first: first === undefined ? null : [...first],
  };
}

function resultFact({ id, title, type, value, code, unit, n, low, high, basis }: FactText, lang: Lang): Fact {
  return {
    id,
    title: title[lang],
    type,
    value: inLanguage(value, lang),
    ...(code === undefined ? {} : { code }),
    unit: unit ?? null,
    n: n ?? null,
    low: low ?? null,
    high: high ?? null,
    basis: basis[lang],
  };
}
