import { sql } from '../../engine/sql.ts';
import { groupedBy } from '../../lib/groups.ts';
import { both, type Localized } from '../../lib/localized.ts';
import { percentText } from '../../views/number-words.ts';
import type { ViewContext } from '../../views/context.ts';

/** What the customers of a rep spend of what they spent in as many months before. */
export interface Book {
  readonly rep: string;
  /** 1 is all of it. */
  readonly kept: number;
  /** 95 % interval of it, over the customers. */
  readonly low: number;
  readonly high: number;
  readonly customers: number;
  /** What they spend less: money. */
  readonly lost: number;
  /** Length of each of the two windows: 12, or less where the orders do not reach back two years. */
  readonly months: number;
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
 * Books that shrink, by rep: those that keep less than nine tenths, where chance does not explain it, the 95 % interval ends below 1. Empty where
 * the orders do not tell of two windows one after the other, or name no customers.
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
  return new Map(
    [...groups].flatMap(([rep, own]) => {
      const book = bookOf(rep, own);
      return book !== null && book.customers >= leastCustomers && book.kept < shrinks && book.high < 1 ? [[rep, book] as const] : [];
    }),
  );
}

/** The groups of one rep together: margins of different customers add up as squares. Null where one of them has no interval. */
function bookOf(rep: string, own: readonly Written[]): Book | null {
  const sum = (of: (each: Written) => number): number => own.reduce((total, each) => total + of(each), 0);
  const start = sum((each) => each.start);
  if (start <= 0 || own.some(({ margin }) => margin === null)) return null;
  const kept = sum((each) => each.end) / start;
  const margin = Math.sqrt(sum((each) => (each.margin ?? 0) ** 2)) / start;
  return {
    rep,
    kept,
    low: Math.max(0, kept - margin),
    high: kept + margin,
    customers: sum((each) => each.customers),
    lost: start * (1 - kept),
    months: own[0]!.months,
  };
}

/** `the 10 customers of the twelve months before spend 23% less (95 %: 6% to 41% less)`. */
export function bookWords({ kept, low, high, customers, months }: Book): Localized {
  const [less, least, most] = [1 - kept, 1 - high, 1 - low].map(percentText);
  const before = months === 12 ? both('the year before', '上年') : both(`the ${months} months before`, `此前 ${months} 个月`);
  return both(
    `the ${customers} customers of ${before.en} spend ${less} less (95%: ${least} to ${most})`,
    `${before['zh-CN']}的 ${customers} 个老客户消费减少 ${less}（95% 区间 ${least} 至 ${most}）`,
  );
}
