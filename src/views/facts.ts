import type { Lang, Localized } from '../lib/localized.ts';
import type { Fact, FactsSection, ResultCell } from '../result/result.ts';
import { type Heading, headingOf } from './columns.ts';

/** A figure with what it rests on, in both languages; of a rate also the base and the interval. */
export interface FactText extends Omit<Heading, 'metric'> {
  readonly id: string;
  readonly value: ResultCell | Localized;
  readonly n?: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
}

/** A figure of a metric: title, unit and basis are the declared ones. */
export function metricFact(metric: string, column: string, figure: Pick<FactText, 'value' | 'n' | 'low' | 'high'>): FactText {
  const { title, type, unit, basis } = headingOf(metric, column);
  return { id: column, title, type, ...(unit === undefined ? {} : { unit }), basis, ...figure };
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
    value: typeof value === 'object' && value !== null ? value[lang] : value,
    unit: unit ?? null,
    n: n ?? null,
    low: low ?? null,
    high: high ?? null,
    basis: basis[lang],
  };
}
