import { queryCard } from './card.ts';
import type { Config } from '../../config/schema.ts';
import type { Answer } from '../../engine/answer.ts';
import type { Ingested } from '../../ingest/contract.ts';
import type { Period } from '../../lib/dates.ts';
import { both } from '../../lib/localized.ts';
import type { ColumnType } from '../../lib/rows.ts';
import { fieldsFor, metrics } from '../../metrics/registry.ts';
import { runMetrics } from '../../metrics/runner.ts';
import type { Result, ResultColumn, Section, ValueType } from '../../result/result.ts';
import { resultColumn } from '../../views/columns.ts';
import type { ViewContext } from '../../views/context.ts';
import { factsSection } from '../../views/facts.ts';
import { rowsToFetch } from '../../views/list.ts';
import { findingsOf } from '../../views/notes.ts';
import { glanceOf } from '../../views/table.ts';
import { allUnusable } from '../parts/all-unusable.ts';
import { analysisResult } from '../parts/analysis-result.ts';
import { runError } from './errors.ts';
import { checkCalls } from './functions.ts';
import { queryNotes } from './notes.ts';
import { metricParameters } from './parameters.ts';
import type { PlainColumn } from './plain-columns.ts';
import type { Question } from './question.ts';

export interface QueryInput extends ViewContext {
  readonly ingested: Ingested;
  readonly period: Period | null;
  readonly config: Config;
  readonly question: Question;
}

/** Canonical fields that the tables of the query have, or are computed from. */
export function queryFields({ tables }: Question): Set<string> {
  const data = tables
    .filter(({ kind }) => kind === 'data')
    .flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name}`));
  return new Set([...data, ...fieldsFor(metricsOf(tables))]);
}

/** Computes the metrics that the query names, and runs it. */
export async function query(input: QueryInput): Promise<Result> {
  const { engine, ingested, question, lang, period } = input;
  const unusable = question.tables.length === 0 ? null : await allUnusable(ingested);
  if (unusable !== null) throw unusable;
  if (engine.dialect === 'postgres') await checkCalls(engine, question);
  const wanted = metricsOf(question.tables);
  const { notComputed } = await runMetrics({
    engine,
    metrics: wanted,
    registry: metrics,
    available: ingested.available,
    parameters: await metricParameters(wanted, input),
  });
  return analysisResult(queryCard, input, {
    period,
    sections: await sections(input),
    findings: findingsOf(queryNotes(input), lang),
    notComputed,
  });
}

function metricsOf(tables: Question['tables']): string[] {
  return tables.filter(({ kind }) => kind === 'metric').map(({ name }) => name);
}

async function sections(input: QueryInput): Promise<Section[]> {
  const { question, lang } = input;
  const { columns, rows, total } = await answer(input);
  const plain = question.plain?.length === columns.length ? question.plain : null;
  const hidden = columns.flatMap(({ name }, index) => {
    const each = plain?.[index] ?? null;
    return each !== null && isBlank(each, input.ingested.available) ? [name] : [];
  });
  return [
    {
      id: 'result',
      title: both('Result', '查询结果')[lang],
      kind: 'table',
      place: 'answer',
      columns: columns.map(({ name, type }, index) => columnOf(name, type, plain?.[index] ?? null, input)),
      rows,
      total,
      glance: glanceOf({ hidden }),
      chart: null,
    },
    factsSection(lang, { id: 'query', title: both('Query', '查询语句'), place: 'detail' }, [
      {
        id: 'sql',
        title: both('SQL', 'SQL'),
        type: 'text',
        value: question.sql.trim(),
        basis: both('As it was given.', '原样。'),
      },
    ]),
  ];
}

/** Whether `*` asks for a field that no file has: the rows that are seen need not tell. */
function isBlank({ everyOf: table, column }: PlainColumn, available: Ingested['available']): boolean {
  if (table === undefined || available.has(`${table}.${column.name}`)) return false;
  return [...available].some((field) => field.startsWith(`${table}.`));
}

async function answer(input: QueryInput): Promise<Answer> {
  const { sql, tables } = input.question;
  try {
    return await input.engine.answer(sql, rowsToFetch(input, { id: 'result' }));
  } catch (error) {
    throw runError(error, sql, tables);
  }
}

/** A column of a table keeps what is declared of it, but not its title where the query names it. */
function columnOf(name: string, type: ColumnType, plain: PlainColumn | null, { lang }: QueryInput): ResultColumn {
  // 2024 is a year and no amount of anything: it is told by its name, and shown without a comma.
  const isYear = type === 'integer' && /(?:^|_)(?:year|yr)$|年份?$/i.test(name);
  const computed = {
    title: both(name, name),
    type: isYear ? ('id' as const) : shown[type],
    basis: both('Computed by your SQL.', '由您的 SQL 计算。'),
  };
  if (plain === null || plain.column.type !== type) return resultColumn(name, computed, lang);
  const { heading } = plain.column;
  return resultColumn(name, plain.renamed ? { ...heading, title: computed.title } : heading, lang);
}

const shown: Readonly<Record<ColumnType, ValueType>> = {
  text: 'text',
  date: 'date',
  timestamp: 'instant',
  boolean: 'flag',
  integer: 'integer',
  money: 'money',
  decimal: 'number',
  wide: 'number',
  double: 'number',
};
