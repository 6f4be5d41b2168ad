import { normaliseHeader } from './names.ts';

/** A row of headers, normalised once however many tables it is compared with. */
export interface HeaderRow {
  readonly texts: readonly string[];
  /** After `normaliseHeader`; `''` for a header without letters and digits. */
  readonly words: readonly string[];
  /** Normalised header → its columns, from the left; without the `''` ones. */
  readonly columns: ReadonlyMap<string, readonly number[]>;
  /** What stands before every header, and the words without it. */
  readonly shared: { readonly prefix: string; readonly rest: readonly string[] } | null;
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
  const shared = sharedPrefix(texts);
  const row = { texts, words, columns, shared: shared === null ? null : { ...shared, rest: shared.rest.map(normaliseHeader) } };
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

/**
 * What all headers begin with, where an export puts the name of its table before each (`Organization - Name`, `o_orderkey`, `order.date`): the
 * prefix without its mark, and each header without it; null where they have none in common.
 */
function sharedPrefix(texts: readonly string[]): { readonly prefix: string; readonly rest: readonly string[] } | null {
  const filled = texts.filter((text) => text.trim() !== '');
  if (filled.length < 3) return null;
  const [head = ''] = filled;
  const mark = /^(.{1,40}?)\s*[_.:–-]\s*(?=\S)/u.exec(head);
  if (mark === null || !filled.every((text) => text.startsWith(mark[0]) && text.length > mark[0].length)) return null;
  return { prefix: mark[1]!.toLowerCase(), rest: texts.map((text) => text.slice(mark[0].length)) };
}
