import { type Card, filesArgument, optionsWithoutPeriod } from '../../config/card.ts';
import { forecastOptions } from '../../config/options.ts';
import { both } from '../../lib/localized.ts';

const mostFolds = 5;

export const backtestCard = {
  name: 'backtest',
  title: both('How good the forecasts were', '预测效果回测'),
  summary: both('test the forecasts of churn on your own past', '用自己的历史数据检验流失预测'),
  description: both(
    'Holds out the last windows of the orders, forecasts them with what was known before, and compares with what came: who stopped, how many purchases, how much revenue; against every contender and the naive rules. The default is chosen for each window from earlier ones only.',
    '留出订单的最后几个窗口，仅用此前已知的数据预测，再与实际对比：谁停购、购买次数与销售额；并与各方法及简单规则比较。每个窗口的默认方法只依据更早的窗口选出。',
  ),
  arguments: [filesArgument],
  options: {
    ...forecastOptions,
    folds: {
      flags: '--folds <n>',
      text: both(`past windows to test on, one before the other, ${mostFolds} at most`, `回测的窗口数，依次向前，至多 ${mostFolds}`),
      default: 3,
      otherwise: both('or as many as fit', '数据不足时更少'),
      takes: { kind: 'whole', least: 1, most: mostFolds },
    },
  },
  shared: optionsWithoutPeriod,
  sections: [
    { id: 'verdict', holds: both('the verdict in one sentence, with its figures', '一句话结论及依据') },
    {
      id: 'windows',
      holds: both(
        'each past window: forecast and actual of the customers known by then, new ones apart',
        '各历史窗口已有客户的预测与实际，新客户单列',
      ),
    },
    {
      id: 'contenders',
      holds: both('AUC, precision, lift and Brier score of each contender', '各方法的 AUC、平均精度、提升度与 Brier 分'),
    },
    { id: 'calibration', holds: both('predicted and observed by tenths of the customers', '按客户十分位的预测与实际不购率') },
    { id: 'forecast', holds: both('the same by every method', '各方法的预测与实际') },
    { id: 'forecast_deciles', holds: both('the default by tenths of the customers', '默认方法按客户十分位的预测与实际') },
  ],
  examples: [
    'crm-eval backtest orders.csv',
    'crm-eval backtest orders.xlsx --horizon 180 --folds 2',
    'crm-eval backtest orders.csv --as-of 2026-06-30 --section verdict --format json',
  ],
} as const satisfies Card;
