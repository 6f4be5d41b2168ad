/**
 * Rounds a table of amounts to whole numbers with these sums of its rows and columns (controlled rounding): where the amounts have the same
 * sums, each becomes the whole number below or above it; what needs more than that is made up for where the amounts are largest.
 * The sums of the rows and those of the columns have the same total, and none is negative.
 */
export function roundTable(amounts: readonly (readonly number[])[], rowSums: readonly number[], columnSums: readonly number[]): number[][] {
  const cells = amounts.map((row) => row.map((amount) => Math.floor(amount + noise)));
  const lack: Lack = {
    rows: rowSums.map((sum, row) => sum - cells[row]!.reduce((whole, cell) => whole + cell, 0)),
    columns: columnSums.map((sum, column) => sum - cells.reduce((whole, row) => whole + row[column]!, 0)),
  };
  takeBack(cells, amounts, lack);
  const raised = cells.map((row) => row.map(() => false));
  const open = (row: number, column: number): boolean => !raised[row]![column]! && amounts[row]![column]! - cells[row]![column]! > noise;
  const rise = (row: number, column: number): void => {
    raised[row]![column] = true;
    cells[row]![column]! += 1;
  };
  const candidates = amounts
    .flatMap((amountsOfRow, row) => amountsOfRow.map((amount, column) => ({ row, column, rest: amount - cells[row]![column]! })))
    .filter(({ rest }) => rest > noise)
    .toSorted((one, other) => other.rest - one.rest || one.row - other.row || one.column - other.column);
  for (const { row, column } of candidates) {
    if (lack.rows[row]! <= 0 || lack.columns[column]! <= 0) continue;
    rise(row, column);
    lack.rows[row]! -= 1;
    lack.columns[column]! -= 1;
  }
  for (const row of lack.rows.keys())
    while (lack.rows[row]! > 0) {
      const path = pathToLack(row, lack.columns, raised, open);
      if (path === null) break;
      for (const { row: at, column, isRaised } of path) {
        if (isRaised) {
          raised[at]![column] = false;
          cells[at]![column]! -= 1;
        } else rise(at, column);
      }
      lack.rows[row]! -= 1;
      lack.columns[path.at(-1)!.column]! -= 1;
    }
  fillUp(cells, amounts, lack);
  return cells;
}

const noise = 1e-6;

interface Lack {
  readonly rows: number[];
  readonly columns: number[];
}

interface Step {
  readonly row: number;
  readonly column: number;
  readonly isRaised: boolean;
}

/** Where the whole numbers below already add up to more than they should: from the cells whose amounts are least above them. */
function takeBack(cells: number[][], amounts: readonly (readonly number[])[], lack: Lack): void {
  const take = (places: readonly (readonly [row: number, column: number])[], least: number): void => {
    const order = places.toSorted(([row, column], [otherRow, otherColumn]) => {
      const rest = amounts[row]![column]! - cells[row]![column]!;
      return rest - (amounts[otherRow]![otherColumn]! - cells[otherRow]![otherColumn]!) || row - otherRow || column - otherColumn;
    });
    let left = -least;
    for (const each of [1, Infinity])
      for (const [row, column] of order) {
        const taken = Math.min(each, left, cells[row]![column]!);
        if (taken <= 0) continue;
        cells[row]![column]! -= taken;
        lack.rows[row]! += taken;
        lack.columns[column]! += taken;
        left -= taken;
      }
  };
  for (const [column, missing] of lack.columns.entries())
    if (missing < 0)
      take(
        cells.map((_, row) => [row, column]),
        missing,
      );
  for (const [row, missing] of lack.rows.entries())
    if (missing < 0)
      take(
        cells[row]!.map((_, column) => [row, column]),
        missing,
      );
}

/** Cells to raise and to lower in turn, from a row that lacks one to a column that does; null where there is no such way. */
function pathToLack(
  from: number,
  lacking: readonly number[],
  raised: readonly (readonly boolean[])[],
  open: (row: number, column: number) => boolean,
): Step[] | null {
  const cameTo = new Map<number, { row: number; before: number | null }>();
  const reach = (row: number, before: number | null): number | null => {
    for (const column of lacking.keys()) {
      if (cameTo.has(column) || !open(row, column)) continue;
      cameTo.set(column, { row, before });
      if (lacking[column]! > 0) return column;
    }
    return null;
  };
  const first = reach(from, null);
  if (first !== null) return stepsTo(first, cameTo);
  // Columns that are reached further on are looked at, too.
  for (const column of cameTo.keys())
    for (const [row, cells] of raised.entries()) {
      if (cameTo.size === lacking.length) break;
      const found = cells[column] === true ? reach(row, column) : null;
      if (found !== null) return stepsTo(found, cameTo);
    }
  return null;
}

function stepsTo(column: number, cameTo: ReadonlyMap<number, { readonly row: number; readonly before: number | null }>): Step[] {
  const steps: Step[] = [];
  for (let at: number | null = column; at !== null;) {
    const { row, before }: { readonly row: number; readonly before: number | null } = cameTo.get(at)!;
    steps.unshift({ row, column: at, isRaised: false });
    if (before !== null) steps.unshift({ row, column: before, isRaised: true });
    at = before;
  }
  return steps;
}

/** What no path leads to: to the largest amount of each row among the columns that lack something. */
function fillUp(cells: number[][], amounts: readonly (readonly number[])[], lack: Lack): void {
  for (const row of lack.rows.keys()) {
    const columns = [...lack.columns.keys()].toSorted((one, other) => amounts[row]![other]! - amounts[row]![one]! || one - other);
    for (const column of columns) {
      const more = Math.min(lack.rows[row]!, lack.columns[column]!);
      cells[row]![column]! += more;
      lack.rows[row]! -= more;
      lack.columns[column]! -= more;
    }
  }
}
