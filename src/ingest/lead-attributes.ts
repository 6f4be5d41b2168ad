import type { DuckDbEngine } from '../engine/duckdb.ts';
import { identifier, join, type Sql, sql, trusted } from '../engine/sql.ts';
import { contactColumns } from '../model/contact-words.ts';
import { type Trouble, trouble } from '../quality/check.ts';
import type { Part } from './canonical-views.ts';
import type { IngestRequest } from './contract.ts';
import { rawColumn } from './raw-records.ts';
import type { LoadedTable } from './table-plan.ts';

/** What `lead_attributes` is made of, and what of it was left out for size. */
export interface LeadAttributes {
  readonly parts: readonly Part[];
  readonly troubles: readonly Trouble[];
}

interface Candidate {
  readonly header: string;
  readonly index: number;
}

/** Columns of one file at most, and cells: of a file too large for them the first columns are taken. */
const mostColumns = 60;
const mostCells = 24_000_000;
const fewestColumns = 6;

export function wantsLeadAttributes(fields: IngestRequest['fields']): boolean {
  return fields === 'all' || fields.has('lead_attributes.value');
}

/**
 * The columns of lead files that match no field, but for those that say nothing of what kind of lead it is: of one value in every row, of ids, names
 * and addresses (nearly every value another one), of dates. Blanks and words that stand for one (`Select`) are no values.
 */
export async function leadAttributes(leads: readonly LoadedTable[], engine: DuckDbEngine): Promise<LeadAttributes> {
  const parts: Part[] = [];
  const troubles: Trouble[] = [];
  for (const [index, table] of leads.entries()) {
    const candidates = candidatesOf(table);
    const key = keyOf(table);
    if (candidates.length === 0 || key === null) continue;
    const [counted] = await engine.rows<{ n: number }>(sql`select count(*) as n from ${identifier(table.name)} where _reason = 0`);
    const most = Math.min(mostColumns, Math.max(fewestColumns, Math.floor(mostCells / Math.max(1, counted?.n ?? 0))));
    if (candidates.length > most) troubles.push(cappedTrouble(table, candidates.slice(most)));
    const cells = `lead_cells_${index + 1}`;
    const taken = candidates.slice(0, most);
    await engine.create(cells, cellsQuery(table, key, taken));
    for (const { column, isNumber } of await usableColumns(cells, taken, engine)) parts.push(partOf(cells, column, isNumber));
  }
  return { parts, troubles };
}

/** Columns without a field; those whose header or first records show ids, names or free text are not even read. */
function candidatesOf({ columns, table }: LoadedTable): Candidate[] {
  const contacts = new Set(contactColumns(table.columns).map(({ index }) => index));
  return columns.filter(
    ({ field, header, index }) => field === null && header !== '' && !contacts.has(index) && !isOfOne(table.head, index),
  );
}

const leastHead = 50;

/** Whether nearly every cell of the first records is another text. */
function isOfOne(head: LoadedTable['table']['head'], index: number): boolean {
  const texts = head.map((record) => (record[index] ?? '').trim()).filter((text) => text !== '');
  return texts.length >= leastHead && new Set(texts).size > texts.length * 0.9 && texts.some((text) => !isFigure.test(text));
}

const isFigure = /^[-+]?[¥￥$€£]?[\d.,]+%?$/;

/** The number of a lead, or what it goes by in a file without numbers: `keyOfLead` of the metrics, which read what this makes. */
function keyOf(table: LoadedTable): Sql | null {
  if (table.stored.includes('lead_id')) return sql`line.lead_id`;
  const named = ['company', 'name'].filter((field) => table.stored.includes(field));
  if (named.length === 0) return null;
  const company = named.includes('company') ? sql`coalesce(line.company || ' ', '')` : sql`''`;
  const name = named.includes('name') ? sql`coalesce(line.name, '')` : sql`''`;
  return sql`nullif(${company} || ${name}, '')`;
}

/** A lead that stands in the file twice by its name alone has no cells: nobody knows which of them are its. */
function cellsQuery(table: LoadedTable, key: Sql, columns: readonly Candidate[]): Sql {
  const unique = table.stored.includes('lead_id') ? sql`` : sql` qualify count(*) over (partition by ${key}) = 1`;
  const cells = columns.map(({ index }) => sql`${cellOf(sql`raw.${rawColumn(index)}`)} as ${rawColumn(index)}`);
  return sql`
    select ${key} as lead_id, ${join(cells)}
    from ${identifier(table.name)} as line inner join ${table.records} as raw on raw._record = line.rowid
    where line._reason = 0 and ${key} is not null${unique}`;
}

