import type { ResultCell, ResultColumn, TableSection } from '../result/result.ts';
import { portionsOf } from './sections.ts';

/**
 * The columns in the order in which a terminal shows them, those of the first glance before the others; without those that are for other
 * programs, are empty, or repeat the texts of an earlier one, unless all are wanted. `leading` is how many are of the first glance.
 */
export function terminalColumns(
  section: TableSection,
  all = false,
): { readonly columns: readonly ResultColumn[]; readonly leading: number } {
  const filled = all ? section.columns.filter(({ id }) => !section.glance.below.includes(id)) : filledColumns(section);
  if (filled.length === 0) {
    const columns = section.columns.filter(({ code_of }) => code_of === undefined);
    return { columns, leading: columns.length };
  }
  const leading = section.glance.first.flatMap((ids) =>
    [ids]
      .flat()
      .flatMap((id) => filled.find((column) => column.id === id) ?? [])
      .slice(0, 1),
  );
  return { columns: [...leading, ...filled.filter((column) => !leading.includes(column))], leading: leading.length };
}

/** The columns whose texts stand below the row. */
export function sentenceColumns({ columns, glance }: TableSection): readonly ResultColumn[] {
  return glance.below.flatMap((id) => columns.find((column) => column.id === id) ?? []);
}

/** Where not all rows are here, whoever made the section has looked at the others. */
function filledColumns(section: TableSection): ResultColumn[] {
  const { columns, glance, rows, total } = section;
  const shown = columns.filter(({ id }) => !glance.hidden.includes(id) && !glance.below.includes(id));
  if (rows.length < total) return shown;
  const filled: ResultColumn[] = [];
  for (const column of shown) {
    if (!isEmpty(section, column) && !filled.some((earlier) => repeats(section, column, earlier))) filled.push(column);
  }
  return filled;
}

function isEmpty({ rows }: TableSection, { id }: ResultColumn): boolean {
  for (const { columns } of portionsOf(rows, [id])) if (columns[0]?.some((cell) => cell !== null && cell !== '') === true) return false;
  return true;
}

/** Only texts repeat one another: equal figures mean different things, and so may the same word in every row. */
function repeats({ rows }: TableSection, column: ResultColumn, earlier: ResultColumn): boolean {
  if (![column, earlier].every(({ type }) => type === 'text' || type === 'id')) return false;
  const different = new Set<ResultCell>();
  for (const { columns } of portionsOf(rows, [column.id, earlier.id])) {
    const [own = [], others = []] = columns;
    if (own.some((cell, row) => cell !== others[row])) return false;
    if (different.size < 2) for (const cell of own) different.add(cell);
  }
  return different.size > 1;
}
