import { sql } from '../../../engine/sql.ts';
import type { Localized } from '../../../lib/localized.ts';
import { monthName } from '../../../lib/period-words.ts';
import { isInSeason, type Season, seasonsOf, timesText } from '../parts/seasons.ts';
import type { SplitInput, SplitRun } from './run.ts';

interface Seasonal {
  readonly season: Season;
  /** Target of a month in the season, and of one outside, on average; null where seasons are not followed. */
  readonly targets: { readonly inside: number; readonly outside: number } | null;
}

/** The most seasonal product that matters; null where none does, or none is split to. */
export async function seasonalProduct(input: SplitInput, { split }: SplitRun): Promise<Seasonal | null> {
  if (!split.levels.includes('product')) return null;
  const [season] = await seasonsOf(input);
  if (season === undefined) return null;
  return { season, targets: split.each === 'month' ? await targetsOf(input.engine, season) : null };
}

async function targetsOf(engine: SplitInput['engine'], season: Season): Promise<Seasonal['targets']> {
  const rows = await engine.rows<{ period_start: string; value: number }>(sql`
    select period_start, value from split_targets where ambition = 'base' and level = 'product' and owner = ${season.product} order by period_start`);
  const mean = (inside: boolean): number | null => {
    const own = rows.filter(({ period_start: start }) => isInSeason(season, Number(start.slice(5, 7))) === inside);
    return own.length === 0 ? null : own.reduce((sum, { value }) => sum + value, 0) / own.length;
  };
  const [inside, outside] = [mean(true), mean(false)];
  return inside === null || outside === null ? null : { inside, outside };
}

/** What is seasonal, by how much, and what its targets are. */
export function seasonalText({ season, targets }: Seasonal, text: (value: number) => string): Localized {
  const { product, from, to, years } = season;
  const [first, last] = [monthName(from), monthName(to)];
  const much = timesText(season);
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
