import { code } from './code-text.ts';

/** What a table is, what its columns mean, and what was concluded where the file does not say. */
export const tables = {
  'role-unknown': code(
    ['No table of the files has columns that are known.', '文件中没有可识别列的数据表。'],
    ['no table with known columns: ‹export.csv (A, B, C)›', '没有可识别的数据表：‹export.csv (A, B, C)›'],
    [
      'Say what the columns are (`--map orders.amount=HEADER`) or what the file is (`--orders FILE`).',
      '说明各列含义（`--map orders.amount=列名`）或文件类型（`--orders 文件`）。',
    ],
  ),
  'role-ambiguous': code(
    ['The columns fit two kinds of tables equally well.', '表头同样符合两种数据表。'],
    ['‹export.csv› could be ‹leads or customers›', '‹export.csv› 可能是 ‹leads 或 customers›，无法确定'],
    ['Say what it is: `--leads FILE`.', '指明类型：`--leads 文件`。'],
  ),
  'role-needs': code(
    ['The file was said to be of a kind whose necessary columns it lacks.', '指明了文件类型，但缺少该类型必需的列。'],
    ['‹export.csv› has no column for ‹amount›, which ‹orders› need', '‹export.csv› 缺少‹订单›必需的列：‹amount›'],
    ['Name the column: `--map orders.amount=HEADER`.', '指定列：`--map orders.amount=列名`。'],
  ),
  'table-ambiguous': code(
    [
      'The columns of a file or sheet beside the others fit two kinds of tables equally well; it was left out.',
      '某个文件或工作表的表头同样符合两种数据表，未使用。',
    ],
    ['‹export.csv› could be ‹orders or activities›, and was not used', '‹export.csv› 可能是 ‹orders 或 activities›，无法确定，未使用'],
    ['Say what it is: `--orders FILE`.', '指明类型：`--orders 文件`。'],
  ),
  'deals-by-status': code(
    [
      'The columns of a file fit orders and deals; the words of its status (won, lost) say that they are deals.',
      '表头同时符合订单和商机，状态中的用词（如赢单、输单）表明是商机。',
    ],
    [
      '‹deals.csv› could be orders or deals; its status (‹open, won›) says deals',
      '‹deals.csv› 可能是订单或商机，按状态（‹open、won›）视为商机',
    ],
    ['Where they are orders: `--orders FILE`.', '若为订单：`--orders 文件`。'],
  ),
  'only-head-read': code(
    [
      '`inspect` looked at the beginning of large files, or of standard input, only.',
      '文件较大或来自标准输入时，`inspect` 只查看开头的记录。',
    ],
    ['only the first records were looked at: the rest of the file may hold problems', '只查看了开头的记录，其余部分可能还有问题'],
    ['`crm-eval check FILE` reads all of it.', '`crm-eval check 文件` 会检查全部。'],
  ),
  'check-refuses': code(
    [
      '`inspect` shows files that the other commands would refuse, and repeats why they would.',
      '`inspect` 仍会显示其他命令拒绝读取的文件，并说明拒绝的原因。',
    ],
    ['no file has a column "‹实付›" for ‹orders.amount›', '没有文件含有列“‹实付›”（用于 ‹orders.amount›）'],
    ['What the message says; the code of the error is explained with the command.', '按提示处理；错误代码的说明见对应命令。'],
  ),
  'file-without-rows': code(
    [
      'A file has a header and no record. The run goes on as if it were not there; orders of which nothing is there are an error (`no-rows`).',
      '文件只有表头、没有数据行。分析照常进行，如同未传入该文件；订单文件没有数据行时为错误（`no-rows`）。',
    ],
    [
      '‹activities.csv› holds a header and no rows (‹activities›): nothing is said of what it would tell',
      '‹activities.csv› 只有表头、没有数据行（‹跟进记录›）：相关内容不作分析',
    ],
    ['Check the filter of the export and export it again, or leave the file out.', '检查导出时的筛选条件并重新导出，或不传入该文件。'],
  ),
  'file-left-out': code(
    [
      'A file of a folder that was given cannot be read; the others were used, and the run ends with 1 (`load` writes nothing). A file that is named itself ends the run.',
      '所给文件夹中有文件无法读取，其余文件照常使用，运行以 1 退出（`load` 不写入任何数据）；直接指明的文件无法读取时则终止运行。',
    ],
    [
      '‹exports/a.csv is empty (0 bytes)›; this file of the folder was not used',
      '‹exports/a.csv 是空文件（0 字节）›；文件夹中的该文件未使用',
    ],
    [
      'Export the file again, or take it out of the folder; where it may be missing, `findings: {file-left-out: info}` in the config.',
      '请重新导出该文件，或将其移出文件夹；若允许缺少，可在配置中写 `findings: {file-left-out: info}`。',
    ],
  ),
  'no-row-counts': code(
    [
      'No row of a file, sheet or table counts, such as of one that holds totals alone. Where that is so of all, `check` ends with 1.',
      '某个文件、工作表或表没有任何一行计入，例如只有合计行；所有文件都如此时，`check` 以 1 退出。',
    ],
    ['no row of this table counts: ‹a total or footer line (3)›', '该表没有一行计入：‹合计行或页脚 (3)›'],
    ['Export the records themselves, or settle the reason with the most rows.', '请导出明细记录，或先处理行数最多的原因。'],
  ),
  'table-unused': code(
    ['A file or sheet beside the others is no table that is known, and was left out.', '某个文件或工作表不是可识别的数据表，未使用。'],
    ['‹notes.csv› is no table that is known, and was not used', '‹notes.csv› 不是可识别的数据表，未使用'],
    ['Nothing, if it is none of your data; else map its columns or name its role.', '若与数据无关可忽略；否则请映射列或指明类型。'],
  ),
  'map-unmatched': code(
    ['`--map` names a header that no file has.', '`--map` 指定的列名在文件中不存在。'],
    ['no file has a column "‹实付›" for ‹orders.amount›', '没有文件含有列“‹实付›”（用于 ‹orders.amount›）'],
    [
      'Write the header as it stands in the file; `crm-eval inspect FILE` shows all.',
      '按文件中的列名填写；`crm-eval inspect 文件` 可查看全部列。',
    ],
  ),
  'map-value': code(
    ['`--map` says how to read a field in a way that it does not know.', '`--map` 指定的读取方式不存在。'],
    [
      '‹orders.ordered_at.order› is one of ‹day-first, month-first›, not "‹dmy›"',
      '‹orders.ordered_at.order› 只能是 ‹day-first, month-first›，不能是“‹dmy›”',
    ],
    ['Use one of those that are named.', '使用列出的取值之一。'],
  ),
  'date-order-ambiguous': code(
    ['Every date of a column fits both day-first and month-first.', '该列所有日期按日在前或月在前都成立。'],
    ['it is not certain whether day, month or year comes first; read as ‹day-first›', '无法确定日、月、年的先后，已按“‹日在前›”读取'],
    ['If the guess is wrong: `--map orders.ordered_at.order=month-first`.', '如判断有误：`--map orders.ordered_at.order=month-first`。'],
  ),
  'date-order-from-sibling': code(
    [
      'A column of dates fits both day-first and month-first; another one of the same file shows the order.',
      '该列日期按日在前或月在前都成立，同一文件的另一日期列显示了先后。',
    ],
    [
      'the column itself does not tell whether day or month comes first; read as ‹day-first›, as the column ‹Ship Date› of the same file shows',
      '该列本身无法判断日、月先后，已依据同一文件的列“‹发货日期›”按“‹日在前›”读取',
    ],
    ['If that is wrong: `--map orders.ordered_at.order=month-first`.', '如有误：`--map orders.ordered_at.order=month-first`。'],
  ),
  'dates-swapped': code(
    [
      'A spreadsheet made true dates of those it could read in its own order (5 January became 1 May) and left the others as text. Where the column shows it, day and month are changed back; else it is only said.',
      '表格软件把它按自身习惯能识别的日期转成了真日期（1 月 5 日变成 5 月 1 日），其余仍为文本。证据充分时换回日、月，否则仅作提示。',
    ],
    [
      'true dates with a day up to 12 stand beside text dates with a day beyond 12: a spreadsheet had swapped day and month, and they are read swapped back',
      '日 ≤ 12 的真日期与日 > 12 的文本日期混在同一列：表格软件把日、月颠倒了，已换回读取',
    ],
    [
      'Export the file anew with dates as 2024-01-31; or say how they are: `--map orders.ordered_at.order=day-first` takes them as they stand, `day-first-swapped` changes them back.',
      '请用 2024-01-31 这样的日期重新导出；或说明读法：`--map orders.ordered_at.order=day-first` 按原样读取，`day-first-swapped` 换回日、月。',
    ],
  ),
  'lead-columns-many': code(
    [
      'A large lead file has more columns beside the known ones than are looked at as factors: the last are left out.',
      '线索文件较大，未识别的列过多：靠后的列不作为影响因素分析。',
    ],
    [
      'further columns of a large lead file are not looked at as factors: ‹Remark 58, Remark 59›',
      '个列因线索文件较大未作为影响因素分析：‹备注58、备注59›',
    ],
    ['Remove columns that say nothing of the lead, or put the important ones first.', '删去无关的列，或把重要的列放在前面。'],
  ),
  'value-not-chosen': code(
    [
      'A column of a lead file (source, batch, industry, region, size, pool) holds the entry of a list from which nobody chose: Select, --None--, 请选择.',
      '线索表的列（来源、批次、行业、区域、规模、公海）中有下拉列表未作选择时的文字：Select、--None--、请选择。',
    ],
    [
      'cells hold “‹Select›”, the entry of a list from which nothing was chosen; read as blank',
      '个单元格为“‹请选择›”，即下拉列表未作选择；按空白处理',
    ],
    ['Nothing; they form the group “not said”.', '无需处理；这些线索归入“未填写”。'],
  ),
  'amount-derived': code(
    ['There is no amount column; the amount was made of others.', '没有金额列，由其他列计算得出。'],
    ['no amount column: amount = ‹Quantity × Price›', '没有金额列：金额 = ‹数量 × 单价›'],
    ['Nothing, if that is right; else `--map orders.amount=HEADER`.', '若计算正确可忽略；否则用 `--map orders.amount=列名` 指定。'],
  ),
  'amount-in-company-currency': code(
    [
      'Amounts in several currencies stand beside the same in the currency of the company; the latter are used.',
      '同时有原币金额和本位币金额，已采用后者。',
    ],
    [
      'amounts are those of "‹Amount in company currency›", which can be added; "‹Amount›" is in the currency of each row',
      '金额取自“‹本位币金额›”（本位币，可相加）；“‹金额›”为各行自己的币种',
    ],
    ['Nothing, if that is right; else `--map orders.amount=HEADER`.', '若正确可忽略；否则用 `--map orders.amount=列名` 指定。'],
  ),
  'amount-grain-unclear': code(
    [
      'Some orders speak for an amount of the whole order, others for one of each line.',
      '有的订单表明金额为整单金额，有的表明为明细行金额。',
    ],
    [
      '‹orders.csv›: it is not clear whether "‹Amount›" is the amount of a line or of its whole order: the first ‹1000› records add up to ‹1,500› line by line, to ‹1,000› if every order counts once',
      '‹orders.csv›：无法判断“‹金额›”是明细行金额还是整单金额：前 ‹1000› 行按行相加为 ‹1,500›，每单只计一次为 ‹1,000›',
    ],
    [
      'Say which: `--map orders.amount.per=order` or `--map orders.amount.per=line`.',
      '请说明：`--map orders.amount.per=order`（整单）或 `--map orders.amount.per=line`（明细行）。',
    ],
  ),
  'price-is-total': code(
    ['A column called a price holds the totals of its lines.', '名为“价格”的列实为行金额。'],
    [
      'products: "‹item-price›" grows with their quantity, so it is the total of a line, not the price of one',
      '种商品的“‹商品价格›”随数量增加：为行金额，不是单价',
    ],
    ['Nothing, if that is right; else `--map orders.unit_price=HEADER`.', '若正确可忽略；否则用 `--map orders.unit_price=列名`。'],
  ),
  'discount-taken': code(
    ['The amount is computed from quantity and price, less the discount of the file.', '金额由数量和单价计算，并扣除了折扣。'],
    ['"‹Discount›" is taken off quantity × price as ‹a share›', '已从数量 × 单价中扣除“‹折扣›”（按‹比例›）'],
    [
      'Nothing, if prices are before the discount; else map a column of amounts: `--map orders.amount=HEADER`.',
      '若单价为折前价可忽略；否则请映射金额列：`--map orders.amount=列名`。',
    ],
  ),
  'discount-doubtful': code(
    ['There is a discount of which it is not certain whether the amounts are before or after it.', '无法确定金额是折前还是折后。'],
    [
      'lines have a discount in "‹Discount›", but their amount is quantity × price: ‹15.50› in the first records is not taken off',
      '行有折扣（“‹折扣›”），但金额等于数量 × 单价：开头各行共 ‹15.50› 未扣除',
    ],
    ['Map the column after discounts: `--map orders.amount=HEADER`.', '请映射折后金额列：`--map orders.amount=列名`。'],
  ),
  'amount-per-order': code(
    [
      'A column holds the amount of the whole order and repeats it on each of its lines; it counts once an order.',
      '金额列为整单金额，在每一行重复出现；每单只计一次。',
    ],
    [
      'orders of several lines repeat "‹Order Total›" on each: it counts once an order (the first records add up to ‹1,000›, line by line to ‹1,500›)',
      '张多行订单的每一行都重复了“‹订单金额›”：每单只计一次（开头各行合计 ‹1,000›，逐行相加则为 ‹1,500›）',
    ],
    ['Nothing, if that is right; else `--map orders.amount.per=line`.', '若正确可忽略；否则用 `--map orders.amount.per=line`。'],
  ),
  'amount-grain-doubtful': code(
    ['Lines of an order have the same amount, which may be that of the whole order.', '订单各行金额相同，可能是整单金额。'],
    [
      'orders of several lines have one value of "‹Amount›" on all of them: counted line by line (the first records add up to ‹1,500›); if it is the order\'s, that is ‹1,000›',
      '张多行订单各行的“‹金额›”相同：已逐行计入（开头各行合计 ‹1,500›）；若为整单金额，应为 ‹1,000›',
    ],
    [
      'Say which: `--map orders.amount.per=order` or `--map orders.amount.per=line`.',
      '请说明：`--map orders.amount.per=order`（整单）或 `--map orders.amount.per=line`（明细行）。',
    ],
  ),
  'order-id-missing': code(
    ['There is no order number, so lines of one order cannot be put together.', '没有订单编号，同一订单的多行无法合并。'],
    ['no order id: every line counts as an order', '没有订单编号：每一行按一笔订单计'],
    ['Export the order number, or `--map orders.order_id=HEADER`.', '导出订单编号，或用 `--map orders.order_id=列名` 指定。'],
  ),
  'order-lines-filled': code(
    [
      'The file writes customer and date only on the first line of an order; the other lines got them.',
      '文件只在订单首行写客户和日期，其余各行已补上。',
    ],
    ['lines got the customer and date of the first line of their order', '行沿用了所属订单首行的客户和日期'],
    ['Nothing to do.', '无需处理。'],
  ),
  'orders-from-opportunities': code(
    ['No orders are given, and deals are: those that were won stand for orders.', '没有订单但有商机：以赢单商机作为订单。'],
    ['no orders were given: won deals count as orders, dated on the day they closed', '未提供订单：以赢单商机作为订单，日期取成交日'],
    ['Add the order export where there is one.', '如有订单导出，请一并提供。'],
  ),
  'customer-by-contact': code(
    [
      'Orders without a column that names the customer are told apart by an e-mail address or a phone number, written alike; a customer list that has the same column gives their ids.',
      '订单没有客户列时，按邮箱或手机识别客户（统一写法）；客户表有同一列时，对应为其客户编号。',
    ],
    ['no customer column: ‹Email› tells the customers apart', '没有客户列：按‹手机号›识别客户'],
    ['Where another column names them: `--map orders.customer_id=HEADER`.', '若另有客户列：`--map orders.customer_id=列名`。'],
  ),
  'amount-column-missing': code(
    ['Orders without a column known as their amount: they count, and bring no revenue.', '订单没有识别出金额列：计入次数，不计金额。'],
    ['no column is known as the amount of the orders: their revenue is not known', '没有识别出订单的金额列：销售额未知'],
    ['Name it: `--map orders.amount=HEADER`.', '指定金额列：`--map orders.amount=列名`。'],
  ),
  'customer-column-missing': code(
    ['Orders without a column that names the customer: none of them can count.', '订单没有客户列，全部无法使用。'],
    ['no column says whose order it is, so no line can be used', '没有客户列，无法判断订单属于谁，全部未使用'],
    ['Name it: `--map orders.customer_id=HEADER`.', '指定客户列：`--map orders.customer_id=列名`。'],
  ),
  'customer-totals-contradict': code(
    [
      'A customer file has totals of customers whose orders are given, too, and they differ by more than rounding or what was left out. They are never added: the orders count.',
      '客户表中有客户的累计金额，与同时提供的订单不符，且超出尾差和未计入的行。两者绝不相加，以订单为准。',
    ],
    [
      'customers have other totals in the customer file than by their orders: ‹960› there, ‹750› by the orders, which count; ‹7001›: ‹900› and ‹150›',
      '客户在客户表中的累计金额与其订单不符；‹累计金额合计 960，订单合计 750，以订单为准；如 7001：900 与 150›',
    ],
    ['Export the orders from the first one on, or find out which of the two is right.', '导出自首笔起的全部订单，或核实两者哪个正确。'],
  ),
  'customer-totals-before-orders': code(
    [
      'The totals of a customer file are above those of the orders, and its dates or its numbers of orders say that the orders begin later. Only the orders count.',
      '客户表的累计金额高于订单；其日期或订单数表明，订单文件起始较晚。只计订单。',
    ],
    [
      'customers have bought more by the customer file than by the orders, which begin later: ‹960› there, ‹750› by the orders, which count; ‹7001›: ‹900› and ‹150›',
      '客户在客户表中的累计金额高于订单（订单起始较晚）；‹累计金额合计 960，订单合计 750，以订单为准；如 7001：900 与 150›',
    ],
    ['Nothing; to count all, export the orders from the first one on.', '无需处理；若要计入全部，请导出自首笔起的订单。'],
  ),
  'target-year-missing': code(
    ['Targets by month without a year.', '目标表有月份但没有年份。'],
    ['month columns without a year: the periods are not known', '有月份列但没有年份，无法确定期间'],
    ['Add a column `Year`.', '增加“年份”列。'],
  ),
} as const;
