import { code } from './code-text.ts';

/** Why a command has nothing to compute, and how far its figures can be believed. */
export const figures = {
  'holidays-worked': code(
    [
      'A run in Chinese counts public holidays of China as worked: the files do not say where people work, and `pool.calendar.holidays` is not set.',
      '中文运行，未设置 `pool.calendar.holidays`：文件未注明工作地，法定节假日按工作日计算。',
    ],
    [
      '‹27› public holidays of China in the data count as worked: waiting times over them are too long where people had them off',
      '数据期间有 ‹27› 天法定节假日按工作日计算：若当天放假，跨节等待时间偏长',
    ],
    ['Set `pool.calendar.holidays: cn`; `[]` if they are worked.', '设置 `pool.calendar.holidays: cn`；确实上班则设为 `[]`。'],
  ),
  'holidays-unknown': code(
    [
      'Waiting times are counted without the public holidays of China (`pool.calendar.holidays: cn`), but these are announced year by year, and the data has days of years that are not known yet.',
      '等待时间已扣除中国法定节假日（`pool.calendar.holidays: cn`），但节假日逐年公布，数据中有尚无安排的日期。',
    ],
    [
      'public holidays of China are known from ‹2004-01-01› to ‹2026-12-31›: of ‹45› days outside (‹2027-01-01 to 2027-02-14›) all but weekends count as worked',
      '法定节假日数据涵盖 ‹2004-01-01› 至 ‹2026-12-31›：此外的 ‹45› 天（‹2027-01-01 至 2027-02-14›）除周末外均按工作日计算',
    ],
    ['List the days in `pool.calendar`, or update crm-eval.', '在 `pool.calendar` 中列出假期与上班日，或更新 crm-eval。'],
  ),
  'contacts-missing': code(
    [
      'No file records a contact with a lead: neither the log of the pool, nor activities, nor the list of leads. A lead without a contact may have been called ten times.',
      '流转记录、跟进记录与线索表中均没有跟进：没有记录不等于没有联系。',
    ],
    [
      'no contact with a lead is on record: who was contacted, how fast, and with it the use of the pool, is not known',
      '没有任何跟进记录：是否跟进、跟进快慢以及公海利用率无法得出',
    ],
    [
      'Add the exports of calls, visits and tasks that name their lead, or export the time of the last contact with the leads.',
      '加入带线索编号的电话、拜访、任务等跟进记录，或在线索表中导出最后跟进时间。',
    ],
  ),
  'contacts-recorded-later': code(
    [
      'Leads that came in (with a log: were first claimed) more than 30 days before the first contact on record: what was done with them until then is not written down. They count neither as contacted in time nor as not contacted.',
      '线索的进入（有流转记录时为首次领取）早于最早一次跟进记录 30 天以上：此前的跟进没有记录，既不算及时跟进，也不算未跟进。',
    ],
    [
      'contacts are on record since ‹2020-12-11›: of ‹3,086› of ‹3,900› leads, which came in or were claimed more than 30 days before, nobody knows when they were contacted first, or whether at all',
      '跟进记录始于 ‹2020-12-11›：‹3,900› 条线索中有 ‹3,086› 条在此 30 天以前进入或被领取，是否及何时首次跟进不明',
    ],
    ['Add earlier exports of calls, visits and tasks that name their lead.', '加入更早的、带线索编号的电话、拜访、任务等跟进记录。'],
  ),
  'contacts-unrecorded': code(
    [
      'More than a tenth of the leads that became customers have no contact on record: somebody talked to them, and nobody wrote it down, or the file with the contacts is missing.',
      '已转化线索中超过一成没有跟进记录：实际联系过但未记录，或缺少跟进记录文件。',
    ],
    [
      '‹2567› of ‹3632› leads became customers without a contact on record: contacts are not all recorded, and waiting times and unanswered leads are not to be relied on',
      '已转化的 ‹3632› 条线索中有 ‹2567› 条没有跟进记录：跟进记录不全，等待时间与未跟进线索仅供参考',
    ],
    ['Add the exports of calls, visits and tasks that name their lead.', '加入带线索编号的电话、拜访、任务等跟进记录。'],
  ),
  'contacts-without-time': code(
    [
      'First contacts have dates without a time of day: a contact on the day of the assignment took no time, one on the next day a whole working day.',
      '首次跟进只有日期、没有时间：分配当天跟进计为 0，次日跟进计为一个完整工作日。',
    ],
    [
      'none of the ‹120› first contacts has a time of day: waiting times are right to the day, not to the hour',
      '‹120› 条首次跟进均无具体时间：等待时间只精确到天',
    ],
    ['Export the contacts with their time.', '请导出带时间的跟进记录。'],
  ),
  'inputs-unchanged': code(
    [
      'With `--since`: all files are, by their hashes, those that the earlier result was made of. It is said on the error stream, with `-q`, too.',
      '使用 `--since` 时：按哈希值，全部文件与此前结果所用的相同。在标准错误中提示，加 `-q` 亦然。',
    ],
    ['the files are those of the earlier result: ‹nothing can be new›', '文件与此前结果所用的完全相同：‹不会有新变化›'],
    [
      'See whether the export ran. To be told by the exit code: `--fail-on "inputs-unchanged>0"`.',
      '检查导出任务是否已执行。如需用退出码提示：`--fail-on "inputs-unchanged>0"`。',
    ],
  ),
  'since-later': code(
    [
      'With `--since`: the result given is of a later day than this one, so that the comparison runs backwards. It is said on the error stream, with `-q`, too.',
      '使用 `--since` 时：给出的结果截止日期晚于本次，比较方向颠倒。在标准错误中提示，加 `-q` 亦然。',
    ],
    [
      'the result given with --since is of ‹2026-10-31›, after this one (‹2026-09-30›): what is called new was so already, and what is called gone came later',
      '--since 给出的结果截止 ‹2026-10-31›，晚于本次的 ‹2026-09-30›：所谓新增其实在前，所谓移出其实在后',
    ],
    ['Give the result before this one.', '请给出早于本次的结果。'],
  ),
  'nothing-to-score': code(
    ['The files name no customer.', '文件中没有客户。'],
    [
      'no customer in ‹orders.csv (orders, 120)›: scoring needs customers, or orders that name theirs',
      '‹orders.csv (orders, 120)› 中没有客户：评分需要客户表，或带客户的订单',
    ],
    ['`--map orders.customer_id=HEADER`, or add the customer file.', '用 `--map orders.customer_id=列名` 指定，或加上客户文件。'],
  ),
  'nothing-usable': code(
    [
      'Rows are there, with a customer column, and every one of them was set aside or rejected: the message says why, with counts.',
      '有数据行也有客户列，但全部未计入或无效；消息列出原因与行数。',
    ],
    [
      'no row of ‹orders.csv› can be used: ‹5/5 status-unknown; "Status" words that are not understood: "wc-packed" (5)›',
      '‹orders.csv› 没有可用的行：‹5/5 status-unknown；"订单状态" 无法识别的取值：“待自提”（5 处）›',
    ],
    ['What the message names; `crm-eval check FILES` lists the findings.', '按消息处理；`crm-eval check 文件` 列出全部发现。'],
  ),
  'nothing-known': code(
    [
      'Customers are there, but no amount and no score is known: a ranking would say nothing.',
      '有客户，但没有任何已知的金额或得分，排名没有意义。',
    ],
    [
      'no amount and no score is known of any of the ‹3› customers: there is nothing to rank by‹; orders.csv: no column says whose order it is, so no line can be used›',
      '‹3› 个客户都没有已知的金额或得分，无从排名‹；orders.csv：没有任何列说明订单属于哪个客户，因此没有可用的行›',
    ],
    ['Add the orders, or name the column of the amount with `--map`.', '加上订单，或用 `--map` 指定金额列。'],
  ),
  'nothing-to-offer': code(
    [
      'No row that counts is an order with customer and date: `cross-sell` has nothing to learn from.',
      '没有带客户和日期的有效订单，`cross-sell` 无从计算。',
    ],
    [
      'cross-selling‹› needs orders with a customer and a date; none is among the rows used of ‹customers.csv (customers, 164/164)›',
      '交叉销售‹›需要带客户和日期的订单；已使用的行中没有：‹customers.csv (customers, 164/164)›',
    ],
    [
      'Add the orders, or name their columns with `--map`; `crm-eval check` shows why rows were left out.',
      '加上订单，或用 `--map` 指定列；`crm-eval check` 可查看未使用的原因。',
    ],
  ),
  'baskets-beside-files': code(
    [
      'A file of baskets has neither customers nor dates, so it cannot be read together with others.',
      '购物篮文件没有客户与日期，不能与其他文件一起读取。',
    ],
    [
      'a file of baskets has no customers: --baskets stands without other files',
      '购物篮文件没有客户信息：--baskets 不能与其他文件同时使用',
    ],
    ['Give either `--baskets` or the exports.', '只指定 `--baskets`，或只提供导出文件。'],
  ),
  'goods-unknown': code(
    [
      'The orders do not say what was bought: neither a product nor a category, so there is nothing to offer.',
      '订单没有写明所购的产品或品类，无从推荐。',
    ],
    [
      'cross-selling needs orders that say what was bought; no row used of ‹orders.csv› has a product or a category',
      '交叉销售需要写明所购品项的订单；‹orders.csv› 中已使用的行没有产品或品类',
    ],
    ['Add the order lines, or name the column with `--map`.', '加上订单明细，或用 `--map` 指定列。'],
  ),
  'support-too-low': code(
    ['So many sets of items are in that share of the baskets that they cannot be judged.', '达到该占比的品项组合过多，无法逐一判断。'],
    ['--min-support is too low: more than 500,000 sets of items reach it', '--min-support 过低：达到该占比的品项组合超过 50 万个'],
    ['Give a higher share, or leave `--min-support` out.', '提高 `--min-support`，或不指定。'],
  ),
  'nothing-to-forecast': code(
    [
      'No row that counts is an order with customer and date: `churn` and `backtest` have nothing to learn from.',
      '没有带客户和日期的有效订单，`churn` 与 `backtest` 无从计算。',
    ],
    [
      'a forecast‹› needs orders with a customer and a date; none is among the rows used of ‹customers.csv (customers, 164/164)›',
      '预测‹›需要带客户和日期的订单；已使用的行中没有：‹customers.csv (customers, 164/164)›',
    ],
    [
      'Add the orders, or name their columns with `--map`; `crm-eval check` shows why rows were left out.',
      '加上订单，或用 `--map` 指定列；`crm-eval check` 可查看未使用的原因。',
    ],
  ),
  'nothing-to-compare': code(
    [
      'No row that counts is an order with customer and date: `compare` has nothing to compare.',
      '没有带客户和日期的有效订单，`compare` 无从对比。',
    ],
    [
      'a comparison of periods‹› needs orders with a customer and a date; none is among the rows used of ‹customers.csv (customers, 164/164)›',
      '时期对比‹›需要带客户和日期的订单；已使用的行中没有：‹customers.csv (customers, 164/164)›',
    ],
    ['As above.', '同上。'],
  ),
  'lead-column-after-the-fact': code(
    [
      'Columns of the lead file that are written while a lead is worked, or after: they tell how it ended, not how it will. They are in no model; section `lead_columns` of `pool` has the evidence.',
      '线索表中在跟进中或结果之后填写的列：它们反映结果而非预示结果，不进入模型；依据见 `pool` 的 `lead_columns` 部分。',
    ],
    [
      '‹2 columns are› filled in after the fact and in no model: ‹repeats the outcome: Done; ranks too well by itself: Tags (AUC 0.92)›',
      '‹2› 列为事后填写，未进入模型：‹与结果一致：完成标记；单独区分度过高：标签（AUC 0.92）›',
    ],
    [
      'Nothing; where one is known when a lead comes in: `pool.attributes.use` in the config, and `leave_out` for others that are not.',
      '无需处理；若某列在线索进入时即已知，写入配置 `pool.attributes.use`；另有应排除的列写入 `leave_out`。',
    ],
  ),
  'lead-column-unknown': code(
    [
      'A name in `pool.attributes` is no column of the lead file that has values to learn from.',
      '`pool.attributes` 中的名称不是线索表中可供学习的列。',
    ],
    [
      'pool.attributes names a column that tells nothing of the leads, or is not there: ‹Lead Qualty›',
      'pool.attributes 所写的列不存在，或不含线索属性：‹Lead Qualty›',
    ],
    ['Write it as the file has it; `inspect` shows the headers.', '按文件中的列名填写，`inspect` 可查看。'],
  ),
  'lead-model-missing': code(
    [
      'Too few leads converted, or too few did not, for a model of what lifts conversion; or what is known of them may rank them hardly better than chance.',
      '已转化或未转化的线索过少，无法建立转化模型；或按已知信息排序与随机可能相差无几。',
    ],
    [
      'no chances to convert are computed: of ‹40› leads with a known outcome ‹12› converted, and at least 30 have to be of either kind, with an attribute',
      '未计算转化概率：结果已知的 ‹40› 条线索中 ‹12› 条已转化，两类均须不少于 30 条且有可用属性',
    ],
    ['Add older leads.', '加上更早的线索。'],
  ),
  'lead-model-sampled': code(
    [
      'There are more than 50,000 leads with a known outcome: the model learns from 50,000 of them, always the same ones.',
      '结果已知的线索超过 50,000 条：模型取其中 50,000 条学习，每次相同。',
    ],
    [
      'factors and chances to convert are learned from ‹50,000› of ‹320,000› leads with a known outcome, always the same ones',
      '影响因素与转化概率取自结果已知的 ‹320,000› 条线索中的 ‹50,000› 条，每次相同',
    ],
    ['Nothing.', '无需处理。'],
  ),
  'no-leads': code(
    [
      'None of the files is a list of leads, a list of customers of a pool, or a log of the pool; or, with `--of`, not of what was asked for.',
      '文件中没有线索表、公海客户表，也没有公海流转记录；或没有 `--of` 指定的一类。',
    ],
    ['no leads and no log of the pool are among the files: ‹orders.csv (orders)›', '文件中没有线索表或公海流转记录：‹orders.csv (orders)›'],
    [
      'Add the export of the leads, or of the customers with their pool, or say which file it is: `--leads leads.csv`, `--customers customers.csv`.',
      '加入线索或公海客户的导出文件，或用 `--leads leads.csv`、`--customers customers.csv` 指明。',
    ],
  ),
  'pool-has-both': code(
    [
      'The files have leads, and customers that pools hand out (a pool, times of claims and returns, or a log that names customers). One of them is evaluated: leads, unless the log is of customers alone.',
      '文件中既有线索，又有公海客户（含公海、领取或退回时间，或以客户编号记录的流转）。每次只评估一类：默认线索；流转记录只涉及客户时为客户。',
    ],
    ['the files have leads and customers of a pool: the leads are evaluated', '文件中既有线索也有公海客户：本次评估线索'],
    ['For the customers: `--of customers`; for the leads: `--of leads`.', '评估客户：`--of customers`；评估线索：`--of leads`。'],
  ),
  'pool-log-missing': code(
    ['`pool` has no log of claims and returns.', '`pool` 没有公海流转记录。'],
    [
      'there is no log of the pool: how often leads were claimed, given back and recycled, and with it the use of the pool, is not known',
      '没有公海流转记录：领取、退回、回收的次数以及公海利用率无法得出',
    ],
    ['Add the log: lead, event, time, rep.', '加入流转记录：线索、操作、时间、销售。'],
  ),
  'what-if-without-log': code(
    ['`pool --what-if` has no log of the pool to replay.', '`pool --what-if` 没有可重放的公海流转记录。'],
    [
      'other rules cannot be tried: without a log of the pool nobody knows who had which lead when, and when it was contacted',
      '无法试算其他规则：没有公海流转记录，不知道何人何时持有线索、何时跟进',
    ],
    ['Add the log: lead, event, time, rep.', '加入流转记录：线索、操作、时间、销售。'],
  ),
  'lead-created-missing': code(
    ['Leads without a date of creation.', '线索没有创建时间。'],
    [
      '‹12› of ‹800› leads have no date of creation: no period and no figure over time has them',
      '‹800› 条线索中有 ‹12› 条没有创建时间：各时期与时间类指标均不含这些线索',
    ],
    ['Export it, or name its column: `--map leads.created_at=HEADER`.', '导出该列，或用 `--map leads.created_at=列名` 指定。'],
  ),
  'lead-conversion-missing': code(
    [
      'No lead is marked as converted in any file, and the log of the pool has no conversion: exports of open leads leave the converted ones out.',
      '各文件均无标记为已转化的线索，流转记录中也没有转化：部分系统导出的线索不含已转化的。',
    ],
    [
      'no lead is on record as converted: either none has converted, or the files do not say; conversion is not known',
      '没有任何线索标记为已转化：可能尚无转化，也可能文件未注明；转化率无法得出',
    ],
    [
      'Export converted leads, too, or say what tells: `--map leads.converted=HEADER`, `--map leads.status.converted=WORD`.',
      '请一并导出已转化线索，或指明依据：`--map leads.converted=列名`、`--map leads.status.converted=状态词`。',
    ],
  ),
  'lead-conversion-undated': code(
    ['Leads that converted on a day that the files do not tell.', '已转化的线索没有转化时间。'],
    [
      '‹3,632› of ‹3,632› converted leads have no date of conversion: figures over time are without them',
      '‹3,632› 条已转化线索中有 ‹3,632› 条没有转化时间：时间类指标不含这些线索',
    ],
    ['Export it, or name its column: `--map leads.converted_at=HEADER`.', '导出该列，或用 `--map leads.converted_at=列名` 指定。'],
  ),
  'lead-conversions-later': code(
    ['Leads whose conversion is later than `--as-of`.', '线索的转化时间晚于 `--as-of`。'],
    [
      '‹12› ‹leads convert› after the as-of date ‹2026-09-30› (the last on ‹2026-10-29›): not counted as converted',
      '‹12› 条线索的转化时间晚于统计日期 ‹2026-09-30›（最晚 ‹2026-10-29›）：未计为已转化',
    ],
    ['Nothing; a later `--as-of` counts them.', '无需处理；更晚的 `--as-of` 会计入。'],
  ),
  'lead-state-later': code(
    [
      'An `--as-of` before the day on which the list was exported, and leads that are in no log of the pool: the list has their owner and state of its own day.',
      '`--as-of` 早于线索表的导出日期，且部分线索没有流转记录：表中的负责人与状态为导出时的。',
    ],
    [
      'the list of leads is of ‹2026-10-30› or later: owner and state of ‹673› ‹leads› without a log are those of that day, not of the as-of date ‹2026-06-30›',
      '线索表导出于 ‹2026-10-30› 或更晚：‹673› 条没有流转记录的线索，其负责人与状态为导出时的，而非统计日期 ‹2026-06-30› 的',
    ],
    [
      'Add the log: lead, event, time, rep; or take the list that was exported on that day.',
      '加入流转记录：线索、操作、时间、销售；或改用统计日期当日导出的线索表。',
    ],
  ),
  'lead-holders-forgotten': code(
    [
      'A list of leads without a log, with leads in the pool that have lost their owner.',
      '只有线索表、没有流转记录，且公海线索没有历任负责人。',
    ],
    [
      '‹568› ‹leads› in the pool without an owner: the list does not say who had them, so reps have only the leads that they kept; what each rep took and converts, and with it the allocation, is left out',
      '‹568› 条公海线索没有负责人：线索表未记录此前由谁持有，各销售只剩留在手中的线索；各销售的取得、转化及分配建议均不给出',
    ],
    ['Add the log: lead, event, time, rep.', '加入流转记录：线索、操作、时间、销售。'],
  ),
  'lead-outcome-before-creation': code(
    ['Leads whose outcome lies before their creation.', '线索的结果早于创建时间。'],
    [
      '‹3› ‹leads› converted or lost before coming in, first ‹L00017›: without a duration',
      '‹3› 条线索的结果早于创建时间（如 ‹L00017›）：不计算时长',
    ],
    ['Correct one of the two dates.', '核对并修正其中一个日期。'],
  ),
  'lead-converted-and-lost': code(
    ['Leads with two outcomes at once.', '线索同时有两种结果。'],
    [
      '‹388› ‹leads are› marked converted and lost or invalid at once: they count as converted',
      '‹388› 条线索同时标记为已转化与流失或无效：按已转化计',
    ],
    ['Nothing, or correct the status.', '无需处理，或修正状态。'],
  ),
  'lead-taken-while-held': code(
    ['A lead went from one rep to another without a return in between.', '线索未退回公海即转给他人。'],
    [
      '‹14› times a lead that a rep had claimed went to another rep without coming back to the pool, first ‹L00017›',
      '‹14› 次：销售领取的线索未回公海即转给他人（如 ‹L00017›）',
    ],
    ['See whether returns are missing in the log.', '核对流转记录是否缺少退回。'],
  ),
  'log-claimed-after-invalid': code(
    ['A lead was claimed or assigned after it had been judged invalid.', '线索判无效后又被领取或分配。'],
    [
      '‹3› times a lead was claimed or assigned after it had been judged invalid, such as ‹L00017›: invalid unless it converts',
      '‹3› 次领取或分配了已判无效的线索（如 ‹L00017›）：除非转化，仍按无效计',
    ],
    ['See which of the two is right.', '核对哪一条记录正确。'],
  ),
  'log-claimed-before-created': code(
    ['A lead was claimed or assigned before it came in by the lead file.', '线索的首次领取或分配早于线索表的创建时间。'],
    [
      '‹66 leads› claimed or assigned before coming in by the lead file, such as ‹L00017›: taken for new then',
      '‹66› 条线索的首次领取或分配早于线索表的创建时间（如 ‹L00017›）：按新线索计',
    ],
    ['See whether the date of creation is that of an import.', '核对创建时间是否为导入时间。'],
  ),
  'log-contact-by-other': code(
    ['The log has contacts by reps who did not have the lead then.', '流转记录中，跟进人当时并未持有该线索。'],
    [
      '‹12 contacts› by a rep who did not have the lead then, such as one of ‹L00017›: counted for who had it, where anybody had',
      '‹12› 次跟进的操作人当时并未持有该线索（如 ‹L00017›）：计入当时的持有人（若有）',
    ],
    ['See whether claims or assignments are missing in the log.', '核对流转记录是否缺少领取或分配。'],
  ),
  'log-conversion-by-other': code(
    ['The log has conversions by reps who did not have the lead then.', '流转记录中，转化的操作人当时并未持有该线索。'],
    [
      '‹2 conversions› by a rep who did not have the lead then, such as that of ‹L00017›: counted for who had it, where anybody had',
      '‹2› 次转化的操作人当时并未持有该线索（如 ‹L00017›）：计入当时的持有人（若有）',
    ],
    ['See whether claims or assignments are missing in the log.', '核对流转记录是否缺少领取或分配。'],
  ),
  'log-event-without-lead': code(
    ['Lines of the log have no lead.', '流转记录没有线索编号。'],
    [
      '‹4 events› in the log of the pool without a lead, the earliest of ‹2026-03-02 09:00:00›: left out',
      '公海流转记录中有 ‹4› 次流转没有线索编号（最早 ‹2026-03-02 09:00:00›）：未计入',
    ],
    ['Export the number of the lead with each event.', '在每条流转记录中导出线索编号。'],
  ),
  'log-event-without-rep': code(
    ['Claims or assignments of the log do not say which rep got the lead.', '流转记录中的领取或分配未注明销售。'],
    [
      "‹4 claims and assignments› in the log of the pool without a rep, such as one of ‹L00017›: no rep's figures have them",
      '公海流转记录中有 ‹4› 次领取或分配未注明销售（如 ‹L00017›）：不计入任何销售的指标',
    ],
    [
      'Export who got the lead, or name the column: `--map pool_events.rep=HEADER`.',
      '导出取得线索的销售，或用 `--map pool_events.rep=列名` 指定。',
    ],
  ),
  'log-event-without-time': code(
    ['Lines of the log have no time.', '流转记录没有时间。'],
    [
      '‹4 events› in the log of the pool without a time, such as one of ‹L00017›: left out',
      '公海流转记录中有 ‹4› 次流转没有时间（如 ‹L00017›）：未计入',
    ],
    ['Export the time, or name the column: `--map pool_events.at=HEADER`.', '导出流转时间，或用 `--map pool_events.at=列名` 指定。'],
  ),
  'log-returned-twice': code(
    ['A lead that already lay in the pool was given back or recycled again.', '已在公海的线索再次被退回或回收。'],
    [
      '‹3› times a lead was given back or recycled that already lay in the pool, such as ‹L00017›: no claim in between',
      '‹3› 次退回或回收的线索已在公海（如 ‹L00017›）：其间没有领取',
    ],
    ['See whether claims are missing in the log.', '核对流转记录是否缺少领取。'],
  ),
  'setting-matches-nothing': code(
    [
      'A setting of `pool` names a rep, a team, a value or a level that the files do not have.',
      '`pool` 设置中的销售、团队、取值或级别在文件中不存在。',
    ],
    [
      '‹pool.allocation.skills.teams› names "‹华东销售›", which is in none of the files: the rule holds for nobody',
      '‹pool.allocation.skills.teams› 中的“‹华东销售›”在文件中不存在：该规则不起作用',
    ],
    ['Write the name as the files have it; the nearest one is offered.', '请按文件中的写法填写；会提示最接近的名称。'],
  ),
  'no-cohorts': code(
    [
      'No row that counts is an order with customer and date: `cohorts` has nothing to count.',
      '没有带客户和日期的有效订单，`cohorts` 无从计算。',
    ],
    [
      'a count of cohorts‹› needs orders with a customer and a date; none is among the rows used of ‹customers.csv (customers, 164/164)›',
      '批次分析‹›需要带客户和日期的订单；已使用的行中没有：‹customers.csv (customers, 164/164)›',
    ],
    ['As above.', '同上。'],
  ),
  'no-feedback': code(
    [
      'The files hold no feedback with a date that says whose it is: `satisfaction` has nothing to go by.',
      '没有带日期、且注明客户或销售的客户反馈，`satisfaction` 无从计算。',
    ],
    [
      'there is no feedback in ‹orders.csv (orders, 12)›: satisfaction needs survey answers or complaints with a date, and a customer or a rep',
      '‹orders.csv（订单，12）› 中没有客户反馈：满意度分析需要带日期、且注明客户或销售的问卷回答或投诉',
    ],
    ['Add the feedback file, or name its columns with `--map`.', '加上反馈文件，或用 `--map` 指定列。'],
  ),
  'lead-ambiguous': code(
    ['`explain --lead`: several leads are of this company.', '`explain --lead`：该公司有多条线索。'],
    ['‹2› leads are of ‹Kerui›', '有 ‹2› 条线索属于“‹科瑞›”'],
    ['Give the id of one of those that are listed.', '使用所列线索之一的编号。'],
  ),
  'lead-unknown': code(
    ['`explain --lead`: no lead is called so.', '`explain --lead`：没有这条线索。'],
    ['no lead has the id or the company "‹L123›"', '没有编号或公司为“‹L123›”的线索'],
    ['Give the id as the list of leads has it.', '按线索表中的编号填写。'],
  ),
  'nothing-to-review': code(
    [
      'No row that counts is an order with customer and date: `reps` has nothing to review.',
      '没有带客户和日期的有效订单，`reps` 无从复盘。',
    ],
    [
      'a review of reps‹› needs orders with a customer and a date; none is among the rows used of ‹customers.csv (customers, 164/164)›',
      '销售复盘‹›需要带客户和日期的订单；已使用的行中没有：‹customers.csv (customers, 164/164)›',
    ],
    ['As above.', '同上。'],
  ),
  'rep-unknown': code(
    [
      '`reps --rep` or `--manager` names somebody whom the files do not have, or the rep is none of that manager.',
      '`reps --rep` 或 `--manager` 指定的人不在文件中，或该销售不是该主管的下属。',
    ],
    ['no rep "‹Wang›" in these files', '这些文件中没有销售“‹王›”'],
    ['Use the name or number as the files have it; the nearest one is offered.', '请按文件中的姓名或编号填写；会提示最接近的。'],
  ),
  'scope-unknown': code(
    [
      '`--scope` names somebody whom the files do not have; nobody else is named.',
      '`--scope` 指定的人或团队不在文件中；不会提示他人的姓名。',
    ],
    ['nobody in the files is "‹Wang›" (--scope ‹rep=Wang›)', '文件中没有“‹王›”（--scope ‹rep=王›）'],
    [
      'Write the name or number as the files have it; teams and managers need a list of reps.',
      '请按文件中的写法填写；团队与主管需要销售人员表。',
    ],
  ),
  'scope-needs-files': code(
    ['`--scope` with tables of a database.', '对数据库表使用 `--scope`。'],
    ['--scope is for files, not for tables of a database', '--scope 只用于文件，不用于数据库表'],
    ['Give the files, or a view of the database that has these rows alone.', '请改用文件，或在数据库中建立只含这些行的视图。'],
  ),
  'customer-unknown': code(
    ['`explain` is asked for a customer that the files do not have.', '`explain` 查询的客户不在文件中。'],
    ['no customer "‹C9999›" in these files', '这些文件中没有客户“‹C9999›”'],
    ['Use the id, or the name or a part of it; `crm-eval score` lists all.', '使用编号、名称或其中一部分；`crm-eval score` 列出全部客户。'],
  ),
  'customer-ambiguous': code(
    ['Several customers have this name, or this part of one.', '有多个客户同名，或名称都含这一部分。'],
    ['‹2› customers have "‹Kerui›" in their name', '有 ‹2› 个客户的名称含“‹科瑞›”'],
    ['Use one of the ids.', '使用列出的编号之一。'],
  ),
  'period-not-begun': code(
    ['The period begins after the as-of date.', '统计期晚于截止日期。'],
    [
      'the period ‹2027-01-01..2027-03-31› begins after ‹2026-10-31›, the as-of date',
      '统计期 ‹2027-01-01..2027-03-31› 晚于截止日期 ‹2026-10-31›',
    ],
    ['Choose an earlier `--period` or a later `--as-of`.', '选择更早的 `--period` 或更晚的 `--as-of`。'],
  ),
  'period-before-data': code(
    ['The period to compare with lies before the first order.', '对比期早于首张订单。'],
    [
      'the orders begin on ‹2024-05-01›: nothing is known of ‹2023-01-01..2023-12-31›',
      '订单从 ‹2024-05-01› 开始，没有 ‹2023-01-01..2023-12-31› 的数据',
    ],
    ['Add older orders, or choose a later `--against`.', '加上更早的订单，或选择更晚的 `--against`。'],
  ),
  'periods-out-of-order': code(
    ['The period to compare with does not end before the other begins.', '对比期没有在本期开始之前结束。'],
    [
      '‹2026-07-01..2026-09-30› does not end before ‹2026-08-01..2026-08-31› begins',
      '对比期 ‹2026-07-01..2026-09-30› 没有在本期 ‹2026-08-01..2026-08-31› 开始之前结束',
    ],
    ['Give the later one as `--period` and the earlier one as `--against`.', '较晚的写在 `--period`，较早的写在 `--against`。'],
  ),
  'before-the-data': code(
    ['`--as-of` or `--until` lies before the first order.', '`--as-of` 或 `--until` 早于首张订单。'],
    ['‹--until 2023-01-01› is before the first order on ‹2024-05-01›', '‹--until 2023-01-01› 早于首张订单 ‹2024-05-01›'],
    ['Give a later day.', '指定更晚的日期。'],
  ),
  'until-after-as-of': code(
    ['`--until` lies after the as-of date.', '`--until` 晚于截止日期。'],
    ['--until ‹2026-12-31› is after ‹2026-10-31›, the as-of date', '--until ‹2026-12-31› 晚于截止日期 ‹2026-10-31›'],
    ['Choose an earlier `--until` or a later `--as-of`.', '选择更早的 `--until` 或更晚的 `--as-of`。'],
  ),
  'period-to-date': code(
    ['The period is not over: the same days of both are compared.', '统计期尚未结束，按相同天数对比。'],
    [
      '‹2026-10-01..2026-12-31› is not over on ‹2026-10-31›: ‹2026-10-01..2026-10-31› is compared with ‹2026-07-01..2026-07-31›',
      '截至 ‹2026-10-31›，‹2026-10-01..2026-12-31› 尚未结束：以 ‹2026-10-01..2026-10-31› 对比 ‹2026-07-01..2026-07-31›',
    ],
    ['Nothing.', '无需处理。'],
  ),
  'period-lengths-differ': code(
    ['The two periods have different numbers of days.', '两个时期天数不同。'],
    [
      '‹92› days are compared with ‹91›: what adds up over days (revenue, orders, profit, new customers) is tested per day',
      '本期 ‹92› 天，对比期 ‹91› 天：可按天累加的指标（销售额、订单数、利润、新客户数）按日均检验',
    ],
    ['Nothing; `--against year-ago` compares periods of equal length.', '无需处理；`--against year-ago` 可对比等长的时期。'],
  ),
  'period-ends-early': code(
    [
      'The orders end before a window of the figures does: the later period of `compare`, the last period or the twelve months of `cohorts`, the period of retention of `churn`.',
      '订单在所统计的时期结束之前就已中断：`compare` 的本期、`cohorts` 的最后一期或近 12 个月、`churn` 的留存统计期。',
    ],
    [
      'the orders end on ‹2026-06-10›, before the end of ‹2026-06-01..2026-06-30›: its figures lack the days after',
      '订单到 ‹2026-06-10› 为止，早于 ‹2026-06-01..2026-06-30› 的终点：其后没有数据，该时期的数字因此偏低',
    ],
    ['Add newer orders, or choose an earlier period or `--as-of`.', '加上更新的订单，或选择更早的时期或 `--as-of`。'],
  ),
  'period-without-orders': code(
    ['The period that `report` reviews holds no order.', '`report` 评审的时期内没有订单。'],
    ['no order lies in ‹2099-01-01..2099-01-31›: there are no sales to review', '‹2099-01-01..2099-01-31› 没有订单：没有可评审的销售额'],
    ['Choose another `--period`, or add the orders of it.', '用 `--period` 选择其他时期，或加上该时期的订单。'],
  ),
  'period-partly-covered': code(
    ['The orders begin within the period to compare with.', '订单从对比期中途才开始。'],
    [
      'the orders begin on ‹2024-05-01›, within ‹2024-04-01..2024-06-30›: differences come from the missing days, too',
      '订单从 ‹2024-05-01› 开始，晚于对比期 ‹2024-04-01..2024-06-30› 的起点：差异部分来自缺失的天数',
    ],
    ['Add older orders, or choose other periods.', '加上更早的订单，或选择其他时期。'],
  ),
  'history-short': code(
    [
      'The orders begin shortly before the period to compare with: who was new then is not known.',
      '订单开始于对比期之前不久，无法判断当时谁是新客户。',
    ],
    [
      'the orders begin on ‹2024-05-01›, shortly before ‹2024-06-01..2024-06-30›: who is new then is not known, and gained customers may be older than the files',
      '订单从 ‹2024-05-01› 开始，距对比期 ‹2024-06-01..2024-06-30› 不久：无法判断当时谁是新客户，“新增”客户可能早于数据起点',
    ],
    ['Add older orders.', '加上更早的订单。'],
  ),
  'answers-of-some': code(
    ['Not every customer with an order in the period answered.', '本期有订单的客户并非都有回答。'],
    [
      '‹60› of the ‹82› customers with an order in the period answered‹ (81% of revenue); they bought 210,000 each, the others 90,000›: what those who are silent think is not known',
      '本期有订单的 ‹82› 位客户中 ‹60› 位有回答‹（占销售额 81%）；人均购买 210,000，未回答者 90,000›；未回答者的看法未知',
    ],
    ['Ask those who are silent, too; a score of the others says nothing of them.', '也请征询未回答的客户；其他人的评分不能代表他们。'],
  ),
  'feedback-without-date': code(
    ['Feedback without a date is in no period.', '没有日期的反馈不属于任何时期。'],
    ['‹3› rows of feedback have no date: they are in no period', '‹3› 行反馈没有日期，不属于任何时期'],
    ['Add the dates, or name their column.', '补全日期，或指定日期列。'],
  ),
  'nps-outside-scale': code(
    ['NPS answers below 0 or above 10 are set aside.', '低于 0 或高于 10 的 NPS 回答不计入。'],
    ['‹2› of ‹120› NPS answers lie outside 0 to 10 and are set aside', '‹120› 个 NPS 回答中有 ‹2› 个不在 0–10 之间，未计入'],
    ['Correct them in the file.', '在文件中更正。'],
  ),
  'nps-scale-other': code(
    ['The answers read as NPS are on another scale than 0 to 10: no NPS is computed.', '作为 NPS 读取的回答不是 0–10 分制，不计算 NPS。'],
    [
      'the ‹80› answers read as NPS lie from ‹1› to ‹5›, ‹a scale of 1 to 5›: no NPS is computed of them',
      '作为 NPS 读取的 ‹80› 个回答在 ‹1› 至 ‹5› 之间，是‹1–5 分制›，不计算 NPS',
    ],
    ['Read the column as satisfaction: `--map feedback.csat=HEADER`.', '将该列读作满意度：`--map feedback.csat=列名`。'],
  ),
  'churn-not-predictable': code(
    ['On your own past the forecast told no better than chance who stops.', '用自身历史数据检验，预测停购并不优于随机。'],
    [
      'on your own past, telling who stops was no better than a coin (AUC ‹0.512›, 95% ‹0.421–0.603›): go by the value of customers, not by their probability',
      '用历史数据检验，识别停购客户不比抛硬币强（AUC ‹0.512›，95% 区间 ‹0.421–0.603›）：请以客户金额而非概率为准',
    ],
    [
      'Look farther ahead with `--horizon`, or add older orders, activities and feedback.',
      '用 `--horizon` 拉长预测窗口，或加上更早的订单、跟进与反馈。',
    ],
  ),
  'churn-hardly-tested': code(
    ['The past holds too few who stopped to tell whether the forecast is any good.', '历史上停购客户太少，无法判断预测是否可靠。'],
    [
      'the latest past window has only ‹10 who stopped›: too few to tell whether the order of the lists is better than chance (AUC ‹0.716›, 95% ‹0.499–0.865›)',
      '最近一个历史窗口中仅 ‹10 位停购›，尚不足以判断名单的先后顺序是否优于随机（AUC ‹0.716›，95% 区间 ‹0.499–0.865›）',
    ],
    ['Look farther ahead with `--horizon`, or add older orders.', '用 `--horizon` 拉长预测窗口，或加上更早的订单。'],
  ),
  'projection-not-held': code(
    [
      'The projection of `cohorts` missed what came when it was checked on the last periods.',
      '`cohorts` 的预测在最近几期的回测中与实际不符。',
    ],
    [
      'the projection of survival did not hold when checked on the last periods: ‹11% too low›, ‹98› customers survived where ‹80 to 94› were expected; take the projected shares for a rough guide, their intervals are too narrow',
      '存续预测未通过最近几期的回测：‹偏低 11%›，预测区间为 ‹80–94› 位，实际存续 ‹98› 位；预测比例仅供参考，其区间过窄',
    ],
    [
      'Go by the survival seen so far (section `survival`), or add older orders.',
      '以目前实际的存续率为准（`survival` 部分），或加上更早的订单。',
    ],
  ),
  'purchase-model-missing': code(
    ['The purchases carry no model: nobody came back, or nothing is dated.', '购买历史不足以拟合模型：没有复购，或没有日期。'],
    [
      'no lifetime values, for the ‹›purchases‹› carry no model: ‹›there are no repeat purchases to learn from',
      '无法给出生命周期价值：‹›购买历史‹›不足以拟合模型，‹›没有可用于拟合的复购',
    ],
    ['Add older orders, with dates and amounts.', '加上更早的订单（含日期和金额）。'],
  ),
  'purchase-model-uncertain': code(
    ['The model of purchases rests on few customers, or its fit did not come to an end.', '购买模型依据的客户太少，或拟合未收敛。'],
    [
      'lifetime values rest on ‹12› repeat customers: below 30 they are a guess',
      '生命周期价值仅基于 ‹12› 位复购客户：不足 30 位时只能算粗略估计',
    ],
    ['Add older orders.', '加上更早的订单。'],
  ),
  'purchase-parameters-unbounded': code(
    [
      'Some parameters of the model of purchases cannot be told from the data; its forecasts hold.',
      '购买模型的部分参数无法由数据确定；预测仍可用。',
    ],
    [
      'the data cannot tell ‹a, b› of ‹bg-nbd›: forecasts hold, standard errors do not exist',
      '数据无法确定 ‹bg-nbd› 的参数 ‹a、b›：预测仍可用，但没有标准误',
    ],
    ['Nothing.', '无需处理。'],
  ),
  'no-stopping-seen': code(
    ['The orders show nobody who stopped for good.', '数据中看不出有客户永久停止购买。'],
    [
      'the data show no customers who stop for good: everyone counts as alive, and only how often they buy tells them apart',
      '数据中看不出有客户永久停止购买：所有客户都视为存活，只按购买频率区分',
    ],
    ['Nothing; older orders may show it.', '无需处理；更早的订单可能会显示出来。'],
  ),
  'spend-model-missing': code(
    ['The values of repeat purchases carry no model.', '复购金额不足以拟合模型。'],
    [
      'no lifetime values, for the ‹›values of repeat purchases‹› carry no model: ‹no two customers have repeat purchases with a value above 0›',
      '无法给出生命周期价值：‹›复购金额‹›不足以拟合模型，‹复购金额大于 0 的客户不足两位›',
    ],
    ['Add older orders, with dates and amounts.', '加上更早的订单（含日期和金额）。'],
  ),
  'spend-model-uncertain': code(
    ['The model of values is not to be relied on.', '金额模型拟合不可靠。'],
    ['‹gamma-gamma› is not to be relied on: ‹›the fit did not come to an end', '‹gamma-gamma› 拟合不可靠：‹›拟合未收敛'],
    ['Add older orders.', '加上更早的订单。'],
  ),
  'spend-parameters-unbounded': code(
    [
      'Some parameters of the model of values cannot be told from the data; its forecasts hold.',
      '金额模型的部分参数无法由数据确定；预测仍可用。',
    ],
    [
      'the data cannot tell ‹q, gamma› of ‹gamma-gamma›: forecasts hold, standard errors do not exist',
      '数据无法确定 ‹gamma-gamma› 的参数 ‹q、gamma›：预测仍可用，但没有标准误',
    ],
    ['Nothing.', '无需处理。'],
  ),
  'spend-mean-infinite': code(
    ['A few very large orders leave no mean value of a purchase.', '少数极大订单使单次金额没有有限的均值。'],
    [
      'a few very large orders make the mean value of a purchase infinite (q = ‹0.87›, 1 or less): customers without own repeat purchases have no lifetime value',
      '少数极大订单使单次金额的总体均值无穷大（q = ‹0.87› ≤ 1）：没有自身复购的客户无法给出生命周期价值',
    ],
    ['Score large projects and ordinary orders apart.', '将大型项目与日常订单分开评估。'],
  ),
  'spend-frequency-correlated': code(
    [
      'Who buys more often spends more, or less, each time, which the model of values does not provide for.',
      '买得更勤的客户每次买得更多或更少，与金额模型的假定不符。',
    ],
    [
      'customers who buy more often spend ‹more› each time (r = ‹0.31›, 95% ‹0.15 to 0.46›), while the model of values takes the two as unrelated: lifetime values of rare buyers come out too ‹high›, those of frequent ones too ‹low›',
      '买得更勤的客户每次买得‹更多›（r = ‹0.31›，95% 区间 ‹0.15 至 0.46›），而金额模型假定两者无关：低频客户的价值偏‹高›，高频客户偏‹低›',
    ],
    ['Score groups of customers apart, such as large and small ones.', '将不同类型的客户（如大客户与小客户）分开评估。'],
  ),
} as const;
