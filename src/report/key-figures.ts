import type { Fact, Section } from '../result/result.ts';

/** So many figures are read at one glance. */
const mostFigures = 10;

/** A figure, and where it is told of two periods also as it was. */
export interface KeyFigure {
  readonly fact: Fact;
  readonly before: Fact | null;
}

/** Those of the first glance that are known and no words, the first ten. A figure before is no figure of its own. */
export function keyFigures(sections: readonly Section[]): KeyFigure[] {
  const facts = sections.flatMap((section) =>
    section.kind === 'facts' ? section.facts.filter(({ id }) => section.first === null || section.first.includes(id)) : [],
  );
  const pairs = facts.flatMap((fact): KeyFigure[] => {
    const stem = /^(.*)_after$/.exec(fact.id)?.[1];
    const before = stem === undefined ? undefined : facts.find(({ id }) => id === `${stem}_before`);
    const isBefore = facts.some(({ id }) => fact.id.endsWith('_before') && id === fact.id.replace(/_before$/, '_after'));
    return isBefore || isWords(fact) || fact.value === null ? [] : [{ fact, before: before ?? null }];
  });
  return pairs.slice(0, mostFigures);
}

function isWords({ type }: Fact): boolean {
  return type === 'text' || type === 'id' || type === 'flag';
}
