import { sql } from '../../../engine/sql.ts';
import { addMonths, type IsoDate } from '../../../lib/dates.ts';
import { both, type Localized } from '../../../lib/localized.ts';
import type { TableSection } from '../../../result/result.ts';
import { moneyText } from '../../../views/number-words.ts';
import { monthName } from '../../../lib/period-words.ts';
import { table } from '../../../views/table.ts';
import { isInSeason, type Season, seasonLength, seasonMetrics, seasonsOf, timesText } from '../parts/seasons.ts';
import type { TrackInput } from './run.ts';

/** A season is told from so many months before it, in the light of at least so many years. */
const [monthsAhead, leastYears] = [2, 2];

/** A season that is on or about to begin on the as-of date. */
export interface ComingSeason {
  readonly season: Season;
  readonly comes: 'on' | 'ahead';
  /** Revenue of the last one that is over. */
  readonly brought: number;
}

/** Of the most seasonal product that has one; null without one, and where fewer than two years of orders tell. */
export async function comingSeason(input: TrackInput, computed: readonly string[]): Promise<ComingSeason | null> {
  const { asOf } = input.ingested;
  if (asOf === null || !seasonMetrics.every((id) => computed.includes(id))) return null;
  for (const season of await seasonsOf(input)) {
    const when = comes(season, asOf);
    if (season.years >= leastYears && when !== null) return { season, comes: when, brought: await lastSeason(input, season, asOf) };
  }
  return null;
}

/** How much more the product sells in its season, what the last one brought, and what to do. */
export function seasonText({ season, comes: when, brought }: ComingSeason, money: TrackInput['money']): Localized {
  const [begins, what, last] = [beginsWords[when], seasonWords(season), moneyText(brought, money)];
  return both(
    `${begins.en}: ${what.en}, ${last} last time. To do: see that stock and the targets of these months follow it.`,
    `${begins['zh-CN']}：${what['zh-CN']}，上个旺季成交 ${last}。建议：备货与这几个月的目标应与之相符。`,
  );
}

const beginsWords = { on: both('The season is on', '正值旺季'), ahead: both('A season is ahead', '旺季将至') } as const;

function seasonWords(season: Season): Localized {
  const [first, last] = [monthName(season.from), monthName(season.to)];
  const across = season.to < season.from ? '次年 ' : ' ';
  return both(
    `${season.product} sells ${timesText(season)} times as much a month from ${first.en} to ${last.en} as in the rest of the year (${season.years} years of orders)`,
    `${season.product} ${first['zh-CN']}至${across}${last['zh-CN']}的月均销售额是其他月份的 ${timesText(season)} 倍（${season.years} 年订单）`,
  );
}

export function seasonSection({ lang }: TrackInput, coming: ComingSeason): TableSection {
  return table<ComingSeason>(
    lang,
    {
      id: 'season',
      title: beginsWords[coming.comes],
      name: both('Season', '旺季'),
      place: 'detail',
      glance: { first: ['product', 'what', 'times', 'last_revenue'] },
    },
    {
      product: {
        title: both('Product', '产品'),
        type: 'text',
        basis: both('Of the orders.', '取自订单。'),
        value: ({ season }) => season.product,
      },
      what: {
        title: both('What', '情况'),
        type: 'text',
        basis: both('Revenue of a month of the season against one of the others.', '旺季月均销售额与其他月份之比。'),
        value: ({ comes: when, season }) => {
          const [begins, words] = [beginsWords[when], seasonWords(season)];
          return both(`${begins.en}: ${words.en}`, `${begins['zh-CN']}：${words['zh-CN']}`);
        },
      },
      from_month: {
        title: both('First month', '起始月'),
        type: 'integer',
        basis: both('Month of the year, from 1.', '月份。'),
        value: ({ season }) => season.from,
      },
      to_month: {
        title: both('Last month', '结束月'),
        type: 'integer',
        basis: both('Month of the year, from 1.', '月份。'),
        value: ({ season }) => season.to,
      },
      times: {
        title: both('Times as much', '倍数'),
        type: 'number',
        basis: both('Mean month of the season divided by the mean of the others.', '旺季月均 ÷ 其他月份月均。'),
        value: ({ season }) => season.times,
      },
      years: {
        title: both('Years', '年数'),
        type: 'integer',
        unit: 'years',
        basis: both('Years of orders that it is learnt from.', '所依据的订单年数。'),
        value: ({ season }) => season.years,
      },
      last_revenue: {
        title: both('Last season', '上个旺季'),
        type: 'money',
        basis: both('Revenue of the last season that is over.', '最近一个已结束旺季的销售额。'),
        value: ({ brought }) => brought,
      },
    },
    [coming],
  );
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
