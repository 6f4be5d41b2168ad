import { sql } from '../../../engine/sql.ts';
import { addMonths, type IsoDate } from '../../../lib/dates.ts';
import type { Localized } from '../../../lib/localized.ts';
import { moneyText } from '../../../views/number-words.ts';
import { monthName } from '../../../views/period-words.ts';
import { isInSeason, type Season, seasonLength, seasonMetrics, seasonsOf, timesText } from '../parts/seasons.ts';
import type { TrackInput } from './run.ts';

/** A season is told from so many months before it, in the light of at least so many years. */
const [monthsAhead, leastYears] = [2, 2];

/**
 * The most seasonal product of which the season is on or about to begin on the as-of date: how much more it sells, what the last season brought, and
 * what to do. Null without one, and where fewer than two years of orders tell.
 */
export async function seasonText(input: TrackInput, computed: readonly string[]): Promise<Localized | null> {
  const { asOf } = input.ingested;
  if (asOf === null || !seasonMetrics.every((id) => computed.includes(id))) return null;
  const season = (await seasonsOf(input)).find((each) => each.years >= leastYears && comes(each, asOf) !== null);
  if (season === undefined) return null;
  const [first, last] = [monthName(season.from), monthName(season.to)];
  const brought = await lastSeason(input, season, asOf);
  const money = moneyText(brought, input.money);
  const when =
    comes(season, asOf) === 'on' ? { en: 'The season is on', 'zh-CN': '正值旺季' } : { en: 'A season is ahead', 'zh-CN': '旺季将至' };
  const across = season.to < season.from ? '次年 ' : ' ';
  return {
    en: `${when.en}: ${season.product} sells ${timesText(season)} times as much a month from ${first.en} to ${last.en} as in the rest of the year (${season.years} years of orders), ${money} last time. To do: see that stock and the targets of these months follow it.`,
    'zh-CN': `${when['zh-CN']}：${season.product} ${first['zh-CN']}至${across}${last['zh-CN']}的月均销售额是其他月份的 ${timesText(season)} 倍（${season.years} 年订单），上个旺季成交 ${money}。建议：备货与这几个月的目标应与之相符。`,
  };
}

/** Whether the season is on in the month of the as-of date, or begins in one of the next; null where neither. */
function comes(season: Season, asOf: IsoDate): 'on' | 'ahead' | null {
  const month = Number(asOf.slice(5, 7));
  if (isInSeason(season, month)) return 'on';
  return Array.from({ length: monthsAhead }, (_, ahead) => ((month + ahead) % 12) + 1).includes(season.from) ? 'ahead' : null;
}

/** Revenue of the last season that is over. */
async function lastSeason({ engine }: TrackInput, season: Season, asOf: IsoDate): Promise<number> {
  const year = Number(asOf.slice(0, 4));
  const begins = [year, year - 1, year - 2].map((each) => `${each}-${String(season.from).padStart(2, '0')}-01`);
  const from = begins.find((begin) => addMonths(begin, seasonLength) <= asOf)!;
  const [row] = await engine.rows<{ value: number | null }>(sql`
    select sum(value)::double precision as value
    from sales_months
    where level = 'product' and owner = ${season.product} and month >= ${from}::date and month < ${addMonths(from, seasonLength)}::date`);
  return row?.value ?? 0;
}
