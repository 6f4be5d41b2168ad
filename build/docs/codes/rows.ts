import { code } from './code-text.ts';

/** Why rows and cells are not used. */
export const rows = {
  'total-row': code(
    ['A line with a sum or the end of a report.', '合计行或报表的结尾。'],
    ['a total or footer line', '合计行或页脚'],
    ['Nothing: it must not be summed again.', '无需处理，避免重复计算。'],
  ),
  'blank-row': code(['A line without a word.', '没有内容的行。'], ['a line of blanks', '空行'], ['Nothing.', '无需处理。']),
  'header-repeated': code(
    ['The header stands in the middle of the data once more.', '表头在数据中间重复出现。'],
    ['the header once more', '重复的表头'],
    ['Nothing.', '无需处理。'],
  ),
  'status-cancelled': code(
    ['The order was cancelled.', '订单已取消。'],
    ['cancelled', '已取消'],
    [
      'Nothing; where the word means something else: `--map orders.status.completed=WORD`.',
      '无需处理；若该状态另有含义：`--map orders.status.completed=状态词`。',
    ],
  ),
  'status-refunded': code(
    ['The order was paid back.', '订单已退款。'],
    ['refunded', '已退款'],
    [
      'Nothing; where the word means something else: `--map orders.status.completed=WORD`.',
      '无需处理；若该状态另有含义：`--map orders.status.completed=状态词`。',
    ],
  ),
  'status-pending': code(
    [
      'The order is not paid, approved or closed yet; in an export of 淘宝/天猫 without a status, nothing was paid of it.',
      '订单尚未付款、审批或完成；淘宝/天猫导出没有状态列时，指实付为 0。',
    ],
    ['not yet paid, approved or closed', '未付款、未审批或未完成'],
    [
      'Nothing; where such orders shall count: `--map orders.status.completed=WORD`.',
      '无需处理；若应计入：`--map orders.status.completed=状态词`。',
    ],
  ),
  'status-unknown': code(
    ['The status is a word that is not known; it is not guessed.', '状态词无法识别，不作猜测。'],
    ['a status that is not understood', '无法识别的状态'],
    ['Say what it means: `--map orders.status.completed=已归档`.', '说明含义：`--map orders.status.completed=已归档`。'],
  ),
  'customer-missing': code(
    ['The order names no customer.', '订单没有客户。'],
    ['no customer', '没有客户'],
    ['Export orders with their customer.', '导出带客户的订单。'],
  ),
  'money-left-out': code(
    [
      'A tenth or more of the money of the orders is in no figure, for want of a customer, a date or a status that is understood; what is cancelled, refunded or still open stands beside it, and what counts. The latter alone is said where it is half of the money or more. It is said before the lists and on the cover of workbooks.',
      '订单金额有一成以上因缺少客户、日期或可识别的状态而未计入任何指标；同时列出已取消、已退款、未完成的金额与实际计入的金额。后者占一半以上时单独提示。在名单之前和工作簿封面上提示。',
    ],
    [
      'rows with ‹34% (16,465,426)› of the money of the orders are in no figure: ‹no customer›; ‹49% (23,318,060)› more is ‹cancelled or still open›; ‹only 17% (7,958,821)› counts',
      '行未计入任何指标，占订单金额的 ‹34%（16,465,426）›：‹没有客户›；另有 ‹49%（23,318,060）已取消、未完成›；实际‹仅›计入 ‹17%（7,958,821）›',
    ],
    ['Settle the reason with the most money first; it has a finding of its own.', '先处理涉及金额最大的原因，该原因另有提示。'],
  ),
  'customer-placeholder': code(
    [
      'A word that stands for nobody (guest, walk-in, unknown, test, 0 …) is no customer. Such orders are told apart by an e-mail address or a phone number in the same row; without either they are set aside. The list is in src/model/customer-placeholders.ts.',
      '散客、匿名、未知、测试、0 等占位值不是客户。同一行有邮箱或手机时据此区分客户；没有则不计入。词表见 src/model/customer-placeholders.ts。',
    ],
    [
      'rows name no customer but a placeholder (‹guest›)‹, 310 in all›; ‹they are set aside›',
      '行的客户是占位值（‹散客›）‹，合计 310›；‹未计入›',
    ],
    [
      'Export an e-mail address or a phone number with the orders; `--keep-placeholders` counts them as customers.',
      '导出订单时带上邮箱或手机；或用 `--keep-placeholders` 将其算作客户。',
    ],
  ),
  'id-mark-cut': code(
    [
      "All ids of a column begin with the text mark of a spreadsheet ('001) or end in .0; it was taken off. Where only some do, it belongs to the id.",
      "整列编号都带表格软件的文本标记（如 '001）或以 .0 结尾，已去掉；若只有部分编号如此，则视为编号的一部分。",
    ],
    ["the ids begin with a text mark ('001); it was taken off", "编号前都带文本标记（如 '001），已去掉"],
    ['Nothing.', '无需处理。'],
  ),
  'date-missing': code(
    ['The order has no date.', '订单没有日期。'],
    ['no date', '没有日期'],
    ['Fill it in, or `--map orders.ordered_at=HEADER`.', '补全日期，或用 `--map orders.ordered_at=列名` 指定。'],
  ),
  'date-invalid': code(
    [
      'The cell is no date; of an order, the line is out, elsewhere only the cell.',
      '单元格不是日期；订单行因此无效，其他表仅忽略该单元格。',
    ],
    ['not a date', '不是有效日期'],
    [
      'Correct it, or say how dates are written: `--map orders.ordered_at.order=day-first`.',
      '修正，或说明日期写法：`--map orders.ordered_at.order=day-first`。',
    ],
  ),
  'date-future': code(
    ['The date lies years beyond all others, as a slip does (2206 for 2026).', '日期比其他数据晚很多年，应为笔误（2026 写成 2206）。'],
    ['the date lies far beyond all others', '日期远晚于其他所有日期'],
    ['Correct it; where it is right, give `--as-of`.', '修正；若日期无误，用 `--as-of` 指定截止日期。'],
  ),
  'date-impossible': code(
    ['A date of a workbook that no calendar has.', '工作簿中不存在的日期。'],
    ['records that could not be read as they stand', '无法按原样读取的记录'],
    ['Correct the cell in the workbook.', '在工作簿中修正该单元格。'],
  ),
  'after-as-of': code(
    ['The order is later than the as-of date.', '订单晚于截止日期。'],
    ['later than the as-of date', '晚于统计日期'],
    ['Nothing; a later `--as-of` counts it.', '无需处理；更晚的 `--as-of` 会计入。'],
  ),
  'amount-invalid': code(
    ['The amount of an order is no number.', '订单金额不是数字。'],
    ['the amount is no number', '金额不是数字'],
    ['Correct it, or `--map orders.amount=HEADER`.', '修正，或用 `--map orders.amount=列名` 指定。'],
  ),
  'amount-missing': code(
    ['The amount of an order is blank: it is not taken for 0.', '订单金额为空，不当作 0。'],
    ['no amount: counted neither as revenue nor as a purchase', '没有金额：不计销售额，也不计购买'],
    ['Fill it in, or `--map orders.amount=HEADER`.', '补全金额，或用 `--map orders.amount=列名` 指定。'],
  ),
  'number-invalid': code(
    ['The cell of a number column is no number; it counts as blank.', '数字列中的单元格不是数字，按空白处理。'],
    ['not a number', '不是有效数字'],
    ['Correct it, or map another column.', '修正，或改用另一列。'],
  ),
  'word-unknown': code(
    ['The cell of a column of fixed words has another word; it counts as blank.', '固定取值的列中出现无法识别的词，按空白处理。'],
    ['words that are not understood: ‹"shipped" (52), "held" (36)›', '无法识别的取值：‹“已归档”（52 处）、“待定”（36 处）›'],
    ['Say what it means: `--map leads.status.converted=WORD`.', '说明含义：`--map leads.status.converted=词`。'],
  ),
  'id-lossy': code(
    [
      'A spreadsheet wrote a long id as 1.23E+15: its digits are lost, and rows would be joined by chance.',
      '表格软件把长编号写成 1.23E+15，位数已丢失，无法可靠关联。',
    ],
    ['the id was cut to scientific notation and has lost digits', '编号被改成科学计数法，已丢失位数'],
    ['Export again with ids as text.', '将编号列设为文本后重新导出。'],
  ),
  'id-duplicate': code(
    ['A second row with an id that is there once only.', '应唯一的编号出现第二次。'],
    ['the id was there before; the first row counts', '编号重复，仅第一行有效'],
    ['Remove the row that is wrong.', '删除错误的一行。'],
  ),
  'out-of-scope': code(
    [
      'The row belongs to others than `--scope` names, to nobody, or to the company: it is counted, and nothing is read from it.',
      '该行属于 `--scope` 范围之外的人员、无归属或属于公司：只计行数，不读取内容。',
    ],
    [
      'rows of others, of nobody and of the company are set aside: all figures are of --scope ‹rep=Wang Fang› alone',
      '行属于他人、无归属或属于公司，未计入：全部数字仅为 --scope ‹rep=王芳› 的数据',
    ],
    [
      'Nothing to do. An order belongs to who sold it, else to the owner of its customer.',
      '无需处理。订单归成交销售，未写明时归客户负责人。',
    ],
  ),
  'key-missing': code(
    ['The row has neither id nor name.', '该行没有编号也没有名称。'],
    ['no id and no name', '没有编号也没有名称'],
    ['Fill in the id, or map its column.', '补全编号，或映射编号列。'],
  ),
  'line-elsewhere': code(
    [
      'Several files or sheets have the row: exports that overlap, a sheet with all months. It counts once, in the later export.',
      '多个文件或工作表中都有该行（导出时间重叠，或“全部”工作表）。只在较晚的导出中计一次。',
    ],
    [
      'rows ‹stand with the same order number, day and amount› in ‹feb.csv, 50 in all›; they count once, there',
      '行也在 ‹feb.csv› 中‹（订单号、日期、金额相同），合计 50›；只在那里计一次',
    ],
    ['Nothing, where they are copies; else leave one of the files out.', '若确为重复，无需处理；否则去掉其中一个文件。'],
  ),
  'order-superseded': code(
    [
      'A later export has the order with another status or amount: it counts as it is there. The later export is the one with the latest date. Or a file has a row for each status of an order: it counts once, or not at all where one says cancelled or refunded.',
      '较晚的导出中该订单的状态或金额已变，以其为准。日期最晚的导出视为较晚。或者文件中一张订单每个状态各占一行：只计一次，已取消或退款的不计。',
    ],
    [
      'rows of orders that have another status or amount in ‹feb.csv›, the later export‹, 70 in all›; they count as they are there',
      '行所属订单的状态或金额在较晚导出的 ‹feb.csv› 中已变‹，合计 70›；以其中的为准',
    ],
    ['Nothing, where that is so; else leave one of the files out.', '若属实，无需处理；否则去掉其中一个文件。'],
  ),
  returned: code(
    ['The list of returns takes the whole order back.', '退货清单中整单退货的订单。'],
    ['returned, says the list of returns', '在退货清单中'],
    ['Nothing.', '无需处理。'],
  ),
  'extra-cell': code(
    ['The record has more cells than the header, so that its columns are shifted.', '该行单元格多于表头，列已错位。'],
    ['records with more cells than the header; their columns cannot be trusted', '单元格数多于表头的行，列已错位'],
    [
      'Put the cells back under their names: look for a delimiter inside a text without quotes, name every column.',
      '将单元格移回对应的列：检查文本中未加引号的分隔符，补全表头。',
    ],
  ),
  'cell-beside': code(
    [
      'A sheet has cells in some rows right beyond the last column that has a name. The rows count as they stand.',
      '工作表中部分行在最后一个有列名的列之外还有单元格，这些行仍按原样计入。',
    ],
    [
      'rows used that have a cell right beyond the last column name: a note, or a row pushed to the right‹, 60.5 in all›',
      '已计入的行，其最后一个列名之外还有单元格：可能是备注，也可能整行右移错位‹，合计 60.5›',
    ],
    ['Check these rows; name the column where it is one.', '核对这些行；若确为一列，请补上列名。'],
  ),
  'record-shifted': code(
    [
      'The record has a cell too few, and its dates and figures stand under other names from some cell on.',
      '该行缺少一个单元格，从某处起日期和数字都落在别的列下。',
    ],
    [
      'records with a cell too few; by their dates and figures it is not the last one that is missing',
      '缺少一个单元格的行，从日期和数字看缺少的不是末尾，列已错位',
    ],
    ['Export these records again with all of their cells.', '重新导出这些行，补全单元格。'],
  ),
  'record-short': code(
    [
      'The record has fewer cells than the header and no blank one, and the last columns are filled in other records.',
      '该行单元格少于表头且没有空白，而其他行的末尾几列都有值。',
    ],
    [
      'records with fewer cells than the header and none of them blank, so that any of them may be missing; read as if the last ones were‹, 60.25 in all›',
      '单元格数少于表头且没有空白的行，无法判断缺少的是哪一个，按缺少末尾的读取‹，合计 60.25›',
    ],
    ['Export these records again with all of their cells.', '重新导出这些行，补全单元格。'],
  ),
  'missing-cell': code(
    ['The record has fewer cells than the header.', '该行单元格少于表头。'],
    ['records with fewer cells than the header; the missing ones are blank', '单元格数少于表头的行，缺少的按空白处理'],
    ['Nothing, where the last columns are blank; else export again.', '若缺少的是末尾空列可忽略；否则重新导出。'],
  ),
  'separator-missing': code(
    [
      'A quoted cell touches the one beside it, so that the columns of the record are shifted.',
      '带引号的单元格与相邻单元格之间没有分隔符，列已错位。',
    ],
    [
      'records in which a separator is missing beside a quoted cell; their columns cannot be trusted',
      '带引号的单元格旁缺少分隔符的行，列已错位',
    ],
    ['Correct the line that is named, or export again.', '修正所示的行，或重新导出。'],
  ),
  'header-short': code(
    [
      'All records have one cell more than the header, and fit its names from the second cell on: the first column (row numbers, mostly) has no name.',
      '所有数据行都比表头多一列，且从第二列起与列名相符：首列（多为行号）没有列名。',
    ],
    [
      'the header has one name fewer than the records have cells; its names were taken for the columns from the second one on',
      '表头比数据少一列，已按“首列没有列名”读取，列名从第二列起对应',
    ],
    ['Check the columns with `inspect`; if they are wrong, add the missing name.', '用 `inspect` 核对各列；如有误，在表头补上列名。'],
  ),
  'delimiter-mixed': code(
    ['The header is separated by another character than the records below it.', '表头与其下数据行的分隔符不同。'],
    [
      'the header is separated by another character than the records; each was split at its own',
      '表头与数据使用了不同的分隔符，已分别拆分',
    ],
    ['Check the columns with `inspect`.', '用 `inspect` 核对各列。'],
  ),
  'encoding-guessed': code(
    [
      'The file is not UTF-8. Its encoding was told by which one gives likely text, and can be another one.',
      '文件不是 UTF-8，编码按文字是否通顺推断，可能有误。',
    ],
    ['the encoding of the file was guessed', '文件编码为推测'],
    ['If names look wrong, name it with `--encoding`.', '如文字显示不对，用 `--encoding` 指定。'],
  ),
  'comment-line': code(
    ['A line of one cell that begins with #, in a table of several columns.', '多列表格中以 # 开头、只有一个单元格的行。'],
    ['lines that begin with # are comments, not records', '以 # 开头的行是注释，不作为数据'],
    ['Nothing.', '无需处理。'],
  ),
  'description-row': code(
    [
      'Below the header stands a line of words in columns of figures and dates: names once more, units or types.',
      '表头下一行在数值和日期列中全是文字：列名说明、单位或类型。',
    ],
    ['the line below the header describes its columns and is no record', '表头下一行是对各列的说明，不作为数据'],
    ['Nothing; where it is a record, correct its figures.', '无需处理；若其为数据，请修正其中的数值。'],
  ),
  'quote-inside': code(
    [
      'A quote stands in a cell that is not quoted, as in 5" pipe; it is part of the text.',
      '未加引号的单元格中有引号，如 5" 管；引号算作文字。',
    ],
    [
      'records with a quote inside a cell that is not quoted; it is read as it stands‹ (counted in the first 999 records only)›',
      '未加引号的单元格中含有引号的行，按原文读取‹（仅统计前 999 行）›',
    ],
    ['Nothing, where the text is right.', '若文本无误可忽略。'],
  ),
  'quote-unclosed': code(
    ['A quote opens and never closes.', '引号没有闭合。'],
    ['a quote that never closes', '引号没有闭合'],
    ['Close or double the quote on the line that is named.', '在所示行补上或成对书写引号。'],
  ),
  'quote-misplaced': code(
    ['A quote stands in the middle of a cell; the cell is read as it stands.', '单元格中间出现引号，按原文读取。'],
    ['records that could not be read as they stand', '无法按原样读取的记录'],
    ['Nothing, where the text is right; else export again with doubled quotes.', '若文本无误可忽略；否则以成对引号重新导出。'],
  ),
  'cell-too-long': code(
    ['A cell holds more than 1 MiB, most often after a quote that never closes.', '单元格超过 1 MiB，多半是前面的引号没有闭合。'],
    ['a cell beyond the limit of 1 MiB', '单元格超过 1 MiB 上限'],
    ['Correct the quote above, or shorten the cell.', '修正之前的引号，或缩短该单元格。'],
  ),
  'character-invalid': code(
    ['Bytes of a cell are no characters of the encoding of the file.', '单元格中有字节不符合文件编码。'],
    ['records that could not be read as they stand', '无法按原样读取的记录'],
    ['Export as UTF-8, or name the encoding with `--encoding`.', '导出为 UTF-8，或用 `--encoding` 指定编码。'],
  ),
  'character-nul': code(
    [
      'Cells hold NUL characters (bytes of 0), as files have that were not written whole. They are left out: an id or an amount may be another one without them.',
      '单元格含空字符（值为 0 的字节），常见于未完整写出的文件。空字符会被去除：去除后的编号或金额可能已不是原值。',
    ],
    [
      'records with NUL characters, which stand for nothing; they were left out, and what stood beside them was joined',
      '含空字符（NUL）的行；空字符已去除，前后内容相连',
    ],
    ['See whether the file was written whole, and export it again.', '请检查文件是否完整写出，并重新导出。'],
  ),
  'cell-error': code(
    ['The cell of a workbook shows #N/A, #REF! or the like.', '工作簿单元格为 #N/A、#REF! 等错误值。'],
    ['cells with an error value of the spreadsheet; read as blank', '表格中的错误值单元格，按空白处理'],
    ['Correct the formula, or export values.', '修正公式，或导出为数值。'],
  ),
  'formula-without-result': code(
    ['The workbook has a formula and no result of it.', '工作簿中的公式没有保存结果。'],
    ['formulas without a stored result; read as blank', '没有保存结果的公式，按空白处理'],
    ['Open it in Excel or WPS, let it compute, and save.', '用 Excel 或 WPS 打开、计算后保存。'],
  ),
  'formula-zero': code(
    [
      'All formulas of a sheet have the result 0, as in a workbook that a program wrote and nothing has computed yet.',
      '工作表中所有公式的结果都是 0：可能由程序写出，尚未计算。',
    ],
    [
      'formulas whose stored results are all 0, as programs write them that do not compute; read as 0',
      '公式保存的结果全部为 0（生成该文件的程序可能未作计算），按 0 读取',
    ],
    ['Open it in Excel or WPS, let it compute, and save.', '用 Excel 或 WPS 打开、计算后保存。'],
  ),
  'merged-cell-filled': code(
    [
      'A cell is merged down over several records; each of them has its value, but for amounts, which count once.',
      '单元格纵向合并、覆盖多条记录；各条记录均取其值，金额除外（只计一次）。',
    ],
    [
      'cells under a cell merged down got its value (customer, order, date …)',
      '纵向合并单元格所覆盖的单元格，沿用合并单元格的值（客户、订单、日期等）',
    ],
    ['Nothing.', '无需处理。'],
  ),
  'covered-by-merge': code(
    ['A value lies under a merged cell, where nobody sees it; it is not used.', '数值被合并单元格遮住，看不到，因此不使用。'],
    ['records that could not be read as they stand', '无法按原样读取的记录'],
    ['Undo the merge, where the value counts.', '若该值有效，请取消合并。'],
  ),
} as const;
