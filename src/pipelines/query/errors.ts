import { firstSentence, type SqlFault } from '../../engine/sql-reader.ts';
import { CrmEvalError } from '../../errors.ts';
import { both, type Localized } from '../../lib/localized.ts';
import { nearest } from '../../lib/nearest.ts';
import { entities } from '../../model/entities.ts';
import { vocabularyOf } from '../../model/match-headers.ts';
import { normaliseHeader } from '../../model/names.ts';
import { refusal } from '../parts/refusals.ts';
import { type QueryTable, queryTables } from './catalog.ts';

const listTables = both('crm-eval query --tables lists the tables and their columns', 'crm-eval query --tables 列出可查询的表与列');

export function emptyQuery(): CrmEvalError {
  return refusal('query-invalid', both('the SQL is empty', 'SQL 为空'), listTables);
}

export function notReadOnly(): CrmEvalError {
  return refusal(
    'query-not-read-only',
    both(
      'only a query can be run: select, with, values, from, describe or summarize',
      '只能执行查询语句：select、with、values、from、describe 或 summarize',
    ),
    listTables,
  );
}

export function severalStatements(): CrmEvalError {
  return refusal(
    'query-not-read-only',
    both('the SQL has more than one statement', 'SQL 中不止一条语句'),
    both('run them one by one; with NAME as (…) holds what another part needs', '请逐条运行；中间结果可写成 with 名称 as (…)'),
  );
}

export function functionRefused(name: string, at: Place): CrmEvalError {
  return refusal(
    'query-not-read-only',
    both(
      `the function ${name}${atPlace(at, 'en')} is not for queries, which read the tables alone`,
      `查询只能读取表中的数据，不能使用函数 ${name}${atPlace(at, 'zh-CN')}`,
    ),
    both(
      'leave it out; files are named behind the query, and crm-eval query --tables lists the tables they make',
      '请去掉该函数；文件写在查询之后，crm-eval query --tables 列出由此得到的表',
    ),
  );
}

/** Where in the SQL, in UTF-16 code units; null where nobody says. */
interface Place {
  readonly sql: string;
  readonly position: number | null;
}

export function tableUnknown(sql: string, name: string, position: number | null, meant: string | null): CrmEvalError {
  return missing('table', name, { sql, position }, meant);
}

/** What DuckDB says against a query before it runs. */
export function faultError(sql: string, fault: SqlFault, tables: readonly QueryTable[]): CrmEvalError {
  const place = { sql, position: fault.position };
  switch (fault.kind) {
    case 'not-a-query':
      return notReadOnly();
    case 'value':
      return failed(fault.message, place);
    case 'syntax':
      return syntax(fault.message, place);
    case 'unfit': {
      if (fault.missing === undefined) return invalid(fault.message, place);
      const { what, name, candidates } = fault.missing;
      return what === 'column' ? columnUnknown(name, place, tables) : missing(what, name, place, nearest(name, candidates));
    }
  }
}

/** What an engine says while a query runs, as an error of the query; others, such as those of a lost server or too little memory, as they are. */
export function runError(error: unknown, sql: string, tables: readonly QueryTable[]): unknown {
  if (!(error instanceof Error)) return error;
  if (error instanceof CrmEvalError) return error.cause instanceof Error ? (serverError(error.cause, sql, tables) ?? error) : error;
  const [, kind = '', message = ''] = /^([A-Z][\w ]*) Error: ([\s\S]*)$/.exec(error.message) ?? [];
  const place = { sql, position: null };
  if (['Parser', 'Binder', 'Catalog'].includes(kind)) return invalid(firstSentence(message), place);
  return dataFaults.has(kind) ? failed(firstSentence(message), place) : error;
}

/** What DuckDB calls errors of values. */
const dataFaults = new Set([
  'Conversion',
  'Invalid Input',
  'Out of Range',
  'Divide by Zero',
  'Not implemented',
  'Invalid type',
  'Mismatch Type',
]);

/** By SQLSTATE. Source: PostgreSQL documentation, appendix A. */
function serverError(error: Error, sql: string, tables: readonly QueryTable[]): CrmEvalError | null {
  const { code = '', position } = error as { readonly code?: string; readonly position?: string };
  const units = position === undefined ? 0 : [...sql].slice(0, Number(position) - 1).join('').length;
  const place = { sql, position: position === undefined ? null : units };
  const message = firstSentence(error.message);
  if (code === '25006') return notReadOnly();
  if (code === '42601') return syntax(message, place);
  if (code === '42703') {
    const name = /^column "?(?:[^".]*\.)?([^"]+?)"? does not exist/.exec(message)?.[1];
    return name === undefined ? invalid(message, place) : columnUnknown(name, place, tables);
  }
  if (code.startsWith('42') && code !== '42501') return invalid(message, place);
  return code.startsWith('22') || code.startsWith('21') || code === '0A000' ? failed(message, place) : null;
}

