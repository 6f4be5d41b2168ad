/** Rows of a table that is only looked at, where nobody says how many. */
export const usualRows = 20;
