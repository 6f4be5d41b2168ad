import { z } from 'zod';
import { createRandom } from '../../lib/random.ts';
import { testCells } from '../../stats/additive/unusual-cells.ts';
import { wilson } from '../../stats/wilson.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { caseColumns } from './parts/case-columns.ts';
import { countCases } from './parts/case-kinds.ts';
import { attributes, leadFields, readCases } from './parts/cases.ts';

export const winPatterns = defineMetric({
  id: 'win_patterns',
  question: both('What do deals that are won have more often than deals that are lost?', '赢单与输单在哪些特征上不同？'),
  grain: ['attribute', 'kind'],
  columns: {
    ...caseColumns,
    rate_low: column.ratio(both('Rate, low', '成功率下限'), both('Lower end of the 95% interval of Wilson.', 'Wilson 95% 区间下限。')),
    rate_high: column.ratio(both('Rate, high', '成功率上限'), both('Upper end of it.', '区间上限。')),
    expected_rate: column.ratio(
      both('Expected rate', '预期成功率'),
      both('What the reps who worked on them reach over all their cases.', '经办销售在其全部件数上的成功率。'),
    ),
    score: column.number(
      both('Score', '标准分'),
      both('Difference from expected in standard deviations of chance, skewness taken out.', '与预期之差 ÷ 随机标准差（已校正偏度）。'),
    ),
    p: column.number(
      both('p', 'p 值'),
      both(
        'How often chance alone makes any kind of any attribute differ as much.',
        '若无真实差别，所有维度与类型中至少一处出现同样偏离的概率（已考虑多重比较）。',
      ),
    ),
    verdict: column.id(
      both('Verdict', '结论'),
      both(
        'above or below what the reps reach elsewhere (p ≤ 0.05), else within chance.',
        'above 高于、below 低于经办销售的水平（p ≤ 0.05）；within 随机范围内。',
      ),
    ),
  },
  requires: [],
  reads: leadFields,
  uses: ['rep_names'],
  usesIfComputed: ['deal_features', 'rep_customers', 'customer_profile'],
  source:
    'Kinds of cases held against the reps who worked on them: adjusted residuals, Haberman (1973); the largest of all, Westfall & Young (1993).',
  parameters: z.object({}),
  compute: async (_, read) => {
    const found = await readCases(read);
    if (found === null) return [];
    const { factors, cases, design } = countCases(found.cases, attributes.all);
    const test = testCells(cases, design, { random: createRandom(14, 'patterns'), by: 'kind', without: factors.map(() => [0]) });
    return (test?.cells ?? []).map(({ factor, kind, trials, successes, expected, score, p }) => {
      const interval = wilson(successes, trials)!;
      return {
        of: found.of,
        attribute: factors[factor]!.attribute,
        kind: factors[factor]!.kinds[kind]!,
        cases: trials,
        successes,
        rate: successes / trials,
        rate_low: interval.low,
        rate_high: interval.high,
        expected_rate: expected / trials,
        score,
        p,
        verdict: p > 0.05 ? 'within' : score > 0 ? 'above' : 'below',
      };
    });
  },
});
