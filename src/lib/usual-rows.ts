/** Rows of a table on a screen, where nothing else is said. */
export const usualRows = 20;

/** How many rows a screen shows of a table that says so many; null: all. One for other programs (0) is shown only when it is asked for, and then as any other. */
export function rowsSeen(most: number | null): number | null {
  return most === 0 ? usualRows : most;
}
