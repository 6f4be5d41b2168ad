import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { ageBandColumn, ageBands, daysOfBand } from './parts/age-bands.ts';

/** So many leads of an age band must have been taken before anything is known of its ages. */
const enoughTaken = 10;

const times = { unit: 'times' };
const noAge = both('Of ages that are not known.', '天数不详的一档。');

export const takenAges = defineMetric({
  id: 'taken_ages',
  question: both('What comes of leads by how old they are when a rep takes them?', '取得时存续时长不同的线索，结果有何不同？'),
  grain: ['age_band'],
  columns: {
    age_band: ageBandColumn,
    from_days: column.count(both('From day', '起始天'), both('First day of the band.', '该档第一天。'), { unit: 'days', empty: noAge }),
    to_days: column.count(both('To day', '截止天'), both('Last day of the band.', '该档最后一天。'), {
      unit: 'days',
      empty: both('It has none, or is of ages that are not known.', '没有上限，或为天数不详的一档。'),
    }),
    taken: column.count(
      both('Taken', '取得'),
      both(
        'Leads taken that count: old enough, or all where none is (rep_segments).',
        '计入的取得次数：已满天数的，均未满时为全部（rep_segments）。',
      ),
      times,
    ),
    converted: column.count(
      both('Converted', '已转化'),
      both(
        'Those of them that converted within so many days, or, where none is old enough, at all.',
        '其中在该天数内转化的次数（均未满天数时不限天数）。',
      ),
      times,
    ),
    oldest_days: column.count(both('Oldest', '最久存续'), both('As in rep_segments.', '同 rep_segments。'), {
      unit: 'days',
      empty: both('None is old enough, or when they came in is not known.', '没有已满天数的，或进入时间不详。'),
    }),
    is_tried: column.flag(
      both('Tried', '有先例'),
      both(`Whether at least ${enoughTaken} were taken.`, `是否取得过至少 ${enoughTaken} 次。`),
    ),
  },
  requires: [],
  uses: ['rep_segments'],
  source: 'Sums of rep_segments.',
  parameters: z.object({}),
  compute: async (_, read) => {
    const rows = await read(sql`
      with counted as (select sum(old_enough) > 0 as is_aged from rep_segments)
      select
        age_band,
        sum(case when is_aged then old_enough else taken end) as taken,
        sum(case when is_aged then converted_in_time else converted end) as converted,
        max(oldest_days) as oldest_days
      from rep_segments
      cross join (select is_aged from counted) as counted
      group by age_band`);
    const byBand = new Map(rows.map((row) => [Number(row['age_band']), row]));
    const tellsAges = [...byBand.keys()].some((band) => band > 0);
    return ageBands.flatMap((band) => {
      const row = byBand.get(band);
      if (row === undefined && (band === 0 || !tellsAges)) return [];
      const { from, to } = daysOfBand(band);
      const taken = Number(row?.['taken'] ?? 0);
      return [
        {
          age_band: band,
          from_days: from,
          to_days: to,
          taken,
          converted: Number(row?.['converted'] ?? 0),
          oldest_days: row?.['oldest_days'] ?? null,
          is_tried: taken >= enoughTaken,
        },
      ];
    });
  },
});
