import type { Lang, Localized } from '../../lib/localized.ts';
import type { AreaUnderCurve } from '../../stats/area-under-curve.ts';
import type { Fact, FactsSection, ResultCell, ValueType } from '../../result/result.ts';

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

/** An area under the curve with the cases it is over and its interval; null where it could not be measured. */
export function areaOf(area: AreaUnderCurve | null | undefined): Pick<Fact, 'value' | 'n' | 'low' | 'high'> {
  if (area === null || area === undefined) return { value: null, n: null, low: null, high: null };
  return { value: area.area, n: area.events + area.others, ...area.interval };
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
