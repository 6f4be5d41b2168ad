import { addDays } from '../../../src/lib/dates.ts';
import type { Row } from '../../../src/lib/rows.ts';
import { order } from '../run.ts';

export const asOf = '2026-12-31';

/** Customers who buy every `gap` days from day 700 before the as-of date until day `until`, for `amount`. */
function buys(id: string, gap: number, until: number, amount: number | null = 10): Row[] {
  const own: Row[] = [];
  for (let ago = 700; ago >= until; ago -= gap) own.push(order(id, `${id}-${ago}`, addDays(asOf, -ago), amount));
  return own;
}

/** Thirty who keep buying, one who fell silent after many purchases, one who slowed down, one who came once, and one long gone. */
export const lateLog: readonly Row[] = [
  ...Array.from({ length: 30 }, (_, index) => buys(`R${index}`, 20 + index, index % 25)).flat(),
  ...buys('SILENT', 10, 110, 1000),
  ...buys('SLOWED', 25, 80),
  order('ONCE', 'ONCE', addDays(asOf, -40), 10),
  ...buys('GONE', 30, 400),
];

export const parameters = {
  as_of: asOf,
  retention: { origins: [-270, -180, -90, 0].map((days) => addDays(asOf, days)), horizon_days: 90 },
};
