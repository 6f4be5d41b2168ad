import { code } from './code-text.ts';

/** What may be wrong with the SQL of `query`, and what is said of its rows. */
export const queries = {
  'query-invalid': code(
    [
      'The SQL cannot be read, or names a table or column that there is not; the message says where.',
      'SQL 有语法错误，或使用了不存在的表或列；提示会指出位置。',
    ],
    ['there is no ‹column amout (line 1, column 8)›', '没有‹列 amout（第 1 行第 8 列）›'],
    ['Correct it; `crm-eval query --tables` lists tables and columns.', '请修改；`crm-eval query --tables` 列出可查询的表与列。'],
  ),
  'query-not-read-only': code(
    [
      'The SQL is no single query, or calls a function that reads or does something beside the tables.',
      'SQL 不是单条查询语句，或调用了会读取其他内容、产生副作用的函数。',
    ],
    [
      'only a query can be run: select, with, values, from, describe or summarize',
      '只能执行查询语句：select、with、values、from、describe 或 summarize',
    ],
    ['Ask for rows of the tables alone; name files behind the query.', '只查询表中的数据；文件写在查询之后。'],
  ),
  'query-failed': code(
    ['A value did not fit while the query ran: a cast, a division, an overflow.', '查询执行时取值出错：类型转换、除法或溢出。'],
    ["the query failed‹: Could not convert string 'x' to INT32›", "查询执行失败‹：Could not convert string 'x' to INT32›"],
    ['Leave such values out with `where` or `case`; divide by `nullif(x, 0)`.', '用 `where` 或 `case` 排除；除数写成 `nullif(x, 0)`。'],
  ),
  'query-unreadable': code(
    [
      'The file with the query is missing or no text in UTF-8, or the query and a table both come from the standard input.',
      '查询文件不存在或不是 UTF-8 文本，或查询与数据同时来自标准输入。',
    ],
    ['the query in ‹question.sql› cannot be read', '无法读取 ‹question.sql› 中的查询语句'],
    ['Name a text file.', '请指定文本文件。'],
  ),
  'query-table-empty': code(
    ['The query names a table that no file holds.', '查询用到的表没有对应的文件。'],
    ['no file has ‹leads›: the table is empty', '没有文件包含 ‹leads›：该表为空'],
    ['Add the file, or say which file it is: `--leads FILE`.', '加上该文件，或指明文件：`--leads 文件`。'],
  ),
  'query-unordered': code(
    ['Only some rows are wanted, and the query does not say which come first.', '只取部分行，但查询没有指定先后顺序。'],
    ['the query has no order by: which rows come first may change', '查询没有 order by：先列出哪些行并不固定'],
    ['Add `order by`.', '加上 `order by`。'],
  ),
} as const;
