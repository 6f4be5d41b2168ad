import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { aalenJohansen, incidenceAt } from '../../stats/survival/aalen-johansen.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { period, pool } from '../parameters.ts';
import { mainAge } from './parts/main-age.ts';
import { speedBandColumn, speedBands } from './parts/speed-bands.ts';

const leads = { unit: 'leads' };
const unknown = { empty: both('No lead of the group has dates that reach to that age.', '该组没有日期覆盖到该天数的线索。') };

export const speedConversion = defineMetric({
  id: 'speed_conversion',
  question: both('How many leads convert by how fast they were contacted?', '首次跟进的快慢与转化率如何对应？'),
  grain: ['speed_band'],
  columns: {
    speed_band: column.text(speedBandColumn.title, speedBandColumn.meaning),
    leads: column.count(
      both('Leads', '线索数'),
      both('Leads of the group; with a period those that came in during it.', '该组线索数；给出期间时只计其间进入的。'),
      leads,
    ),
    converted: column.count(
      both('Converted', '已转化'),
      both('Those that became customers so far.', '其中至今已转为客户的线索数。'),
      leads,
    ),
    dated: column.count(
      both('Dated', '有日期'),
      both('Those whose age is known: they are in the conversion at equal age.', '其中天数已知、计入同龄转化率的线索数。'),
      leads,
    ),
    incidence_days: column.count(
      both('At age', '同龄天数'),
      both(
        'Days after coming in at which conversion is compared: the middle one of pool.ages.',
        '对比转化率的天数：pool.ages 中间的一个。',
      ),
      { unit: 'days' },
    ),
    incidence: column.ratio(
      both('Converted by then', '同龄转化率'),
      both(
        'Share converted within that many days of coming in (Aalen–Johansen; open leads are censored, lost ones compete).',
        '创建后该天数内转化的比例（Aalen–Johansen；未决为删失，流失为竞争风险）。',
      ),
      unknown,
    ),
    incidence_low: column.ratio(
      both('Converted by then, low', '同龄转化率下限'),
      both('Lower end of its 95 % interval.', '其 95% 区间下限。'),
      unknown,
    ),
    incidence_high: column.ratio(
      both('Converted by then, high', '同龄转化率上限'),
      both('Upper end of its 95 % interval.', '其 95% 区间上限。'),
      unknown,
    ),
  },
  requires: [],
  uses: ['contact_speed', 'lead_speed', 'lead_course'],
  source:
    'Aalen & Johansen (1978). No cause is shown: fast calls may go to the better leads, and a lead that converts or is lost early has had no time to be called late.',
  parameters: z.object({ period, pool }),
  compute: async ({ period: asked, pool: { ages } }, rows) => {
    const within = asked === null ? sql`true` : sql`created_at >= ${asked.from}::timestamp and created_at < ${asked.to}::timestamp`;
    const counted = await rows(sql`
      select
        speed_band, age_days,
        count(*) as leads,
        count(*) filter (where outcome = 'converted') as converted,
        count(*) filter (where timed_as = 'converted') as events,
        count(*) filter (where timed_as = 'lost') as competing,
        count(*) filter (where timed_as = 'open') as censored
      from lead_speed as speed
      inner join lead_course as course on course.lead_id = speed.lead_id
      where speed_band is not null and ${within}
      group by speed_band, age_days
      order by speed_band, age_days`);
    const age = mainAge(ages);
    return speedBands.flatMap((band) => {
      const own = counted.filter((row) => row['speed_band'] === band);
      if (own.length === 0) return [];
      const dated = own.filter((row) => row['age_days'] !== null);
      const sum = (list: typeof own, name: string): number => list.reduce((total, row) => total + Number(row[name]), 0);
      const count = (row: (typeof own)[number], name: string): number => Number(row[name]);
      const curve = aalenJohansen(
        dated.map((row) => ({
          duration: count(row, 'age_days'),
          events: count(row, 'events'),
          competing: count(row, 'competing'),
          censored: count(row, 'censored'),
        })),
      );
      const at = incidenceAt(curve, age);
      return [
        {
          speed_band: band,
          leads: sum(own, 'leads'),
          converted: sum(own, 'converted'),
          dated: sum(dated, 'leads'),
          incidence_days: age,
          incidence: at?.value ?? null,
          incidence_low: at?.interval.low ?? null,
          incidence_high: at?.interval.high ?? null,
        },
      ];
    });
  },
});
