import { type Sql, sql, trusted } from '../../engine/sql.ts';
import type { Entity, Field } from '../../model/define.ts';
import { fieldUnder, type HeaderMatch, type HeaderMatches, matchHeaders } from '../../model/match-headers.ts';
import type { RawTable } from '../../source/raw-table.ts';
import { dateEvidence } from '../casting/date-evidence.ts';
import { decideReading } from '../casting/decide-reading.ts';
import { describeReading } from '../casting/reading.ts';
import type { ColumnMatch, Mapping } from '../contract.ts';
import { type FieldMappings, nothingSaid } from '../overrides.ts';
import { type FieldPlan, readAgain, type TablePlan, undecided } from '../table-plan.ts';
import type { Relation, SourceColumn } from './catalog.ts';
import { fits } from './column-types.ts';
import { nameOf, qualifiedName } from './name.ts';

/** A column of a table that became a field. */
export interface SourceField extends FieldPlan {
  readonly column: SourceColumn;
}

/** How a table of a database becomes rows of one entity. */
export interface SourcePlan extends TablePlan {
  readonly relation: Relation;
  /** The rows of the table that count, with the condition of the config: what stands after `from`. */
  readonly rows: Sql;
  readonly fields: readonly SourceField[];
  /** What stands for nobody in its customer column; see nobodies.ts. */
  readonly nobodies: SourceNobodies | null;
}

/** Values of a customer column that are no customers, and what stands for them. */
export interface SourceNobodies {
  /** True of a row whose customer, the value given, is nobody. */
  readonly when: (customer: Sql) => Sql;
  /** True of one who is a test: set aside whatever the address. */
  readonly test: (customer: Sql) => Sql;
  /** What tells buyers apart who are nobody; null where the table has no e-mail address and no phone number. */
  readonly contact: Sql | null;
}

export interface MatchedSource {
  readonly plan: SourcePlan;
  readonly matched: HeaderMatches;
}

/** Which column is which field, by the config and by the names of the columns. A column that may not be read is passed over. */
export function planSource(
  relation: Relation,
  condition: Sql | null,
  entity: Entity,
  mappings: FieldMappings,
  zone: string | null,
): MatchedSource {
  const names = relation.columns.map((column) => (column.readable ? column.name : ''));
  const matched = matchHeaders(entity, names, ownMappings(mappings, entity.id));
  // A column that would judge rows and cannot by its type is passed over, unless it was named.
  const isPassedOver = ([name, { index, how }]: [string, HeaderMatch]): boolean => {
    const { judging, type } = entity.fields[name]!;
    const { kind } = relation.columns[index]!;
    return judging === true && how !== 'mapped' && !fits(type, kind) && !(type === 'choice' && kind === 'boolean');
  };
  const taken = [...matched.matches].filter((match) => !isPassedOver(match));
  const fields = taken.map(([name, { index, contact }]): SourceField => {
    const column = relation.columns[index]!;
    return {
      name,
      definition: fieldUnder(entity, names, name),
      index,
      header: column.name,
      column,
      reading: plainReading(entity.fields[name]!, column, mappings.overridesOf(entity.id, name).unit),
      ...(contact === undefined ? {} : { contact }),
    };
  });
  const columns = relation.columns.map(({ name: header }, index): ColumnMatch => {
    const field = fields.find((candidate) => candidate.index === index);
    if (field === undefined) return { header, index, field: null, confidence: null, reading: null };
    const { confidence } = matched.matches.get(field.name)!;
    return { header, index, field: `${entity.id}.${field.name}`, confidence, reading: readingText(field, zone) };
  });
  const where = condition === null ? sql`` : sql` where ${condition}`;
  const plan = {
    name: `${entity.id}_rows`,
    table: asRawTable(relation),
    entity,
    fields: [...fields, ...readAgain(entity, fields)],
    columns,
    ...undecided,
    relation,
    nobodies: null,
    rows: sql`${qualifiedName(relation)}${where}`,
  };
  return { plan, matched };
}

/** The column that was named last for a field counts: options come after the config. */
export function ownMappings({ columns }: FieldMappings, entity: string): Mapping[] {
  const own = columns.filter((mapping) => mapping.entity === entity);
  return [...new Map(own.map((mapping) => [mapping.field, mapping])).values()];
}

/** Numbers and dates have types, so only the unit in a name, or said, is left to decide; words are decided when they are known. */
function plainReading(definition: Field, { name: header }: SourceColumn, unit: number | null): FieldPlan['reading'] {
  const overrides = { ...nothingSaid, decimal: 'point', unit } as const;
  return decideReading({ field: definition, header, values: [], evidence: dateEvidence([]), overrides });
}

/** What is decided about the values of a column; instants with a zone become local ones. */
function readingText({ reading, column }: SourceField, zone: string | null): string | null {
  const parts = [
    describeReading(reading),
    column.kind === 'timestamptz' ? `→ ${zone ?? 'UTC'}` : null,
    column.kind === 'float' ? column.type : null,
  ];
  return parts.filter((part) => part !== null).join(', ') || null;
}

/** What the reports of files show of a table: its name, what it is and its columns. It has no lines, no bytes and no encoding. */
function asRawTable(relation: Relation): RawTable {
  const dialect = { delimiter: '', quote: '', escape: '' };
  return {
    file: nameOf(relation),
    sheet: null,
    format: 'text',
    encoding: relation.kind,
    dialect: null,
    columns: relation.columns.map((column) => column.name),
    headerLine: 0,
    preamble: [],
    head: [],
    text: { path: '', skip: 0, dialect, clean: true },
    rejected: [],
    problems: [],
    hidden: false,
    sha256: Promise.resolve(''),
    linesOf: async () => [],
    careful: null,
  };
}

/** A table has no raw records. */
export const noRecords = trusted('(select null::bigint as _record where false)');
