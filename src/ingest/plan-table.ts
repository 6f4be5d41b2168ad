import type { Entity } from '../model/define.ts';
import { fieldUnder, matchHeaders } from '../model/match-headers.ts';
import type { RawTable } from '../source/raw-table.ts';
import { dateEvidence } from './casting/date-evidence.ts';
import { siblingOrder } from './casting/date-order.ts';
import { decideReading } from './casting/decide-reading.ts';
import { describeReading, type Reading } from './casting/reading.ts';
import type { ColumnMatch } from './contract.ts';
import type { FieldMappings } from './overrides.ts';
import { type FieldPlan, readAgain, type TablePlan, undecided } from './table-plan.ts';

/** Columns of a table that the loading query can mark unread cells of. */
const maxFields = 63;

/** Which column is which field, and how its values are read, from the header, the first records and what the user said. */
export function planTable(name: string, table: RawTable, entity: Entity, mappings: FieldMappings): TablePlan {
  const own = mappings.columns.filter((mapping) => mapping.entity === entity.id);
  const { matches } = matchHeaders(entity, table.columns, own);
  const readingOf = ({ name: field, definition, index, header, understand }: Omit<FieldPlan, 'reading'>): Reading =>
    decideReading({
      field: definition,
      header,
      values: distinct(table, index),
      evidence: dateEvidence(table.head.map((record) => [record[index] ?? '', 1])),
      siblings: () => siblingOrder(table, index),
      overrides: mappings.overridesOf(entity.id, field),
      understand,
    });
  const fields: FieldPlan[] = [];
  const columns: ColumnMatch[] = table.columns.map((header, index) => ({ header, index, field: null, confidence: null, reading: null }));
  for (const [field, match] of [...matches].slice(0, maxFields)) {
    const definition = fieldUnder(entity, table.columns, field);
    const header = table.columns[match.index] ?? '';
    const plan = { name: field, definition, index: match.index, header };
    const reading = readingOf(plan);
    fields.push({ ...plan, reading });
    columns[match.index] = {
      header,
      index: match.index,
      field: `${entity.id}.${field}`,
      confidence: match.confidence,
      reading: describeReading(reading),
    };
  }
  const again = readAgain(entity, fields).map((field) => ({ ...field, reading: readingOf(field) }));
  return { name, table, entity, fields: [...fields, ...again], columns, ...undecided };
}

function distinct(table: RawTable, index: number): string[] {
  return [...new Set(table.head.map((record) => record[index] ?? '').filter((value) => value !== ''))];
}
