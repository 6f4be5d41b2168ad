/** Reps with names that no file system likes, two of them with one name and numbers of their own. */
export const reps = [
  ['R1', 'Ann/Lee', 'North'],
  ['R2', 'ann/lee', 'North'],
  ['R3', '=HYPERLINK("x")..', 'South'],
  ['R5', 'Twin', 'South'],
  ['R6', 'Twin', 'North'],
] as const;

/** Customers of each rep, by name. */
export const customersOf = (index: number): string[] => Array.from({ length: 6 }, (_, n) => `Kunde${index}x${n} GmbH`);

const quoted = (cells: readonly (string | number)[]): string => cells.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(',');
const table = (header: string, rows: readonly (readonly (string | number)[])[]): string => `${header}\n${rows.map(quoted).join('\n')}\n`;

/** Two years of orders, a list of reps, leads and deals, up to the end of a month. */
export function smallCompany(): Record<string, string> {
  const customers = reps.flatMap(([, name], index) => customersOf(index).map((customer, n) => [`C${index}x${n}`, customer, name]));
  const months = Array.from(
    { length: 24 },
    (_, n) => `${2024 + Math.floor((n + 10) / 12)}-${String(((n + 10) % 12) + 1).padStart(2, '0')}`,
  );
  const orders = months.flatMap((month, at) =>
    reps.flatMap(([, rep], index) =>
      customersOf(index).flatMap((_, n) =>
        (at + n + index) % 3 === 0
          ? [[`O${at}x${index}x${n}`, `C${index}x${n}`, `${month}-${10 + n}`, 1000 + 37 * ((at * 7 + n * 5 + index) % 23), rep]]
          : [],
      ),
    ),
  );
  const targets = months
    .slice(-10)
    .flatMap((month) => [
      [month, 'Company', 'revenue', 12_000],
      ...reps.filter(([, name]) => name !== 'Twin').map(([, name]) => [month, name, 'revenue', 2500]),
    ]);
  return {
    'reps.csv': table(
      'Rep ID,Name,Team,Manager',
      reps.map(([id, name, team]) => [id, name, team, `Boss of ${team}`]),
    ),
    'customers.csv': table('Customer ID,Customer Name,Owner', customers),
    'orders.csv': table('Order ID,Customer ID,Order Date,Amount,Sales Rep', [...orders, ['last', 'C2x1', '2026-10-31', 700, reps[2][1]]]),
    'targets.csv': table('Period,Owner,Metric,Target', targets),
  };
}
