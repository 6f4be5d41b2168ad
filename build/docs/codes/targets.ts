import { code } from './code-text.ts';

/** What has to be known of targets, and of how a number is split into them. */
export const targets = {
  'nothing-to-split': code(
    [
      '`targets split` needs orders with a date to split by, and a number or amounts to make one of.',
      '`targets split` 需要带日期的订单，以及总目标或可据以推算的金额。',
    ],
    [
      'there is nothing to split by: the files have no orders with a date, or no value to be split',
      '无从分解：文件中没有带日期的订单，或没有可分解的数值',
    ],
    [
      'Add the orders (date, amount, rep), and give the number: `--value 20000000`.',
      '加上订单（日期、金额、销售），并给出总目标：`--value 2000万`。',
    ],
  ),
  'period-not-months': code(
    ['Targets are split by month, and the period begins or ends within one.', '目标按月分解，而期间的起止不在月初月末。'],
    [
      'the period ‹2027-01-10..2027-03-31› is none of whole months: targets are split by month',
      '期间 ‹2027-01-10..2027-03-31› 不是整月：目标按月分解',
    ],
    ['Give whole months: `--period 2027`, `--period 2027-01..2027-06`.', '给出整月：`--period 2027`、`--period 2027-01..2027-06`。'],
  ),
  'split-bounds-given-up': code(
    [
      'The floors of all owners add up to more than the number, or their caps to less. That side is not kept; the number is.',
      '各对象下限之和大于总目标，或上限之和小于总目标：该侧不执行，总目标保持不变。',
    ],
    [
      'the upper bounds allow ‹15,300,000› in all, less than the ‹20,000,000› to be split: they were not kept',
      '各上限合计 ‹15,300,000›，小于要分解的 ‹20,000,000›：上限未予执行',
    ],
    [
      'Choose a wider `--floor` or `--cap`, change `targets.split.limits`, or another `--value`.',
      '放宽 `--floor` 或 `--cap`、调整 `targets.split.limits`，或更改 `--value`。',
    ],
  ),
  'split-limits-conflict': code(
    [
      'A team is limited to less than its reps have at least, or has to have more than they may have at most.',
      '团队的限额与其下级限额之和矛盾。',
    ],
    [
      'the limits of ‹East China› cannot hold beside those of whoever they are made of: the latter were kept',
      '‹华东销售部› 的限额与其下级的限额矛盾：以下级为准',
    ],
    ['Change `targets.split.limits`.', '调整 `targets.split.limits`。'],
  ),
  'split-limit-unknown': code(
    ['`targets.split.limits` names somebody to whom nothing is split.', '`targets.split.limits` 中写了不在分解对象中的名称。'],
    ['targets.split.limits names ‹Li Si›, who gets no target', 'targets.split.limits 中的 ‹李四› 不在分解对象中'],
    ['Write the name as the section `by_owner` has it, a customer by its id.', '按 `by_owner` 部分的写法填写，客户写编号。'],
  ),
  'split-season-unknown': code(
    ['A season is learned from twelve full months at least.', '学习季节性至少需要 12 个完整月。'],
    [
      'the orders cover ‹7› full months, too few to learn a season of: months get even parts',
      '订单仅覆盖 ‹7› 个完整月，不足以学习季节性：各月平均',
    ],
    ['Add older orders, or choose `--season working-days`.', '加上更早的订单，或选择 `--season working-days`。'],
  ),
  'split-season-untested': code(
    ['A year has to be held out to test a season that was learned from the one before.', '检验季节性需要留出一年，并由此前一年学习。'],
    [
      'the orders cover less than two years: whether the learned season does better than even months was not tested',
      '订单不足两年：未能检验历史季节性是否优于各月平均',
    ],
    ['Add older orders, or choose `--season even`.', '加上更早的订单，或选择 `--season even`。'],
  ),
  'split-season-not-better': code(
    [
      'In the years held out the season learned from those before was as far off as even months, or farther (section `season_check`).',
      '在留出的年份中，由此前年份学习的季节性误差不小于各月平均（`season_check` 部分）。',
    ],
    [
      'held out, the learned season does no better than even months: on average of ‹2› years ‹9%› of the number stood in the wrong month, with even months ‹8%›',
      '留出检验中历史季节性不优于各月平均：‹2› 年平均有 ‹9%› 落在错误月份，各月平均为 ‹8%›',
    ],
    ['Choose `--season even` or `working-days`.', '选择 `--season even` 或 `working-days`。'],
  ),
  'split-reps-left': code(
    ['Who is in no list of reps and sold nothing for long gets no target.', '不在销售人员表且长期无成交者不分配目标。'],
    [
      'no target for ‹Zhao Liu›: in no list of reps and without a sale in ‹6› months; the ‹350,000› of the last twelve months are asked of the others',
      '‹赵六› 不分配目标：不在销售人员表且 ‹6› 个月内无成交；其近 12 个月的 ‹350,000› 由其他人承担',
    ],
    [
      'Put who is still there into the list of reps, or change `targets.split.left_months`.',
      '仍在职者加入销售人员表，或调整 `targets.split.left_months`。',
    ],
  ),
  'split-owners-unknown': code(
    ['Neither a list of reps nor the orders or customers say who sells.', '销售人员表、订单与客户表均未给出销售。'],
    ['the files name no rep: the number is split by month alone', '文件中没有销售：仅按月分解'],
    [
      'Add the list of reps, or name the column: `--map orders.rep=HEADER`, `--map customers.owner=HEADER`.',
      '加上销售人员表，或指定列：`--map orders.rep=列名`、`--map customers.owner=列名`。',
    ],
  ),
  'split-basis-unknown': code(
    ['Shares were to rest on what the files do not have.', '要求的份额依据在文件中没有。'],
    [
      'the files do not say: ‹capacity›; shares rest on what is left, else on equal parts',
      '文件未提供：‹库容›；份额按其余依据，没有时均分',
    ],
    [
      'Add the list of reps (capacity) or the customers with their owner (potential), or choose another `--by`.',
      '加上销售人员表（库容）或带负责人的客户表（潜力），或选择其他 `--by`。',
    ],
  ),
  'split-months-missing': code(
    [
      'The number comes from the targets of the company in the files, which have none for some months of the period.',
      '总目标取自文件中的公司目标，而期间内有月份没有目标。',
    ],
    ['the files have no target of the company for ‹2027-12›: these months get none', '文件中没有 ‹2027-12› 的公司目标：这些月份为 0'],
    ['Add them to the targets file, or give `--value`.', '补全目标文件，或给出 `--value`。'],
  ),
  'split-holidays-unknown': code(
    [
      'The number is spread by working days without the public holidays of China, which are announced year by year.',
      '按工作日分解并扣除中国法定节假日，但节假日逐年公布。',
    ],
    [
      'public holidays of China are known up to ‹2026-12-31›: after that all days but weekends count as worked',
      '法定节假日数据截至 ‹2026-12-31›：此后除周末外均按工作日计算',
    ],
    ['List the days in `targets.calendar`, or update crm-eval.', '在 `targets.calendar` 中列出假期与上班日，或更新 crm-eval。'],
  ),
} as const;
