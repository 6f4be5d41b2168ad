import { code } from './code-text.ts';

/** What is said of targets, of how a number is split into them, and of the plans to reach them. */
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
  'no-targets': code(
    [
      'None of the files has targets with a value and a period, or none of them lies in the period asked for.',
      '文件中没有带目标值与期间的目标，或指定时期内没有目标。',
    ],
    ['no row of the files is a target with a value and a period', '文件中没有带目标值与期间的目标'],
    [
      'Add the file of targets, name its columns (`--map targets.value=HEADER`), or choose another `--period`.',
      '加入目标文件，指定列（`--map targets.value=列名`），或选择其他 `--period`。',
    ],
  ),
  'target-rows-twice': code(
    ['A target is in the file more than once, with the same value: it counts once.', '目标行重复且数值相同：只计一次。'],
    [
      '‹2 targets are› in the file more than once with the same value (‹Jae 2026-01›): counted once',
      '‹2› 个目标在文件中重复出现且数值相同（如 ‹张三 2026-01›）：只计一次',
    ],
    ['Delete the repeated rows.', '删去重复的行。'],
  ),
  'target-rows-added': code(
    [
      'An owner has several targets with different values for the same metric and period: they are added, as of two product lines.',
      '同一对象、指标、期间有多个不同的目标值：相加，视为多条业务线。',
    ],
    [
      '‹2 owners have› different targets for the same metric and period (‹Jae 2026-01›): they are added',
      '‹2› 个对象在同一指标、同一期间有不同的目标（如 ‹张三 2026-01›）：已相加',
    ],
    ['Delete the one that was replaced, or add a column Version: the last one counts.', '删去被替换的行，或加“版本”列（取最后一版）。'],
  ),
  'targets-overlapping': code(
    [
      'Periods of targets of one owner and metric overlap without one holding the other: no sum is made of them.',
      '同一对象、指标的目标期间交叉且互不包含：不作合计。',
    ],
    [
      '‹2› targets share days with another one of the same owner and metric (such as ‹Jae 2026-01-15..2026-02-14›): each stands for itself, what is reached on those days counts for both',
      '‹2› 个目标与同一对象、同一指标的另一目标期间交叉（如 ‹张三 2026-01-15..2026-02-14›）：分别列出不相加，交叉日期的业绩计入两者',
    ],
    ['Give each target days of its own.', '调整期间使其不交叉。'],
  ),
  'target-periods-unusable': code(
    ['Rows of targets without a period, or with one that ends before it begins, are left out.', '没有期间或结束早于开始的目标行不计入。'],
    [
      '‹2 targets have› no period, or one that ends before it begins‹ (such as of Jae)›: left out',
      '‹2› 个目标没有期间，或结束早于开始‹（如 张三）›：未计入',
    ],
    ['Correct the dates.', '更正日期。'],
  ),
  'target-levels-mistaken': code(
    [
      'The level of a target says rep, and the owner is a team of the list of reps, or the other way round: nothing counts for it.',
      '目标层级与销售人员表不符（个人写成团队，或团队写成个人）：未计入任何业绩。',
    ],
    [
      '‹North› has targets of a ‹rep›, but is a ‹team› in the list of reps: nothing is counted for it',
      '‹华东›的目标层级写作‹个人›，但在销售人员表中是‹团队›：未计入任何业绩',
    ],
    ['Correct the level, or leave it blank.', '更正目标层级，或留空。'],
  ),
  'target-months-missing': code(
    [
      'For whole months of the targets no file has a row of anybody: what was reached then is not known.',
      '目标期间内有整月没有任何人的数据：该月实际完成值未知。',
    ],
    [
      'the files hold nothing of ‹revenue› for ‹2 months› of the targets (first ‹2026-03›): actuals are too low there, and nothing is forecast over them',
      '目标期间内有 ‹2› 个月没有任何‹销售额›数据（首个为 ‹2026-03›）：实际值偏低，且不跨缺失月份作预测',
    ],
    ['Add the files of these months.', '补上这些月份的文件。'],
  ),
  'target-actuals-partial': code(
    ['The files begin within the period of targets: what was reached before is missing.', '数据起始晚于目标期间的开始：此前的业绩缺失。'],
    [
      'the data of ‹revenue› begin on ‹2026-03-02›, within the period of ‹12 targets›: what came before is not in the actual',
      '‹销售额›数据自 ‹2026-03-02› 起，晚于 ‹12› 个目标的开始日期：此前的业绩未计入实际值',
    ],
    ['Add the files from the first day of the period on.', '补上自期间首日起的文件。'],
  ),
  'target-parts-untold': code(
    [
      'A target of an owner that no file knows is made of its parts; where one of them cannot be told there is no actual.',
      '对象不明的目标由其下级汇总；任一下级无法得知时不给出实际值。',
    ],
    [
      '‹East has› no actual: of one of its parts (‹Jae›) nothing is known, and the sum of the others is not the whole',
      '‹华东大区›没有实际值：其下级 ‹张三› 的业绩无法得知，不以其余下级之和代替',
    ],
    ['Write the part as the list of reps or the orders do.', '按销售人员表或订单中的写法填写该下级。'],
  ),
  'target-values-unusable': code(
    [
      'Targets have a value that their metric cannot have: revenue of 50% or 0.5, visits in %, a rate of 8500%, an amount below 0 (not of profit and NPS). They count nowhere, as if they were blank.',
      '目标的取值不可能是该指标的值：销售额 50% 或 0.5、拜访次数写成百分比、比率 8500%、金额为负（利润与 NPS 除外）。按未填写处理，不计入任何合计。',
    ],
    [
      '‹2 targets have a value that is none› of the metric, first ‹Amy, 2026-10, revenue›: ‹50% (it is written in %, and its metric is an amount)›: counted nowhere, as if blank',
      '‹2› 条目标的取值不可能是该指标的值，如 ‹王海燕 2026-10 销售额›：‹50%（写成百分比，而该指标是数额）›：按未填写处理，不计入任何合计',
    ],
    ['Correct the value, its unit or the metric.', '更正目标值、单位或指标。'],
  ),
  'target-values-blank': code(
    [
      'Targets are blank, zero or below zero: no attainment is computed of them. What was done counts in the actual.',
      '目标为空、为零或为负：不计算达成率，实际值照计。',
    ],
    [
      '‹3 blank and 1 zero› among the targets: no attainment is given for them, what was done counts',
      '目标中有 ‹3 个未填写、1 个为零›：不给出达成率，实际值照计',
    ],
    ['Fill in the targets, or leave out the rows.', '补齐目标值，或删去这些行。'],
  ),
  'target-manager-rows': code(
    [
      'Rows of managers or teams beside the rows of their own reps: they hold what the reps have to reach together, count as targets of teams, and are in no sum of reps.',
      '主管或团队的目标与其下属个人的目标并列：计为团队目标，不并入个人合计。',
    ],
    [
      '‹2 rows› of managers or teams‹, such as Amy,› ‹stand› beside the rows of their own reps: taken for the targets of the teams, and not added to those of the reps',
      '‹2› 条主管或团队目标‹（如 王海燕）›与其下属的个人目标并列：计为团队目标，不与个人目标重复相加',
    ],
    [
      'Name the manager or team as the Parent of the reps: both are then checked against each other.',
      '把主管或团队写作个人目标的“上级目标”，即可逐级核对。',
    ],
  ),
  'target-unit-doubtful': code(
    [
      'Targets are about a thousand, ten thousand or a million times what was reached, or so much less: most of a metric, or that of a company or team; of owners whom nobody knows all together against the company.',
      '目标与实际水平相差约千倍、万倍或百万倍：某指标的多数目标，或公司、团队的目标；对象不明的目标合计与公司水平比较。',
    ],
    [
      'the ‹revenue› targets are about 1/‹1,000› of what was reached (‹28 rows, such as 61161660›): they are probably in ‹thousands›, and the file does not say so',
      '‹销售额›目标约为实际水平的 1/‹1,000›（‹共 28 条，如 61161660›）：可能以‹千›为单位，但文件未写明',
    ],
    ['Add a column Unit (千元, k, 万元), or write whole amounts.', '增加“单位”列（千元、万元），或填写完整数值。'],
  ),
  'target-owners-unknown': code(
    [
      'Owners of targets that neither the list of reps nor any other file names: targets and orders may know them by different numbers.',
      '目标对象既不在销售人员表中，也不在其他文件中：目标与订单可能使用不同的编号。',
    ],
    [
      'no other file knows ‹16 of 17 owners› of targets, such as ‹61161660›: nothing tells what counts for them; their names or numbers may be those of another system',
      '‹17› 个目标对象中有 ‹16› 个在其他文件中找不到（如 ‹61161660›）：无法得知什么计入其目标；其姓名或编号可能来自另一系统',
    ],
    [
      'Add the list of reps with both numbers (`rep_id` and `other_id`), or write owners as the orders do.',
      '加入含两种编号的销售人员表（`rep_id` 与 `other_id`），或按订单中的写法填写目标对象。',
    ],
  ),
  'target-data-missing': code(
    ['Targets of a metric for which no file has what it is measured by.', '没有文件含有衡量该指标所需的数据。'],
    [
      '‹12› ‹targets› for ‹visits› cannot be measured: ‹no file has activities.at›',
      '‹12› 条‹拜访次数›目标无法衡量：‹没有文件含 activities.at›',
    ],
    ['Add the file, or name its column with `--map`.', '加入该文件，或用 `--map` 指定列。'],
  ),
  'target-sums-differ': code(
    [
      'The targets of reps, teams, products, customers or shorter periods do not add up to the target that they are part of. Sums are exact; rates are not added.',
      '个人、团队、产品、客户或较短期间的目标合计与其上级目标不等。合计为精确计算；比率类不相加。',
    ],
    [
      'the parts of ‹3› of ‹48› targets do not add up to ‹them, most those› of ‹East China, 2026-03, revenue› are ‹512,000› against ‹540,000›, ‹28,000› too ‹little›',
      '‹48› 条目标中有 ‹3› 条与下级合计不符，‹差额最大的是› ‹华东大区 2026-03 销售额›：下级合计 ‹512,000›，目标 ‹540,000›，‹少› ‹28,000›',
    ],
    ['Correct the parts or the target; section sums lists each gap.', '更正下级或上级目标；各差额见 sums 部分。'],
  ),
  'target-periods-overlap': code(
    [
      'An owner has two targets for the same metric whose periods are the same or lie partly over each other. A month within its year is a part of it.',
      '同一对象、同一指标有两条期间相同或部分重叠的目标。年内的月份是其组成部分，不算重叠。',
    ],
    [
      '‹2› targets share days with another of the same owner and metric, first ‹Amy, 2026-03, revenue›',
      '‹2› 条目标与同一对象、同一指标的另一目标期间重叠，如 ‹王海燕 2026-03 销售额›',
    ],
    ['Keep one of them, or tell versions apart by a column Version.', '只保留一条，或用“版本”列区分版本。'],
  ),
  'target-parent-missing': code(
    ['Targets that are part of no other, or name a parent that has no such target.', '不属于任何上级目标，或所写上级没有该目标。'],
    [
      '‹12› of ‹24› targets are part of no other, first ‹Amy, 2026-03, revenue›: whether they serve the whole cannot be told',
      '‹24› 条目标中有 ‹12› 条没有上级目标，如 ‹王海燕 2026-03 销售额›：无法判断是否支撑整体目标',
    ],
    ['Add the targets of teams and company, and a column Parent that names them.', '补团队与公司的目标，并增加“上级目标”列。'],
  ),
  'target-incomplete': code(
    [
      'Targets without a value, a period, an owner or a metric that is understood, with a unit or a value that does not fit the metric, or set when their period was over.',
      '目标缺少目标值、期间、对象或可识别的指标，单位或取值与指标不符，或制定时期间已结束。',
    ],
    [
      '‹4› ‹targets are› incomplete, first ‹Amy, 2026-03, retention›: ‹the rate is above 100%›',
      '‹4› 条目标不完整，如 ‹王海燕 2026-03 客户留存率›：‹比率超过 100%›',
    ],
    ['Section rows says what each lacks.', 'rows 部分逐条列出所缺内容。'],
  ),
  'target-levels-reversed': code(
    ['A stretch or challenge target is less than the ambition below it.', '冲刺或挑战目标低于其下一档。'],
    [
      '‹1› ‹owner has› a stretch or challenge target below the one it should exceed, first ‹Amy, 2026-03, revenue›‹: 100 / 90 / 120›',
      '‹1› 处冲刺或挑战目标低于其下一档，如 ‹王海燕 2026-03 销售额›‹：100 / 90 / 120›',
    ],
    ['Put them in order: base ≤ stretch ≤ challenge.', '使目标 ≤ 冲刺 ≤ 挑战。'],
  ),
  'actions-overdue': code(
    ['Tasks of action plans that were due before the as-of date and are not done.', '行动计划中到截止日期已过期未完成的任务。'],
    [
      '‹2› of ‹9› tasks ‹are› overdue, the longest “‹Visit the ten largest customers›”‹ of Amy›, ‹31› days late',
      '‹9› 项任务中有 ‹2› 项逾期，最久的是‹ 王海燕 的›“‹拜访十大客户›”，已逾期 ‹31› 天',
    ],
    ['Agree on a new day with who has them, or close them.', '与负责人重定日期，或关闭任务。'],
  ),
} as const;
