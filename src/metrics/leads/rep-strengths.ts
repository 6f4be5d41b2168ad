import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { ageBandColumn } from './parts/age-bands.ts';
import { allocationParameters, allocationReads, openAllocation } from './parts/open-allocation.ts';

const times = { unit: 'times' };

export const repStrengths = defineMetric({
  id: 'rep_strengths',
  question: both('How much of each kind of lead does each rep probably convert?', '每位销售对各类线索的转化率大概是多少？'),
  grain: ['rep', 'segment', 'came_back', 'age_band'],
  columns: {
    rep: column.text(both('Rep', '销售'), both('Who is given leads.', '承接线索的销售。')),
    segment: column.text(both('Segment', '分群'), both('As in lead_segments; empty for the others.', '同 lead_segments；其他为空文本。')),
    came_back: column.flag(both('Taken before', '曾被取得'), both('As in rep_segments.', '同 rep_segments。')),
    age_band: ageBandColumn,
    taken: column.count(
      both('Taken', '取得'),
      both(
        'Leads taken that count: old enough, or all where dates are missing (rep_segments).',
        '计入的取得次数：已满天数的，缺少日期时为全部（rep_segments）。',
      ),
      times,
    ),
    converted: column.count(
      both('Converted', '已转化'),
      both('Those of them that converted, in time where there are dates.', '其中转化的次数（有日期时须在天数内）。'),
      times,
    ),
    rate: column.ratio(both('Converted, share', '转化率'), both('Converted ÷ taken.', '已转化 ÷ 取得。'), {
      empty: both('The rep took none.', '该销售没有取得过。'),
    }),
    likely_rate: column.ratio(
      both('Likely rate', '估计转化率'),
      both(
        'What the true rate probably is: drawn towards what the rep converts of all leads, and that towards all reps, the more, the fewer leads it rests on. A rep who took none has the rate of all.',
        '真实转化率的估计：线索越少，越向该销售总体、再向全体靠拢；没有取得过的取全体值。',
      ),
    ),
    all_reps: column.ratio(both('All reps', '全体销售'), both('The likely rate of all reps together.', '全体销售合计的估计转化率。')),
  },
  ...allocationReads,
  source: 'Hierarchical beta-binomial empirical Bayes, after Christiansen & Morris (1997), JASA 92, 618-632.',
  parameters: allocationParameters,
  compute: async (settings, read) => {
    const found = await openAllocation(read, settings);
    if (found === null) return [];
    const { strata, takers, evidence, rates } = found;
    return takers.flatMap(({ rep, quota }, place) =>
      quota === 0
        ? []
        : strata.map(({ segment, cameBack, ageBand }, stratum) => {
            const { successes, trials } = evidence[stratum]![place]!;
            return {
              rep,
              segment,
              came_back: cameBack,
              age_band: ageBand,
              taken: trials,
              converted: successes,
              rate: trials === 0 ? null : successes / trials,
              likely_rate: rates.means[stratum]![place]!,
              all_reps: rates.strata[stratum]!,
            };
          }),
    );
  },
});
