import { code } from './code-text.ts';

/** Files that cannot be read. */
export const files = {
  'file-missing': code(
    ['There is no such file.', '文件不存在。'],
    ['‹orders.csv› does not exist', '找不到文件 ‹orders.csv›'],
    ['Check the path.', '检查路径。'],
  ),
  'file-forbidden': code(
    ['You have no right to read the file.', '没有读取该文件的权限。'],
    ['‹orders.csv› may not be read', '没有读取 ‹orders.csv› 的权限'],
    ['Ask its owner for read permission.', '向文件所有者申请读取权限。'],
  ),
  'file-unreadable': code(
    ['The system refuses to open the file.', '系统无法打开该文件。'],
    ['‹orders.csv› cannot be opened (‹EIO›)', '无法打开 ‹orders.csv›（‹EIO›）'],
    ['Copy it to a local folder and try again.', '复制到本地文件夹后重试。'],
  ),
  'file-is-folder': code(
    ['A folder stands where a file is expected.', '应为文件的位置是文件夹。'],
    ['‹exports› is a folder', '‹exports› 是一个文件夹'],
    ['Name the files in it: `exports/*.csv`.', '指定其中的文件：`exports/*.csv`。'],
  ),
  'file-not-regular': code(
    ['The name is that of a pipe or a device.', '该名称是管道或设备。'],
    ['‹/dev/tty› is a pipe or a device, not a file', '‹/dev/tty› 是管道或设备，不是普通文件'],
    ['Save it to a file, or pass it on the standard input and name it `-`.', '先保存为文件，或通过标准输入传入并以 `-` 表示。'],
  ),
  'file-empty': code(
    ['The file has no byte.', '文件为 0 字节。'],
    ['‹orders.csv› is empty (0 bytes)', '‹orders.csv› 是空文件（0 字节）'],
    ['Export it again.', '重新导出。'],
  ),
  'file-no-table': code(
    ['The content is no table: a picture, a PDF, JSON, a program.', '文件内容不是表格：图片、PDF、JSON 或程序等。'],
    ['‹orders.csv› is ‹JSON›, not a table', '‹orders.csv› 是 ‹JSON 文件›，不是表格'],
    ['Export the data as CSV or .xlsx.', '导出为 CSV 或 .xlsx。'],
  ),
  'no-rows': code(
    ['The file has a header at most.', '文件最多只有表头。'],
    ['‹orders.csv› holds no rows of data', '‹orders.csv› 中没有数据行'],
    ['Check the filter of the export; where rows are there, delimiter and quotes.', '检查导出时的筛选条件；若确有数据，检查分隔符和引号。'],
  ),
  'encoding-undetected': code(
    ['The text is neither UTF-8 nor GB18030, or not throughout.', '文本既不是 UTF-8 也不是 GB18030，或并非全文如此。'],
    ['‹orders.csv› is neither UTF-8 nor GB18030', '‹orders.csv› 既不是 UTF-8 也不是 GB18030 编码'],
    [
      'Name it: `--encoding big5`, `--encoding shift_jis`, `--encoding windows-1252`.',
      '指定编码：`--encoding big5`、`--encoding shift_jis`、`--encoding windows-1252`。',
    ],
  ),
  'encoding-unknown': code(
    ['`--encoding` names no encoding.', '`--encoding` 不是编码名称。'],
    ['"‹gkb›" is not an encoding', '“‹gkb›”不是可用的编码名称'],
    ['Use the name that is suggested.', '使用提示的名称。'],
  ),
  'too-many-columns': code(
    ['There are more columns than a sheet can have, most often because the delimiter is wrong.', '列数超过工作表上限，多半是分隔符不对。'],
    ['‹orders.csv› has ‹20000› columns; at most ‹16384› are read', '‹orders.csv› 有 ‹20000› 列，最多支持 ‹16384› 列'],
    ['Check the delimiter, or export fewer columns.', '检查分隔符，或减少导出的列。'],
  ),
  'not-a-workbook': code(
    ['The file has the form of a workbook and is another document.', '文件形似工作簿，实为其他文档。'],
    ['‹orders.xlsx: ›the file is not a workbook but ‹a Word document›', '‹orders.xlsx：›文件不是 Excel 工作簿，而是‹ Word 文档›'],
    ['Export the table as .xlsx or CSV.', '把表格导出为 .xlsx 或 CSV。'],
  ),
  'workbook-encrypted': code(
    ['The workbook opens with a password only.', '工作簿设有打开密码。'],
    ['‹orders.xlsx: ›the workbook is protected with a password', '‹orders.xlsx：›工作簿设有打开密码'],
    ['Save a copy without the password.', '去掉打开密码另存一份。'],
  ),
  'workbook-damaged': code(
    ['The workbook is cut off or does not hold together.', '工作簿不完整或结构损坏。'],
    [
      '‹orders.xlsx: ›the workbook is damaged: ‹›the zip directory is cut off',
      '‹orders.xlsx：›工作簿已损坏：‹the zip directory is cut off›',
    ],
    ['Copy or export it again, or save it anew in Excel or WPS.', '重新复制或导出，或用 Excel、WPS 另存。'],
  ),
  'workbook-unsafe': code(
    [
      'The workbook is made to harm who opens it: a zip bomb, nested or overlapping parts.',
      '工作簿的构造会损害读取者：压缩炸弹、嵌套或重叠的部件。',
    ],
    [
      '‹orders.xlsx: ›the workbook is refused as unsafe: ‹xl/sharedStrings.xml› inflates to ‹2000› times its size',
      '‹orders.xlsx：›出于安全考虑拒绝读取该工作簿：‹xl/sharedStrings.xml inflates to 2000 times its size›',
    ],
    [
      'Where you trust it: open it in Excel or WPS and save it as a new .xlsx or CSV.',
      '如确认可信：用 Excel 或 WPS 打开，另存为新的 .xlsx 或 CSV。',
    ],
  ),
  'workbook-too-large': code(
    ['The workbook inflates to more than is read.', '工作簿解压后超过读取上限。'],
    [
      '‹orders.xlsx: ›the workbook is too large: ‹›it inflates to more than is read ‹(1.4 GiB)›',
      '‹orders.xlsx：›工作簿过大：‹›解压后超过上限‹（1.4 GiB）›',
    ],
    ['Export the sheet as CSV, which has no such limit.', '把该工作表导出为 CSV（无此限制）。'],
  ),
  'workbook-timeout': code(
    ['Reading took too long, which a damaged workbook may cause.', '读取时间过长，可能是文件损坏所致。'],
    ['‹orders.xlsx: ›reading the workbook took longer than ‹300› seconds', '‹orders.xlsx：›读取工作簿超过 ‹300› 秒'],
    ['Save it anew in Excel or WPS, or as CSV.', '用 Excel、WPS 另存，或导出为 CSV。'],
  ),
  'workbook-empty': code(
    ['No sheet of the workbook holds a cell.', '工作簿的所有工作表都是空的。'],
    ['‹orders.xlsx: ›no sheet of the workbook holds a cell: nothing to read', '‹orders.xlsx：›工作簿的所有工作表都是空的，没有可读的内容'],
    ['Check that the export finished and that this is the right file.', '确认导出已完成，且文件没有选错。'],
  ),
  'workbook-unreadable': code(
    ['The system failed while the workbook was read.', '读取工作簿时系统出错。'],
    [
      '‹orders.xlsx: ›the workbook cannot be read: ‹ENOSPC: no space left on device›',
      '‹orders.xlsx：›无法读取工作簿：‹ENOSPC: no space left on device›',
    ],
    ['Check that the file is there and readable and that the disk has room.', '检查文件是否存在且可读，磁盘空间是否充足。'],
  ),
  'parquet-unreadable': code(
    ['The Parquet file is cut off, damaged or encrypted.', 'Parquet 文件不完整、损坏或已加密。'],
    ['‹orders.parquet› is a Parquet file that cannot be read', '‹orders.parquet› 是无法读取的 Parquet 文件'],
    ['Write it again.', '重新导出。'],
  ),
} as const;
