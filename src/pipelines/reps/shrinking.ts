import { sql } from '../../engine/sql.ts';
import { both, type Localized } from '../../lib/localized.ts';
import type { ResultRow } from '../../result/result.ts';
import { numberOf } from '../../views/number-of.ts';
import { moneyText, percentText } from '../../views/number-words.ts';
import { signedText } from './drivers.ts';
import { fallenCustomers } from './fallen.ts';
import type { RepsInput } from './run.ts';

/** From this NRR on a book holds. */
const holds = 0.9;

/**
 * The rep whose results hide that its book shrinks: revenue at or above the median of the reps, while the customers of the period before bring
 * less than then, and less than those of most reps do; of several, who loses most. With the customers behind it, and what to do. Null: nobody.
 */
export async function shrinkingBook(input: RepsInput, rows: readonly ResultRow[]): Promise<Localized | null> {
  const [revenue, retention] = [medianOf(rows, 'revenue'), medianOf(rows, 'net_retention')];
  if (revenue === null || retention === null) return null;
  const hidden = rows
    .map((row) => ({ rep: String(row['rep']), own: numberOf(row['revenue']), kept: numberOf(row['net_retention']) }))
    .filter(({ own, kept }) => own !== null && own >= revenue && kept !== null && kept < Math.min(holds, retention))
    .toSorted((one, other) => one.kept! - other.kept! || (one.rep < other.rep ? -1 : 1));
  const [first] = hidden;
  if (first === undefined) return null;
  const customers = await fallenCustomers(input, (rep) => sql`${rep} = ${first.rep}`, 'all');
  const listed = customers.map(({ name, difference }) => `${name} ${signedText(difference, input.money)}`);
  const [sold, share] = [moneyText(first.own!, input.money), percentText(first.kept!)];
  return both(
    `${first.rep} sells more than most (${sold}), but the book shrinks: its customers of the period before bring ${share} of what they did. To do: ask first ${listed.join(', ')}.`,
    `${first.rep}成交高于多数人（${sold}），但存量客户在萎缩：上期客户本期只带来当时的 ${share}。建议先联系：${listed.join('，')}。`,
  );
}

function medianOf(rows: readonly ResultRow[], column: string): number | null {
  const values = rows.flatMap((row) => numberOf(row[column]) ?? []).toSorted((one, other) => one - other);
  if (values.length < 3) return null;
  const half = values.length >> 1;
  return values.length % 2 === 1 ? values[half]! : (values[half - 1]! + values[half]!) / 2;
}
