import { sql } from '../../engine/sql.ts';
import { addDays, addMonths, type IsoDate } from '../../lib/dates.ts';
import { both, type Localized } from '../../lib/localized.ts';
import type { ResultRow } from '../../result/result.ts';
import { numberOf } from '../../views/number-of.ts';
import { moneyChange, moneyText, percentText } from '../../views/number-words.ts';
import { type Book, bookWords, shrinkingBooks } from '../parts/shrinking-books.ts';
import type { RepsInput } from './run.ts';

const mostCustomers = 2;

/**
 * The rep whose results hide that the book shrinks beyond chance: over the target of the period, or where nobody has one, with revenue at or above
 * the median of the reps; of several, who loses most. With the customers behind it, and what to do. Null: nobody.
 */
export async function shrinkingBook(input: RepsInput, rows: readonly ResultRow[], computed: readonly string[]): Promise<Localized | null> {
  if (!computed.includes('revenue_retention_groups')) return null;
  const books = await shrinkingBooks(input);
  const isWell = wellBy(rows);
  const [first] = rows
    .flatMap((row) => {
      const book = books.get(String(row['rep']));
      return book !== undefined && isWell(row) ? [{ row, book }] : [];
    })
    .toSorted((one, other) => one.book.kept - other.book.kept || (one.book.rep < other.book.rep ? -1 : 1));
  if (first === undefined) return null;
  const { row, book } = first;
  const customers = await fewerFrom(input, book);
  const listed = customers.map(({ name, difference }) => `${name} ${moneyChange(difference, input.money)}`);
  const words = bookWords(book);
  const well = wellWords(row, input);
  return both(
    `${book.rep} ${well.en}, but the book shrinks: ${words.en}. To do: ask first ${listed.join(', ')}.`,
    `${book.rep}${well['zh-CN']}，但存量客户在萎缩：${words['zh-CN']}。建议先联系：${listed.join('，')}。`,
  );
}

/** Who does well as far as one sees: by the targets where anybody has one, else by the revenue. */
function wellBy(rows: readonly ResultRow[]): (row: ResultRow) => boolean {
  if (rows.some(({ attainment = null }) => attainment !== null)) return ({ attainment }) => (numberOf(attainment) ?? 0) >= 1;
  const middle = medianOf(rows.flatMap(({ revenue }) => numberOf(revenue) ?? []));
  return ({ revenue }) => middle !== null && (numberOf(revenue) ?? 0) >= middle;
}

function wellWords({ attainment, revenue }: ResultRow, { money }: RepsInput): Localized {
  const reached = numberOf(attainment);
  if (reached !== null) return both(`is over target (${percentText(reached)})`, `目标达成 ${percentText(reached)}`);
  const sold = moneyText(numberOf(revenue) ?? 0, money);
  return both(`sells more than most (${sold})`, `成交高于多数人（${sold}）`);
}

/** Null with fewer than three. */
function medianOf(values: readonly number[]): number | null {
  if (values.length < 3) return null;
  const sorted = values.toSorted((one, other) => one - other);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** The customers of the book who buy less than in as many months before, the largest loss first. */
async function fewerFrom(
  { engine, ingested: { asOf } }: RepsInput,
  { rep, months }: Book,
): Promise<{ name: string; difference: number }[]> {
  const to = addDays(asOf as IsoDate, 1);
  const [from, middle] = [addMonths(to, -2 * months), addMonths(to, -months)];
  return engine.rows<{ name: string; difference: number }>(sql`
    select coalesce(profile.customer_name, profile.customer_id) as name, bought.later - bought.earlier as difference
    from (
      select
        customer_id,
        coalesce(sum(amount) filter (where ordered_on < ${middle}::date), 0) as earlier,
        coalesce(sum(amount) filter (where ordered_on >= ${middle}::date), 0) as later
      from order_totals
      where ordered_on >= ${from}::date and ordered_on < ${to}::date
      group by customer_id
    ) as bought
    join customer_profile as profile on profile.customer_id = bought.customer_id
    inner join (select key as owner, rep from rep_names) as names on names.owner = profile.owner
    where names.rep = ${rep} and bought.earlier > bought.later
    order by difference, profile.customer_id
    limit ${mostCustomers}`);
}
