import { scopedOptions, type Card, filesArgument } from '../../config/card.ts';
import { both } from '../../lib/localized.ts';

export const compareCard = {
  name: 'compare',
  title: both('What changed between two periods', '两期对比'),
  summary: both('compare two periods: what changed, and is it more than chance', '对比两个时期：什么变了，是否超出随机波动'),
  description: both(
    'Compares --period (default: the last calendar months that are over: one, three or twelve, no fewer than the typical purchase cycle) with the one before, the same a year ago, or any other, from orders. A period that is not over is compared to date; where lengths differ, sums are tested a day. Scores are computed as of the end of either period with the same settings; summary columns of the customer file have no history and do not count.',
    '按订单对比 --period（默认：最近已结束的一个、三个或十二个自然月，不短于典型购买周期）与上一期（环比）、去年同期（同比）或任意时期。尚未结束的时期按已过天数对比；天数不同时合计类指标按日均检验。得分按两期期末、同样的设置分别计算；客户表的汇总列没有历史，不计入。',
  ),
  arguments: [filesArgument],
  options: {
    against: {
      flags: '--against <period>',
      text: both(
        'what the period is compared with: previous, year-ago, or a period as --period takes it',
        '与哪一期对比：previous（环比）、year-ago（同比）或与 --period 同样写法的时期',
      ),
      default: 'previous',
      takes: { kind: 'against' },
    },
  },
  shared: scopedOptions,
  sections: [
    {
      id: 'to_call',
      holds: both(
        'who did not buy this period and has been silent for longer than is usual for it',
        '本期未购且沉默超过通常购买间隔的客户',
      ),
    },
    { id: 'revenue_bridge', holds: both('from the revenue before to the revenue after', '从对比期到本期的销售额分解') },
    { id: 'by_owner', holds: both('the change of revenue by owner of the customer', '销售额增减，按客户负责人') },
    { id: 'by_category', holds: both('the change of revenue by category', '销售额增减，按品类') },
    {
      id: 'changes',
      holds: both('one row a measure: difference, interval, p, verdict', '每个指标一行：增减、区间、p 值、结论'),
    },
    { id: 'customers', holds: both('customers kept, gained, won back and not bought this period', '留存、新增、回流与本期未购的客户') },
    {
      id: 'turnover',
      holds: both('customers new, won back and lost by the rule of churn', '新客户数、挽回与流失的客户数（按 churn 的规则）'),
    },
    { id: 'overview', holds: both('the figures of both periods, in pairs', '两期指标对照') },
    {
      id: 'year_to_date',
      holds: both('the year so far against the same days a year before, and who changed most', '本年累计与上年同期，及变动最大的客户'),
    },
    { id: 'months', holds: both('sales, customers and orders month by month, two years back', '逐月销售额、客户数与订单数，近两年') },
    { id: 'tier_migration', holds: both('customers by tier before and after', '层级迁移矩阵') },
    { id: 'segment_migration', holds: both('customers by RFM segment before and after', 'RFM 客群迁移矩阵') },
    {
      id: 'movers',
      holds: both(
        'one row a customer who ordered or moved, losses before gains, and why',
        '每个有订单或有变动的客户一行，先减少后增加，及其原因',
      ),
    },
  ],
  examples: [
    'crm-eval compare customers.csv orders.csv',
    'crm-eval compare orders.xlsx --period 2026-Q3 --against year-ago --out quarter.xlsx',
    'crm-eval compare orders.csv --period 2026-10 --against 2026-07 --section movers --format csv',
  ],
} as const satisfies Card;
