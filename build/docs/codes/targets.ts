import { code } from './code-text.ts';

/** What is said of targets and of the plans to reach them. */
export const targetCodes = {
  'no-targets': code(
    ['None of the files has targets (nor tasks of action plans).', '文件中没有目标（也没有行动计划任务）。'],
    ['none of the files has targets', '没有包含目标的文件'],
    [
      'Add a file with owner, metric, period and target, or say which file it is: `--targets targets.csv`.',
      '加入含目标对象、指标、期间与目标值的文件，或用 `--targets targets.csv` 指明。',
    ],
  ),
  'target-unit-doubtful': code(
    [
      'Targets are about a thousand or ten thousand times what was usual in such a period, or so much less: most of a metric, or that of a company or team; of owners whom nobody knows all together against the company.',
      '目标与此类期间的常见水平相差约千倍或万倍：某指标的多数目标，或公司、团队的目标；对象不明的目标合计与公司水平比较。',
    ],
    [
      'the ‹revenue› targets are about ‹1,000› times ‹below› what is usual (‹28› of them; ‹61161660, 2018-01, revenue›: ‹200›): the unit is probably missing',
      '‹销售额›目标约为历史水平的‹ 1/1,000›（‹28› 条；如 ‹61161660 2018-01 销售额›：‹200›）：可能缺少单位',
    ],
    ['Add a column Unit (thousand, 万元), or write whole amounts.', '增加“单位”列（千元、万元），或填写完整金额。'],
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
      '‹12› ‹targets› for ‹visits› cannot be measured: no file has ‹activities.at›',
      '‹12› 条‹拜访次数›目标无法衡量：没有文件含 ‹activities.at›',
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
      '‹4› ‹targets are› incomplete, first ‹Amy, 2026-03, retention›: ‹the rate is above 100 %›',
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
  'target-team-rows-left-out': code(
    [
      'Rows of managers or teams that are part of the same target as the rows of their own reps: adding both would count the reps twice.',
      '主管或团队的目标与其下属个人的目标属于同一上级：同时相加会重复计算。',
    ],
    [
      '‹2› rows of managers or teams stand beside those of their own reps and are not added to them, first under ‹the company, 2026-03, revenue›',
      '‹2› 条主管或团队目标与其下属个人目标并列，未重复计入合计，如 ‹公司 2026-03 销售额› 的下级',
    ],
    [
      'Name the manager or team as the Parent of the reps: both are then checked against each other.',
      '把主管或团队写作个人目标的“上级目标”，即可逐级核对。',
    ],
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
