import { analysisOptions, type Card, filesArgument } from '../../config/card.ts';
import { both } from '../../lib/localized.ts';

export const queryCard = {
  name: 'query',
  title: both('Answer of the query', '查询结果'),
  summary: both('answer a question in SQL over the tables and metrics', '用 SQL 查询标准表与指标'),
  description: both(
    'Runs one read-only query over the tables that files are read into (customers, orders …) and the metric tables (customer_profile, churn_scores …), of which only those that it names are computed. It sees no file, no network and no other table. The SQL is that of DuckDB, with --engine that of PostgreSQL.',
    '对文件读入的标准表（customers、orders 等）和指标表（customer_profile、churn_scores 等）执行一条只读查询，只计算语句中用到的指标。查询不能访问文件、网络和其他表。SQL 语法遵循 DuckDB；使用 --engine 时遵循 PostgreSQL。',
  ),
  arguments: [
    {
      name: '[sql]',
      text: both(
        'the query; - reads it from the standard input; not with --file or --tables',
        '查询语句；- 表示从标准输入读取；使用 --file 或 --tables 时不写',
      ),
    },
    filesArgument,
  ],
  options: {
    file: { flags: '--file <file>', text: both('read the query from this file', '从该文件读取查询语句'), takes: { kind: 'file' } },
    tables: {
      flags: '--tables',
      text: both(
        'list the tables and columns that can be queried: of these files, without files all that there are',
        '列出可查询的表与列：给出文件时只列其中有数据的，否则列出全部',
      ),
      takes: { kind: 'switch' },
    },
  },
  shared: analysisOptions,
  sections: [
    {
      id: 'result',
      holds: both('the rows of the query, with its columns', '查询结果'),
      list: { name: both('in the result', '查询结果'), entered: both('{n} {n|row is|rows are} new in the result', '查询结果新增 {n} 行') },
    },
    { id: 'query', holds: both('the SQL that was run', '所执行的 SQL') },
    { id: 'tables', holds: both('one row a table (with --tables)', '每张表一行（使用 --tables 时）') },
    { id: 'columns', holds: both('one row a column (with --tables)', '每列一行（使用 --tables 时）') },
  ],
  examples: [
    'crm-eval query "select owner, sum(amount) from orders group by 1 order by 2 desc" customers.csv orders.csv',
    'crm-eval query --tables orders.csv',
    'crm-eval query --file question.sql customers.csv orders.csv --out answer.xlsx',
  ],
} as const satisfies Card;
