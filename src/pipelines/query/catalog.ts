import type { Localized } from '../../lib/localized.ts';
import type { Column } from '../../lib/rows.ts';
import { metrics } from '../../metrics/registry.ts';
import { columnsOf as metricColumnsOf } from '../../metrics/runner.ts';
import type { Entity, FieldType } from '../../model/define.ts';
import { columnsOf, tables } from '../../model/entities.ts';
import type { ValueType } from '../../result/result.ts';
import type { Heading } from '../../views/columns.ts';
import { metricHeading } from '../../views/of-metrics.ts';

/** A table that a query can read. */
export interface QueryTable {
  readonly name: string;
  /** Read from the files, or computed of them. */
  readonly kind: 'data' | 'metric';
  /** What a row is, or what the table answers. */
  readonly holds: Localized;
  /** In the order in which `*` yields them. */
  readonly columns: readonly QueryColumn[];
}

export interface QueryColumn extends Column {
  readonly heading: Heading;
}

const shown: Readonly<Record<FieldType, ValueType>> = {
  id: 'id',
  text: 'text',
  person: 'text',
  choice: 'text',
  date: 'date',
  instant: 'instant',
  money: 'money',
  price: 'money',
  quantity: 'number',
  ratio: 'ratio',
  integer: 'integer',
  flag: 'flag',
};

/** Every table there is, those of the files first. */
export const queryTables: readonly QueryTable[] = [
  ...tables.map(dataTable),
  ...metrics.map((metric): QueryTable => ({
    name: metric.id,
    kind: 'metric',
    holds: metric.question,
    columns: metricColumnsOf(metric).map((column) => ({ ...column, heading: metricHeading(metric.id, column.name) })),
  })),
];

/** By name, in any case of its letters, as SQL has it; undefined where there is none. */
export function queryTable(name: string): QueryTable | undefined {
  return queryTables.find((table) => table.name === name.toLowerCase());
}

function dataTable(entity: Entity): QueryTable {
  const columns = columnsOf(entity).map((column) => {
    const { title, type, unit, meaning } = entity.fields[column.name]!;
    return { ...column, heading: { title, type: shown[type], ...(unit === undefined ? {} : { unit }), basis: meaning } };
  });
  return { name: entity.id, kind: 'data', holds: entity.grain, columns };
}
