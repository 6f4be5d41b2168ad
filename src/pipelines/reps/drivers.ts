import { join, sql, trusted } from '../../engine/sql.ts';
import { both, type Localized } from '../../lib/localized.ts';
import { drivers } from '../../metrics/reps/parts/drivers.ts';
import { repMovements } from '../../metrics/reps/parts/movements.ts';
import type { Base } from '../../metrics/reps/parts/review.ts';
import { comparisonWindows, lastStart } from '../../metrics/windows.ts';
import type { ResultRow, TableSection } from '../../result/result.ts';
import type { Column, Columns } from '../../views/columns.ts';
import { numberOf } from '../../views/number-of.ts';
import { moneyChange } from '../../views/number-words.ts';
import { metricColumns, metricHeading } from '../../views/of-metrics.ts';
import { table } from '../../views/table.ts';
import type { People } from './people.ts';
import type { RepsInput, Reviewed } from './run.ts';
import { askedWords, nobody, partWords, shortDriverWords } from './words.ts';

const prices = ['volume', 'mix', 'price', 'new_products', 'discontinued', 'other'] as const;

/** Rows of one rep each: revenue against one period, what each factor, group of customers and price made of the change; losses first. */
export async function driverRows({ engine }: RepsInput, { chosen }: People, against: Base): Promise<ResultRow[]> {
  const amounts = (column: string, names: readonly string[], by: string) =>
    join(names.map((name) => sql`coalesce(sum(${trusted(column)}) filter (where ${trusted(by)} = ${name}), 0) as ${trusted(name)}`));
  return engine.rows<ResultRow>(sql`
    with factors as (
      select rep, sum(amount) as revenue_difference, ${amounts('amount', drivers, 'driver')}
      from rep_drivers where against = ${against} group by rep
    ),
    bridge as (
      select rep, ${amounts('revenue_difference', repMovements, 'part')}
      from rep_changes where against = ${against} and split = 'customers' group by rep
    ),
    priced as (select rep, ${amounts('amount', prices, 'part')} from rep_prices where against = ${against} group by rep),
    before as (select rep, revenue, book, customers from rep_totals where period = ${against}),
    after as (select rep, revenue, book, customers from rep_totals where period = 'current')
    select
      factors.*, rep_people.team, rep_people.manager,
      before.revenue as before_revenue, after.revenue as after_revenue,
      before.book as before_book, after.book as after_book, before.customers as before_customers, after.customers as after_customers,
      ${join(repMovements.map((name) => sql`bridge.${trusted(name)}`))}, ${join(prices.map((name) => sql`priced.${trusted(name)}`))}
    from factors
    join before on before.rep = factors.rep
    join after on after.rep = factors.rep
    left join bridge on bridge.rep = factors.rep
    left join priced on priced.rep = factors.rep
    left join rep_people on rep_people.rep = factors.rep
    where (before.revenue <> 0 or after.revenue <> 0 or before.customers > 0 or after.customers > 0) and ${chosen(sql`factors.rep`)}
    order by factors.revenue_difference, factors.rep`);
}

/** What moved the revenue of each rep against one period; without a row the title says why, and what is needed. */
export function driversSection(input: RepsInput, review: Reviewed, rows: readonly ResultRow[], against: Base): TableSection {
  const isYear = against === 'year_ago';
  return table<ResultRow>(
    input.lang,
    {
      id: isYear ? 'drivers_year' : 'drivers',
      name: titleOf(against),
      title: rows.length === 0 ? missingWords(review, against) : titleOf(against),
      place: isYear ? 'detail' : 'answer',
      chart: { kind: 'bars', label: 'rep', value: 'revenue_difference' },
      glance: { first: ['rep', 'after_revenue', 'revenue_difference', 'reasons'], most: 12 },
    },
    {
      rep: repColumn,
      ...metricColumns('rep_people', 'team', 'manager'),
      ...metricColumns('rep_changes', 'before_revenue', 'after_revenue', 'revenue_difference'),
      reasons: reasonsColumn(input),
      before_book: bookColumn('before'),
      after_book: bookColumn('after'),
      before_customers: buyingColumn('before'),
      after_customers: buyingColumn('after'),
      ...effects(drivers, 'rep_drivers', 'driver'),
      ...effects(repMovements, 'rep_changes', 'part'),
      ...effects(prices, 'rep_prices', 'part'),
    },
    rows,
  );
}

