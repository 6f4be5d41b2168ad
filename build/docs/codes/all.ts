import type { Code } from '../../../src/codes.ts';
import type { Localized } from '../../../src/lib/localized.ts';
import { checks } from './checks.ts';
import type { CodeText } from './code-text.ts';
import { commandLine } from './command-line.ts';
import { database } from './database.ts';
import { figures } from './figures.ts';
import { files } from './files.ts';
import { money } from './money.ts';
import { output } from './output.ts';
import { queries } from './queries.ts';
import { refunds } from './refunds.ts';
import { rows } from './rows.ts';
import { tables } from './tables.ts';
import { targets } from './targets.ts';
import { warehouse } from './warehouse.ts';

/** Every code once: one that is missing, or that there is not, does not compile. */
export const codes: Readonly<Record<Code, CodeText>> = {
  ...commandLine,
  ...output,
  ...files,
  ...tables,
  ...money,
  ...rows,
  ...refunds,
  ...checks,
  ...figures,
  ...targets,
  ...queries,
  ...database,
  ...warehouse,
} satisfies Record<Code, CodeText>;

/** In the order of the page. */
export const chapters: readonly { readonly title: Localized; readonly codes: Partial<Record<Code, CodeText>> }[] = [
  { title: { en: 'Command line and config', 'zh-CN': '命令行与配置' }, codes: commandLine },
  { title: { en: 'Output and resources', 'zh-CN': '输出与资源' }, codes: output },
  { title: { en: 'Reading files', 'zh-CN': '读取文件' }, codes: files },
  { title: { en: 'What a table is', 'zh-CN': '数据表与列的识别' }, codes: tables },
  { title: { en: 'Currencies, units and decimal marks', 'zh-CN': '币种、单位与小数点' }, codes: money },
  { title: { en: 'Rows and cells that are not used', 'zh-CN': '未使用的行与单元格' }, codes: rows },
  { title: { en: 'Refunds, cancellations and what is no sale', 'zh-CN': '退款、取消与非销售单据' }, codes: refunds },
  { title: { en: 'Data checks', 'zh-CN': '数据检查' }, codes: checks },
  { title: { en: 'What can be computed, and how far it holds', 'zh-CN': '能否计算与可信程度' }, codes: figures },
  { title: { en: 'Targets and action plans', 'zh-CN': '目标与行动计划' }, codes: targets },
  { title: { en: 'Queries in SQL', 'zh-CN': 'SQL 查询' }, codes: queries },
  { title: { en: 'Databases', 'zh-CN': '数据库' }, codes: database },
  { title: { en: 'Loads and tables of a database', 'zh-CN': '载入与数据库表' }, codes: warehouse },
];
