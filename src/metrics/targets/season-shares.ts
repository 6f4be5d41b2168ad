import { z } from 'zod';
import { learnPartSeason, learnSeason, type Season } from '../../forecast/targets/season.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';
import { targets } from '../target-parameter.ts';
import { monthsOfYear, readHistory } from './parts/history.ts';

const oneYear = { empty: both('One year alone is known.', '仅有一年历史。') };

export const seasonShares = defineMetric({
  id: 'season_shares',
  question: both('Which share of a year does each month of it bring?', '一年中各月的占比各是多少？'),
  grain: ['level', 'owner', 'month_number'],
  columns: {
    level: column.id(both('Level', '层级'), both('company, or product where it is split to.', 'company；分解到产品时另有 product。')),
    owner: column.text(both('Of', '对象'), both('Category or product; empty for the company.', '品类或产品；公司为空文本。')),
    month_number: column.count(both('Month', '月份'), both('Of the calendar year, from 1.', '自然年中的月份，从 1 起。')),
    share: column.ratio(
      both('Share', '占比'),
      both(
        'Of the year: the mean share in the years of the history, drawn to an even year (mean of n years: n / (n + 1)). Of products drawn to that of the company, as far as their years differ from each other; of one year alone, half.',
        '占全年比例：历史各年占比的均值，向平均分布收缩（n 年均值权重 n/(n+1)）；产品向公司整体收缩，程度取决于各年之间的差异，仅一年时取一半。',
      ),
    ),
    mean_share: column.ratio(both('As seen', '实际平均占比'), both('Mean of the shares in these years.', '这些年份占比的均值。')),
    low: column.ratio(
      both('Low', '下限'),
      both('Of another year, in 95 of 100: by how much these years differ from each other.', '另一年的 95% 区间下限，按各年之间的差异。'),
      oneYear,
    ),
    high: column.ratio(both('High', '上限'), both('Likewise.', '同上。'), oneYear),
    learned_years: column.count(both('Years', '年数'), both('Learned from so many years.', '学习所用的年数。'), { unit: 'years' }),
  },
  requires: [['orders.ordered_at']],
  uses: ['sales_months', 'sales_days'],
  source:
    'Definition: shares of months in years of twelve full months back from the as-of date, of up to targets.split.season_years years; shrinkage by the number of years, for parts by Morris (1983), JASA 78, 47-55.',
  parameters: z.object({ as_of: asOf, targets }),
  compute: async ({ as_of, targets: { split } }, read) => {
    const history = as_of === null ? null : await readHistory(read, as_of);
    if (history === null) return [];
    const whole = learnSeason(history.of('company', ''), split.season_years);
    if (whole === null) return [];
    const first = Number(history.to.slice(5, 7));
    const rowsOf = (level: string, owner: string, season: Season) =>
      season.shares.map((share, place) => ({
        level,
        owner,
        month_number: ((first - 1 + place) % monthsOfYear) + 1,
        share,
        mean_share: season.means[place]!,
        low: season.ranges?.[place]?.low ?? null,
        high: season.ranges?.[place]?.high ?? null,
        learned_years: season.years,
      }));
    const parts = history.owners('product').flatMap((owner) => {
      const season = learnPartSeason(history.of('product', owner), whole.shares, split.season_years);
      return season === null || owner === '' ? [] : rowsOf('product', owner, season);
    });
    return [...rowsOf('company', '', whole), ...parts];
  },
});
