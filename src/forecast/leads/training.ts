import { identifier, join, type Sql, sql } from '../../engine/sql.ts';
import type { Row } from '../../lib/rows.ts';
import type { Read } from '../read.ts';
import { type LeadAttribute, numberLevels, wordLevels } from './levels.ts';

/** What the leads that did not convert are: all that came in so long ago that nine in ten conversions had come; marked lost; or all there are. */
export type Against = 'old' | 'lost' | 'all';

/** Leads whose outcome is known, and what each is like. */
export interface LeadTraining {
  readonly leads: number;
  /** 1 for those that converted. */
  readonly converted: Uint8Array;
  readonly conversions: number;
  /** Of how many leads with a known outcome they are; more where they are a sample. */
  readonly known: number;
  readonly against: Against;
  /** How long ago they came in at least; null where that does not matter. */
  readonly leastDays: number | null;
  readonly attributes: readonly LeadAttribute[];
}

/** Attributes that a lead file has a field for; the column of lead_course is what stands behind the point. */
const fieldAttributes = [
  'leads.source',
  'leads.batch',
  'leads.industry',
  'leads.region',
  'leads.size',
  'leads.product',
  'leads.pool',
] as const;

export function isField(attribute: string): boolean {
  return fieldAttributes.some((field) => field === attribute);
}

/** The cells of leads in all attributes, or in those that have a field: lead_id, attribute, value, number (of a column of numbers). */
export function leadCells(fieldsOnly: boolean): Sql {
  const fields = fieldAttributes.map(
    (field) =>
      sql`select lead_id, ${field} as attribute, ${columnOf(field)} as value, cast(null as decimal(18,6)) as number from lead_course where ${columnOf(field)} is not null`,
  );
  const columns = fieldsOnly ? [] : [sql`select lead_id, attribute, value, number from lead_attributes`];
  return join([...fields, ...columns], ' union all ');
}

/** What the id of an attribute that has a field begins with; that of another is its header. */
export const fieldMark = 'leads.';

function columnOf(field: string): Sql {
  return identifier(field.slice(fieldMark.length));
}

/** Reads lead_training, lead_course and, unless only fields are wanted, lead_attributes; null where no outcome is known. */
export async function readTraining(read: Read, fieldsOnly = false): Promise<LeadTraining | null> {
  const columns = fieldAttributes.map((field) => sql`course.${columnOf(field)}`);
  const rows = await read(sql`
    select training.place, training.converted, training.known_leads, training.against, training.least_days, ${join(columns)}
    from lead_training as training inner join lead_course as course on course.lead_id = training.lead_id
    order by training.place`);
  const [first] = rows;
  if (first === undefined) return null;
  const converted = Uint8Array.from(rows, (row) => (row['converted'] === true ? 1 : 0));
  const fields = fieldAttributes.map((field) => {
    const name = field.slice(fieldMark.length);
    return wordLevels(
      field,
      rows.map((row) => textOf(row[name])),
      converted,
    );
  });
  return {
    leads: rows.length,
    converted,
    conversions: converted.reduce((sum, one) => sum + one, 0),
    known: Number(first['known_leads']),
    against: first['against'] as Against,
    leastDays: (first['least_days'] ?? null) as number | null,
    attributes: [...fields, ...(fieldsOnly ? [] : await readColumns(read, converted))].filter(
      (made) => made !== null && made.levels.length > 1,
    ) as LeadAttribute[],
  };
}

/** The columns of lead files that are no field, one after another: a query holds one of them at a time. */
async function readColumns(read: Read, converted: Uint8Array): Promise<(LeadAttribute | null)[]> {
  const attributes: (LeadAttribute | null)[] = [];
  for (const row of await read(sql`select attribute, count(*) as cells from lead_attributes group by attribute order by attribute`)) {
    const id = String(row['attribute']);
    const cells = await read(sql`
      select training.place as place, cells.value as value, cells.number as number
      from (select lead_id, value, number from lead_attributes where attribute = ${id}) as cells
      inner join lead_training as training on training.lead_id = cells.lead_id`);
    attributes.push(attributeOf(id, cells, converted));
  }
  return attributes;
}

function attributeOf(id: string, cells: readonly Row[], converted: Uint8Array): LeadAttribute | null {
  const place = (row: Row): number => Number(row['place']) - 1;
  if (cells.some(({ number }) => number !== null)) {
    const numbers = new Float64Array(converted.length).fill(Number.NaN);
    for (const cell of cells) if (cell['number'] !== null) numbers[place(cell)] = Number(cell['number']);
    return numberLevels(id, numbers, converted);
  }
  const values: (string | null)[] = Array.from(converted, () => null);
  for (const cell of cells) values[place(cell)] = textOf(cell['value']);
  return wordLevels(id, values, converted);
}

function textOf(cell: Row[string] | undefined): string | null {
  return typeof cell === 'string' ? cell : null;
}
