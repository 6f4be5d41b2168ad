import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, period } from '../parameters.ts';
import { coachingCases } from './parts/coaching-cases.ts';
import { coachingMeasures } from './parts/coaching-measures.ts';
import { coachingRows } from './parts/coaching.ts';
import { repCustomers } from './rep-customers.ts';

const meaning = (lang: 'en' | 'zh-CN', mark: string): string =>
  coachingMeasures.map(({ id, meaning: text }) => `${id}: ${text[lang].replace(/[.。]$/, '')}`).join(mark);

const notBehind = { empty: both('The rep is not behind the median.', '该销售不低于中位数。') };

export const repCoaching = defineMetric({
  id: 'rep_coaching',
  question: both(
    'What is each rep weakest at, what would it be worth, and who does it best?',
    '每位销售最弱的是哪项，补上值多少，谁做得最好？',
  ),
  grain: ['rep', 'measure'],
  columns: {
    rep: repCustomers.columns['rep']!,
    measure: column.id(both('Measure', '指标'), both(`${meaning('en', '; ')}.`, `${meaning('zh-CN', '；')}。`)),
    measure_order: column.count(both('Order', '顺序'), both('The order of the measures.', '指标顺序。')),
    value: column.number(both('Value', '数值'), both('Of the rep in the period.', '该销售本期的数值。')),
    base: column.number(both('n', '基数'), both('What the ratio is divided by.', '比率的分母。')),
    median: column.number(both('Median of reps', '销售中位数'), both('Over the reps that have the measure.', '有该指标的销售的中位数。')),
    z: column.number(
      both('Against others', '与他人的距离'),
      both(
        'How far the rep does better than the others together, in standard deviations of what chance makes when customers are dealt out anew; below 0 worse.',
        '与其他人合计相比的差距，以客户随机重新分配时的标准差为单位；低于 0 为更差。',
      ),
      { empty: both('The others have nothing to divide by.', '其他人没有分母。') },
    ),
    p: column.number(
      both('Chance', '偶然概率'),
      both(
        'How often alike reps would leave any of them, by any measure, so far behind by chance; up to 0.05 the rep is behind beyond chance.',
        '若所有销售水平相同，任一人在任一指标上偶然落后这么多的概率；不超过 0.05 即并非偶然。',
      ),
      { empty: both('The others have nothing to divide by.', '其他人没有分母。') },
    ),
    is_behind: column.flag(both('Behind', '低于中位数'), both('Whether the value is worse than the median.', '数值是否差于中位数。')),
    is_clear: column.flag(both('Beyond chance', '并非偶然'), both('Whether it is behind beyond chance.', '是否落后且并非偶然。')),
    is_weakest: column.flag(
      both('Weakest', '最弱项'),
      both(
        'Of what the rep is behind in: what is worth most among those beyond chance; where none is, what chance explains least.',
        '落后项中：并非偶然者取值最高的一项；都可能出于偶然时取最难用偶然解释的一项。',
      ),
    ),
    worth: column.average(
      both('Worth', '补上的价值'),
      both(
        'What the period would have brought more at the median, all else as it is: gap × base × what each brings the rep (win_rate: average won; retention: revenue of a customer kept; active_share: sales of a customer buying; order_frequency: average order). Of margin profit, of receipts money paid.',
        '若达到中位数、其余不变，本期可多带来的金额：差距 × 基数 × 该销售的单位金额（win_rate 平均赢单额；retention 每位留存客户销售额；active_share 每位购买客户订单额；order_frequency 客单价）。margin 为利润，receipts 为回款。',
      ),
      { empty: both('The rep is not behind, or nothing tells what the measure is worth.', '未落后，或无从估算该指标的价值。') },
    ),
    best_rep: column.text(
      both('Best at it', '最佳者'),
      both('The rep farthest above the others by it, and better than the median.', '该指标上超出他人最多且好于中位数的销售。'),
      notBehind,
    ),
    best_value: column.number(both('Value of the best', '最佳者数值'), both('Of that rep.', '该销售的数值。'), notBehind),
  },
  requires: [],
  uses: ['rep_units', 'rep_measures'],
  usesIfComputed: ['rep_customers', 'contact_rows', 'deal_rows'],
  source:
    'Chance: customers dealt out anew to the reps, with a fixed seed; adjusted for all reps and measures by max-T of Westfall & Young (1993).',
  parameters: z.object({ as_of: asOf, period }),
  compute: async ({ as_of, period: asked }, rows) => {
    const ranked = await rows(sql`select rep, measure, value, base, median from rep_measures order by rep, measure_order`);
    return coachingRows(await coachingCases(rows, { asked, asOf: as_of }), ranked);
  },
});
