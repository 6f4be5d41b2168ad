import type { Localized } from '../lib/localized.ts';
import type { Lang } from '../lib/localized.ts';
import type { Fact, FactsSection, ResultCell, ValueType } from '../result/result.ts';

/** A fact before it is put into the language of the run. */
export interface PlainFact {
  readonly id: string;
  readonly title: Localized;
  readonly type: ValueType;
  readonly value: ResultCell | Localized;
  readonly unit?: string;
  readonly n?: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly basis?: Localized;
}

export function factsSection(id: string, title: Localized, lang: Lang, facts: readonly PlainFact[]): FactsSection {
  return {
    id,
    title: title[lang],
    kind: 'facts',
    facts: facts.map((fact): Fact => ({
      id: fact.id,
      title: fact.title[lang],
      type: fact.type,
      value: typeof fact.value === 'object' && fact.value !== null ? fact.value[lang] : fact.value,
      unit: fact.unit ?? null,
      n: fact.n ?? null,
      low: fact.low ?? null,
      high: fact.high ?? null,
      basis: fact.basis?.[lang] ?? null,
    })),
  };
}
