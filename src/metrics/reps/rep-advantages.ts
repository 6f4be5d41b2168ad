import { z } from 'zod';
import { createRandom } from '../../lib/random.ts';
import { logistic, logOddsOf } from '../../stats/logistic-likelihood.ts';
import { likelyDifferences } from '../../stats/additive/likely-difference.ts';
import type { Cell } from '../../stats/additive/unusual-cells.ts';
import { judgeCells } from '../../stats/additive/named-cells.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { countCases } from './parts/case-kinds.ts';
import { attributes, leadFields, readCases } from './parts/cases.ts';
import { caseColumns } from './parts/case-columns.ts';
import { repCustomers } from './rep-customers.ts';

export const repAdvantages = defineMetric({
  id: 'rep_advantages',
  question: both('Where does each rep do better or worse than expected?', '每位销售在哪些类型上好于或差于预期？'),
  grain: ['rep', 'attribute', 'kind'],
  columns: {
    rep: repCustomers.columns['rep']!,
    ...caseColumns,
    expected: column.number(
      both('Expected', '预期'),
      both(
        'What a rep of that level reaches with cases of those kinds: as much better or worse everywhere, and kinds as easy as they are to all (additive on the scale of log-odds over all attributes).',
        '该水平的销售处理这些类型时应有的成功数：销售水平与各类型难易分别计入（各属性在对数优势比上相加）。',
      ),
    ),
    expected_rate: column.ratio(both('Expected rate', '预期成功率'), both('Expected ÷ cases.', '预期 ÷ 件数。')),
    likely_rate: column.ratio(
      both('Likely rate', '估计成功率'),
      both(
        'What the true rate probably is: drawn from the one seen towards the one expected, the more, the fewer cases it rests on.',
        '真实成功率的估计：件数越少，越向预期靠拢。',
      ),
    ),
    likely_low: column.ratio(both('Likely rate, low', '估计成功率下限'), both('Lower end of its 95% interval.', '其 95% 区间下限。')),
    likely_high: column.ratio(both('Likely rate, high', '估计成功率上限'), both('Upper end of it.', '区间上限。')),
    score: column.number(
      both('Score', '标准分'),
      both('Difference from expected in standard deviations of chance, skewness taken out.', '与预期之差 ÷ 随机标准差（已校正偏度）。'),
    ),
    p: column.number(
      both('p', 'p 值'),
      both(
        'How often chance alone makes any rep differ as much anywhere, all reps and kinds looked at together.',
        '若无真实差别，所有销售与类型中至少一处出现同样偏离的概率（已考虑多重比较）。',
      ),
    ),
    verdict: column.id(
      both('Verdict', '结论'),
      both(
        'above or below what is expected (p ≤ 0.05), else within chance.',
        'above 高于、below 低于预期（p ≤ 0.05）；within 随机范围内。',
      ),
    ),
    needed: column.count(
      both('Cases needed', '所需件数'),
      both('With the same difference it would hold from about so many cases on.', '差距不变时，约需这么多件才站得住。'),
      { empty: both('There is no difference.', '没有差别。') },
    ),
  },
  requires: [],
  reads: leadFields,
  uses: ['rep_names'],
  usesIfComputed: ['deal_features', 'rep_customers', 'customer_profile'],
  source:
    'Logistic regression on reps and kinds without interaction; adjusted residuals, Haberman (1973); the largest of all, Westfall & Young (1993); shrinkage, Christiansen & Morris (1997).',
  parameters: z.object({}),
  compute: async (_, read) => {
    const found = await readCases(read);
    if (found === null) return [];
    const { reps, factors, cases, design } = countCases(found.cases, attributes.given);
    if (reps.length < 2) return [];
    const cells = judgeCells(cases, design, { random: () => createRandom(14, 'strengths'), without: factors.map(() => [0]), level: 0.05 });
    const likely = likelyDifferences(cells.map(seenDifference));
    return cells.map(({ factor, kind, unit, trials, successes, expected, score, p, holds, limit }, index) => {
      const level = logOddsOf(expected / trials);
      const { value, interval } = likely[index]!;
      return {
        rep: reps[unit!]!,
        of: found.of,
        attribute: factors[factor]!.attribute,
        kind: factors[factor]!.kinds[kind]!,
        cases: trials,
        successes,
        rate: successes / trials,
        expected,
        expected_rate: expected / trials,
        likely_rate: logistic(level + value),
        likely_low: logistic(level + interval.low),
        likely_high: logistic(level + interval.high),
        score,
        p,
        verdict: !holds ? 'within' : score > 0 ? 'above' : 'below',
        needed: score === 0 ? null : Math.ceil(trials * Math.max(1, limit / Math.abs(score)) ** 2),
      };
    });
  },
});

/** On the scale of log-odds, with half a success and half a failure more. */
function seenDifference({ successes, trials, expected, variance, spread }: Cell) {
  return { difference: logOddsOf((successes + 0.5) / (trials + 1)) - logOddsOf(expected / trials), variance: variance / spread ** 2 };
}
