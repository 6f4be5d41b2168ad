import { z } from 'zod';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { repReview } from '../rep-parameter.ts';
import { rankRows, unitsOf } from './parts/rep-scores.ts';
import { repCustomers } from './rep-customers.ts';

const notRanked = { empty: both('The rep sold nothing and decided no deal in either period.', '两期均无成交，也没有结束的商机。') };

export const repRanking = defineMetric({
  id: 'rep_ranking',
  question: both('Which reps do better than others, beyond chance?', '哪些销售的表现好于他人，且并非偶然？'),
  grain: ['rep'],
  columns: {
    rep: repCustomers.columns['rep']!,
    is_ranked: column.flag(both('Ranked', '参与排名'), both('Whether there is anything to rank the rep by.', '是否有可用于排名的数据。')),
    rank: column.count(both('Rank', '名次'), both('1 is the highest composite.', '综合得分最高为 1。'), notRanked),
    rank_low: column.count(
      both('Rank, best', '名次上限'),
      both(
        'Where the rep may stand by its true composite: 2.5% to 97.5% of its ranks when the customers of every rep are drawn anew and scores are pulled to the mean as far as chance may have made the differences.',
        '按真实水平可能的名次：对各销售的客户重复抽样，并按随机成分向均值收缩后，名次的 2.5%–97.5%。',
      ),
      notRanked,
    ),
    rank_high: column.count(both('Rank, worst', '名次下限'), both('Upper end of the same range.', '同一区间的另一端。'), notRanked),
    rank_group: column.count(
      both('Group', '组'),
      both(
        'Reps whose ranges overlap, directly or through others, are one group: no difference between them that would hold. 1 is the first.',
        '名次区间相互重叠（直接或经他人相连）的销售为一组：组内没有站得住的差别。1 为最前。',
      ),
      notRanked,
    ),
    groups: column.count(
      both('Groups', '组数'),
      both('Of all reps; 1: nobody can be told apart.', '全部组数；1 表示无法区分任何人。'),
      notRanked,
    ),
    score: column.number(
      both('Composite', '综合得分'),
      both(
        'Mean of the points of the measures the rep has (rep_measures), by their weights.',
        '该销售各项指标得分（rep_measures）按权重的平均。',
      ),
      { unit: 'points', ...notRanked },
    ),
    shrunk: column.number(
      both('Composite, likely', '收缩得分'),
      both('The composite, pulled to the mean as far as the differences may be chance.', '按随机成分向均值收缩后的综合得分。'),
      { unit: 'points', ...notRanked },
    ),
    verdict: column.id(
      both('Verdict', '结论'),
      both(
        'above: the composite differs from the mean of the reps beyond chance, however many reps there are (false discovery rate of 5%: of alike reps none is named in 95 of 100 rankings), and the whole range lies in the upper half of the ranks, before that of at least one other rep; below: likewise in the lower half, and behind; within: no difference from the others that would hold.',
        'above：综合得分与全体均值之差超出随机波动（已按人数校正，错误发现率 5%：水平相同的销售中，95% 的排名不会点名任何人），且名次区间全在前半、整个先于至少一人的区间；below：同理在后半、整个后于至少一人；within：与他人没有站得住的差别。',
      ),
      notRanked,
    ),
    customers: column.count(
      both('Customers', '客户数'),
      both('Customers (or deals without one) that the composite rests on.', '综合得分所依据的客户数（没有客户的商机按商机计）。'),
      {
        unit: 'customers',
        ...notRanked,
      },
    ),
    measures: column.count(both('Measures', '指标数'), both('Measures that the rep has.', '该销售有值的指标数。'), notRanked),
  },
  requires: [],
  uses: ['rep_units', 'rep_people'],
  usesIfComputed: ['rep_targets'],
  source:
    'Ranges of ranks: Goldstein & Spiegelhalter (1996), JRSS A 159, 385-443; bootstrap of customers with a fixed seed; spread of the true scores: Christiansen & Morris (1997), JASA 92, 618-632; number of reps: Benjamini & Hochberg (1995), JRSS B 57, 289-300.',
  parameters: z.object({ reps: repReview }),
  compute: async ({ reps: { weights } }, rows) => rankRows(await unitsOf(rows), weights),
});
