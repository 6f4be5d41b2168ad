import { delimiters, holdsNames, parseHead } from './dialect.ts';
import type { TextLayout, TextRecord } from './text-parser.ts';

/** A header that another delimiter splits than the records below it. */
export interface HeaderApart {
  /** Among the records. */
  readonly index: number;
  readonly delimiter: string;
  readonly cells: readonly string[];
}

/** Titles above a header are at most so many records. */
const searchDepth = 10;

/** The header that the delimiter of the records leaves in one cell and another one splits into as many names as the records have cells. */
export function splitApart(records: readonly TextRecord[], text: string, layout: TextLayout): HeaderApart | null {
  const lines = text.split(/\r\n|\n|\r/, 200);
  for (const [index, record] of records.slice(0, searchDepth).entries()) {
    const width = records[index + 1]?.cells.length ?? 0;
    if (record.cells.length !== 1 || width < 2) continue;
    if (records.slice(index + 1, index + 100).some(({ cells }) => cells.length < width)) continue;
    const line = lines[record.line - 1] ?? '';
    for (const delimiter of delimiters) {
      if (delimiter === layout.dialect.delimiter || !line.includes(delimiter)) continue;
      const [split] = parseHead(line, true, { ...layout, dialect: { ...layout.dialect, delimiter } }, 1);
      const cells = split?.cells ?? [];
      if ((cells.length === width || cells.length === width + 1) && holdsNames(cells)) return { index, delimiter, cells };
    }
  }
  return null;
}
