import { z } from 'zod';
import type { Row } from '../../lib/rows.ts';
import { incidenceAt } from '../../stats/survival/aalen-johansen.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { period, pool } from '../parameters.ts';
import { measureOf } from './parts/compare-groups.ts';
import { hasConversions } from './parts/conversion-records.ts';
import { groupColumns } from './parts/group-columns.ts';
import { readLeadGroups } from './parts/lead-groups.ts';
import { conversionCurve, type TimedOutcomes, untimed } from './parts/timed-outcomes.ts';

export const conversionByAge = defineMetric({
  id: 'conversion_by_age',
  question: both('What share of each group of leads has converted by which age?', '各组线索在不同天数内的转化率是多少？'),
  grain: ['dimension', 'value', 'age'],
  columns: {
    ...groupColumns,
    age: column.count(both('Age', '天数'), both('Days since the lead came in; those of pool.ages.', '线索进入后的天数，取自 pool.ages。'), {
      unit: 'days',
    }),
    leads: column.count(both('Leads', '线索数'), both('Leads of the group.', '该组线索数。'), { unit: 'leads' }),
    followed: column.number(
      both('Followed so long', '观察到该天数的线索'),
      both(
        'How many leads would have been followed to this age if nothing had happened to them; not whole.',
        '若无结果发生、可观察到该天数的线索数（估计值，非整数）。',
      ),
      { unit: 'leads', empty: untimed },
    ),
    incidence: column.ratio(
      both('Converted by then', '该天数内转化率'),
      both('Share converted within that many days of coming in (Aalen–Johansen).', '进入后该天数内转化的比例（Aalen–Johansen）。'),
      { empty: untimed },
    ),
    incidence_low: column.ratio(both('Converted by then, low', '转化率下限'), both('Lower end of its 95% interval.', '其 95% 区间下限。'), {
      empty: untimed,
    }),
    incidence_high: column.ratio(
      both('Converted by then, high', '转化率上限'),
      both('Upper end of its 95% interval.', '其 95% 区间上限。'),
      { empty: untimed },
    ),
  },
  requires: [],
  uses: ['lead_course'],
  source: 'As lead_conversion, at every age of pool.ages.',
  parameters: z.object({ period, pool }),
  compute: async ({ period: asked, pool: { ages } }, rows) => {
    const { all, groups } = await readLeadGroups(rows, asked);
    if (all.outcomes.leads === 0 || !(await hasConversions(rows))) return [];
    const dated = measureOf(all.outcomes) === 'incidence';
    return [all, ...groups].flatMap(({ dimension, value, outcomes }) =>
      atAges(dated ? outcomes : null, ages).map((row) => ({ dimension, value, leads: outcomes.leads, ...row })),
    );
  },
});

function atAges(outcomes: TimedOutcomes | null, ages: readonly number[]): Row[] {
  const curve = outcomes && conversionCurve(outcomes);
  return ages.map((age) => {
    const at = curve && incidenceAt(curve, age);
    return {
      age,
      followed: at?.fullyFollowed ?? null,
      incidence: at?.value ?? null,
      incidence_low: at?.interval.low ?? null,
      incidence_high: at?.interval.high ?? null,
    };
  });
}
