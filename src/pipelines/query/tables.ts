import { sqlTypes } from '../../engine/engine.ts';
import type { Ingested } from '../../ingest/contract.ts';
import { both, type Localized, type Lang } from '../../lib/localized.ts';
import { inOrder } from '../../metrics/graph.ts';
import { missingFields } from '../../metrics/runner.ts';
import { metrics } from '../../metrics/registry.ts';
import type { Section } from '../../result/result.ts';
import type { Columns } from '../../views/columns.ts';
import { table } from '../../views/table.ts';
import { type QueryColumn, type QueryTable, queryTables } from './catalog.ts';

/** The tables that a query can read, and their columns: of files (`available`) those that hold anything, else all. */
export function tablesSections(lang: Lang, available: Ingested['available'] | null): Section[] {
  const tables = available === null ? queryTables : tablesOf(available);
  const columns = tables.flatMap((each) => each.columns.map((column) => [each, column] as const));
  return [
    table(lang, { id: 'tables', title: both('Tables', '表'), glance: { most: null } }, attributes, tables),
    table(lang, { id: 'columns', title: both('Columns', '列'), glance: { most: null } }, columnAttributes, columns),
  ];
}

function tablesOf(available: Ingested['available']): QueryTable[] {
  const missing = missingFields(
    inOrder(
      metrics,
      metrics.map(({ id }) => id),
    ),
    available,
  );
  return queryTables.flatMap((each) => {
    if (each.kind === 'metric') return missing.has(each.name) ? [] : [each];
    const columns = each.columns.filter(({ name }) => available.has(`${each.name}.${name}`));
    return columns.length === 0 ? [] : [{ ...each, columns }];
  });
}

const kinds: Readonly<Record<QueryTable['kind'], Localized>> = { data: both('data', '数据'), metric: both('metric', '指标') };

const attributes: Columns<QueryTable> = {
  table: {
    title: both('Table', '表'),
    type: 'id',
    basis: both('Its name in SQL.', 'SQL 中的表名。'),
    value: ({ name }) => name,
  },
  kind: {
    title: both('Kind', '类别'),
    type: 'text',
    basis: both('Read from files, or computed of them where a query names it.', '由文件读入，或在查询用到时计算。'),
    value: ({ kind }) => kinds[kind],
    code: ({ kind }) => kind,
  },
  holds: {
    title: both('Holds', '内容'),
    type: 'text',
    basis: both('What a row is, or which question the table answers.', '每行代表的内容，或该表回答的问题。'),
    value: ({ holds }) => holds,
  },
  columns: {
    title: both('Columns', '列数'),
    type: 'integer',
    basis: both('Columns of the table that are listed.', '所列的列数。'),
    value: ({ columns }) => columns.length,
  },
};

const columnAttributes: Columns<readonly [QueryTable, QueryColumn]> = {
  table: {
    title: both('Table', '表'),
    type: 'id',
    basis: both('Its name in SQL.', 'SQL 中的表名。'),
    value: ([{ name }]) => name,
  },
  column: {
    title: both('Column', '列'),
    type: 'id',
    basis: both('Its name in SQL.', 'SQL 中的列名。'),
    value: ([, { name }]) => name,
  },
  type: {
    title: both('Type', '类型'),
    type: 'text',
    basis: both('Its type in SQL.', 'SQL 中的类型。'),
    value: ([, { type }]) => sqlTypes[type],
  },
  title: {
    title: both('Name', '名称'),
    type: 'text',
    basis: both('What the column is called.', '列的名称。'),
    value: ([, { heading }]) => heading.title,
  },
  unit: {
    title: both('Unit', '单位'),
    type: 'text',
    basis: both('Of the values, where they have one.', '取值的单位（如有）。'),
    value: ([, { heading }]) => heading.unit ?? null,
  },
  meaning: {
    title: both('Meaning', '含义'),
    type: 'text',
    basis: both('What the value says.', '取值的含义。'),
    value: ([, { heading }]) => heading.basis,
  },
};
