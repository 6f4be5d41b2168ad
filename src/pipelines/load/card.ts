import { type Card, filesArgument, optionsWithoutPeriod } from '../../config/card.ts';
import { both } from '../../lib/localized.ts';

export const loadCard = {
  name: 'load',
  title: both('Load into a database', '加载到数据库'),
  summary: both('bring files into a database', '把文件载入数据库'),
  description: both(
    'Normalises the files as every command does and streams them into the tables of one schema of a PostgreSQL-compatible database, all or nothing; every other command then reads them with --engine and no files. Tables of an earlier load are replaced with --force. On Citus, tables are distributed by customer or lead.',
    '按与其他命令相同的规则规范化文件，写入 PostgreSQL 兼容数据库的一个 schema，要么全部成功，要么不做更改；之后其他命令只需 --engine，无需再给文件。加 --force 可替换之前载入的表。在 Citus 上，表按客户或线索分布。',
  ),
  arguments: [filesArgument],
  options: {},
  shared: optionsWithoutPeriod,
  sections: [
    {
      id: 'tables',
      holds: both('one row a table: rows and sum as the database counts them', '每张表一行：数据库中的行数与金额合计'),
    },
  ],
  examples: [
    'crm-eval load customers.csv orders.csv --engine postgres://analyst@warehouse/dwh --schema crm_eval',
    'crm-eval score --engine postgres://analyst@warehouse/dwh --schema crm_eval',
  ],
} as const satisfies Card;
