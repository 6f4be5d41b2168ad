import { type Card, scopedOptions, filesArgument } from '../../config/card.ts';
import { both } from '../../lib/localized.ts';
import { cohortUnits, customerGroups } from '../../metrics/choices.ts';
import { cohortUnit } from '../../metrics/parameter-defaults.ts';

export const cohortsCard = {
  name: 'cohorts',
  title: both('How many customers come back', '客户留存'),
  summary: both('how many customers come back, by the period of their first purchase', '按首购批次看客户留存、复购与收入留存'),
  description: both(
    "Reads orders, and customers for --by. Groups customers by first purchase and shows how many are active, how many survive, what they bring, how survival goes on, and what last year's customers bring this year (GRR, NRR). A period that still runs is left out, not shown as a drop. With --period only cohorts whose first purchase lies in it.",
    '读取订单（--by 时还读取客户表）。按首次购买分批，给出各批次的留存、存续、销售额、存续预测，以及去年客户今年带来的收入（GRR、NRR）。未结束的期不显示，以免误读为下降。--period 只看首购在其间的批次。',
  ),
  arguments: [filesArgument],
  options: {
    cohort: {
      flags: '--cohort <unit>',
      text: both('the calendar period of the first purchase, and of the ages', '首购与期龄所用的自然周期'),
      default: cohortUnit,
      takes: { kind: 'choice', values: cohortUnits },
    },
    by: {
      flags: '--by <attribute>',
      text: both('break revenue retention down by an attribute of customers', '收入留存的分组方式'),
      takes: { kind: 'choice', values: customerGroups },
    },
  },
  shared: scopedOptions,
  sections: [
    {
      id: 'overview',
      holds: both('repeat rate, retention, GRR, NRR, the projection in words', '复购率、留存率、GRR、NRR 与预测说明'),
    },
    {
      id: 'retention',
      holds: both('one row a cohort, the latest first: share active in each period', '每批次一行，最新在前：各期活跃客户占比'),
    },
    { id: 'survival', holds: both('the same: share that buys in the period or later', '同上：当期或之后仍购买的客户占比') },
    { id: 'revenue', holds: both('the same: revenue of the period', '同上：当期销售额') },
    { id: 'revenue_per_customer', holds: both('the same: cumulative revenue a customer', '同上：人均累计销售额') },
    { id: 'average', holds: both('one row a period, over the cohorts old enough for it', '每期一行，合计期龄足够的批次') },
    { id: 'projection', holds: both('survival seen and projected, with intervals', '实际与预测存续率及区间') },
    {
      id: 'revenue_retention',
      holds: both(
        'GRR, NRR and logo retention, twelve months against the twelve before',
        '近 12 个月对比前 12 个月的 GRR、NRR 与客户数留存率',
      ),
    },
    { id: 'revenue_retention_months', holds: both('the same at the end of each month', '同上：各月末') },
    {
      id: 'revenue_retention_by',
      with: 'by',
      holds: both('the latest of these for each owner, region …', '最近一期按负责人、地区等分组'),
    },
    { id: 'cells', holds: both('the triangles in long form, one row a cohort and period', '长表：每批次每期一行') },
  ],
  examples: [
    'crm-eval cohorts orders.csv',
    'crm-eval cohorts orders.csv --cohort quarter --period 2025..2026 --out cohorts.xlsx',
    'crm-eval cohorts customers.csv orders.csv --by owner --section revenue_retention_by',
    'crm-eval cohorts orders.csv --section cells --format csv > cells.csv',
  ],
} as const satisfies Card;
