import { z } from 'zod';
import type { Row } from '../../lib/rows.ts';
import type { Estimate } from '../../stats/estimate.ts';
import { incidenceAt } from '../../stats/survival/aalen-johansen.ts';
import { durationToReach } from '../../stats/survival/duration-to-reach.ts';
import { kaplanMeier } from '../../stats/survival/kaplan-meier.ts';
import { wilson } from '../../stats/wilson.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { period, pool } from '../parameters.ts';
import { type ComparedGroup, compareGroups, type GroupMeasure, measureOf } from './parts/compare-groups.ts';
import { hasConversions } from './parts/conversion-records.ts';
import { groupColumns } from './parts/group-columns.ts';
import { costColumns, costFigures } from './parts/group-costs.ts';
import { type CostedGroup, readLeadGroups } from './parts/lead-groups.ts';
import { mainAge } from './parts/main-age.ts';
import { conversionCurve, untimed } from './parts/timed-outcomes.ts';

const leads = { unit: 'leads' };
const days = { unit: 'days' };
const notReached = {
  ...days,
  empty: both(
    'Not reached: fewer than half convert while they are followed; or the dates are missing.',
    '未达到：观察期内不足半数转化；或缺少日期。',
  ),
};
const notCompared = both('Of all leads; or the group or the others have no figure.', '全部线索；或该组、其他线索没有该值。');

export const leadConversion = defineMetric({
  id: 'lead_conversion',
  question: both(
    'Which leads convert, at equal age, and does a group differ from all others by more than chance?',
    '同龄比较，哪些线索更易转化？各组与其他线索的差异是否超出随机波动？',
  ),
  grain: ['dimension', 'value'],
  columns: {
    ...groupColumns,
    leads: column.count(
      both('Leads', '线索数'),
      both('Leads of the group; with a period those that came in during it.', '该组线索数；给出期间时只计其间进入的。'),
      leads,
    ),
    converted: column.count(both('Converted', '已转化'), both('Those that became customers so far.', '至今已转为客户的线索。'), leads),
    lost: column.count(both('Lost', '流失'), both('Those lost or judged invalid.', '流失或判无效的线索。'), leads),
    open_leads: column.count(both('Open', '未决'), both('Neither yet.', '尚未转化也未流失的线索。'), leads),
    undated: column.count(
      both('Converted without a date', '转化无日期'),
      both('Converted leads without a usable date of conversion or entry.', '没有可用转化日期或进入日期的已转化线索。'),
      leads,
    ),
    rate: column.ratio(
      both('Converted so far', '累计转化率'),
      both('Converted ÷ leads, old and young alike.', '已转化 ÷ 线索数，不分新旧。'),
    ),
    rate_low: column.ratio(
      both('Converted so far, low', '累计转化率下限'),
      both('Lower end of its 95% interval (Wilson).', '其 95% 区间下限（Wilson）。'),
    ),
    rate_high: column.ratio(
      both('Converted so far, high', '累计转化率上限'),
      both('Upper end of its 95% interval (Wilson).', '其 95% 区间上限（Wilson）。'),
    ),
    age: column.count(
      both('Age', '天数'),
      both('At which groups are compared: the middle one of pool.ages.', '对比所用的天数：pool.ages 中间的一个。'),
      days,
    ),
    incidence: column.ratio(
      both('Converted by that age', '该天数内转化率'),
      both(
        'Share converted within that many days of coming in (Aalen–Johansen): open leads count as long as they were followed, lost ones stay in the base.',
        '进入后该天数内转化的比例（Aalen–Johansen）：未决线索只按已观察的天数计，流失的仍计入分母。',
      ),
      { empty: untimed },
    ),
    incidence_low: column.ratio(
      both('By that age, low', '该天数内转化率下限'),
      both('Lower end of its 95% interval.', '其 95% 区间下限。'),
      { empty: untimed },
    ),
    incidence_high: column.ratio(
      both('By that age, high', '该天数内转化率上限'),
      both('Upper end of its 95% interval.', '其 95% 区间上限。'),
      { empty: untimed },
    ),
    naive: column.ratio(
      both('If the lost counted as open', '把流失当未决的算法'),
      both(
        '1 − Kaplan–Meier at that age, as often computed: too high, for lost leads would still have to convert. For comparison only.',
        '该天数的 1 − Kaplan–Meier，常见但偏高：等于假定流失的线索仍可能转化。仅供对照。',
      ),
      { empty: untimed },
    ),
    median_days: column.number(
      both('Days until half converted', '半数转化天数'),
      both('Age at which half of all leads of the group have converted.', '该组半数线索转化时的天数。'),
      notReached,
    ),
    median_low_days: column.number(
      both('Days until half, low', '半数转化天数下限'),
      both('Lower end of its 95% interval.', '其 95% 区间下限。'),
      notReached,
    ),
    median_high_days: column.number(
      both('Days until half, high', '半数转化天数上限'),
      both('Upper end of its 95% interval.', '其 95% 区间上限。'),
      notReached,
    ),
    measure: column.text(
      both('Compared by', '对比口径'),
      both(
        'incidence: converted by that age; rate: converted so far, where dates are missing, so that old and young leads are not told apart.',
        'incidence 按该天数内转化率；rate 缺少日期时按累计转化率，不分新旧。',
      ),
    ),
    others: column.ratio(
      both('All others', '其他线索'),
      both('The same figure of all leads outside the group.', '该组之外全部线索的同一指标。'),
      { empty: notCompared },
    ),
    difference: column.points(both('Difference', '差异'), both('Group less all others.', '该组 − 其他线索。'), { empty: notCompared }),
    difference_low: column.points(both('Difference, low', '差异下限'), both('Lower end of its 95% interval.', '其 95% 区间下限。'), {
      empty: notCompared,
    }),
    difference_high: column.points(both('Difference, high', '差异上限'), both('Upper end of its 95% interval.', '其 95% 区间上限。'), {
      empty: notCompared,
    }),
    p_adjusted: column.number(
      both('p, adjusted', '校正后 p 值'),
      both(
        'Score test, Fisher where few are expected; adjusted for all groups of the dimension (Holm).',
        'score 检验，期望数小时用 Fisher；按该维度全部组校正（Holm）。',
      ),
      { empty: notCompared },
    ),
    alike_p: column.number(
      both('p that groups are alike', '各组相同的 p 值'),
      both(
        'How often the groups of the dimension differ at least as much by chance (Tarone, by drawing); adjusted for the dimensions (Holm).',
        '若该维度各组相同，随机出现至少同样差异的概率（Tarone 检验，抽样计算）；按维度个数校正（Holm）。',
      ),
      { empty: notCompared },
    ),
    ...costColumns,
    verdict: column.text(
      both('Verdict', '判断'),
      both(
        'above, below: more than chance, both p at most 0.05; no_difference; too_few: fewer than five conversions (or others) expected; too_young: nobody was followed to that age; undated: dates are missing.',
        'above 高于、below 低于：两个 p 值均 ≤ 0.05；no_difference 无可见差异；too_few 期望数不足 5；too_young 尚无线索观察到该天数；undated 缺少日期。',
      ),
      { empty: both('Of all leads.', '全部线索。') },
    ),
  },
  requires: [],
  uses: ['lead_course'],
  source:
    'Aalen & Johansen (1978), lost leads as competing event; intervals by the complementary log-log; score test of effective samples; Tarone (1979); Holm (1979). Blank: dates missing of more than 5% of the converted leads, for the figures would be too low by that share of themselves, or of the others.',
  parameters: z.object({ period, pool }),
  compute: async ({ period: asked, pool: { ages } }, rows) => {
    const { all, groups } = await readLeadGroups(rows, asked);
    if (all.outcomes.leads === 0 || !(await hasConversions(rows))) return [];
    const measure = measureOf(all.outcomes);
    const age = mainAge(ages);
    const compared = compareGroups(all.outcomes, groups, age);
    return [
      { ...figures(all, measure, age), ...against(null) },
      ...groups.map((group, index) => ({ ...figures(group, measure, age), ...against(compared[index]!) })),
    ];
  },
});

