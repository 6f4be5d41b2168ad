import { z } from 'zod';
import { goalOutlooks } from '../../forecast/targets/goal-outlooks.ts';
import { addDays } from '../../lib/dates.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';

const early = both('Fewer than four forecasts had come out by then.', '当时可核对的预测不足四次。');

export const targetForecastTests = defineMetric({
  id: 'target_forecast_tests',
  question: both('How would the forecast have done in each earlier window?', '同样的预测用在以往各时段，结果如何？'),
  grain: ['goal_order', 'window_from'],
  columns: {
    goal_order: column.count(both('Number', '序号'), both('As in target_goals.', '同 target_goals。')),
    window_from: column.date(both('From', '开始'), both('First day of the window.', '时段第一天。')),
    window_end: column.date(both('To', '结束'), both('Last day of the window.', '时段最后一天。')),
    cut: column.date(
      both('Forecast on', '预测日'),
      both('The day up to which things were known: as large a share of the working days had passed.', '已知数据的截止日：工作日进度相同。'),
    ),
    so_far: column.number(both('By then', '当时已完成'), both('What had come by that day.', '到该日的完成值。')),
    forecast: column.number(both('Forecast', '预测'), both('Made of what was known on that day.', '只用当时已知的数据。')),
    low: column.number(both('Low', '下限'), both('Lower end of its 80% interval.', '80% 区间下限。'), { empty: early }),
    high: column.number(both('High', '上限'), both('Upper end.', '80% 区间上限。'), { empty: early }),
    run_rate: column.number(both('Run-rate', '日均推算'), both('What the straight run-rate said.', '直接按日均推算的结果。'), {
      empty: both('No working day had passed.', '当时尚无已过工作日。'),
    }),
    total: column.number(both('Came', '实际'), both('What the window came to.', '该时段的实际完成值。')),
    usual: column.number(
      both('Usual size', '通常规模'),
      both('Mean size of the last twelve windows known then: errors are measured by it.', '当时已知近十二个时段的平均规模，用于衡量误差。'),
    ),
  },
  requires: [['targets.value', 'targets.owner']],
  uses: ['target_goals', 'target_attainment', 'target_courses', 'target_gaps'],
  source: 'Definition: a back-test with rolling origin; every forecast knows only windows that were over on its day.',
  parameters: z.object({ as_of: asOf }),
  compute: async ({ as_of }, rows) =>
    (await goalOutlooks(rows, as_of)).flatMap(({ goal, outlook }) =>
      outlook.tests.map(({ window, soFar, total, forecast, low, high, runRate, usual }) => ({
        goal_order: goal,
        window_from: window.from,
        window_end: addDays(window.to, -1),
        cut: window.cut,
        so_far: soFar,
        forecast,
        low,
        high,
        run_rate: runRate,
        total,
        usual,
      })),
    ),
});