/** The longest word that stands for a blank has so many bytes; longer cells are not compared with them. */
const longestBlank = 12;

function cellOf(raw: Sql): Sql {
  return sql`case when strlen(${raw}) <= ${longestBlank} and crm_blank_word(${raw}) then null else crm_text(${raw}) end`;
}

/** `1,234.5`, `¥80`, `35%` as a number, to six decimals. */
function numberIn(cell: Sql): Sql {
  return sql`try_cast(translate(${cell}, ',¥￥$€£% ', '') as decimal(18,6))`;
}

/** Of so many cells some are no number in a column of numbers; a column of few different numbers is one of kinds. */
const numbersFrom = { share: 0.95, distinct: 10 };

interface Profile {
  readonly blank: number;
  readonly filled: number;
  readonly distinct: number;
  readonly numbers: number;
  readonly dates: number;
}

async function usableColumns(
  cells: string,
  columns: readonly Candidate[],
  engine: DuckDbEngine,
): Promise<{ readonly column: Candidate; readonly isNumber: boolean }[]> {
  const figures = columns.map(({ index }) => {
    const cell = rawColumn(index);
    const named = (what: string): Sql => identifier(`${what}_${index}`);
    return join([
      sql`count(${cell}) as ${named('filled')}`,
      sql`case when min(${cell}) < max(${cell}) then approx_count_distinct(${cell}) else 1 end as ${named('distinct')}`,
      sql`count(${numberIn(cell)}) as ${named('numbers')}`,
      sql`count(case when strlen(${cell}) >= 8 then try_cast(${cell} as timestamp) end) as ${named('dates')}`,
    ]);
  });
  const [row = {}] = await engine.rows(sql`select count(*) as n, ${join(figures)} from ${identifier(cells)}`);
  return columns.flatMap((column) => {
    const of = (what: string): number => Number(row[`${what}_${column.index}`] ?? 0);
    const profile = {
      filled: of('filled'),
      distinct: of('distinct'),
      numbers: of('numbers'),
      dates: of('dates'),
      blank: Number(row['n'] ?? 0) - of('filled'),
    };
    const isNumber = profile.numbers >= profile.filled * numbersFrom.share && profile.distinct > numbersFrom.distinct;
    return isUsable(profile, isNumber, column.header) ? [{ column, isNumber }] : [];
  });
}

/** Months and weeks of entry are no property of a lead. */
const saysWhen = /(?:^|[^a-z])(?:months?|quarters?|weeks?|weekdays?)(?![a-z])|月份|季度|星期|周次/i;

const numbersThings = /(?:^|[^a-z])(?:id|no|number|code|uuid|phone|mobile|fax|zip)\.?\s*$|号$|编号|号码|编码|电话|手机|邮编/i;

function isUsable({ blank, filled, distinct, dates }: Profile, isNumber: boolean, header: string): boolean {
  // A single value tells those that have it from those that have none.
  if (filled === 0 || (distinct <= 1 && blank === 0) || dates > filled / 2 || saysWhen.test(header)) return false;
  const mostlyDifferent = distinct > filled / 2;
  return isNumber ? !(mostlyDifferent && numbersThings.test(header)) : !mostlyDifferent;
}

function partOf(cells: string, { header, index }: Candidate, isNumber: boolean): Part {
  const cell = rawColumn(index);
  const number = numberIn(cell);
  return {
    from: sql`${identifier(cells)} where ${isNumber ? number : cell} is not null`,
    fields: new Map([
      ['lead_id', trusted('lead_id')],
      ['attribute', sql`${header}`],
      ['value', cell],
      ['number', isNumber ? number : trusted('null')],
    ]),
  };
}

function cappedTrouble(table: LoadedTable, left: readonly Candidate[]): Trouble {
  const names = left.slice(0, 5).map(({ header }) => header);
  const more = left.length > names.length;
  return trouble(
    'lead-columns-many',
    'info',
    left.length,
    {
      en: `further columns of a large lead file are not looked at as factors: ${names.join(', ')}${more ? ' …' : ''}`,
      'zh-CN': `个列因线索文件较大未作为影响因素分析：${names.join('、')}${more ? ' 等' : ''}`,
    },
    { en: 'remove columns that say nothing of the lead, or put the important ones first', 'zh-CN': '请删去无关的列，或把重要的列放在前面' },
    { table },
  );
}
