import type { Entity } from '../model/define.ts';
import { dealState } from '../model/deal-state.ts';
import { matchHeaders } from '../model/match-headers.ts';
import type { RawTable } from '../source/raw-table.ts';
import { dateEvidence, decideReading } from './casting/decide-reading.ts';
import { describeReading } from './casting/reading.ts';
import type { ColumnMatch } from './contract.ts';
import type { FieldMappings } from './overrides.ts';
import type { FieldPlan, TablePlan } from './table-plan.ts';

/** Columns of a table that the loading query can mark unread cells of. */
const maxFields = 63;

/** Which column is which field, and how its values are read, from the header, the first records and what the user said. */
export function planTable(name: string, table: RawTable, entity: Entity, mappings: FieldMappings): TablePlan {
  const own = mappings.columns.filter((mapping) => mapping.entity === entity.id);
  const { matches } = matchHeaders(entity, table.columns, own);
  const fields: FieldPlan[] = [];
  const columns: ColumnMatch[] = table.columns.map((header, index) => ({ header, index, field: null, confidence: null, reading: null }));
  for (const [field, match] of [...matches].slice(0, maxFields)) {
    const definition = entity.fields[field]!;
    const header = table.columns[match.index] ?? '';
    const evidence = dateEvidence(table.head.map((record) => record[match.index] ?? ''));
    const reading = decideReading({
      field: definition,
      header,
      values: distinct(table, match.index),
      evidence,
      overrides: mappings.overridesOf(entity.id, field),
    });
    fields.push({ name: field, definition, index: match.index, header, reading });
    columns[match.index] = {
      header,
      index: match.index,
      field: `${entity.id}.${field}`,
      confidence: match.confidence,
      reading: describeReading(reading),
    };
  }
  return { name, table, entity, fields: withState(entity, table, fields, mappings), columns };
}

function distinct(table: RawTable, index: number): string[] {
  return [...new Set(table.head.map((record) => record[index] ?? '').filter((value) => value !== ''))];
}

/** A deal without a column for its state has the state that its stage says (Closed Won). */
function withState(entity: Entity, table: RawTable, fields: readonly FieldPlan[], mappings: FieldMappings): readonly FieldPlan[] {
  const stage = fields.find((field) => field.name === 'stage');
  const definition = entity.fields['state'];
  if (stage === undefined || definition === undefined || fields.some((field) => field.name === 'state')) return fields;
  const reading = decideReading({
    field: definition,
    header: stage.header,
    values: distinct(table, stage.index),
    evidence: dateEvidence([]),
    overrides: mappings.overridesOf(entity.id, 'state'),
    understand: dealState,
  });
  return [...fields, { ...stage, name: 'state', definition, reading, understand: dealState }];
}
