import { code } from './code-text.ts';

/** What keeps a result from being written, and what a run needs of the machine. */
export const output = {
  'format-unknown': code(
    ['The ending of `--out` stands for no format.', '无法由 `--out` 的扩展名判断格式。'],
    ['the name ‹report.pdf› stands for no format', '无法从文件名 ‹report.pdf› 判断格式'],
    [
      'End it in `.csv`, `.xlsx`, `.json`, `.md`, `.txt` or `.parquet`, or add `--format`.',
      '使用 `.csv`、`.xlsx`、`.json`、`.md`、`.txt` 或 `.parquet` 结尾，或加 `--format`。',
    ],
  ),
  'format-binary': code(
    ['A workbook or a Parquet file would be printed on a terminal.', '工作簿或 Parquet 文件不能显示在终端中。'],
    ['‹xlsx› cannot be shown on a terminal', '‹xlsx› 无法在终端中显示'],
    ['Write it to a file with `--out`.', '用 `--out` 写入文件。'],
  ),
  'nothing-for-csv': code(
    [
      'The result has no section at all, which only one made by another program can be.',
      '结果不含任何部分；只有其他程序生成的结果才会如此。',
    ],
    ['‹score› has no table that could be written as ‹csv›', '‹score› 的结果中没有可输出为 ‹csv› 的表'],
    ['Use `--format json` or `--format table`.', '改用 `--format json` 或 `--format table`。'],
  ),
  'nothing-for-parquet': code(
    [
      'The result has no section at all, which only one made by another program can be.',
      '结果不含任何部分；只有其他程序生成的结果才会如此。',
    ],
    ['‹score› has no table that could be written as ‹parquet›', '‹score› 的结果中没有可输出为 ‹parquet› 的表'],
    ['Use `--format json` or `--format table`.', '改用 `--format json` 或 `--format table`。'],
  ),
  'too-many-rows-for-xlsx': code(
    ['A section has more rows than an Excel sheet holds.', '某一部分的行数超过 Excel 工作表上限。'],
    [
      'section ‹ranking› has ‹1200000› rows, an Excel sheet holds ‹1048575›',
      '‹ranking› 有 ‹1200000› 行，超过 Excel 工作表上限 ‹1048575› 行',
    ],
    ['Use `--format csv` or `--format parquet`, or `--limit`.', '改用 `--format csv` 或 `--format parquet`，或加 `--limit`。'],
  ),
  'output-exists': code(
    ['The file to be written is there already.', '输出文件已存在。'],
    ['‹ranking.xlsx› is there already', '‹ranking.xlsx› 已存在'],
    ['Replace it with `--force`, or choose another name.', '用 `--force` 覆盖，或换一个文件名。'],
  ),
  'output-is-folder': code(
    ['`--out` names a folder.', '`--out` 指定的是文件夹。'],
    ['‹reports› is a folder', '‹reports› 是文件夹'],
    ['Name a file in it.', '指定其中的文件名。'],
  ),
  'output-locked': code(
    [
      'Another run writes a set of files into the same folder; this one has changed nothing.',
      '另一个运行正在向同一文件夹写入一套文件；本次未做任何更改。',
    ],
    ['another run writes into ‹reviews› (process ‹4711› on ‹crm01›)', '另一个运行正在写入 ‹reviews›（‹crm01› 上的进程 ‹4711›）'],
    [
      'Wait until it is over. What a run that was killed has left on this machine is known for that and removed; of another machine it is after ten minutes without a sign of life.',
      '等它结束。本机上被终止的运行所留下的锁会被识别并清除；其他机器上的锁在十分钟无响应后清除。',
    ],
  ),
  'set-not-ours': code(
    ['`--to` names something that is there and is no set of crm-eval.', '`--to` 指定的位置已存在，且不是 crm-eval 写出的一套文件。'],
    ['‹reviews› is there already and is no set of crm-eval', '‹reviews› 已存在，且不是 crm-eval 写出的一套文件'],
    ['Name a folder that is not there yet: `--to reviews/{period}`.', '请指定尚不存在的文件夹：`--to reviews/{period}`。'],
  ),
  'set-changed': code(
    ['A file of the set that would be replaced was changed by hand, or one was added.', '将被替换的一套文件中，有文件被手工改动或新增。'],
    ['‹review.xlsx› in ‹reviews/2026-10› is not as it was written', '‹reviews/2026-10› 中的 ‹review.xlsx› 在写出后被改动过'],
    ['Keep a copy elsewhere and add `--force`.', '把改动另存到别处，再加 `--force`。'],
  ),
  'split-nobody': code(
    ['The files name nobody to whom a set could be given.', '文件中没有可按其拆分的人员或团队。'],
    ['the files name no ‹team›', '文件中没有‹团队›'],
    ['Add a list of reps with teams or managers, or a customer list with owners.', '请加上含团队或主管的销售人员表，或含负责人的客户表。'],
  ),
  'output-taken': code(
    ['The output is also an input, or two outputs go to the same place.', '输出与某个输入，或与另一个输出是同一处。'],
    ['‹orders.csv› is an input or another output of this run', '‹orders.csv› 已是本次运行的输入或另一个输出'],
    ['Choose another name.', '换一个文件名。'],
  ),
  'output-failed': code(
    [
      'The output could not be written: no room, no right, or a broken pipe. An older file is as it was.',
      '无法写入输出：空间不足、没有权限或管道中断。原有文件保持不变。',
    ],
    ['cannot write ‹ranking.xlsx›: ‹EACCES: permission denied›', '无法写入‹ ranking.xlsx›：‹EACCES: permission denied›'],
    ['Do what the message says, or choose another place with `--out`.', '按提示处理，或用 `--out` 换一个位置。'],
  ),
  'scratch-failed': code(
    ['No private temporary folder could be made.', '无法创建专用的临时目录。'],
    ['cannot make a folder in ‹/var/tmp›', '无法在 ‹/var/tmp› 中创建临时目录'],
    ['Name a folder with room that you may write to with `--temp-dir`.', '用 `--temp-dir` 指定有空间且可写的目录。'],
  ),
  'scratch-full': code(
    ['The disk of the temporary folder is full.', '临时目录所在磁盘已满。'],
    ['the disk of the temporary folder is full', '临时目录所在磁盘已满'],
    [
      'Name a larger disk with `--temp-dir`, or give more memory with `--memory-limit`.',
      '用 `--temp-dir` 指定更大的磁盘，或用 `--memory-limit` 提高内存上限。',
    ],
  ),
  'temp-dir-invalid': code(
    ['`--temp-dir` is no folder that can be written to.', '`--temp-dir` 不是可写的目录。'],
    ['the temporary folder ‹/data/tmp› does not exist', '临时目录 ‹/data/tmp› 不存在'],
    ['Name an existing folder that you may write to.', '指定已存在且可写的目录。'],
  ),
  'template-unfit': code(
    [
      '`--template`, or `report.template` of the config, is no workbook whose look can be taken over: none at all, protected with a password, with macros, damaged, unsafe or too large.',
      '`--template`（或配置中的 `report.template`）不是可用作模板的工作簿：并非工作簿、设有密码、含宏、已损坏、不安全或过大。',
    ],
    ['‹brand.xlsm› cannot be the template: ‹it has macros›', '‹brand.xlsm› 不能用作模板：‹含有宏›'],
    ['Save it in Excel or WPS as `.xlsx`, without macros and password.', '用 Excel 或 WPS 另存为 `.xlsx`，不含宏，不设密码。'],
  ),
  'template-picture-unfit': code(
    [
      'A picture on the first sheet of the template is no PNG or JPEG, whatever its name says, or is damaged or too large (1 MB, 8,000 pixels a side). The next picture, if any, is the logo.',
      '模板第一张工作表上的图片不是 PNG 或 JPEG（以内容为准），或已损坏、过大（1 MB，单边 8,000 像素）；如有下一张图片，则用作标志。',
    ],
    [
      'the picture ‹image1.emf› of the template ‹is a drawing (EMF)›, and was not taken over',
      '模板中的图片 ‹image1.emf› ‹是 EMF 图形›，未采用',
    ],
    ['Put a PNG or JPEG of at most 1 MB there.', '改用不超过 1 MB 的 PNG 或 JPEG。'],
  ),
  'template-without-logo': code(
    ['The first sheet of the template and its header have no picture.', '模板的第一张工作表及其页眉中没有图片。'],
    ['the first sheet of the template has no picture: there is no logo', '模板的第一张工作表没有图片，因此不显示标志'],
    ['Nothing, if there shall be none; else insert it there.', '无需标志可忽略；否则请在该表中插入图片。'],
  ),
  'template-colours-kept': code(
    [
      'The first accent of the template’s theme cannot be read as a headline or on a column (contrast 4.5 on white), or would be taken for better or worse in a chart; the next accent that can is used, else our colour.',
      '模板主题的“着色 1”用作标题或图表时与白色的对比度不足 4.5，或在图表中与“变好/变差”的颜色混淆；改用下一个合格的着色，否则用默认颜色。',
    ],
    [
      'the first accent of the template, #‹FFC000›, is too light for headlines (contrast below 4.5): ‹#7F6000 is used›',
      '模板的“着色 1”#‹FFC000› 用于标题时对比度不足 4.5，‹改用 #7F6000›',
    ],
    ['Nothing, or choose a darker first accent in the theme.', '可忽略，或在主题颜色中换用更深的“着色 1”。'],
  ),
  'memory-exhausted': code(
    ['The work needs more memory than the engine may take.', '所需内存超过计算引擎的上限。'],
    ['the work needs more memory than the engine may take', '所需内存超过计算引擎的上限'],
    [
      'Give more with `--memory-limit`, or use `--threads 1`, which needs less.',
      '用 `--memory-limit` 提高上限，或加 `--threads 1` 减少占用。',
    ],
  ),
  'number-overflow': code(
    ['A sum does not fit its column: money holds 14 digits before the point.', '合计超出列的范围：金额最多 14 位整数。'],
    ['a sum is too large for its column: ‹123456789012345678.0000›', '合计超出列的范围：‹123456789012345678.0000›'],
    ['Look for absurd amounts or quantities in the data.', '检查数据中异常大的金额或数量。'],
  ),
} as const;
