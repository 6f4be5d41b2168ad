import type { Fact, Result } from '../../../src/result/result.ts';

export { lines } from '../../ingest/ingest-files.ts';

/** A fact of a section; undefined where there is none. */
export function factOf(result: Result, section: string, id: string): Fact | undefined {
  const found = result.sections.find((each) => each.id === section);
  return found?.kind === 'facts' ? found.facts.find((fact) => fact.id === id) : undefined;
}
