import type { Fact, ResultRow, Section } from '../result/result.ts';
import { numberOf } from './number-of.ts';

/** What the sections of a Result say, for the sentences that state its finding: these compute nothing of their own. */
export interface Said {
  /** The value of a figure; null where it is missing or not known. */
  readonly figure: (section: string, fact: string) => number | null;
  /** A figure with its base and its interval; null where it is missing. */
  readonly fact: (section: string, fact: string) => Fact | null;
  /** How many rows a table has, seen or not; 0 where there is none. */
  readonly total: (section: string) => number;
  /** The first rows of a table, those that are here. */
  readonly rows: (section: string, most?: number) => readonly ResultRow[];
}

export function saidBy(sections: readonly Section[]): Said {
  const of = (id: string): Section | undefined => sections.find((section) => section.id === id);
  const factOf = (id: string, fact: string): Fact | null => {
    const section = of(id);
    return (section?.kind === 'facts' ? section.facts.find((each) => each.id === fact) : undefined) ?? null;
  };
  return {
    figure: (id, fact) => numberOf(factOf(id, fact)?.value),
    fact: factOf,
    total: (id) => {
      const section = of(id);
      return section?.kind === 'table' ? section.total : 0;
    },
    rows: (id, most = 1) => {
      const section = of(id);
      return section?.kind === 'table' ? section.rows.slice(0, most) : [];
    },
  };
}
