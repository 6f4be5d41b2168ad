import { z } from 'zod';
import { type Method, methods } from '../../forecast/targets/estimates.ts';
import { type GoalOutlook, goalOutlooks } from '../../forecast/targets/goal-outlooks.ts';
import { holds } from '../../forecast/targets/spread.ts';
import type { Row } from '../../lib/rows.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';

const short = both(
  'Fewer than four forecasts of the past could be tested, or only of windows that overlap.',
  '可回测的以往预测不足四次，或所测时段彼此重叠。',
);
const noTests = both('No window of the past could be tested.', '没有可回测的以往时段。');

const methodNames: Readonly<Record<Method, string>> = {
  run_rate: '日均推算',
  usual_share: '通常占比',
  recent_rest: '近三期剩余',
  yearly_rest: '近十二期剩余',
  last_year: '去年同期',
};

export const targetForecasts = defineMetric({
  id: 'target_forecasts',
  question: both(
    'What will each running target come to, and how likely is it reached?',
    '进行中的各目标期末将完成多少，达成的把握有多大？',
  ),
  grain: ['goal_order'],
  columns: {
    goal_order: column.count(both('Number', '序号'), both('As in target_goals.', '同 target_goals。')),
    forecast: column.number(
      both('Forecast', '期末预测'),
      both(
        'What the period will come to: a blend of the run-rate, the share that usually has come by the same working day, the usual rest of a period, and that of last year with growth; weights by what did best in the past of the owner, drawn to owners of the same kind.',
        '期末完成值：综合日均推算、同一工作日通常已完成的占比、以往时段剩余部分的均值、去年同期剩余部分（计入增长）；权重取以往表现最好的组合，并向同类对象收缩。',
      ),
      { empty: both('See withheld.', '见 withheld。') },
    ),
    withheld: column.text(
      both('Why no forecast', '无预测原因'),
      both(
        'gap: the files hold nothing of a month of the period; short: fewer than three comparable windows before; left: the rep has left; farther: in at least four tests of its kind, made as early, such forecasts were more than a tenth farther off than the run-rate, which stands alone.',
        'gap 期内有月份数据缺失；short 此前可比时段不足三个；left 该销售已离职；farther 同类目标同一进度下至少四次回测中，预测误差比日均推算大一成以上，仅给出日均推算。',
      ),
      { empty: both('There is a forecast.', '有预测。') },
    ),
    low: column.number(
      both('Forecast, low', '预测下限'),
      both('Lower end of the 80% interval, from how far off such forecasts were.', '80% 区间下限，依据以往同样预测的误差。'),
      { empty: short },
    ),
    high: column.number(both('Forecast, high', '预测上限'), both('Upper end of the 80% interval.', '80% 区间上限。'), { empty: short }),
    chance: column.ratio(
      both('Chance', '达成概率'),
      both('Chance that the target is reached, by the same errors.', '达成目标的概率，依据同样的误差。'),
      {
        empty: both('No target, or too few forecasts of the past.', '没有目标值，或可回测的预测过少。'),
      },
    ),
    run_rate: column.number(both('Run-rate', '日均推算'), both('Actual ÷ time progress.', '实际值 ÷ 时间进度。'), {
      empty: both('No working day has passed.', '尚无已过工作日。'),
    }),
    forecast_attainment: column.ratio(both('Forecast attainment', '预计达成率'), both('Forecast ÷ target.', '期末预测 ÷ 目标值。'), {
      empty: both('No target above zero.', '没有大于零的目标值。'),
    }),
    forecast_gap: column.number(
      both('Forecast gap', '预计差额'),
      both('Target less forecast: below zero where more is expected than the target.', '目标值 − 期末预测：预计超额时为负。'),
      { empty: both('No target, or no forecast.', '没有目标值或没有预测。') },
    ),
    windows: column.count(both('Windows', '历史时段数'), both('Earlier windows that it rests on.', '所依据的以往时段数。')),
    tests: column.count(
      both('Tested', '回测次数'),
      both('Windows of the past that were forecast as at their cut.', '在截断日重做预测的以往时段数。'),
    ),
    held: column.count(
      both('Held', '区间命中'),
      both('Tested windows of which the interval held the total.', '实际落在区间内的回测时段数。'),
    ),
    with_interval: column.count(
      both('With an interval', '有区间的回测'),
      both('Tested windows that had an interval.', '给出区间的回测时段数。'),
    ),
    error: column.ratio(
      both('Error', '平均误差'),
      both('Mean absolute error of the tests ÷ usual size of a window.', '回测平均绝对误差 ÷ 通常规模。'),
      { empty: noTests },
    ),
    run_rate_error: column.ratio(
      both('Error of the run-rate', '日均推算误差'),
      both('The same of the straight run-rate.', '直接按日均推算的同一误差。'),
      { empty: noTests },
    ),
    ...Object.fromEntries(
      methods.map((method) => [
        `weight_${method}`,
        column.ratio(
          both(`Weight of ${method.replaceAll('_', ' ')}`, `${methodNames[method]}权重`),
          both('Its part of the forecast.', '该方法在预测中的权重。'),
        ),
      ]),
    ),
  },
  requires: [['targets.value', 'targets.owner']],
  uses: ['target_goals', 'target_attainment', 'target_courses', 'target_gaps'],
  source:
    'Definition: docs/methods.md, forecasts of targets; back-tested on superstore, online-retail and adventureworks in test/reference/targets.test.ts.',
  parameters: z.object({ as_of: asOf }),
  compute: async ({ as_of }, rows) => (await goalOutlooks(rows, as_of)).map(forecastRow),
});

function forecastRow({ goal, withheld, target, outlook }: GoalOutlook): Row {
  const { forecast, low, high, runRate, weights, windows, tests } = outlook;
  const withInterval = tests.flatMap((test) =>
    test.low === null || test.high === null ? [] : [{ low: test.low, high: test.high, total: test.total }],
  );
  return {
    goal_order: goal,
    forecast,
    withheld,
    low,
    high,
    chance: target === null ? null : outlook.chance(target),
    run_rate: runRate,
    forecast_attainment: forecast === null || target === null || target <= 0 ? null : forecast / target,
    forecast_gap: forecast === null || target === null ? null : target - forecast,
    windows,
    tests: tests.length,
    held: withInterval.filter((test) => holds(test, test.total)).length,
    with_interval: withInterval.length,
    error: meanOf(tests.map((test) => Math.abs(test.forecast - test.total) / test.usual)),
    run_rate_error: meanOf(tests.flatMap((test) => (test.runRate === null ? [] : [Math.abs(test.runRate - test.total) / test.usual]))),
    ...Object.fromEntries(methods.map((method, index) => [`weight_${method}`, weights[index]!])),
  };
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
