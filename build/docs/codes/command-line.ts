import { code } from './code-text.ts';

/** Mistakes in the command line, in the config, and in where the output goes. */
export const commandLine = {
  'unknown-command': code(
    ['The first word is no command.', '第一个词不是命令。'],
    ['there is no command ‹scroe›', '没有命令 ‹scroe›'],
    ['Use the command that is suggested; `crm-eval --help` lists all.', '使用提示的命令；`crm-eval --help` 列出全部命令。'],
  ),
  'unknown-option': code(
    ['The command has no such option.', '该命令没有这个选项。'],
    ['there is no option ‹--fromat›', '没有选项 ‹--fromat›'],
    ['Use the option that is suggested; `crm-eval COMMAND --help` lists them.', '使用提示的选项；`crm-eval 命令 --help` 列出全部选项。'],
  ),
  'option-missing-argument': code(
    ['An option that needs a value stands without one.', '需要取值的选项后面没有值。'],
    ['option ‹-o, --out <file>› needs a value', '选项 ‹-o, --out <file>› 缺少值'],
    ['Put the value behind the option.', '在选项后写上取值。'],
  ),
  'option-invalid': code(
    ['The value is none that the option takes.', '选项不接受这个值。'],
    ['‹--limit› cannot be ‹"0"›', '‹--limit› 的值不能是 ‹"0"›'],
    ['Give what the message names.', '按提示填写。'],
  ),
  'missing-argument': code(
    ['The command needs a word that is not there.', '命令缺少必需的参数。'],
    ['<‹customer›> is missing', '缺少 <‹customer›>'],
    ['Add it; `crm-eval COMMAND --help` shows the order.', '补上参数；顺序见 `crm-eval 命令 --help`。'],
  ),
  'excess-arguments': code(
    ['There are more words than the command takes.', '参数多于命令所需。'],
    ['too many arguments for ‹demo›', '‹demo› 的参数太多'],
    ['Leave out what is too much; put names with blanks into quotes.', '去掉多余的参数；含空格的名称请加引号。'],
  ),
  'files-missing': code(
    [
      'No file is named, or the command looks into files and the config names tables of a database.',
      '没有给出文件，或命令只查看文件，而配置中指定的是数据库表。',
    ],
    ['no file is given', '没有给出文件'],
    ['Name the exports, or `-` for the standard input.', '给出导出文件，或用 `-` 读取标准输入。'],
  ),
  'glob-empty': code(
    ['A pattern with `*` or `?` matches no file.', '通配符 `*` 或 `?` 没有匹配到文件。'],
    ['no file matches ‹exports/*.ods›', '没有文件匹配 ‹exports/*.ods›'],
    ['Check folder and pattern; they do not reach into sub-folders.', '检查目录和通配符；通配符不会进入子目录。'],
  ),
  'folder-empty': code(
    ['No file of the folder is an export.', '文件夹中没有导出文件。'],
    ['the folder ‹exports› holds no export', '文件夹 ‹exports› 中没有导出文件'],
    ['Name the folder in which the files lie; folders in it are not searched.', '指定文件所在的文件夹；不会进入子文件夹。'],
  ),
  'nothing-to-map': code(
    ['`init` recognises no table in the files: the config would be empty.', '`init` 未在文件中识别出任何表，配置将为空。'],
    ['no table is recognised in ‹notes.csv›, so there is nothing to write', '未在 ‹notes.csv› 中识别出任何表，没有可写入配置的内容'],
    ['Say what a file holds: `--orders FILE`.', '指明文件内容，例如 `--orders 文件`。'],
  ),
  'file-twice': code(
    ['Two names lead to the same file: its rows would count twice.', '两个名称指向同一个文件，其中的行会被重复计算。'],
    ['the same file is given twice: ‹orders.csv›', '同一个文件给了两次：‹orders.csv›'],
    ['Name each file once.', '每个文件只给一次。'],
  ),
  'file-is-address': code(
    ['An address stands where a file name is expected.', '应给出文件名的位置写了网址。'],
    ['an address is given where a file is to be named', '应给出文件名的位置给出了网址'],
    ['A database goes behind `--engine`; download other addresses first.', '数据库地址写在 `--engine` 之后；其他网址请先下载。'],
  ),
  'stdin-unavailable': code(
    ['`-` is named where there is no standard input (in the library).', '在没有标准输入的环境（作为库调用）中使用了 `-`。'],
    ['standard input is not available here', '此处不能从标准输入读取'],
    ['Name a file.', '请用文件名。'],
  ),
  'config-unreadable': code(
    ['The config is not there, is no UTF-8, or is no config at all.', '配置文件不存在、不是 UTF-8，或根本不是配置。'],
    ['cannot read the config ‹nightly.yaml›: ‹›it does not exist', '无法读取配置文件 ‹nightly.yaml›：‹›文件不存在'],
    ['Name an existing file; `crm-eval init FILES` writes one.', '指定存在的文件；`crm-eval init 文件` 可生成。'],
  ),
  'config-invalid': code(
    ['The config has an unknown key or a value it does not take; the line is named.', '配置中有不认识的键或不接受的值，并指明行号。'],
    ['‹crm-eval.config.yaml:3›: ‹›there is no key ‹score.tires›', '‹crm-eval.config.yaml:3›：‹›没有配置项 ‹score.tires›'],
    ['Correct it; `crm-eval schema config` lists every key.', '按提示修改；`crm-eval schema config` 列出全部配置项。'],
  ),
  'entity-unknown': code(
    ['`--map` or the config names a table that is none of the eleven.', '`--map` 或配置中的数据表不存在。'],
    ['there is no ‹table› "‹order›"', '没有名为“‹order›”的‹数据表›'],
    ['Use a table that `crm-eval schema` lists.', '使用 `crm-eval schema` 列出的数据表。'],
  ),
  'field-unknown': code(
    ['`--map` or the config names a field that the table does not have.', '`--map` 或配置中的字段不存在。'],
    ['there is no ‹field› "‹orders.amout›"', '没有名为“‹orders.amout›”的‹字段›'],
    ['Use a field that `crm-eval schema orders` lists.', '使用 `crm-eval schema orders` 列出的字段。'],
  ),
  'table-unknown': code(
    ['`crm-eval schema` is asked for a table that there is not.', '`crm-eval schema` 查询的数据表不存在。'],
    ['there is no table ‹order›', '没有表 ‹order›'],
    ['`crm-eval schema` lists them.', '`crm-eval schema` 列出全部数据表。'],
  ),
  'metric-unknown': code(
    ['`crm-eval metrics` is asked for a metric that there is not.', '`crm-eval metrics` 查询的指标不存在。'],
    ['there is no metric "‹rfm_score›"', '没有指标“‹rfm_score›”'],
    ['`crm-eval metrics` lists them.', '`crm-eval metrics` 列出全部指标。'],
  ),
  'metric-missing': code(
    ['`--sql` stands without a metric.', '`--sql` 没有指定指标。'],
    ['--sql needs the id of a metric', '--sql 需要指标编号'],
    ['Write `crm-eval metrics customer_orders --sql`.', '写作 `crm-eval metrics customer_orders --sql`。'],
  ),
  'parameter-invalid': code(
    ['A setting, alone or with another, is none that a metric can compute with.', '某项设置（或几项组合）无法用于计算该指标。'],
    [
      'the metric ‹customer_scores› cannot use these settings: ‹scorecard.bands.revenue: bands go up›',
      '指标 ‹customer_scores› 无法使用这些设置：‹scorecard.bands.revenue: bands go up›',
    ],
    ['Correct the setting that is named.', '修改所列设置。'],
  ),
  'section-unknown': code(
    ['`--section` names a section that the result does not have.', '`--section` 指定的部分不在结果中。'],
    ['there is no section "‹rankings›"', '没有名为“‹rankings›”的部分'],
    [
      'Use one of those that are listed; some are there only with an option such as `--clv`.',
      '使用列出的部分；有些仅在使用 `--clv` 等选项时才有。',
    ],
  ),
  'sections-many': code(
    ['CSV and Parquet hold one table, and `--section` names several.', 'CSV 和 Parquet 只能存放一张表，而 `--section` 指定了多个部分。'],
    ['‹csv› holds one table, and --section names ‹2›', '‹csv› 只能存放一张表，而 --section 指定了 ‹2› 个部分'],
    ['Name one, or use `--format xlsx` or `json`.', '只指定一个，或改用 `--format xlsx` 或 `json`。'],
  ),
  'column-unknown': code(
    [
      'A column of `--columns`, `--where` or `--sort` is in none of the tables, or no table has all of them; with `--section`, a section that is named lacks it.',
      '`--columns`、`--where` 或 `--sort` 中的列不在任何表中，或没有一张表同时包含这些列；用 `--section` 时，是所指定的部分缺少该列。',
    ],
    ['there is no column "‹ownr›"', '没有名为“‹ownr›”的列'],
    ['Use an id or a title of a column that is listed.', '使用列出的列标识或标题。'],
  ),
  'column-unfit': code(
    [
      '`--split` names a column of numbers, dates or flags, or one that is blank in every row.',
      '`--split` 指定的列是数字、日期或是否，或在所有行中均为空。',
    ],
    ['the column ‹revenue› has no words to split by', '列 ‹revenue› 不是文本，无法按其拆分'],
    ['Name a column of words, such as `owner`.', '使用文本列，例如 `owner`。'],
  ),
  'condition-unfit': code(
    [
      'A value of `--where` is none that its column can have, or cannot be compared so.',
      '`--where` 的值不是该列可能的值，或不能这样比较。',
    ],
    ['"‹>=many›" says nothing of the column ‹revenue›', '“‹>=many›”不适用于列 ‹revenue›'],
    ['Write a value of the type of the column: a number, a date, yes or no.', '按列的类型填写：数字、日期、是或否。'],
  ),
  'result-unfit': code(
    [
      'What `render` was given is no Result that a command wrote as JSON: it is not there, is no JSON, or lacks what a Result has.',
      '`render` 读取的不是命令以 JSON 写出的结果：文件不存在、不是 JSON，或缺少结果应有的内容。',
    ],
    ['‹churn.json› cannot be rendered: ‹it is no JSON›', '无法输出 ‹churn.json›：‹不是 JSON›'],
    ['Give what a command wrote with `--out FILE.json`.', '给出某个命令用 `--out 文件.json` 写出的结果。'],
  ),
  'since-unfit': code(
    [
      '`--since` names something else than a whole earlier result of the same command in JSON, or the command has no lists.',
      '`--since` 指定的不是同一命令此前的完整 JSON 结果，或该命令没有名单。',
    ],
    ['the result cannot be compared with ‹last.json›: ‹›it is no JSON', '无法与 ‹last.json› 比较：‹›不是 JSON'],
    [
      'Give what the same command wrote with `--out FILE.json`, without `--limit`.',
      '给出同一命令用 `--out 文件.json` 写出的结果，且不加 `--limit`。',
    ],
  ),
  'figure-unknown': code(
    [
      '`--fail-on` names something that is no list and no figure of the result, or a figure that several sections have.',
      '`--fail-on` 中的名称不是结果中的名单或指标，或多个部分都有该指标。',
    ],
    ['there is no list or figure "‹at_rsk›"', '没有名为“‹at_rsk›”的名单或指标'],
    [
      'Use the id of a section or of a figure (`overview.value_at_risk` where several have it); `--format json` shows them.',
      '使用某部分或某项指标的标识（有多处时写 `overview.value_at_risk`）；`--format json` 可查看。',
    ],
  ),
  'sheet-unknown': code(
    ['`--sheet` names a sheet that no file has.', '`--sheet` 指定的工作表不存在。'],
    ['there is no sheet ‹Q3›', '没有工作表 ‹Q3›'],
    ['Use one of the sheets that are listed.', '使用列出的工作表。'],
  ),
  'record-needs-table': code(
    ['`--record` prints rows one below the other, which only the table does.', '`--record` 逐行成块输出，只适用于 table 格式。'],
    ['--record is a form of the table and not of ‹csv›', '--record 只用于 table 格式，不能用于 ‹csv›'],
    ['Leave out `--record`, or use `--format table`.', '去掉 `--record`，或改用 `--format table`。'],
  ),
  'rows-need-csv': code(
    [
      '`inspect --rows all` prints a whole table, which is only for CSV on the standard output.',
      '`inspect --rows all` 输出整张表，只支持以 CSV 写到标准输出。',
    ],
    ['--rows all prints CSV to the standard output only', '--rows all 只能以 CSV 输出到标准输出'],
    ['Add `--format csv`, and write to a file with `> FILE`.', '加 `--format csv`，用 `> 文件` 写入文件。'],
  ),
  'as-of-unknown': code(
    [
      'A relative period (`last-month`) is asked for, and the files hold no date to count from.',
      '指定了相对期间（`last-month`），但文件中没有日期可推算。',
    ],
    ['the files hold no date, so it is not known what lies before it', '文件中没有日期，无法推算相对期间'],
    ['Give `--as-of DATE`, or a period with a year.', '用 `--as-of` 指定日期，或写明年份的期间。'],
  ),
  'data-problems': code(
    [
      'The files have more errors than `--max-errors` allows, one of a folder cannot be read, or there are warnings with `--strict`: `load` wrote nothing.',
      '文件中的错误超过 `--max-errors`，文件夹中有文件无法读取，或使用 `--strict` 时有警告：`load` 未写入任何数据。',
    ],
    [
      'errors in the files: ‹12›, --max-errors allows ‹0›: nothing was loaded',
      '文件中有 ‹12› 项错误，超过 --max-errors ‹0›：未载入任何数据',
    ],
    ['`crm-eval check FILES` lists them; correct them, or allow more.', '用 `crm-eval check 文件` 列出问题，修正后重试，或放宽上限。'],
  ),
  interrupted: code(
    [
      'Ctrl-C, or the end of the terminal, stopped the run. Nothing was left half written.',
      '运行被 Ctrl-C 或终端关闭中止，没有留下写到一半的内容。',
    ],
    ['the statement was interrupted', '语句被中断'],
    ['Run again.', '重新运行。'],
  ),
} as const;
