import type { Lang, Localized } from '../lib/localized.ts';
import { glanceOf } from '../views/table.ts';
import type { ResultCell, TableSection, ValueType } from '../result/result.ts';

/** A column of a section that describes files, tables or metrics: plain attributes without a basis. */
export interface PlainColumn<T> {
  readonly title: Localized;
  readonly type: ValueType;
  readonly unit?: string;
  readonly value: (record: T) => ResultCell;
}

/** One row a record. */
export function plainTable<T>(
  head: { readonly id: string; readonly title: Localized; readonly lang: Lang },
  columns: Readonly<Record<string, PlainColumn<T>>>,
  records: readonly T[],
): TableSection {
  const { id, title, lang } = head;
  const entries = Object.entries(columns);
  return {
    id,
    title: title[lang],
    kind: 'table',
    columns: entries.map(([name, column]) => ({
      id: name,
      title: column.title[lang],
      type: column.type,
      unit: column.unit ?? null,
      basis: null,
    })),
    rows: records.map((record) => Object.fromEntries(entries.map(([name, column]) => [name, column.value(record)]))),
    total: records.length,
    glance: glanceOf(),
    chart: null,
  };
}
