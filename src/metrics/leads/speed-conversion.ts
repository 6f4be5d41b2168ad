import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { incidenceAt } from '../../stats/survival/aalen-johansen.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { period, pool } from '../parameters.ts';
import { measureOf } from './parts/compare-groups.ts';
import { hasConversions, noConversions } from './parts/conversion-records.ts';
import { holdingRecords } from './parts/holding-records.ts';
import { inPeriod } from './parts/in-period.ts';
import { mainAge } from './parts/main-age.ts';
import { judgedBands, speedBandColumn } from './parts/speed-bands.ts';
import { conversionCurve, countedOutcomes, countOutcomes, untimed } from './parts/timed-outcomes.ts';

const leads = { unit: 'leads' };
const unknown = {
  empty: both(
    `${untimed.en} Not for those never contacted: no lead that converted is among them. Not for those of unknown speed; for none where a list has forgotten who had the leads of the pool, for those that it knows are the ones kept.`,
    `${untimed['zh-CN']}“未跟进”一组不含已转化的线索，不给出；快慢不明的也不给出；线索表未记录公海线索历任负责人时均不给出（其余为留在手中的线索）。`,
  ),
};

export const speedConversion = defineMetric({
  id: 'speed_conversion',
  question: both('How many leads convert by how fast they were contacted?', '首次跟进的快慢与转化率如何对应？'),
  grain: ['speed_band'],
  columns: {
    speed_band: column.text(
      speedBandColumn.title,
      both(
        `${speedBandColumn.meaning.en} unknown: when the lead was assigned, or whether and when it was contacted, is not on record, though that of others is.`,
        `${speedBandColumn.meaning['zh-CN']}unknown 没有分配时间或首次跟进时间的记录（其他线索有）。`,
      ),
    ),
    leads: column.count(
      both('Leads', '线索数'),
      both('Leads of the group; with a period those that came in during it.', '该组线索数；给出期间时只计其间进入的。'),
      leads,
    ),
    converted: column.count(both('Converted', '已转化'), both('Those that became customers so far.', '其中至今已转为客户的线索数。'), {
      ...leads,
      empty: noConversions,
    }),
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
      both('Lower end of its 95% interval.', '其 95% 区间下限。'),
      unknown,
    ),
    incidence_high: column.ratio(
      both('Converted by then, high', '同龄转化率上限'),
      both('Upper end of its 95% interval.', '其 95% 区间上限。'),
      unknown,
    ),
  },
  requires: [],
  uses: ['contact_speed', 'lead_speed', 'lead_course'],
  usesIfComputed: ['lead_file', 'lead_log'],
  source:
    'Aalen & Johansen (1978). No cause is shown: fast calls may go to the better leads, and a lead that converts or is lost early has had no time to be called late.',
  parameters: z.object({ period, pool }),
  compute: async ({ period: asked, pool: { ages } }, rows) => {
    const counted = await rows(sql`
      with assigned as (select count(first_claimed_at) as leads from lead_course),
      answered as (select count(*) filter (where answer <> 'unknown') as leads from lead_speed),
      judged as (
        select
          case
            when assigned.leads > 0 and first_claimed_at is null and claims is null then 'unknown'
            when answered.leads > 0 and answer = 'unknown' then 'unknown'
            else speed_band
          end as speed_band,
          age_days, timed_as, outcome
        from lead_speed as speed
        inner join lead_course as course on course.lead_id = speed.lead_id
        cross join (select leads from assigned) as assigned
        cross join (select leads from answered) as answered
        where ${inPeriod(sql`created_at`, asked)}
      )
      select speed_band, age_days, ${countedOutcomes}
      from judged
      where speed_band is not null
      group by speed_band, age_days
      order by speed_band, age_days`);
    const age = mainAge(ages);
    const isRecorded = await hasConversions(rows);
    const [holdings] = await rows(holdingRecords);
    const isWhole = Number(holdings?.['forgotten'] ?? 0) === 0;
    const isTimed =
      isRecorded && isWhole && measureOf(countOutcomes(counted.filter(({ speed_band: band }) => band !== 'unknown'))) === 'incidence';
    return judgedBands.flatMap((band) => {
      const own = countOutcomes(counted.filter((row) => row['speed_band'] === band));
      const curve = isTimed && band !== 'never' && band !== 'unknown' ? conversionCurve(own) : null;
      const at = curve && incidenceAt(curve, age);
      const row = {
        speed_band: band,
        leads: own.leads,
        converted: isRecorded ? own.converted : null,
        dated: own.leads - own.undated - own.ageless,
        incidence_days: age,
        incidence: at?.value ?? null,
        incidence_low: at?.interval.low ?? null,
        incidence_high: at?.interval.high ?? null,
      };
      return own.leads === 0 ? [] : [row];
    });
  },
});
