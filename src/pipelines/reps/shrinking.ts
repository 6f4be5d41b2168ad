import { sql } from '../../engine/sql.ts';
import { addDays, addMonths, type IsoDate } from '../../lib/dates.ts';
import { both, type Localized } from '../../lib/localized.ts';
import type { ResultRow, TableSection } from '../../result/result.ts';
import { numberOf } from '../../views/number-of.ts';
import { moneyChange, moneyText, percentText } from '../../views/number-words.ts';
import { table } from '../../views/table.ts';
import { median } from '../../stats/median.ts';
import { type Book, bookWords, shrinkingBooks } from '../parts/shrinking-books.ts';
import type { RepsInput } from './run.ts';

const mostCustomers = 2;

/** A rep whose book shrinks beyond chance. */
interface Shrinking {
  readonly row: ResultRow;
  readonly book: Book;
  /** The results of the rep do not show it: over the target of the period, or where nobody has one, with revenue at or above the median of the reps. */
  readonly isHidden: boolean;
}

/** Who keeps least stands first; none where the orders do not tell. */
export async function shrinkingRows(input: RepsInput, rows: readonly ResultRow[], computed: readonly string[]): Promise<Shrinking[]> {
  if (!computed.includes('revenue_retention_groups')) return [];
  const books = await shrinkingBooks(input);
  const isWell = wellBy(rows);
  return rows
    .flatMap((row) => {
      const book = books.get(String(row['rep']));
      return book === undefined ? [] : [{ row, book, isHidden: isWell(row) }];
    })
    .toSorted((one, other) => one.book.kept - other.book.kept || (one.book.rep < other.book.rep ? -1 : 1));
}

/** Of those whose results hide it the first, with the customers behind it, and what to do. Null: nobody. */
export async function shrinkingText(input: RepsInput, rows: readonly Shrinking[]): Promise<Localized | null> {
  const first = rows.find(({ isHidden }) => isHidden);
  if (first === undefined) return null;
  const { row, book } = first;
  const customers = await fewerFrom(input, book);
  const listed = customers.map(({ name, difference }) => `${name} ${moneyChange(difference, input.money)}`);
  const [well, words] = [wellWords(row, input), bookWords(book)];
  return both(
    `${book.rep} ${well.en}, but the book shrinks: ${words.en}. To do: ask first ${listed.join(', ')}.`,
    `${book.rep}${well['zh-CN']}，但存量客户在萎缩：${words['zh-CN']}。建议先联系：${listed.join('，')}。`,
  );
}

/** The reps whose customers spend less than in as many months before. */
export function shrinkingSection({ lang, money }: RepsInput, rows: readonly Shrinking[]): TableSection {
  return table<Shrinking>(
    lang,
    {
      id: 'shrinking_books',
      title: both('Reps whose customers buy less than the year before', '存量客户在萎缩的销售'),
      place: 'detail',
      glance: { first: ['rep', 'what', 'kept', 'low', 'high', 'customers'] },
    },
    {
      rep: {
        title: both('Rep', '销售'),
        type: 'text',
        basis: both('As in rep_names.', '写法同 rep_names。'),
        value: ({ book }) => book.rep,
      },
      what: {
        title: both('What', '情况'),
        type: 'text',
        basis: both('What the results of the rep show, and what the book does.', '业绩表现与存量客户的变化。'),
        value: ({ row, book, isHidden }) => {
          const [well, words] = [isHidden ? wellWords(row, { money }) : null, bookWords(book)];
          return well === null ? words : both(`${well.en}, but ${words.en}`, `${well['zh-CN']}，但${words['zh-CN']}`);
        },
      },
      is_hidden: {
        title: both('Results hide it', '业绩未显露'),
        type: 'flag',
        basis: both(
          'Over the target of the period, or where nobody has one, with revenue at or above the median.',
          '已达成本期目标；无人有目标时为销售额不低于中位数。',
        ),
        value: ({ isHidden }) => isHidden,
      },
      kept: {
        title: both('Kept', '留存比例'),
        type: 'ratio',
        better: 'high',
        basis: both(
          'Revenue of the same customers divided by that of as many months before; as NRR.',
          '同一批客户的销售额 ÷ 此前同样月数的销售额，同 NRR。',
        ),
        value: ({ book }) => book.kept,
      },
      low: {
        title: both('Low (95%)', '下限（95%）'),
        type: 'ratio',
        basis: both('Lower end of its interval, over the customers.', '区间下限（按客户）。'),
        value: ({ book }) => book.low,
      },
      high: {
        title: both('High (95%)', '上限（95%）'),
        type: 'ratio',
        basis: both('Upper end of its interval; below 1, else the rep is not listed.', '区间上限；低于 1 才列出。'),
        value: ({ book }) => book.high,
      },
      customers: {
        title: both('Customers', '客户数'),
        type: 'integer',
        unit: 'customers',
        basis: both('Those who bought in the earlier months.', '此前有购买的客户数。'),
        value: ({ book }) => book.customers,
      },
      lost: {
        title: both('Less than before', '减少的销售额'),
        type: 'money',
        basis: both(
          'Revenue of the earlier months less that of the later ones, of the same customers.',
          '同一批客户此前的销售额 − 之后的销售额。',
        ),
        value: ({ book }) => book.lost,
      },
    },
    rows,
  );
}

/** Who does well as far as one sees: by the targets where anybody has one, else by the revenue. */
function wellBy(rows: readonly ResultRow[]): (row: ResultRow) => boolean {
  if (rows.some(({ attainment = null }) => attainment !== null)) return ({ attainment }) => (numberOf(attainment) ?? 0) >= 1;
  const middle = medianOf(rows.flatMap(({ revenue }) => numberOf(revenue) ?? []));
  return ({ revenue }) => middle !== null && (numberOf(revenue) ?? 0) >= middle;
}

function wellWords({ attainment, revenue }: ResultRow, { money }: Pick<RepsInput, 'money'>): Localized {
  const reached = numberOf(attainment);
  if (reached !== null) return both(`is over target (${percentText(reached)})`, `目标达成 ${percentText(reached)}`);
  const sold = moneyText(numberOf(revenue) ?? 0, money);
  return both(`sells more than most (${sold})`, `成交高于多数人（${sold}）`);
}

/** Null with fewer than three. */
function medianOf(values: readonly number[]): number | null {
  return values.length < 3 ? null : median(values);
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
