import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import type { Read } from '../../forecast/read.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { targetCheck } from '../target-check-parameter.ts';
import { plannedSums } from './parts/planned-targets.ts';
import { historyKey, smartRows } from './parts/smart.ts';
import { spansBefore } from './parts/same-length.ts';
import { missingData, targetDataFields } from './parts/target-data.ts';

const notCompared = { empty: both('There is nothing to compare it with.', '没有可对比的数据。') };
const notSummed = {
  empty: both('The figure does not add up over days, or is not known.', '该指标不能按天累加，或未知。'),
};

export const targetChecks = defineMetric({
  id: 'target_checks',
  question: both('Which targets are SMART, and what is wrong with the others?', '哪些目标符合 SMART，其余的问题在哪里？'),
  grain: ['target_order'],
  columns: {
    target_order: column.count(both('Number', '序号'), both('As in target_rows.', '同 target_rows。')),
    specific: column.id(
      both('Specific', '具体'),
      both(
        'Holds: named; not_compared: no other file names anybody. Fails: metric_unknown, owner_missing, owner_unknown: no other file knows the owner.',
        '成立：named、not_compared（没有其他文件可核对）；不成立：metric_unknown 指标不明、owner_missing 未写对象、owner_unknown 其他文件中没有该对象。',
      ),
    ),
    measurable: column.id(
      both('Measurable', '可衡量'),
      both(
        'Holds: measured. Fails: value_missing, metric_unknown, in_percent, below_one, rate_above_one, out_of_scale (as in target_slips), unit_differs, unit_factor: the past is about a thousand or ten thousand times it, or a part of it; data_missing.',
        '成立：measured；不成立：value_missing 未填目标值、metric_unknown 指标不明、in_percent、below_one、rate_above_one、out_of_scale（同 target_slips）、unit_differs 单位不符、unit_factor 与历史相差约千倍或万倍、data_missing 缺少数据。',
      ),
    ),
    achievable: column.id(
      both('Achievable', '可实现'),
      both(
        'By the percentile of the growth it asks among past growth of the same scope and length, where enough periods are known, else by the stretch index; by the own level of the last twelve months where half of the past growth is more than a doubling or a halving, or last year was less than half of that level and the year before was not: easy, realistic, ambitious, out_of_reach (also more than was ever reached), cannot_tell.',
        '有足够期间时按所需增长在同对象、同长度过往增长中的分位，否则按挑战系数；以往增长半数超过翻倍或腰斩，或去年同期不足该水平一半而前年并非如此时，按近 12 个月自身水平：easy 偏易、realistic 合理、ambitious 有挑战、out_of_reach 过高（且超过历史最高）、cannot_tell 无法判断。',
      ),
    ),
    relevant: column.id(
      both('Relevant', '相关'),
      both(
        'Holds: adds_up, top, has_parent: rates are not added; part_of_period: nothing to add up to yet; team_row: beside the rows of its reps. Fails: does_not_add_up, parent_missing, no_parent.',
        '成立：adds_up 与上级相等、top 顶层、has_parent 有上级（比率类不相加）、part_of_period 期间不完整、team_row 与个人并列的团队行；不成立：does_not_add_up 合计不符、parent_missing 上级没有该目标、no_parent 没有上级。',
      ),
    ),
    time_bound: column.id(
      both('Time-bound', '有时限'),
      both(
        'Holds: dated. Fails: period_missing, period_reversed, over_when_set, twice: the same owner, metric and period again; overlaps: part of the period again.',
        '成立：dated；不成立：period_missing 没有期间、period_reversed 起止颠倒、over_when_set 制定时期间已结束、twice 同一期间重复、overlaps 期间部分重叠。',
      ),
    ),
    failed: column.count(
      both('Not met', '未满足'),
      both('Letters that fail, of five; of achievable out of reach.', '五项中不成立的项数；可实现一项仅过高视为不成立。'),
    ),
    needs: column.id(both('Missing', '缺少'), both('Field that the files lack to measure it.', '衡量该目标所缺的字段。'), {
      empty: both('Nothing is missing.', '不缺。'),
    }),
    unit_factor: column.number(
      both('Off by', '相差倍数'),
      both(
        'What is usual over the target, a thousand or ten thousand times or parts.',
        '常见值 ÷ 目标值，约为千倍、万倍或千分之一、万分之一。',
      ),
      { empty: both('They are of one size.', '数量级一致。') },
    ),
    compared_with: column.id(
      both('Compared with', '对比基准'),
      both(
        'year_ago: the same period last year; previous: the period before; level: the mean of the last twelve months known, of owners whose past growth leaps; run_rate: what these months would give; stated: the baseline of the file.',
        'year_ago 去年同期、previous 上一期、level 近 12 个月均值（以往增长大起大落的对象）、run_rate 近 12 个月日均折算、stated 文件中的基准值。',
      ),
      notCompared,
    ),
    base: column.number(
      both('Base', '基数'),
      both('What was reached there, known before the target begins.', '对比基准的实际值，目标期开始前已知。'),
      notCompared,
    ),
    stretch_index: column.number(both('Stretch index', '挑战系数'), both('Target over base.', '目标值 ÷ 基数。'), notCompared),
    percentile: column.ratio(
      both('Percentile of growth', '增长分位'),
      both(
        'Share of past periods that grew by less than the target asks; of rates by points. By the level: share of what mean and spread of its periods let expect that is below the target (Student’s t).',
        '过往期间中增长低于目标所需增长的占比；比率类按差值。按水平判断时：由其各期均值与波动推断、低于目标的占比（t 分布）。',
      ),
      { empty: both('Too few past periods.', '过往期间太少。') },
    ),
    past_periods: column.count(
      both('n past periods', '过往期数'),
      both('Past growths that are known; by the level its periods.', '增长已知的过往期数；按水平判断时为其期数。'),
      {
        unit: 'periods',
      },
    ),
    required_per_day: column.number(
      both('Needed a day', '所需日均'),
      both('Target over its calendar days.', '目标值 ÷ 期间自然日数。'),
      notSummed,
    ),
    recent_per_day: column.number(
      both('Recent, a day', '近期日均'),
      both('Of the last twelve months known before the target begins.', '目标期开始前已知的近 12 个月日均。'),
      notSummed,
    ),
  },
  requires: [['targets.value', 'targets.owner']],
  reads: [...targetDataFields, 'customers.customer_id'],
  uses: ['target_rows', 'target_history', 'rep_names'],
  source:
    'SMART: Doran (1981), There is a S.M.A.R.T. way to write management’s goals and objectives; worked examples: test/metrics/targets/target-checks.test.ts.',
  parameters: z.object({ target_check: targetCheck }),
  compute: async ({ target_check: limits }, rows) =>
    smartRows(await plannedSums(rows, limits.tolerance), {
      history: await historyOf(rows),
      missing: await missingData(rows),
      hasOthers: await namesAnybody(rows),
      before: spansBefore(),
      limits,
    }),
});

async function historyOf(rows: Read): Promise<Map<string, Map<string, number | null>>> {
  const found = await rows(sql`
    select counted_as, scope, scope_key, period_start, period_end, value from target_history
    order by counted_as, scope, scope_key, period_start, period_end`);
  const history = new Map<string, Map<string, number | null>>();
  for (const row of found) {
    const key = historyKey(String(row['counted_as']), String(row['scope']), String(row['scope_key']));
    const own = history.get(key) ?? new Map<string, number | null>();
    history.set(key, own.set(`${row['period_start']} ${row['period_end']}`, typeof row['value'] === 'number' ? row['value'] : null));
  }
  return history;
}

async function namesAnybody(rows: Read): Promise<boolean> {
  const [found] = await rows(sql`
    with named as (
      select count(*) as records from rep_names
      union all select count(*) as records from customers where customer_id is not null
    )
    select sum(records) as n from named`);
  return Number(found?.['n'] ?? 0) > 0;
}
