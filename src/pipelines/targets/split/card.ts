import { analysisOptions, type Card, filesArgument } from '../../../config/card.ts';
import { splitOptions } from '../../../config/target-options.ts';
import { both } from '../../../lib/localized.ts';

export const targetsSplitCard = {
  name: 'targets split',
  title: both('Targets split', '目标分解'),
  summary: both(
    'split a number into targets of teams, reps, customers and products by month',
    '把总目标分解到团队、个人、客户、产品与各月',
  ),
  description: both(
    'Splits --value, or the targets of the company in the targets file, or the last twelve months and their growth, for --period (default: the next calendar year). Reads orders; the list of reps tells teams, capacities and who is still there. Every sum is exact: months add up to the year and owners to whoever they are part of, in each month. The section targets is a targets file that crm-eval reads back.',
    '把 --value、目标文件中的公司目标，或近 12 个月加增长，按 --period（默认下一自然年）分解。读取订单；销售人员表给出团队、库容与在职名单。所有合计精确：各月之和等于全年，任一月份下级之和等于上级。targets 部分即可再次读入的目标文件。',
  ),
  arguments: [filesArgument],
  options: {
    value: {
      flags: '--value <amount>',
      text: both('the number to be split, such as 20000000, 2000万 or 20M', '要分解的总目标，例如 20000000、2000万'),
      otherwise: both(
        'the targets of the company in the files, else the last twelve months and their growth',
        '文件中的公司目标，没有时为近 12 个月加增长',
      ),
      takes: { kind: 'amount' },
    },
    ...splitOptions,
  },
  shared: analysisOptions,
  sections: [
    {
      id: 'by_owner',
      holds: both('one row an owner: target, last year, change, by quarter and month', '每个对象一行：目标、上年、增减、各季与各月'),
    },
    {
      id: 'season',
      holds: both(
        'share of each month: used, learned (with range), working days, even',
        '各月占比：采用值、历史季节性（含区间）、工作日、平均',
      ),
    },
    { id: 'season_products', holds: both('with --to product: months of each product', '分解到产品时：各产品的月份分布') },
    { id: 'season_check', holds: both('held-out years: how far each season was off', '留出年份检验：各种季节方式的误差') },
    { id: 'weights', holds: both("what each owner's share rests on, and who gets none", '各对象份额的依据，以及哪些不分配') },
    { id: 'targets', holds: both('the targets file: one row an owner and period', '目标文件：每个对象每个期间一行') },
    { id: 'overview', holds: both('the number, where it comes from, and how it was split', '总目标、来源与分解方式') },
  ],
  examples: [
    'crm-eval targets split orders.csv customers.csv reps.csv --value 20000000 --period 2027',
    'crm-eval targets split *.csv --value 2000万 --by history:0.7,potential:0.3 --floor 0.8 --cap 1.3',
    'crm-eval targets split *.csv --value 20M --section targets --out targets-2027.csv',
    'crm-eval targets split *.csv --to team,rep,product --stretch 1.1 --out targets-2027.xlsx',
  ],
} as const satisfies Card;
