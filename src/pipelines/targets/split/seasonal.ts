import { sql } from '../../../engine/sql.ts';
import { groupedBy } from '../../../lib/groups.ts';
import type { Localized } from '../../../lib/localized.ts';
import type { SplitInput, SplitRun } from './run.ts';
import { monthName } from './words.ts';

/** A product that sells far more in some months, in each of the years. */
export interface Seasonal {
  readonly product: string;
  /** Months of the year, from 1. */
  readonly from: number;
  readonly to: number;
  /** What a month of them brings, times one of the others. */
  readonly times: number;
  readonly years: number;
  /** Target of a month in the season, and of one outside, on average; null where seasons are not followed. */
  readonly targets: { readonly inside: number; readonly outside: number } | null;
}

const seasonLength = 3;
const months = 12;

/** From so many times on a product is called seasonal, if it brings at least so much of the whole. */
const least = { times: 2, share: 0.01 };

/** The most seasonal product that matters; null where none does, or none is split to. */
export async function seasonalProduct({ engine }: SplitInput, { split }: SplitRun): Promise<Seasonal | null> {
  if (!split.levels.includes('product')) return null;
  const rows = await engine.rows<{ owner: string; month_number: number; mean_share: number; learned_years: number }>(sql`
    select seasons.owner, seasons.month_number, seasons.mean_share, seasons.learned_years
    from season_shares as seasons
    join split_weights as weights on weights.level = seasons.level and weights.owner = seasons.owner
    where seasons.level = 'product' and weights.share >= ${least.share}
    order by seasons.owner, seasons.month_number`);
  const found = [...groupedBy(rows, ({ owner }) => owner)].map(([product, own]) => {
    const shares = Array.from(
      { length: months },
      (_, index) => own.find(({ month_number: number }) => number === index + 1)?.mean_share ?? 0,
    );
    return { product, years: own[0]!.learned_years, ...peakOf(shares) };
  });
  const [first] = found.toSorted((one, other) => other.times - one.times);
  if (first === undefined || first.times < least.times) return null;
  const targets = await targetsOf(engine, first.product, first.from);
  return { ...first, to: ((first.from + seasonLength - 2) % months) + 1, targets: split.each === 'month' ? targets : null };
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

async function targetsOf(engine: SplitInput['engine'], product: string, from: number): Promise<Seasonal['targets']> {
  const rows = await engine.rows<{ period_start: string; value: number }>(sql`
    select period_start, value from split_targets where ambition = 'base' and level = 'product' and owner = ${product} order by period_start`);
  const isInside = (start: string): boolean => (Number(start.slice(5, 7)) - from + months) % months < seasonLength;
  const mean = (inside: boolean): number | null => {
    const own = rows.filter(({ period_start: start }) => isInside(start) === inside);
    return own.length === 0 ? null : own.reduce((sum, { value }) => sum + value, 0) / own.length;
  };
  const [inside, outside] = [mean(true), mean(false)];
  return inside === null || outside === null ? null : { inside, outside };
}

/** What is seasonal, by how much, and what its targets are. */
export function seasonalText({ product, from, to, times, years, targets }: Seasonal, text: (value: number) => string): Localized {
  const [first, last] = [monthName(from), monthName(to)];
  const much = Number.isFinite(times) ? times.toFixed(1) : '∞';
  const [seen, zhSeen] = years === 1 ? ['in one year of orders', '一年订单'] : [`in ${years} years of orders`, `${years} 年订单`];
  const follow =
    targets === null
      ? { en: '', 'zh-CN': '' }
      : {
          en: `; its targets follow that: ${text(targets.inside)} a month in the season, ${text(targets.outside)} outside`,
          'zh-CN': `；其目标随之：旺季月均 ${text(targets.inside)}，其余月份月均 ${text(targets.outside)}`,
        };
  return {
    en: `${product} is seasonal: from ${first.en} to ${last.en} it sold ${much} times as much a month as in the rest of the year (${seen})${follow.en}.`,
    'zh-CN': `${product} 季节性明显：${first['zh-CN']}至${to < from ? '次年 ' : ' '}${last['zh-CN']}的月均销售额是其他月份的 ${much} 倍（${zhSeen}）${follow['zh-CN']}。`,
  };
}
