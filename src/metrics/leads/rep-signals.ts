import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { signalRows } from './parts/signal-rows.ts';

export const repSignals = defineMetric({
  id: 'rep_signals',
  question: both(
    'Which reps treat leads differently from the others by more than chance?',
    '哪些销售处理线索的方式与他人不同，且超出随机波动？',
  ),
  grain: ['rep', 'rate'],
  columns: {
    rep: column.text(both('Rep', '销售'), both('As in rep_leads.', '同 rep_leads。')),
    rate: column.id(
      both('Rate', '比率'),
      both(
        'Of the leads taken: follow_up contacted while held, conversion converted, recycle taken back by the rules, return given back, other_pools from other pools than the own.',
        '占取得线索的比例：follow_up 跟进、conversion 转化、recycle 被回收、return 退回、other_pools 取自其他公海。',
      ),
    ),
    part: column.count(both('Number', '数量'), both('The leads that it counts.', '符合的线索次数。'), { unit: 'times' }),
    taken: column.count(
      both('Taken', '取得'),
      both('The leads taken; of conversion those that had not converted before.', '取得的线索次数；转化只计此前未转化的。'),
      { unit: 'times' },
    ),
    value: column.ratio(both('Share', '占比'), both('Number ÷ taken.', '数量 ÷ 取得。')),
    others: column.ratio(both('Others', '他人占比'), both('The same of all other reps together.', '其他销售合计的占比。'), {
      empty: both('There is no other rep.', '没有其他销售。'),
    }),
    all_reps: column.ratio(both('All', '全体占比'), both('The same of all reps together.', '全部销售合计的占比。')),
    low: column.ratio(
      both('Limit, low', '控制下限'),
      both(
        'Lower 99.8% funnel limit of a rep with so many leads (exact binomial), around the rate of those who are not far from the others.',
        '该线索量对应的 99.8% 漏斗图下限（精确二项），以未明显偏离者的合计占比为中心。',
      ),
    ),
    high: column.ratio(both('Limit, high', '控制上限'), both('Upper 99.8% funnel limit.', '99.8% 漏斗图上限。')),
    warning_low: column.ratio(both('Warning, low', '警戒下限'), both('Lower 95% funnel limit.', '95% 漏斗图下限。')),
    warning_high: column.ratio(both('Warning, high', '警戒上限'), both('Upper 95% funnel limit.', '95% 漏斗图上限。')),
    p_equal: column.number(
      both('p that all are alike', '全体一致的 p 值'),
      both(
        'How often reps who are all alike differ at least as much in this rate by chance (Tarone, by drawing), adjusted for the five rates (Holm).',
        '若所有销售并无差别，该比率差异不小于现状的概率（Tarone 检验，抽样），按五个比率校正（Holm）。',
      ),
      { empty: both('Fewer than two reps took leads.', '取得线索的销售不足两位。') },
    ),
    signal: column.id(
      both('Signal', '信号'),
      both(
        'far_above, far_below: beyond the 99.8% limits; above, below: beyond the 95% limits; none: within them. All none where the reps do not differ by more than chance (p_equal of 0.05 or more); without those far out the same is asked of the others.',
        'far_above、far_below 超出 99.8% 限；above、below 超出 95% 限；none 在限内。p_equal ≥ 0.05 时均为 none（无可辨差异）；先去掉明显偏离者，再对其余销售同样判断。',
      ),
    ),
  },
  requires: [],
  uses: ['rep_leads'],
  source: 'Funnel plot: Spiegelhalter (2005), Statistics in Medicine 24; whether units differ at all: Tarone (1979), Biometrika 66.',
  parameters: z.object({}),
  compute: async (_, rows) => signalRows(await rows(sql`select * from rep_leads where taken > 0 order by rep`)),
});
