const mostRounds = 200;

/**
 * Scales the rows and the columns of a table in turn until they have these sums (iterative proportional fitting): zeros stay zero. The rows
 * have their sums exactly; the columns as nearly as the zeros allow. A row of zeros is spread as the columns are.
 */
export function rake(table: readonly (readonly number[])[], rowSums: readonly number[], columnSums: readonly number[]): number[][] {
  const total = columnSums.reduce((sum, each) => sum + each, 0);
  const spread = columnSums.map((sum) => (total > 0 ? sum / total : 1 / columnSums.length));
  let rows = table.map((row) => (row.some((cell) => cell > 0) ? [...row] : spread));
  for (let round = 0; round < mostRounds; round += 1) {
    rows = rows.map((row, index) => scaled(row, rowSums[index]!));
    const found = columnSums.map((_, column) => rows.reduce((sum, row) => sum + row[column]!, 0));
    if (found.every((sum, column) => Math.abs(sum - columnSums[column]!) <= 1e-9 * Math.max(1, total))) return rows;
    rows = rows.map((row) => row.map((cell, column) => (found[column]! > 0 ? (cell * columnSums[column]!) / found[column]! : cell)));
  }
  return rows.map((row, index) => scaled(row, rowSums[index]!));
}

function scaled(row: readonly number[], sum: number): number[] {
  const found = row.reduce((whole, cell) => whole + cell, 0);
  return row.map((cell) => (found > 0 ? (cell * sum) / found : 0));
}
