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
    ['it is not certain whether day, month or year comes first; read as ‹day›-first', '无法确定日、月、年的先后，已按“‹日在前›”读取'],
    ['If the guess is wrong: `--map orders.ordered_at.order=month-first`.', '如判断有误：`--map orders.ordered_at.order=month-first`。'],
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
  'customer-column-missing': code(
    ['Orders without a column that names the customer: none of them can count.', '订单没有客户列，全部无法使用。'],
    ['no column says whose order it is, so no line can be used', '没有客户列，无法判断订单属于谁，全部未使用'],
    ['Name it: `--map orders.customer_id=HEADER`.', '指定客户列：`--map orders.customer_id=列名`。'],
  ),
  'target-year-missing': code(
    ['Targets by month without a year.', '目标表有月份但没有年份。'],
    ['month columns without a year: the periods are not known', '有月份列但没有年份，无法确定期间'],
    ['Add a column `Year`.', '增加“年份”列。'],
  ),
} as const;
