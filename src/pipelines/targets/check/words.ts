import { both, type Localized } from '../../../lib/localized.ts';
import { slipWords } from '../../parts/target-words.ts';

/** What a cell says of a letter, and why it does not hold with what to do; by the reasons of the metric target_checks. */
interface ReasonWords {
  readonly cell: Localized;
  readonly why?: Localized;
  readonly fix?: Localized;
}

const yes: ReasonWords = { cell: both('yes', '是') };

export const specificWords: Readonly<Record<string, ReasonWords>> = {
  named: yes,
  not_compared: { cell: both('yes, not compared', '是（未核对）') },
  metric_unknown: {
    cell: both('no: metric', '否：指标'),
    why: both('the metric is not understood', '指标无法识别'),
    fix: both('say what the word means: --map targets.metric.<metric>=WORD', '请说明该词的含义：--map targets.metric.<指标>=原词'),
  },
  owner_missing: {
    cell: both('no: owner', '否：对象'),
    why: both('no owner is named', '未写目标对象'),
    fix: both('name who has the target', '请填写目标对象'),
  },
  owner_unknown: {
    cell: both('no: owner', '否：对象'),
    why: both('no other file knows the owner', '其他文件中没有该对象'),
    fix: both(
      'add the list of reps with both numbers (rep_id, other_id), or write owners as the orders do',
      '请加入含两种编号的销售人员表（rep_id、other_id），或按订单中的写法填写对象',
    ),
  },
};

export const measurableWords: Readonly<Record<string, ReasonWords>> = {
  measured: yes,
  metric_unknown: { cell: both('no: metric', '否：指标') },
  value_missing: {
    cell: both('no: value', '否：目标值'),
    why: both('the value is blank', '目标值为空'),
    fix: both('give the value', '请填写目标值'),
  },
  unit_differs: {
    cell: both('no: unit', '否：单位'),
    why: both('the unit does not fit the metric', '单位与指标不符'),
    fix: both('correct the unit or the metric', '请更正单位或指标'),
  },
  in_percent: { cell: both('no: unit', '否：单位'), ...slipWords.in_percent },
  below_one: { cell: both('no: unit', '否：单位'), ...slipWords.below_one },
  rate_above_one: { cell: both('no: unit', '否：单位'), ...slipWords.rate_above_one },
  out_of_scale: { cell: both('no: scale', '否：量表'), ...slipWords.out_of_scale },
  unit_factor: {
    cell: both('no: unit', '否：单位'),
    why: both(
      'it is about a thousand times, ten thousand times or a million times off what was reached',
      '与历史水平相差约千倍、万倍或百万倍',
    ),
    fix: both('add a column Unit (thousand), or write whole amounts', '请增加“单位”列（千元、万元），或填写完整金额'),
  },
  data_missing: {
    cell: both('no: data', '否：缺数据'),
    why: both('the files hold nothing to measure it by', '文件中没有可衡量的数据'),
    fix: both('add the file that has it', '请加入相应的文件'),
  },
};

export const achievableWords: Readonly<Record<string, ReasonWords>> = {
  easy: { cell: both('easy', '偏易') },
  realistic: { cell: both('realistic', '合理') },
  ambitious: { cell: both('ambitious', '有挑战') },
  out_of_reach: {
    cell: both('out of reach', '过高'),
    why: both('above any period before', '高于历史最高'),
    fix: both('lower it, split it, or say what will be done differently', '请下调、分期，或说明将采取哪些不同的举措'),
  },
  cannot_tell: { cell: both('cannot tell', '无法判断') },
};

export const relevantWords: Readonly<Record<string, ReasonWords>> = {
  adds_up: yes,
  top: { cell: both('yes, at the top', '是（顶层）') },
  has_parent: { cell: both('yes, not added', '是（不相加）') },
  part_of_period: { cell: both('yes, part of it', '是（期间不全）') },
  team_row: { cell: both('yes, team row', '是（团队行）') },
  does_not_add_up: {
    cell: both('no: gap', '否：合计不符'),
    why: both('with its siblings it does not add up to the target above', '与同级目标合计不等于上级目标'),
    fix: both('correct one of them; section sums has the gap', '请更正其中之一，差额见 sums 部分'),
  },
  parent_missing: {
    cell: both('no: no parent', '否：缺上级'),
    why: both('the parent that it names has no such target', '所写上级没有该目标'),
    fix: both('add the target of the parent, or correct its name', '请补上级目标，或更正上级名称'),
  },
  no_parent: {
    cell: both('no: no parent', '否：缺上级'),
    why: both('it is part of no other target', '不属于任何上级目标'),
    fix: both('add the target of the team or the company, and a column Parent', '请补团队或公司目标，并增加“上级目标”列'),
  },
};

export const timeBoundWords: Readonly<Record<string, ReasonWords>> = {
  dated: yes,
  period_missing: {
    cell: both('no: period', '否：期间'),
    why: both('it has no period', '没有期间'),
    fix: both('give its first and last day', '请填写起止日期'),
  },
  period_reversed: {
    cell: both('no: reversed', '否：颠倒'),
    why: both('its period ends before it begins', '结束日期早于开始日期'),
    fix: both('swap the two days', '请对调起止日期'),
  },
  over_when_set: {
    cell: both('no: over', '否：已过期'),
    why: both('its period was over when it was set', '制定时期间已结束'),
    fix: both('set targets before their period begins', '请在期间开始前制定目标'),
  },
  twice: {
    cell: both('no: twice', '否：重复'),
    why: both('the same owner, metric and period has another target', '同一对象、指标与期间另有目标'),
    fix: both('keep one of them, or tell versions apart by a column Version', '请只保留一条，或用“版本”列区分'),
  },
  overlaps: {
    cell: both('no: overlap', '否：重叠'),
    why: both('its period overlaps that of another target of the same owner', '期间与同一对象的另一目标部分重叠'),
    fix: both('let one end before the other begins', '请使期间首尾相接'),
  },
};

export const letters = {
  specific: specificWords,
  measurable: measurableWords,
  achievable: achievableWords,
  relevant: relevantWords,
  time_bound: timeBoundWords,
} as const;

export type Letter = keyof typeof letters;

export const comparedWords: Readonly<Record<string, Localized>> = {
  year_ago: both('same period last year', '去年同期'),
  previous: both('period before', '上一期'),
  level: both('own mean of last year', '自身近一年均值'),
  run_rate: both('recent run-rate', '近期日均折算'),
  stated: both('baseline of the file', '文件基准值'),
};

export const sumVerdictWords: Readonly<Record<string, Localized>> = {
  adds_up: both('adds up', '相等'),
  over: both('parts are more', '下级合计偏多'),
  short: both('parts are less', '下级合计不足'),
  incomplete: both('periods incomplete', '期间不全'),
  blank: both('a value is blank', '有空值'),
  parent_missing: both('parent has no target', '上级没有目标'),
};

export const kindWords: Readonly<Record<string, Localized>> = {
  owners: both('owners', '按对象'),
  periods: both('periods', '按期间'),
};

export const dimensionWords: Readonly<Record<string, Localized>> = {
  organisation: both('organisation', '组织'),
  products: both('products', '产品'),
  customers: both('customers', '客户'),
};

export const actionStateWords: Readonly<Record<string, Localized>> = {
  overdue: both('overdue', '已逾期'),
  open: both('open', '未完成'),
  done: both('done', '已完成'),
  cancelled: both('cancelled', '已取消'),
};