function figures({ dimension, value, outcomes, costs }: CostedGroup, measure: GroupMeasure, age: number): Row {
  const { leads: counted, converted, lost, open, undated, byAge } = outcomes;
  const curve = measure === 'incidence' ? conversionCurve(outcomes) : null;
  const median = curve === null ? null : durationToReach(curve, 0.5);
  const naive = curve === null ? null : incidenceAt(kaplanMeier([...byAge.values()]).incidence, age);
  const interval = wilson(converted, counted);
  return {
    dimension,
    value,
    leads: counted,
    converted,
    lost,
    open_leads: open,
    undated,
    rate: converted / counted,
    rate_low: interval?.low ?? null,
    rate_high: interval?.high ?? null,
    age,
    ...estimate('incidence', curve === null ? null : incidenceAt(curve, age)),
    naive: naive?.value ?? null,
    median_days: median?.duration ?? null,
    median_low_days: median?.low ?? null,
    median_high_days: median?.high ?? null,
    measure,
    ...costFigures(costs),
  };
}

function against(compared: ComparedGroup | null): Row {
  return {
    others: compared?.others ?? null,
    difference: compared?.comparison?.difference ?? null,
    difference_low: compared?.comparison?.interval.low ?? null,
    difference_high: compared?.comparison?.interval.high ?? null,
    p_adjusted: compared?.adjusted ?? null,
    alike_p: compared?.alike ?? null,
    verdict: compared?.verdict ?? null,
  };
}

function estimate(id: string, of: Estimate | null): Row {
  return { [id]: of?.value ?? null, [`${id}_low`]: of?.interval.low ?? null, [`${id}_high`]: of?.interval.high ?? null };
}
