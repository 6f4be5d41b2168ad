import { sql } from '../../../engine/sql.ts';
import { groupedBy } from '../../../lib/groups.ts';
import type { ViewContext } from '../../../views/context.ts';

/** A product that sells far more in some months, in each of the years. */
export interface Season {
  readonly product: string;
  /** Months of the year, from 1. */
  readonly from: number;
  readonly to: number;
  /** What a month of them brings, times one of the others. */
  readonly times: number;
  readonly years: number;
}

/** Metrics that seasons of products are read from; they want the levels of the split to have products. */
export const seasonMetrics = ['sales_months', 'season_shares'] as const;

export const seasonLength = 3;
const months = 12;

/** From so many times on a product is called seasonal, if it brings at least so much of the whole. */
const least = { times: 2, share: 0.01 };

/** Products with a season that matter, the most seasonal first; needs the `seasonMetrics`. */
export async function seasonsOf({ engine }: Pick<ViewContext, 'engine'>): Promise<Season[]> {
  const rows = await engine.rows<{ owner: string; month_number: number; mean_share: number; learned_years: number }>(sql`
    with latest as (select max(month) as month from sales_months),
    sold as (
      select owner, level, sum(value)::double precision as value
      from sales_months
      cross join latest
      where level in ('company', 'product') and sales_months.month > latest.month - 365
      group by owner, level
    ),
    whole as (select value from sold where level = 'company')
    select seasons.owner, seasons.month_number, seasons.mean_share, seasons.learned_years
    from season_shares as seasons
    inner join sold on sold.level = seasons.level and sold.owner = seasons.owner
    cross join whole
    where seasons.level = 'product' and sold.value >= ${least.share} * whole.value
    order by seasons.owner, seasons.month_number`);
  return [...groupedBy(rows, ({ owner }) => owner)]
    .map(([product, own]) => {
      const shares = Array.from(
        { length: months },
        (_, index) => own.find(({ month_number: number }) => number === index + 1)?.mean_share ?? 0,
      );
      const { from, times } = peakOf(shares);
      return { product, years: own[0]!.learned_years, from, to: ((from + seasonLength - 2) % months) + 1, times };
    })
    .filter(({ times }) => times >= least.times)
    .toSorted((one, other) => other.times - one.times);
}

/** The months in a row that bring most. */
function peakOf(shares: readonly number[]): { from: number; times: number } {
  const peaks = shares.map((_, start) => {
    const inside = Array.from({ length: seasonLength }, (__, index) => shares[(start + index) % months]!).reduce(
      (sum, share) => sum + share,
      0,
    );
    const outside = (1 - inside) / (months - seasonLength);
    return { from: start + 1, times: outside > 0 ? inside / seasonLength / outside : Infinity };
  });
  return peaks.toSorted((one, other) => other.times - one.times || one.from - other.from)[0]!;
}

/** Whether a month of the year, from 1, lies in the season. */
export function isInSeason({ from }: Season, month: number): boolean {
  return (month - from + months) % months < seasonLength;
}

/** `3.7`, and a sign where nothing is sold outside the season. */
export function timesText({ times }: Season): string {
  return Number.isFinite(times) ? times.toFixed(1) : '∞';
}
