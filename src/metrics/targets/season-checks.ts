import { z } from 'zod';
import { learnSeason, misplaced, sumOf } from '../../forecast/targets/season.ts';
import { addDays, addMonths } from '../../lib/dates.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';
import { targets } from '../target-parameter.ts';
import { monthsOfYear, readHistory } from './parts/history.ts';
import { workingDaysOf } from './parts/working-months.ts';

export const seasonChecks = defineMetric({
  id: 'season_checks',
  question: both(
    'Would the seasonality of the years before have told the months of a later year?',
    '用此前的季节性能否预知之后一年的月份分布？',
  ),
  grain: ['held_from', 'method'],
  columns: {
    held_from: column.date(both('From', '起'), both('First day of the year held out.', '留出检验年份的第一天。')),
    held_to: column.date(both('To', '止'), both('Its last day.', '最后一天。')),
    method: column.id(
      both('Method', '方法'),
      both('learned from the years before, even, or working-days.', 'learned 由此前年份学习，even 平均，working-days 按工作日。'),
    ),
    learned_years: column.count(both('Learned from', '学习年数'), both('Years before the one held out.', '留出年份之前的年数。'), {
      unit: 'years',
      empty: both('The method learns nothing.', '该方法无需学习。'),
    }),
    misplaced: column.ratio(
      both('In the wrong month', '错月比例'),
      both(
        "Part of the year's number that stands in another month than it fell in: half of the sum of the differences of the shares.",
        '全年数字中落在错误月份的部分：各月占比之差绝对值之和的一半。',
      ),
    ),
  },
  requires: [['orders.ordered_at']],
  uses: ['sales_months', 'sales_days'],
  source: 'Definition: each of up to six years of twelve full months back from the as-of date is held out and told from those before it.',
  parameters: z.object({ as_of: asOf, targets }),
  compute: async ({ as_of, targets: { split, calendar } }, read) => {
    const history = as_of === null ? null : await readHistory(read, as_of);
    if (history === null) return [];
    const values = history.of('company', '').map((value) => Math.max(0, value));
    const rows = [];
    for (let start = values.length - monthsOfYear, held = 0; start >= monthsOfYear && held < mostHeld; start -= monthsOfYear, held += 1) {
      const months = history.months.slice(start, start + monthsOfYear);
      const actual = values.slice(start, start + monthsOfYear);
      const season = learnSeason(values.slice(0, start), split.season_years);
      const days = await workingDaysOf(months, calendar);
      if (season === null || sumOf(actual) <= 0 || sumOf(days) === 0) continue;
      const shares = {
        learned: season.shares,
        even: months.map(() => 1 / months.length),
        'working-days': days.map((count) => count / sumOf(days)),
      };
      for (const [method, own] of Object.entries(shares))
        rows.push({
          held_from: months[0]!,
          held_to: addDays(addMonths(months[0]!, monthsOfYear), -1),
          method,
          learned_years: method === 'learned' ? season.years : null,
          misplaced: misplaced(own, actual),
        });
    }
    return rows;
  },
});

const mostHeld = 6;
