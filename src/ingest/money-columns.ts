/** The money column by which an entity's rows are reconciled. */
export const moneyColumns: ReadonlyMap<string, string> = new Map([
  ['orders', 'amount'],
  ['opportunities', 'amount'],
  ['customers', 'revenue'],
]);
