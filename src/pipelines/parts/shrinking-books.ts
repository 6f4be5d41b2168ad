import { sql } from '../../engine/sql.ts';
import { groupedBy } from '../../lib/groups.ts';
import { both, type Localized } from '../../lib/localized.ts';
import { percentRange, percentText } from '../../views/number-words.ts';
import type { ViewContext } from '../../views/context.ts';

/** What the customers of a rep spend of what they spent in as many months before. */
export interface Book {
  readonly rep: string;
  /** 1 is all of it. */
  readonly kept: number;
  /** 95% interval of it, over the customers. */
  readonly low: number;
  readonly high: number;
  readonly customers: number;
  /** What they spend less: money. */
  readonly lost: number;
  /** Length of each of the two windows: 12, or less where the orders do not reach back two years. */
  readonly months: number;
  /** What the customers of all others keep, likewise; null where nobody else has any. */
  readonly others: number | null;
}

/** With fewer customers than this a book says nothing. */
const leastCustomers = 5;

/** A book that keeps less shrinks. */
const shrinks = 0.9;

/** The metric that the books are read from, and how it has to be grouped. */
export const bookMetric = { id: 'revenue_retention_groups', group_by: 'owner' } as const;

/** A group of customers for each way in which the owner is written. */
interface Written {
  readonly rep: string;
  readonly customers: number;
  readonly start: number;
  readonly end: number;
  readonly margin: number | null;
  readonly months: number;
}

/**
 * Books that shrink, by rep: those that keep less than nine tenths and less than those of all others together, where chance does not explain it, the
 * 95% interval ends below 1. Empty where the orders do not tell of two windows one after the other, or name no customers.
 */
export async function shrinkingBooks({ engine }: Pick<ViewContext, 'engine'>): Promise<ReadonlyMap<string, Book>> {
  const written = await engine.rows<Written & Record<string, string | number | null>>(sql`
    select
      names.rep, books.customers, books.start_revenue::double precision as start, books.end_revenue::double precision as end,
      (books.net_high - books.net_retention) * books.start_revenue::double precision as margin, books.months
    from revenue_retention_groups as books
    inner join (select key as group_name, rep from rep_names) as names on names.group_name = books.group_name
    where books.group_name <> '' and books.customers > 0
    order by names.rep, books.group_name`);
  const groups = groupedBy(written, ({ rep }) => rep);
  const all = sumsOf(written);
  return new Map(
    [...groups].flatMap(([rep, own]) => {
      const book = bookOf(rep, own, all);
      return book !== null && isShrinking(book) ? [[rep, book] as const] : [];
    }),
  );
}

function isShrinking({ customers, kept, high, others }: Book): boolean {
  return customers >= leastCustomers && kept < Math.min(shrinks, others ?? shrinks) && high < 1;
}

interface Sums {
  readonly start: number;
  readonly end: number;
}

function sumsOf(groups: readonly Written[]): Sums {
  return groups.reduce((sums, { start, end }) => ({ start: sums.start + start, end: sums.end + end }), { start: 0, end: 0 });
}

/** The groups of one rep together: margins of different customers add up as squares. Null where one of them has no interval. */
function bookOf(rep: string, own: readonly Written[], all: Sums): Book | null {
  const sum = (of: (each: Written) => number): number => own.reduce((total, each) => total + of(each), 0);
  const { start, end } = sumsOf(own);
  if (start <= 0 || own.some(({ margin }) => margin === null)) return null;
  const kept = end / start;
  const margin = Math.sqrt(sum((each) => (each.margin ?? 0) ** 2)) / start;
  return {
    rep,
    kept,
    low: Math.max(0, kept - margin),
    high: kept + margin,
    customers: sum((each) => each.customers),
    lost: start * (1 - kept),
    months: own[0]!.months,
    others: all.start > start ? (all.end - end) / (all.start - start) : null,
  };
}

/** `the 10 customers of the year before spend 23% less (95%: 6–41%; all others: 2% more)`. */
export function bookWords({ kept, low, high, customers, months, others }: Book): Localized {
  const [less, range] = [percentText(1 - kept), percentRange(1 - high, 1 - low)];
  const rest = othersWords(others);
  const before = months === 12 ? both('the year before', '上年') : both(`the ${months} months before`, `此前 ${months} 个月`);
  return both(
    `the ${customers} customers of ${before.en} spend ${less} less (95%: ${range}${rest.en})`,
    `${before['zh-CN']}的 ${customers} 个老客户消费减少 ${less}（95% 区间 ${range}${rest['zh-CN']}）`,
  );
}

function othersWords(kept: number | null): Localized {
  if (kept === null) return both('', '');
  const share = percentText(Math.abs(1 - kept));
  if (share === '0%') return both('; all others: as much', '；其余客户持平');
  return kept < 1
    ? both(`; all others: ${share} less`, `；其余客户减少 ${share}`)
    : both(`; all others: ${share} more`, `；其余客户增加 ${share}`);
}
