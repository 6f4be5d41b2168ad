import { scopedOptions, type Card, filesArgument } from '../../../config/card.ts';
import { both } from '../../../lib/localized.ts';

export const targetsTrackCard = {
  name: 'targets track',
  title: both('Targets: how far they are reached', '目标达成跟踪'),
  summary: both('say how far targets are reached, who is behind, and what they will come to', '跟踪目标达成、落后者与期末预测'),
  description: both(
    'Reads targets and what counts for them: orders (revenue, profit, payments, orders, quantity, customers), activities (visits, calls), leads, feedback, market; and the list of reps, which says who leads whom and joins the numbers of different systems (rep_id, other_id). Default: of each owner the shortest target period that the as-of date lies in, and beside it the year. --period 2026-Q3 adds the months up.',
    '读取目标及计入目标的数据：订单（销售额、利润、回款、订单数、数量、客户数）、跟进记录（拜访、电话）、线索、反馈、市场；销售人员表说明上下级，并以 rep_id、other_id 对应不同系统的编号。默认取各对象包含统计日期的最短目标期间，并附全年。--period 2026-Q3 会合计各月目标。',
  ),
  arguments: [filesArgument],
  options: {},
  shared: scopedOptions,
  sections: [
    {
      id: 'attainment',
      holds: both(
        'each target: actual, attainment, gap, pace, forecast with interval, what is needed a day',
        '各目标：实际、达成率、缺口、进度比、预测与区间、每日需完成',
      ),
    },
    { id: 'year', holds: both('the same for the whole year', '同上，全年') },
    { id: 'roll_up', holds: both('the targets of each level added up, and how many of them are behind', '各层级目标合计与落后数') },
    { id: 'trend', holds: both('month by month, against the target', '逐月实际与目标') },
    {
      id: 'forecast_check',
      holds: both('how such forecasts did in the past, against the straight run-rate', '以往同样预测的表现，与日均推算对比'),
    },
    { id: 'forecast_tests', holds: both('every forecast of the past that was tested', '逐次回测') },
    { id: 'season', holds: both('the product whose season is on or about to begin', '正值或将至旺季的产品') },
    { id: 'overview', holds: both('what is looked at: period, working days, how many are behind', '考察期、工作日、落后数') },
  ],
  examples: [
    'crm-eval targets track targets.csv orders.csv reps.csv',
    'crm-eval targets track targets.csv orders.csv reps.csv --as-of 2026-10-15',
    'crm-eval targets track *.csv --period 2026-Q3 --out attainment.xlsx',
  ],
} as const satisfies Card;
