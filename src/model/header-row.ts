import { normaliseHeader } from './names.ts';

/** A row of headers, normalised once however many tables it is compared with. */
export interface HeaderRow {
  readonly texts: readonly string[];
  /** After `normaliseHeader`; `''` for a header without letters and digits. */
  readonly words: readonly string[];
  /** Normalised header → its columns, from the left; without the `''` ones. */
  readonly columns: ReadonlyMap<string, readonly number[]>;
}

const rows = new WeakMap<readonly string[], HeaderRow>();

export function headerRow(texts: readonly string[]): HeaderRow {
  const known = rows.get(texts);
  if (known !== undefined) return known;
  const words = texts.map(normaliseHeader);
  const columns = new Map<string, number[]>();
  words.forEach((word, index) => {
    if (word === '') return;
    const indexes = columns.get(word);
    if (indexes === undefined) columns.set(word, [index]);
    else indexes.push(index);
  });
  const row = { texts, words, columns };
  rows.set(texts, row);
  return row;
}

/** The columns of a header, from the left; one without letters and digits is found by its text alone. */
export function columnsOfHeader(row: HeaderRow, header: string): readonly number[] {
  const word = normaliseHeader(header);
  if (word !== '') return row.columns.get(word) ?? [];
  const index = row.texts.indexOf(header);
  return index === -1 ? [] : [index];
}
