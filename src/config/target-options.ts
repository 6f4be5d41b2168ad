import { both } from '../lib/localized.ts';
import { splitMeasures, splitSeasons, splitUnits } from '../metrics/choices.ts';
import { targetSplit } from '../metrics/parameter-defaults.ts';
import type { CardOptions } from './card.ts';

/** How `targets split` splits a number. */
export const splitOptions = {
  season: {
    flags: '--season <kind>',
    key: 'targets.split.season',
    text: both(
      'how the number is spread over the months: learned (from the orders of the years before), even, working-days (by the calendar) or growth (each month a little more)',
      '如何分到各月：learned（由历史订单学习季节性）、even（平均）、working-days（按工作日）或 growth（逐月递增）',
    ),
    default: targetSplit.season,
    takes: { kind: 'choice', values: splitSeasons },
  },
  by: {
    flags: '--by <basis>',
    key: 'targets.split.by',
    text: both(
      'what the shares of reps rest on: history (the last twelve months), potential (of their customers), capacity, equal, or a blend such as history:0.7,potential:0.3',
      '个人份额的依据：history（近 12 个月业绩）、potential（名下客户潜力）、capacity（库容）、equal（均分），或加权组合，例如 history:0.7,potential:0.3',
    ),
    default: targetSplit.by,
    takes: { kind: 'blend' },
    examples: ['history:0.7,potential:0.3'],
  },
  to: {
    flags: '--to <levels>',
    key: 'targets.split.levels',
    text: both(
      'who gets targets beside the company: team, rep, customer, product, separated by commas',
      '除公司外分解到哪些层级，用逗号分隔：team 团队、rep 个人、customer 客户、product 产品',
    ),
    default: targetSplit.levels.join(','),
    takes: { kind: 'levels' },
    examples: ['team,rep,product'],
  },
  each: {
    flags: '--each <period>',
    key: 'targets.split.each',
    text: both('the periods of the targets', '目标的期间粒度'),
    default: targetSplit.each,
    takes: { kind: 'choice', values: splitUnits },
  },
  metric: {
    flags: '--metric <metric>',
    key: 'targets.split.metric',
    text: both('what is to be reached', '分解的指标'),
    default: targetSplit.metric,
    takes: { kind: 'choice', values: splitMeasures },
  },
  growth: {
    flags: '--growth <factor>',
    key: 'targets.split.growth',
    text: both(
      'without a number: growth on the last twelve months, such as 0.1 or 10%',
      '未给出总目标时，在近 12 个月基础上的增长，例如 0.1 或 10%',
    ),
    otherwise: both('that of the last year, from 0 to 30%', '近一年的增长，限于 0 至 30%'),
    takes: { kind: 'growth' },
    examples: [0.1],
  },
  round: {
    flags: '--round <step>',
    key: 'targets.split.round',
    text: both('values are whole multiples of it; all sums stay exact', '取整单位；各级、各期合计始终精确'),
    otherwise: both('1000 for money of a million and more, else 1', '金额满一百万为 1000，否则为 1'),
    takes: { kind: 'amount' },
    examples: [1000],
  },
  floor: {
    flags: '--floor <factor>',
    key: 'targets.split.floor',
    text: both(
      "least target of a rep: times what the rep's share of the last twelve months would give",
      '个人目标下限：按其近 12 个月份额应得目标的倍数',
    ),
    takes: { kind: 'factor' },
    examples: [0.8],
  },
  cap: {
    flags: '--cap <factor>',
    key: 'targets.split.cap',
    text: both('most that a rep is given, likewise', '个人目标上限，同上'),
    takes: { kind: 'factor' },
    examples: [1.3],
  },
  stretch: {
    flags: '--stretch <factor>',
    key: 'targets.split.stretch',
    text: both('add stretch targets: times the target', '增加冲刺目标：目标的倍数'),
    takes: { kind: 'raise' },
    examples: [1.1],
  },
  challenge: {
    flags: '--challenge <factor>',
    key: 'targets.split.challenge',
    text: both('add challenge targets: times the target', '增加挑战目标：目标的倍数'),
    takes: { kind: 'raise' },
    examples: [1.2],
  },
} as const satisfies CardOptions;