function titleOf(against: Base): Localized {
  return against === 'year_ago'
    ? both('What moved the revenue of each rep against the year before', '各销售较去年同期的业绩变化及原因')
    : both('What moved the revenue of each rep against the period before', '各销售较上期的业绩变化及原因');
}

/** Why there is nothing to compare: the orders begin too late, or nobody under review sold in either period. */
function missingWords({ whole, asOf, span }: Reviewed, against: Base): Localized {
  const { previous, yearAgo } = comparisonWindows(whole, asOf);
  const before = against === 'year_ago' ? yearAgo : previous;
  const named = against === 'year_ago' ? both('the year before', '去年同期') : both('the period before', '上期');
  if (span === null || span.firstOn <= lastStart(before))
    return both(
      `Nothing to compare with ${named.en}: no reviewed rep sold in either period`,
      `无法与${named['zh-CN']}比较：两期均无所选销售的成交`,
    );
  return both(
    `Nothing to compare with ${named.en}: the orders begin on ${span.firstOn}; add those from ${before.from} on`,
    `无法与${named['zh-CN']}比较：订单自 ${span.firstOn} 开始；请补充 ${before.from} 起的订单`,
  );
}

export const repColumn: Column<ResultRow> = {
  ...metricHeading('rep_totals', 'rep'),
  value: ({ rep = null }) => (rep === '' ? nobody : rep),
};

/** What each part of a metric adds, in columns of their own. */
export function effects(names: readonly string[], metric: string, by: string): Columns<ResultRow> {
  const { basis } = metricHeading(metric, by);
  return Object.fromEntries(
    names.map((name) => [
      name,
      { title: partWords[name]!, type: 'money', basis, metric, value: (row: ResultRow) => row[name] ?? null } satisfies Column<ResultRow>,
    ]),
  );
}

function bookColumn(side: 'before' | 'after'): Column<ResultRow> {
  const { basis, unit = 'customers' } = metricHeading('rep_totals', 'book');
  const title = side === 'before' ? both('Book before', '对比期在管客户') : both('Book after', '本期在管客户');
  return { title, type: 'integer', unit, basis, metric: 'rep_totals', value: (row) => row[`${side}_book`] ?? null };
}

function buyingColumn(side: 'before' | 'after'): Column<ResultRow> {
  const { basis, unit = 'customers' } = metricHeading('rep_totals', 'customers');
  const title = side === 'before' ? both('Buying before', '对比期购买客户') : both('Buying after', '本期购买客户');
  return { title, type: 'integer', unit, basis, metric: 'rep_totals', value: (row) => row[`${side}_customers`] ?? null };
}

const most = 2;

/** The factors that moved the revenue most, the largest first: `order size −12,000`. */
export function reasonsOf(row: ResultRow, money: RepsInput['money']): Localized {
  return largestOf(row, drivers, money);
}

/** The two of the parts that are largest, either way. */
export function largestOf(row: ResultRow, names: readonly string[], money: RepsInput['money']): Localized {
  const parts = names
    .map((driver) => ({ driver, amount: numberOf(row[driver]) ?? 0 }))
    .filter(({ amount }) => Math.abs(amount) >= 0.005)
    .toSorted((one, other) => Math.abs(other.amount) - Math.abs(one.amount))
    .slice(0, most)
    .map(({ driver, amount }) => ({ words: shortWords(driver, amount), signed: moneyChange(amount, money) }));
  return both(
    parts.map(({ words, signed }) => `${words.en} ${signed}`).join(', '),
    parts.map(({ words, signed }) => `${words['zh-CN']} ${signed}`).join('，'),
  );
}

function shortWords(part: string, amount: number): Localized {
  if (part !== 'growth_asked') return shortDriverWords[part]!;
  return amount < 0 ? askedWords.above : askedWords.below;
}

function reasonsColumn({ money }: RepsInput): Column<ResultRow> {
  return {
    title: both('Mostly', '主要原因'),
    type: 'text',
    basis: both('The two factors of rep_drivers that moved the revenue most.', 'rep_drivers 中影响最大的两项因素。'),
    value: (row) => reasonsOf(row, money),
  };
}
