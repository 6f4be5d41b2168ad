import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, comparison } from '../parameters.ts';
import { changeRows } from './parts/change-rows.ts';
import { bootstrapGroups } from './parts/bootstrap-groups.ts';
import { periodsOf, sides } from './parts/periods.ts';

const notKnown = { empty: both('The figure of a period is not known.', '某一期的数值未知。') };
const untested = {
  empty: both(
    'It is not tested (see the verdict), or the data cannot tell: fewer than 20 customers, or all alike.',
    '未检验（见结论），或无法判断：客户不足 20 位，或数值全部相同。',
  ),
};

const notPerDay = {
  empty: both(
    'The periods have the same length, or the figure does not add up over days (customers, rates, averages).',
    '两期天数相同，或该指标不能按天累加（客户数、比率、平均值）。',
  ),
};
const untestedWhole = {
  empty: both('It is not tested, or per day (see there), or the data cannot tell.', '未检验，或按日均检验（见日均列），或数据不足以判断。'),
};
const untestedPerDay = {
  empty: both('It is not tested per day, or the data cannot tell.', '未按日均检验，或数据不足以判断。'),
};

export const periodChanges = defineMetric({
  id: 'period_changes',
  question: both('What changed between the two periods, and is it more than chance?', '两个时期之间什么变了，是否超出随机波动？'),
  grain: ['measure'],
  columns: {
    measure: column.id(both('Measure', '指标'), both('A column of period_totals.', 'period_totals 的一列。')),
    measure_order: column.count(both('Order', '顺序'), both('The order in which they are shown.', '显示顺序。')),
    shows: column.id(both('Kind of value', '数值类型'), both('How the figures of the row are read.', '该行数值的格式。')),
    unit: column.text(both('Unit', '单位'), both('Unit of the figures of the row.', '该行数值的单位。'), {
      empty: both('The kind of value says all.', '数值类型已说明。'),
    }),
    before: column.number(both('Before', '对比期'), both('The figure of the earlier period.', '对比期数值。'), notKnown),
    after: column.number(both('After', '本期'), both('The figure of the later period.', '本期数值。'), notKnown),
    difference: column.number(
      both('Difference', '增减'),
      both('After less before; of rates in percentage points.', '本期 − 对比期；比率之差为百分点。'),
      notKnown,
    ),
    relative_difference: column.ratio(both('Change', '增减率'), both('(after − before) / |before|.', '（本期 − 对比期）÷ |对比期|。'), {
      empty: both('A figure is not known, or the earlier one is 0.', '数值未知，或对比期为 0。'),
    }),
    n_before: column.count(
      both('n before', '对比期样本数'),
      both(
        'What the figure rests on: the base of a rate, the new customers counted, else the customers buying.',
        '数值所依据的样本：比率的分母、所计的新客户数，其余为购买客户数。',
      ),
    ),
    n_after: column.count(both('n after', '本期样本数'), both('The same for the later period.', '本期的样本数。')),
    low: column.number(
      both('Lower bound', '差异下限'),
      both(
        'Lower end of the 95% interval of the difference, of this measure alone: not widened for how many are tested.',
        '差异的 95% 区间下限；仅就该指标而言，未按检验个数放宽。',
      ),
      untestedWhole,
    ),
    high: column.number(both('Upper bound', '差异上限'), both('Upper end of the same interval.', '同一区间的上限。'), untestedWhole),
    shows_per_day: column.id(both('Kind of value per day', '日均数值类型'), both('How the figures a day are read.', '日均数值的格式。')),
    before_per_day: column.number(
      both('Before, per day', '对比期日均'),
      both('The figure of the earlier period divided by its days.', '对比期数值 ÷ 对比期天数。'),
      notPerDay,
    ),
    after_per_day: column.number(
      both('After, per day', '本期日均'),
      both('The figure of the later period divided by its days.', '本期数值 ÷ 本期天数。'),
      notPerDay,
    ),
    difference_per_day: column.number(
      both('Difference per day', '日均增减'),
      both('After less before, per day; where it is given, it is what is tested.', '本期日均 − 对比期日均；列出时即为检验对象。'),
      notPerDay,
    ),
    relative_difference_per_day: column.ratio(
      both('Change per day', '日均增减率'),
      both('(after − before) / |before|, per day.', '（本期日均 − 对比期日均）÷ |对比期日均|。'),
      { empty: both('There is no figure a day, or the earlier one is 0.', '没有日均值，或对比期为 0。') },
    ),
    low_per_day: column.number(
      both('Lower bound per day', '日均差异下限'),
      both('Lower end of the 95% interval of the difference per day, of this measure alone.', '日均差异的 95% 区间下限；仅就该指标而言。'),
      untestedPerDay,
    ),
    high_per_day: column.number(
      both('Upper bound per day', '日均差异上限'),
      both('Upper end of the same interval.', '同一区间的上限。'),
      untestedPerDay,
    ),
    p: column.number(
      both('p', 'p 值'),
      both('How often chance alone gives a difference at least as large, two-sided.', '仅由随机波动造成不小于该差异的概率（双侧）。'),
      untested,
    ),
    p_adjusted: column.number(
      both('p adjusted', '校正 p 值'),
      both(
        'Adjusted by Holm for all that are tested in this table; the verdict goes by it.',
        '按 Holm 法对本表全部检验校正，结论以此为准。',
      ),
      untested,
    ),
    verdict: column.id(
      both('Verdict', '结论'),
      both(
        'By the p-value adjusted for how many measures are tested. more_than_chance: below 0.05; within_chance; within_chance_adjusted: alone it would be more than chance (its interval may leave out 0), among so many measures it is not; cannot_tell: too little data (no test, or a base below 30 without a difference beyond chance); lengths_differ: the figure depends on the length.',
        '以按检验个数校正后的 p 值为准。more_than_chance：校正 p < 0.05；within_chance：未超出随机波动；within_chance_adjusted：单独检验显著（区间可能不含 0），但同时检验多个指标，校正后不显著；cannot_tell：数据太少（无法检验，或样本不足 30 且差异不显著）；lengths_differ：该指标随时长变化，无法比较。',
      ),
    ),
    test: column.id(
      both('Test', '检验方法'),
      both(
        'bootstrap: customers drawn 1,999 times with a fixed seed, each with both periods (beyond 1,000 customers, 1,000 random groups of them); score or fisher: two proportions, taken as independent.',
        'bootstrap：固定种子抽样客户 1,999 次，每位客户带两期数值（超过 1,000 位时随机分为 1,000 组）；score / fisher：两比例检验，视两期为独立样本。',
      ),
      { empty: both('It is not tested, or cannot be.', '未检验或无法检验。') },
    ),
  },
  requires: [],
  uses: ['period_totals', 'customer_periods'],
  source:
    'Bootstrap BCa: Efron (1987); two proportions: score test, Fisher where a cell expects fewer than 5, interval Newcombe (1998); many tests: Holm (1979).',
  parameters: z.object({ as_of: asOf, comparison }),
  compute: async ({ as_of, comparison: asked }, rows) => {
    const totals = await rows(sql`select * from period_totals`);
    const [before, after] = sides.map((side) => totals.find((row) => row['period'] === side));
    const periods = periodsOf(asked, as_of);
    if (periods === null || before === undefined || after === undefined) return [];
    const [active] = await rows(sql`select count(*) filter (where movement <> 'absent') as customers from customer_periods`);
    return changeRows({
      totals: { before, after },
      groups: await rows(bootstrapGroups(periods)),
      customers: Number(active?.['customers']),
    });
  },
});
