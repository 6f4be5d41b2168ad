import type { Lang, Localized } from '../lib/localized.ts';
import { usualRows } from '../lib/usual-rows.ts';
import type { Chart, Glance, Place, TableSection } from '../result/result.ts';
import { codeColumnId, codeHeading } from './codes.ts';
import { type Column, type Columns, inLanguage, resultColumn } from './columns.ts';

/** What stands above a table, and how it is looked at. */
export interface TableHead {
  readonly id: string;
  readonly title: Localized;
  /** What the section is called in a few words, where the title says what was found and so changes with it. */
  readonly name?: Localized;
  readonly glance?: Partial<Glance>;
  readonly chart?: Chart;
  /** Default: the answer. */
  readonly place?: Place;
}

export function glanceOf({ first = [], most = usualRows, below = [], hidden = [] }: Partial<Glance> = {}): Glance {
  return { first, most, below, hidden };
}

/** A section of one row a record, all of them. */
export function table<T>(lang: Lang, head: TableHead, columns: Columns<T>, records: readonly T[]): TableSection {
  const entries = Object.entries(columns).flatMap(([id, column]) => withCode(id, column));
  return {
    id: head.id,
    title: head.title[lang],
    ...nameIn(lang, head),
    kind: 'table',
    place: head.place ?? 'answer',
    columns: entries.map(([id, column]) => resultColumn(id, column, lang)),
    rows: records.map((record) => Object.fromEntries(entries.map(([id, column]) => [id, inLanguage(column.value(record), lang)]))),
    total: records.length,
    glance: withHidden(
      glanceOf(head.glance),
      entries.flatMap(([id, { codeOf }]) => (codeOf === undefined ? [] : [id])),
    ),
    chart: head.chart ?? null,
  };
}

export function nameIn(lang: Lang, { name }: Pick<TableHead, 'name'>): Pick<TableSection, 'name'> {
  return name === undefined ? {} : { name: name[lang] };
}

export function withHidden(glance: Glance, hidden: readonly string[]): Glance {
  return { ...glance, hidden: [...glance.hidden, ...hidden] };
}

type Entry<T> = readonly [id: string, column: Column<T> & { readonly codeOf?: string }];

/** A column, and that of its codes behind it. */
function withCode<T>(id: string, column: Column<T>): Entry<T>[] {
  const { code } = column;
  if (code === undefined) return [[id, column]];
  return [
    [id, column],
    [codeColumnId(id), { ...codeHeading(id, column), value: code }],
  ];
}