/** With the name that was meant, the one that files call so, or the other tables that have such a column. */
function columnUnknown(name: string, place: Place, tables: readonly QueryTable[]): CrmEvalError {
  const own = tables.flatMap(({ columns }) => columns.map((column) => column.name));
  const near = nearest(name, own) ?? sameAs(name.toLowerCase(), tables);
  const others = queryTables.filter(({ columns }) => columns.some((column) => column.name === name.toLowerCase())).slice(0, 3);
  if (near !== null || others.length === 0) return missing('column', name, place, near);
  const names = others.map((table) => table.name);
  const error = missing('column', name, place, null);
  return refusal('query-invalid', error.text, both(`${name} is a column of ${names.join(', ')}`, `${name} 是 ${names.join('、')} 的列`));
}

/** A column of theirs that files call by the same names: `owner` for `rep` and for Salesperson. */
function sameAs(name: string, tables: readonly QueryTable[]): string | null {
  const others = entities.flatMap(({ fields }) => Object.entries(fields).flatMap(([id, { aliases }]) => (id === name ? aliases : [])));
  const words = new Set([name, ...others].map(normaliseHeader));
  const shared = tables.flatMap(({ name: id, columns }) => {
    const own = entities.filter((entity) => entity.id === id);
    const vocabularies = (own.length > 0 ? own : entities).map(vocabularyOf);
    return columns.map((column) => ({
      name: column.name,
      names: [...words].filter((word) => vocabularies.some((known) => known.get(word)?.field === column.name)).length,
    }));
  });
  const [most] = shared.filter(({ names }) => names > 0).toSorted((one, other) => other.names - one.names);
  return most?.name ?? null;
}

function syntax(message: string, place: Place): CrmEvalError {
  const near = /^syntax error at or near "([\s\S]*)"$/.exec(message)?.[1];
  const what =
    near !== undefined
      ? both(`not understood near "${near}"`, `“${near}”附近有语法错误`)
      : message === 'syntax error at end of input'
        ? both('something is missing at its end', '语句不完整')
        : both(message, message);
  return refusal(
    'query-invalid',
    both(`the SQL is wrong${atPlace(place, 'en')}: ${what.en}`, `SQL 有误${atPlace(place, 'zh-CN')}：${what['zh-CN']}`),
    both(
      'correct the SQL; names of tables and columns are listed by crm-eval query --tables',
      '请修改 SQL；表名与列名可用 crm-eval query --tables 查看',
    ),
  );
}

function invalid(message: string, place: Place): CrmEvalError {
  return refusal(
    'query-invalid',
    both(`the SQL is wrong${atPlace(place, 'en')}: ${message}`, `SQL 有误${atPlace(place, 'zh-CN')}：${message}`),
    listTables,
  );
}

/** How both engines say that a text is no number and no date. */
const notConverted = /could not convert string|invalid input syntax for type/i;

function failed(message: string, place: Place): CrmEvalError {
  return refusal(
    'query-failed',
    both(`the query failed${atPlace(place, 'en')}: ${message}`, `查询执行失败${atPlace(place, 'zh-CN')}：${message}`),
    notConverted.test(message)
      ? both(
          'compare columns of numbers with numbers and dates with dates: crm-eval schema TABLE and metrics ID say of which type each column is (tiers are numbers, 1 is the best); other values are left out with where or case',
          '数值列请与数值比较，日期列请与日期比较：crm-eval schema 表名 与 metrics 指标 可查看各列类型（客户分层为数值，1 为最高）；其他取值可用 where 或 case 排除',
        )
      : both('leave such values out with where or case', '请用 where 或 case 排除这类取值'),
  );
}

const things = {
  table: both('table', '表'),
  column: both('column', '列'),
  function: both('function', '函数'),
  name: both('name', '名称'),
} as const satisfies Record<string, Localized>;

function missing(what: keyof typeof things, name: string, place: Place, meant: string | null): CrmEvalError {
  const thing = things[what];
  return refusal(
    'query-invalid',
    both(`there is no ${thing.en} ${name}${atPlace(place, 'en')}`, `没有${thing['zh-CN']} ${name}${atPlace(place, 'zh-CN')}`),
    meant === null ? listTables : both(`did you mean ${meant}? Else ${listTables.en}`, `是不是想写 ${meant}？否则${listTables['zh-CN']}`),
  );
}

/** ` (line 2, column 5)`, counted from 1 in characters. */
function atPlace({ sql, position }: Place, lang: 'en' | 'zh-CN'): string {
  if (position === null) return '';
  const lines = sql.slice(0, position).split('\n');
  const column = [...(lines.at(-1) ?? '')].length + 1;
  return lang === 'en' ? ` (line ${lines.length}, column ${column})` : `（第 ${lines.length} 行第 ${column} 列）`;
}
