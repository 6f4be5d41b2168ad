import { code } from './code-text.ts';

/** In which currency and unit amounts are, and how their digits are read. */
export const money = {
  'currencies-mixed': code(
    [
      'The amounts that a figure adds up are in several currencies: a currency column, signs in the cells, or headers say so. They are not added.',
      '需要相加的金额为多种币种（依据币种列、单元格中的货币符号或列名），不予相加。',
    ],
    [
      '‹orders.csv›: amounts are in several currencies and cannot be added; sums (rows): ‹EUR 100 (1), USD 180 (2)›',
      '‹orders.csv›：金额为多种币种，不能直接相加；合计（行数）：‹EUR 100 (1), USD 180 (2)›',
    ],
    [
      'Say in the config what each is worth, `rates: {to: EUR, USD: 0.92}`, or in a file with dates, `--rates FILE`; or name a column in one currency with `--map orders.amount=HEADER`; or give files of one currency.',
      '在配置中给出汇率，例如 `rates: {to: EUR, USD: 0.92}`，或用 `--rates 文件` 给出按日期的汇率；或用 `--map orders.amount=列名` 指定同一币种的金额列；或按币种拆分文件。',
    ],
  ),
  'rate-missing': code(
    [
      'Amounts are in a currency that the rates (`rates` of the config, `--rates`) do not have, or lie before the first rate of their currency.',
      '部分金额的币种在汇率（配置的 `rates` 或 `--rates`）中没有，或日期早于该币种的首个汇率。',
    ],
    ['amounts are in ‹JPY›, for which no rate to ‹USD› is given', '部分金额的币种为 ‹JPY›，没有换算为 ‹USD› 的汇率'],
    [
      'Add it: `rates: {to: USD, JPY: 0.0067}`, or a line of the file.',
      '补充汇率：`rates: {to: USD, JPY: 0.0067}`，或在汇率文件中加一行。',
    ],
  ),
  'rates-invalid': code(
    [
      'The file of `--rates` has no columns of currencies and rates, or a line that cannot be read.',
      '`--rates` 的文件缺少币种列或汇率列，或有无法识别的行。',
    ],
    ['the rates of ‹rates.csv: line 3: no rate above 0 for USD›', '汇率文件 ‹rates.csv：第 3 行：USD 没有大于 0 的汇率›'],
    [
      'Give a CSV or workbook with the columns currency, rate (what one unit is worth in the company currency) and, where rates change, date.',
      '请提供含有 币种、汇率（1 单位折合多少本位币）以及 日期（汇率随时间变化时）的 CSV 或工作簿。',
    ],
  ),
  'currencies-differ': code(
    [
      'Money that is compared but not added (targets with orders, deals beside orders) is in different currencies.',
      '相互比较而不相加的金额（如目标与订单、订单之外的商机）币种不同。',
    ],
    [
      'rows of tables that are compared are in several currencies; sums (rows): ‹EUR 100 (1), USD 180 (2)›',
      '行：相互比较的数据为多种币种；合计（行数）：‹EUR 100 (1), USD 180 (2)›',
    ],
    ['Give `rates` in the config, or files of one currency.', '在配置中给出 `rates`，或提供同一币种的文件。'],
  ),
  'currency-by-header': code(
    [
      'The header of the amounts names one currency while a column names several: the amounts are taken to be converted.',
      '金额列名写明了一种币种，而币种列有多种：按已折算处理。',
    ],
    [
      'amounts are taken to be in ‹USD›, as the header "‹Amount (USD)›" says; "‹Currency›" names other currencies, too',
      '金额按列名“‹金额（美元）›”视为 ‹USD›；“‹币种›”列中还有其他币种',
    ],
    ['Nothing, if that is right; else `--map orders.amount=HEADER`.', '若正确可忽略；否则用 `--map orders.amount=列名` 指定。'],
  ),
  'currency-converted': code(
    [
      'Money was converted by the rates of the config or of `--rates`: sums and rows by currency, and the rates with the days of the first and the last. A warning where rows without a date took the latest of several rates.',
      '金额已按配置或 `--rates` 的汇率换算：列出各币种的合计与行数，以及所用汇率和首末日期。没有日期的行按最新汇率换算时为警告。',
    ],
    [
      'rows of money were converted to ‹USD›; sums (rows) × rate: ‹EUR 100 (1) × 1.1›',
      '行金额已换算为 ‹USD›；合计（行数）× 汇率：‹EUR 100 (1) × 1.1›',
    ],
    ['Nothing, if that is right.', '若正确可忽略。'],
  ),
  'unit-converted': code(
    [
      'Money is written in thousands, in 万元 or in cents, by its header, the lines above it or a column beside; it is multiplied.',
      '金额以千、万元或分等为单位（依据列名、表头上方的说明或单位列），已换算。',
    ],
    ['money is multiplied by ‹10000›, as its unit says: ‹金额（万元）›', '金额已按单位乘以 ‹10000›：‹金额（万元）›'],
    ['Nothing, if that is right.', '若正确可忽略。'],
  ),
  'unit-missing': code(
    [
      'Some amounts of a column have no unit where most have one (1.2万 beside 5): it may have been left out. They count as they stand.',
      '金额列中多数单元格带单位（如 1.2万），少数没有（如 5），可能漏写了单位；现按原数计入。',
    ],
    [
      'amounts have no unit where most have ‹万›: they count as they stand, ‹5› in all; in ‹万› that would be ‹50,000›',
      '个金额没有单位，而该列多数带“‹万›”：现按原数计入，合计 ‹5›；若以“‹万›”为单位，应为 ‹50,000›',
    ],
    [
      'Say which: `--map orders.amount.unit=万`, or `=1` if they are right as they stand.',
      '请指明：`--map orders.amount.unit=万`；若原数无误，用 `=1`。',
    ],
  ),
  'units-mixed': code(
    ['A column of units says that rows differ (元, 万元).', '单位列显示各行的金额单位不同（元、万元）。'],
    ['rows have money in different units, which are not converted: ‹元 (2), 万元 (1)›', '行：金额单位不一，未作换算：‹元 (2), 万元 (1)›'],
    ['Bring all rows to one unit before the export.', '导出前统一单位。'],
  ),
  'separator-ambiguous': code(
    [
      'Numbers like 1.250 may be 1,250 or 1¼; neither the column, nor its neighbours, nor quantity × price tell which.',
      '1.250 这样的数可能是一千二百五十，也可能是 1.25；本列、相邻各列以及数量 × 单价都无法判断。',
    ],
    [
      'values like ‹19.000›: it is not certain whether the point is decimal; read so, the first records sum to ‹996.155›, else to ‹22,130›',
      '个值（如 ‹19.000›）：无法确定“.”是小数点还是千位分隔符；现按小数点读取，前若干行合计 ‹996.155›，否则为 ‹22,130›',
    ],
    [
      'Say which: `--map orders.amount.decimal=comma` where the point is one of thousands, `=point` where it is decimal.',
      '请指明：“.”为千位分隔符时用 `--map orders.amount.decimal=comma`，为小数点时用 `=point`。',
    ],
  ),
  'separator-decided': code(
    [
      'Numbers like 1.250 were read by what other columns, quantity × price or the currency show.',
      '1.250 这样的数已根据其他列、数量 × 单价或币种判断。',
    ],
    ['values like ‹19.000›: the ‹point is one of thousands›, for ‹"tax" shows it›', '个值（如 ‹19.000›）：‹“.”为千位分隔符›，‹依据“tax”›'],
    ['Nothing, if that is right; else `--map orders.amount.decimal=point`.', '若正确可忽略；否则用 `--map orders.amount.decimal=point`。'],
  ),
} as const;
