import { z } from 'zod';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, period, pool } from '../parameters.ts';
import { compareReps } from './parts/compare-reps.ts';
import { hasConversions } from './parts/conversion-records.ts';
import { mainAge } from './parts/main-age.ts';
import { readRepOutcomes } from './parts/rep-outcomes.ts';
import { untimed } from './parts/timed-outcomes.ts';

const times = { unit: 'times' };
const noReps = both('No rep has a figure to compare.', '没有可对比的销售。');

export const repConversion = defineMetric({
  id: 'rep_conversion',
  question: both(
    'How much of what each rep takes converts, how sure is that, and does any rep differ by more than chance?',
    '每位销售取得的线索转化率如何、有多确定？是否有人差异超出随机波动？',
  ),
  grain: ['rep'],
  columns: {
    rep: column.text(both('Rep', '销售'), both('Who took or owns the leads.', '取得或持有线索的销售。')),
    leads: column.count(
      both('Leads taken', '取得线索'),
      both(
        'Leads claimed or given, each time counted, and those the rep owns of which nobody knows when they were given; with a period those of it.',
        '领取或被分配的次数，加上名下不知何时分配的线索；给出期间时只计其间的。',
      ),
      times,
    ),
    converted: column.count(
      both('Converted', '已转化'),
      both('Those of them that converted while the rep had them.', '其中在该销售手中转化的。'),
      times,
    ),
    held: column.count(
      both('Still held', '在手'),
      both('Those of them that the rep still has: they may convert yet.', '其中仍在手、可能转化的。'),
      times,
    ),
    rate: column.ratio(
      both('Converted so far', '累计转化率'),
      both('Converted ÷ leads taken, old and young alike.', '已转化 ÷ 取得，不分新旧。'),
    ),
    age: column.count(
      both('Age', '天数'),
      both('At which reps are compared: the middle one of pool.ages.', '对比所用的天数：pool.ages 中间的一个。'),
      { unit: 'days' },
    ),
    incidence: column.ratio(
      both('Converted by that age', '该天数内转化率'),
      both(
        'Share converted within that many days of taking (Aalen–Johansen): those given back, recycled, passed on or lost stay in the base, those still held count as long as they were.',
        '取得后该天数内转化的比例（Aalen–Johansen）：退回、回收、转出与流失的仍计入分母，仍在手的只按已持有的天数计。',
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
    measure: column.text(
      both('Compared by', '对比口径'),
      both(
        'incidence: converted by that age; rate: converted so far, where dates are missing.',
        'incidence 按该天数内转化率；rate 缺少日期时按累计转化率。',
      ),
    ),
    all_reps: column.ratio(
      both('All reps', '全体销售'),
      both('The same figure of the leads of all reps together.', '全体销售合计的同一指标。'),
      {
        empty: noReps,
      },
    ),
    usual_rate: column.ratio(
      both('Usual rate', '常态转化率'),
      both(
        'The same figure of the reps who are alike together: those farthest from the others are taken out one by one until the rest differ by chance only.',
        '相近销售合计的同一指标：逐一去掉偏离最大者，直至其余的差异不超出随机波动。',
      ),
      { empty: noReps },
    ),
    shrunk: column.ratio(
      both('Likely rate', '估计转化率'),
      both(
        'What the true rate probably is: the figure, drawn towards that of all reps the more, the fewer leads it rests on (beta-binomial empirical Bayes).',
        '真实转化率的估计：线索越少，越向全体销售靠拢（贝塔-二项经验贝叶斯）。',
      ),
      { empty: noReps },
    ),
    shrunk_low: column.ratio(
      both('Likely rate, low', '估计转化率下限'),
      both('Lower end of the 95% credible interval.', '95% 可信区间下限。'),
      {
        empty: noReps,
      },
    ),
    shrunk_high: column.ratio(
      both('Likely rate, high', '估计转化率上限'),
      both('Upper end of the 95% credible interval.', '95% 可信区间上限。'),
      {
        empty: noReps,
      },
    ),
    rank_low: column.count(
      both('Rank, best', '名次（最好）'),
      both('Highest place that the rep may have by the true rate, 95%.', '按真实转化率可能的最好名次（95%）。'),
      {
        empty: noReps,
      },
    ),
    rank_high: column.count(
      both('Rank, worst', '名次（最差）'),
      both('Lowest place that the rep may have by the true rate, 95%.', '按真实转化率可能的最差名次（95%）。'),
      {
        empty: noReps,
      },
    ),
    equal_p: column.number(
      both('p that all are alike', '全体相同的 p 值'),
      both(
        'How often alike reps differ at least as much by chance; the same in every row.',
        '若全体相同，随机出现至少同样差异的概率；各行相同。',
      ),
      { empty: noReps },
    ),
    verdict: column.text(
      both('Verdict', '判断'),
      both(
        'above, below: the rep is none of those who are alike (usual_rate), and the credible interval leaves out their figure; else no_difference; too_few: fewer than five conversions (or others) expected.',
        'above 高于、below 低于：该销售不在相近者之列（见 usual_rate），且可信区间不含其合计值；否则 no_difference 无可见差异；too_few 期望数不足 5。',
      ),
    ),
  },
  requires: [['pool_events.rep', 'leads.owner', 'customers.owner']],
  uses: ['lead_course'],
  usesIfComputed: ['lead_file', 'lead_log', 'lead_spells'],
  source:
    'Aalen & Johansen (1978), its effective sample as trials; beta-binomial empirical Bayes, Christiansen & Morris (1997); ranks: Goldstein & Spiegelhalter (1996), draws of a fixed seed; Tarone (1979) for whether reps differ at all.',
  parameters: z.object({ as_of: asOf, period, pool }),
  compute: async ({ as_of, period: asked, pool: { ages } }, rows) => {
    if (!(await hasConversions(rows))) return [];
    const reps = await readRepOutcomes(rows, as_of, asked);
    const age = mainAge(ages);
    const { measure, all, usual, equal, reps: compared } = compareReps(reps, age);
    return reps.map(({ rep, outcomes: { leads, converted, open } }, index) => {
      const { incidence, shrunk, rank, verdict } = compared[index]!;
      return {
        rep,
        leads,
        converted,
        held: open,
        rate: converted / leads,
        age,
        incidence: incidence?.value ?? null,
        incidence_low: incidence?.interval.low ?? null,
        incidence_high: incidence?.interval.high ?? null,
        measure,
        all_reps: all,
        usual_rate: usual,
        shrunk: shrunk?.value ?? null,
        shrunk_low: shrunk?.interval.low ?? null,
        shrunk_high: shrunk?.interval.high ?? null,
        rank_low: rank?.low ?? null,
        rank_high: rank?.high ?? null,
        equal_p: equal,
        verdict,
      };
    });
  },
});
