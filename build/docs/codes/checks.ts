import { code } from './code-text.ts';

/** What the data checks find: the rows count, and a reader has to know. */
export const checks = {
  'amount-negative': code(
    ['Lines below zero are returns and corrections; they reduce the revenue.', '负金额行视为退货或更正，冲减销售额。'],
    ['lines with a negative amount‹, -211,224.75 in all›, are netted as returns', '负金额行‹，合计 -211,224.75›，已作为退货冲减'],
    ['Nothing, where they are returns.', '若确为退货，无需处理。'],
  ),
  'amount-zero': code(
    [
      'Lines with the amount 0: they count as orders of their customers, and average orders are the lower for it.',
      '金额为 0 的行：计入客户的订单数，并拉低客单价。',
    ],
    [
      'lines with the amount 0 (samples, gifts, free replacements) count as purchases and add nothing to the revenue',
      '金额为 0 的行（样品、赠品、免费补发等），计为购买，不增加销售额',
    ],
    ['Leave them out of the export where they are no purchases.', '如不应视为购买，请在导出时排除。'],
  ),
  'returns-netted': code(
    ['A list of returns reduced the orders it names.', '已按退货清单冲减订单。'],
    [
      'orders are reduced by the amounts of the list of returns‹, 8,520 in all›; the sums above are before that',
      '订单已按退货清单冲减‹，合计 8,520›；上面的合计为冲减前的金额',
    ],
    ['Nothing.', '无需处理。'],
  ),
  'returns-unknown-order': code(
    ['The list of returns names orders that no file has.', '退货清单中的订单不在任何订单文件中。'],
    ['returned orders that are in no order file', '退货清单中的订单在订单文件中不存在'],
    ['Export both for the same time.', '导出同一时间范围的订单与退货。'],
  ),
  'line-duplicate': code(
    [
      'A line is equal to an earlier one in every column, or to another of its order but for the status. It counts: two equal sales can both be real.',
      '某行与前面的行完全相同，或与同一订单的另一行仅状态不同。照常计入：两笔相同的销售都可能是真的。',
    ],
    ['lines equal an earlier line in every column‹, 120 in all›; they are counted', '与前面某行完全相同的行‹，合计 120›；已照常计入'],
    ['Remove it where it is a copy.', '如确为重复，请删除。'],
  ),
  'order-in-two-files': code(
    [
      'Two files or sheets have the order, or rows that look like it, and it is not certain that it is the same: both count.',
      '两个文件或工作表中有同一订单或相似的行，但无法确定是否重复；都计入。',
    ],
    [
      'rows of orders that ‹b.csv› has too, with other lines‹, 120 in all›; the lines of both count',
      '行所属的订单也在 ‹b.csv› 中，但明细不同‹，合计 120›；两处的明细都计入',
    ],
    ['Leave one of the two out where it is a copy.', '若是重复，请去掉其中一个。'],
  ),
  'order-number-reused': code(
    [
      'One number stands for several orders of a customer, far apart in time, or on different days where numbers begin anew all the time: they are told apart.',
      '同一客户的多张订单共用一个编号，日期相距很远（编号反复从头开始时则为日期不同）；分别计数。',
    ],
    [
      'order numbers stand for several orders of one customer, ‹more than 100 days apart›; each counts, the later ones as "NUMBER (2)"',
      '个订单编号被同一客户的多张订单共用（‹相隔超过 100 天›）；各自计数，较晚的记为“编号 (2)”',
    ],
    ['Nothing, where the numbers begin anew each year.', '若编号每年重新开始，无需处理。'],
  ),
  'order-number-shared': code(
    [
      'One order number stands with several customers: each of them has an order. On different days that is a number used anew (info); on one day it may be a wrong column.',
      '同一订单编号对应多个客户，每个客户各计一张订单。日期不同说明编号被重新使用（仅提示）；同一天则可能列有误。',
    ],
    [
      'order numbers stand with several customers on one day, ‹4› lines‹, 120 in all›; each has an order of its own',
      '个订单编号在同一天对应多个客户，共 ‹4› 行‹，合计 120›；每个客户各计一张订单',
    ],
    ['Check that the order number and the customer are read from the right columns.', '请检查订单编号列与客户列是否正确。'],
  ),
  'name-near-match': code(
    [
      'A name differs from the one it means in case, blanks or punctuation only: rows do not come together.',
      '名称与定义处只差大小写、空格或标点，无法关联。',
    ],
    ['"‹GTXPro›" is written "‹GTX Pro›" where it is defined; the rows do not join', '“‹GTXPro›”在定义处写作“‹GTX Pro›”；这些行无法关联'],
    ['Write it the same way in both files.', '在两个文件中使用同一写法。'],
  ),
  'rep-name-shared': code(
    ['The list of reps has several reps of one name.', '销售人员表中有同名的销售。'],
    [
      '‹2› reps are called "‹张三›": other files name reps by name alone, so the figures of all of them are one',
      '有 ‹2› 名销售同名“‹张三›”：其他文件只写姓名，无法区分，其指标合并为一人',
    ],
    ['Tell them apart in all files.', '在各文件中加以区分。'],
  ),
  'customer-name-shared': code(
    ['Orders give a name that several customers have.', '订单只有客户名称，而该名称属于多个客户。'],
    [
      'rows name a customer by a name that several customers have; they count for the name, not for one of the ids',
      '行只给出客户名称，而该名称属于多个客户；按名称统计，未归入任何编号',
    ],
    ['Export the customer id with the orders.', '在订单中导出客户编号。'],
  ),
  'guests-told-apart': code(
    [
      'Orders of guests, or under a masked name, carry an e-mail address or a phone number: that is the customer. Where a customer has the same address, the order is theirs.',
      '散客或脱敏的订单带有邮箱或手机：据此确定客户；若已有客户使用同一邮箱或手机，则归入该客户。',
    ],
    [
      'rows name no customer (‹0›)‹, 310 in all›‹; ›they are ‹3› customers by ‹Billing Email›',
      '行没有指明客户（‹0›）‹，合计 310›‹；›已按‹邮箱›区分为 ‹3› 位客户',
    ],
    ['Nothing; `--keep-placeholders` counts them as one customer.', '无需处理；`--keep-placeholders` 将其算作一位客户。'],
  ),
  'customer-masked': code(
    [
      'Names, phone numbers or addresses with stars in them identify nobody: people who share what is left count as one customer.',
      '带星号的名称、手机或邮箱无法识别客户：脱敏后相同的人会被算作一位。',
    ],
    [
      'rows name their customer in part only (‹138****0001›)‹, 300 in all›; different people with the same rest count as one',
      '行的客户经过脱敏（‹138****0001›）‹，合计 300›；脱敏后相同的不同客户会被算作一位',
    ],
    [
      'Export an id, an address or a number that is not masked, and map it: `--map orders.customer_id=HEADER`.',
      '导出未脱敏的编号、邮箱或手机，并用 `--map orders.customer_id=列名` 指定。',
    ],
  ),
  'customer-null-word': code(
    [
      'A program wrote NULL, NaN or N/A where the customer, or the name of one in a customer list, is missing; the cell counts as blank.',
      '程序在缺少客户（或客户表中缺少客户名称）处写了 NULL、NaN 或 N/A；按空白处理。',
    ],
    ['rows have ‹NULL for the customer, 30 in all›; read as a blank cell', '行的‹客户›写作 ‹NULL›‹，合计 30›；按空白处理'],
    ['Nothing; `--keep-placeholders` where a customer is called so.', '无需处理；若确有客户叫此名称：`--keep-placeholders`。'],
  ),
  'customer-id-joined': code(
    [
      'Ids of the same customer are written in several ways: full width or half width, an e-mail address with capitals, leading zeros, a text mark or decimals of a spreadsheet. They count as one customer.',
      '同一客户的编号有多种写法：全角与半角、邮箱大小写、前导零、文本标记或小数。已按同一客户统计。',
    ],
    [
      'customer ids are the same but for ‹leading zeros› ("‹0000010023›" = "‹10023›"), ‹3› rows‹, 300 in all›; they count as one customer',
      '客户编号仅‹前导零›不同（“‹0000010023›” = “‹10023›”），‹3› 行‹，合计 300›；已按同一客户统计',
    ],
    [
      'Nothing; where they are different customers: `--map orders.customer_id.match=exact`.',
      '无需处理；若确为不同客户：`--map orders.customer_id.match=exact`。',
    ],
  ),
  'customer-id-near': code(
    [
      'Ids differ by a mark, leading zeros or decimals only, and nothing shows whether they are one customer. They count as several.',
      '编号仅差标记、前导零或小数，无法判断是否同一客户；按不同客户统计。',
    ],
    [
      'customer ids differ by a mark, zeros or decimals only ("‹\'A1›", "‹A1›"), ‹2› rows‹, 30 in all›; they count as different customers',
      "客户编号仅差标记、前导零或小数（“‹'A1›”、“‹A1›”），‹2› 行‹，合计 30›；按不同客户统计",
    ],
    ['Write the id the same way everywhere.', '统一编号写法。'],
  ),
  'customers-joined-by': code(
    ['Orders and customer list have no ids in common, but another key.', '订单与客户表没有共同的编号，但有其他共同的标识。'],
    [
      'customers of ‹orders.csv› were found in the customer list by ‹Email›: ‹3› of ‹4›, ‹3› rows‹, 300 in all›',
      '‹orders.csv› 中的客户按‹邮箱›与客户表对应：‹4› 位中 ‹3› 位，‹3› 行‹，合计 300›',
    ],
    [
      'Nothing; where they do not belong together: `--map orders.customer_id.match=exact`.',
      '无需处理；若不应对应：`--map orders.customer_id.match=exact`。',
    ],
  ),
  'customers-without-orders': code(
    ['Customers of the customer file that never ordered.', '客户表中从未下单的客户。'],
    ['customers that no order names', '没有任何订单的客户'],
    ['Nothing; check the time that the orders cover.', '无需处理；可检查订单的时间范围。'],
  ),
  'customers-without-used-orders': code(
    ['Customers all of whose orders were set aside or rejected.', '全部订单都未计入或无效的客户。'],
    ['customers whose orders were all set aside or rejected', '其全部订单均未计入的客户'],
    ['See why in the account of the rows.', '在行数核对中查看原因。'],
  ),
  'orders-without-customer-record': code(
    [
      'Orders of customers that no customer file has: they have no name, owner or industry.',
      '订单中的客户不在客户表中，缺少名称、负责人和行业。',
    ],
    [
      'customers that are in the orders and in no customer file; they are scored without name, owner or industry',
      '订单中出现、但客户文件中没有的客户；照常评分，但缺少名称、负责人和行业',
    ],
    ['Export the customers completely, and check that both files use the same ids.', '完整导出客户，并检查两个文件的编号是否一致。'],
  ),
  'feedback-closed-before-opened': code(
    [
      'Feedback has a closing date before the day it came in. It counts as closed; how long that took is not known.',
      '反馈的关闭日期早于反馈时间。按已关闭计，但不计处理用时。',
    ],
    [
      'feedback is closed before it came in: it counts as closed, but how long that took is not known',
      '反馈的关闭日期早于反馈时间：按已关闭计，但不计处理用时',
    ],
    ['Correct one of the two dates.', '更正其中一个日期。'],
  ),
  'feedback-due-before-opened': code(
    [
      'An action has a due date before the day the feedback came in. While it is open it counts as overdue from that day.',
      '措施的计划完成日期早于反馈时间。未完成时自该日起计为逾期。',
    ],
    [
      'actions were to be done before the feedback came in: while open they count as overdue from that day',
      '措施的计划完成日期早于反馈时间：未完成时自该日起计为逾期',
    ],
    ['Correct one of the two dates.', '更正其中一个日期。'],
  ),
  'deal-closed-before-created': code(
    [
      'Deals that are won or lost have a closing date before the day they were created. They count; how long they took is not known.',
      '赢单或输单的商机，结束日期早于创建日期。照常计入，但不计成交周期。',
    ],
    [
      'deals are closed before they were created: they count, but how long they took is not known',
      '商机的结束日期早于创建日期：照常计入，但不计成交周期',
    ],
    ['Correct one of the two dates.', '更正其中一个日期。'],
  ),
  'deal-closing-planned': code(
    [
      'The closing day of deals comes from a column of planned days (Closing Date, Expected Close Date, 预计成交日期), and won deals have days after all that has happened. They do not set the as-of date.',
      '商机的结束日期取自计划日期列（Closing Date、Expected Close Date、预计成交日期），部分赢单的日期晚于所有已发生的事。这些日期不用于确定截止日期。',
    ],
    [
      'won deals have a closing day after the as-of date ‹2026-10-31›, up to ‹2026-11-20›: the column has planned days, which do not set it',
      '个赢单商机的成交日期晚于统计日期 ‹2026-10-31›（至 ‹2026-11-20›）：该列为计划日期，不用于确定统计日期',
    ],
    ['Export the day the deal was closed, too.', '请一并导出实际成交日期。'],
  ),
  'deal-stage-unknown': code(
    [
      'A file of deals tells their state by the stage alone, and some stages have names of the own pipeline: such deals are taken for open.',
      '商机文件仅以阶段表示结果，而部分阶段为自定义名称：这些商机按进行中计。',
    ],
    [
      'deals are in stages whose names say neither won nor lost, and count as open: ‹"Solution fit" (12), "Delivered" (3)›',
      '商机的阶段名称看不出赢单或输单，按进行中计：‹"方案评审" (12)、"已交付" (3)›',
    ],
    [
      'Where one means that the deal is over: `--map opportunities.state.won=STAGE`.',
      '如某阶段表示已结束：`--map opportunities.state.won=阶段名`。',
    ],
  ),
  'deal-incomplete': code(
    [
      'Won deals stand for orders, and one lacks customer, amount or closing date.',
      '以赢单商机作为订单，而某个商机缺少客户、金额或成交日期。',
    ],
    ['won deals without a customer are no orders', '没有客户的赢单商机未计为订单'],
    ['Fill in what is missing, or add the order export.', '补全缺少的内容，或提供订单导出。'],
  ),
  'deal-after-as-of': code(
    ['Deals won after the as-of date.', '截止日期之后赢单的商机。'],
    ['deals won after the as-of date do not count yet', '统计日期之后的赢单商机尚未计入'],
    ['Nothing; a later `--as-of` counts them.', '无需处理；更晚的 `--as-of` 会计入。'],
  ),
  'data-old': code(
    [
      'The as-of date, as given or as other files have it, lies long after the last order.',
      '统计日期（指定的，或来自其他文件）远晚于最后一笔订单。',
    ],
    [
      'days lie between the ‹last order› of the files (‹2026-06-30›) and the as-of date: customers look silent because the files end',
      '天：文件中‹最后一笔订单›（‹2026-06-30›）距统计日期的天数；客户看似沉默，是因为数据到此为止',
    ],
    ['Export anew, or go by the orders: `--as-of 2026-06-30`.', '重新导出，或以订单为准：`--as-of 2026-06-30`。'],
  ),
  'as-of-from-other-files': code(
    [
      'Another file than the orders has the latest date: activities, feedback, new customers. A warning where the orders end so early that at least ten rows are missing.',
      '最晚的日期来自订单以外的文件（跟进、反馈、新客户等）；若订单提前结束、至少缺十行，则为警告。',
    ],
    [
      'the as-of date is the latest of all files, from ‹activities.at› (‹2026-07-15›); the last order is of ‹2026-06-30›',
      '统计日期取所有文件中最晚的日期，来自 ‹activities.at›（‹2026-07-15›）；最后一笔订单为 ‹2026-06-30›',
    ],
    ['Nothing; to go by the orders, `--as-of 2026-06-30`.', '无需处理；如需以订单为准，用 `--as-of 2026-06-30`。'],
  ),
  'date-isolated': code(
    [
      'A handful of rows lies months after all others, and sets the as-of date; rows, or a whole file, years after all others do not, which is said alike.',
      '少数几行比其他数据晚几个月，并决定了截止日期；晚数年的行或整个文件不用于确定截止日期，同样给出提示。',
    ],
    [
      'rows dated up to ‹2027-03-01› lie far after all others (‹2026-10-31›) and set the as-of date',
      '日期至 ‹2027-03-01› 的行远晚于其他数据（‹2026-10-31›），并决定了统计日期',
    ],
    ['Where it is a slip: `--as-of 2026-10-31`.', '如日期有误：`--as-of 2026-10-31`。'],
  ),
} as const;
