import type { Lang } from '../lib/localized.ts';
import type { Fact, ResultColumn, Section, TableSection } from '../result/result.ts';
import { unitOf } from './format.ts';
import { cellOf } from './sections.ts';

/** What a figure is computed from, once however many tables have it. */
export interface Definition {
  readonly title: string;
  readonly id: string;
  readonly unit: string | null;
  readonly basis: string;
  /** Where it stands, each once. */
  readonly sections: readonly string[];
}

/** Of the key figures, of the facts and of the columns that somebody sees, in the order in which they are met. */
export function definitionsOf(
  sections: readonly Section[],
  lang: Lang,
  isSeen: (section: TableSection, column: ResultColumn) => boolean,
): Definition[] {
  const found = new Map<string, Definition & { readonly sections: string[] }>();
  for (const section of sections) {
    const name = section.kind === 'table' ? (section.name ?? section.title) : section.title;
    for (const { title, id, unit, basis } of partsOf(section, lang, isSeen)) {
      if (basis === null || basis === '') continue;
      const key = `${title}\0${basis}`;
      const known = found.get(key);
      if (known === undefined) found.set(key, { title, id, unit, basis, sections: [name] });
      else if (!known.sections.includes(name)) known.sections.push(name);
    }
  }
  return [...found.values()];
}

interface Part extends Pick<Definition, 'title' | 'id' | 'unit'> {
  readonly basis: string | null;
}

function partsOf(section: Section, lang: Lang, isSeen: (section: TableSection, column: ResultColumn) => boolean): Part[] {
  if (section.kind === 'table' && section.chart?.kind === 'figures') return keyFigures(section, section.chart.label);
  const parts: readonly (Fact | ResultColumn)[] =
    section.kind === 'facts' ? section.facts : section.columns.filter((column) => isSeen(section, column));
  return parts.map((part) => ({ title: part.title, id: part.id, unit: unitOf(part, lang), basis: part.basis }));
}

/** Key figures say in each row what they are. */
function keyFigures({ rows }: TableSection, label: string): Part[] {
  const text = (cell: unknown): string | null => (typeof cell === 'string' ? cell : null);
  return Array.from(rows, (row) => ({
    title: text(cellOf(row, label)) ?? '',
    id: text(cellOf(row, 'id')) ?? '',
    unit: text(cellOf(row, 'unit')),
    basis: text(cellOf(row, 'meaning')),
  }));
}

/** True for a column of a sheet that is not out of sight. */
export function isInSheet({ glance }: TableSection, { id }: ResultColumn): boolean {
  return !glance.hidden.includes(id);
}

/** True for a column of the first glance, for what is drawn, and where a table says nothing of those for all that it shows. */
export function isOnPage(section: TableSection, column: ResultColumn): boolean {
  const { glance, chart } = section;
  const drawn = chart !== null && 'value' in chart ? [chart.value] : [];
  return glance.first.length === 0 ? isInSheet(section, column) : [...glance.first.flat(), ...glance.below, ...drawn].includes(column.id);
}
