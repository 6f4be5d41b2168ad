import type { Lang, Localized } from '../lib/localized.ts';
import type { Fact, FactsSection, ResultCell } from '../result/result.ts';
import { type Columns, type Heading, headingOf, inLanguage } from './columns.ts';

/** A figure with what it rests on, in both languages; of a rate also the base and the interval. */
export interface FactText extends Omit<Heading, 'metric'> {
  readonly id: string;
  readonly value: ResultCell | Localized;
  readonly n?: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
}

/** A figure of a metric: title, unit and basis are the declared ones, with further sentences on this very figure where there are any. */
export function metricFact(
  metric: string,
  column: string,
  figure: Pick<FactText, 'value' | 'n' | 'low' | 'high'>,
  ...further: readonly Localized[]
): FactText {
  const { title, type, unit, basis } = headingOf(metric, column);
  const sentences = [basis, ...further];
  const whole = { en: sentences.map(({ en }) => en).join(' '), 'zh-CN': sentences.map((each) => each['zh-CN']).join('') };
  return { id: column, title, type, ...(unit === undefined ? {} : { unit }), basis: whole, ...figure };
}

/** Figures of one row of a metric; all null without a row. */
export function metricFacts(metric: string, columns: readonly string[], row: Readonly<Record<string, ResultCell>> | undefined): FactText[] {
  return columns.map((column) => metricFact(metric, column, { value: row?.[column] ?? null }));
}

/** What the columns of a table say of one record. */
export function recordFacts<T>(columns: Columns<T>, record: T): FactText[] {
  return Object.entries(columns).map(([id, { title, type, unit, basis, value }]) => ({
    id,
    title,
    type,
    ...(unit === undefined ? {} : { unit }),
    basis,
    value: value(record),
  }));
}

export function factsSection(
  lang: Lang,
  { id, title }: { readonly id: string; readonly title: Localized },
  facts: readonly FactText[],
): FactsSection {
  return { id, title: title[lang], kind: 'facts', facts: facts.map((fact) => resultFact(fact, lang)) };
}

function resultFact({ id, title, type, value, unit, n, low, high, basis }: FactText, lang: Lang): Fact {
  return {
    id,
    title: title[lang],
    type,
    value: inLanguage(value, lang),
    unit: unit ?? null,
    n: n ?? null,
    low: low ?? null,
    high: high ?? null,
    basis: basis[lang],
  };
}
