import { z } from 'zod';
import { isIsoDate } from '../lib/dates.ts';
import { moneyUnits } from '../lib/money-display.ts';
import { RowList } from '../lib/row-list.ts';

/** The seam between computing and printing: what every command yields and every reporter renders. Ids are English snake_case and stable. */
const day = z.string().refine(isIsoDate, { error: 'no date' });
const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** How a reporter formats a column or a fact. `ratio` is in [0, 1] or a growth rate, `points` one ratio less another; `money` is in the currency of the file. */
export const valueTypes = ['text', 'id', 'integer', 'number', 'money', 'ratio', 'points', 'date', 'instant', 'flag'] as const;

const column = z.strictObject({
  id: z.string(),
  title: z.string(),
  type: z.enum(valueTypes),
  /** Id of a column that says for each row which of the types its value has: money in one row, a ratio in the next. */
  type_from: z.string().optional(),
  /** `days`, `orders` …; null where the type says all. */
  unit: z.string().nullable(),
  /** Its amounts are counted in this unit, for people who read them; what is saved has whole amounts. */
  counted_in: z.enum(moneyUnits).optional(),
  /** Which way is favourable, where one is; a reporter colours no difference of a column without it. */
  better: z.enum(['high', 'low']).optional(),
  /** What the figure is computed from, or where a text comes from. */
  basis: z.string().nullable(),
  /** The metric that the column is one of; `crm-eval metrics` explains it. */
  metric: z.string().optional(),
  /** The column of words whose values these are as codes: `tier_1`, the same in every language and config. */
  code_of: z.string().optional(),
});

/**
 * Where a section stands where people read: the `headline` follows the sentences of the Result, what needs something now, then the `answer`,
 * its lists; the `basis` says in short what that rests on, a `detail` is shown when it is asked for.
 */
export const places = ['headline', 'answer', 'basis', 'detail'] as const;
const place = z.enum(places);

/** How a table is looked at where there is little room. */
const glance = z.strictObject({
  /** Columns that come first, in this order; of ids in brackets the first that holds anything. */
  first: z.array(z.union([z.string(), z.array(z.string())])),
  /** So many rows; null: all. */
  most: z.number().nullable(),
  /** Columns of sentences, such as reasons: each stands in lines of its own below its row. */
  below: z.array(z.string()),
  /** Columns for other programs, or without anything to see. */
  hidden: z.array(z.string()),
});

/** The picture of a table, its parts by the ids of columns. */
const chart = z.discriminatedUnion('kind', [
  /** A length for each row: side by side (`bars`), of what is left at each step (`funnel`), added up to the last (`waterfall`), the largest first (`pareto`). */
  z.strictObject({ kind: z.enum(['bars', 'funnel', 'waterfall', 'pareto']), label: z.string(), value: z.string() }),
  /** A figure by itself, each large; `history` is the table of what they were before: `id`, `month`, `value` and `target`, the earliest first. */
  z.strictObject({ kind: z.literal('figures'), label: z.string(), value: z.string(), history: z.string().optional() }),
  /** The same in time, or row by row, where `against` is what each is held against: a line over the columns; `before` is what it was a year earlier. */
  z.strictObject({
    kind: z.literal('columns'),
    label: z.string(),
    value: z.string(),
    against: z.string().optional(),
    before: z.string().optional(),
  }),
  /** Sums over time up to the last that is known, against those of the plan and of the year before, and what they will come to by the last row. */
  z.strictObject({
    kind: z.literal('pace'),
    label: z.string(),
    value: z.string(),
    against: z.string(),
    before: z.string(),
    forecast: z.string(),
    low: z.string(),
    high: z.string(),
  }),
  /** A rate of each row over its size `n`, between limits within which chance alone would leave it: the outer and the inner lower one, the inner and the outer upper one. `signal` says by code beyond which of them it is; `all` is the rate of all rows. */
  z.strictObject({
    kind: z.literal('limits'),
    label: z.string(),
    value: z.string(),
    n: z.string(),
    all: z.string(),
    limits: z.tuple([z.string(), z.string(), z.string(), z.string()]),
    signal: z.string(),
  }),
  /** Several figures of each row: over time (`lines`), as shades of one scale (`heat`). */
  z.strictObject({ kind: z.enum(['lines', 'heat']), label: z.string(), values: z.array(z.string()) }),
  /** From row to column; where the steps have an order, the best first, `step` is the column that says which of the values a row is. */
  z.strictObject({ kind: z.literal('matrix'), label: z.string(), values: z.array(z.string()), step: z.string().optional() }),
  /** A figure of each row with the ends of its interval, and the figure that it is held against. */
  z.strictObject({
    kind: z.literal('dots'),
    label: z.string(),
    value: z.string(),
    low: z.string(),
    high: z.string(),
    against: z.string().optional(),
  }),
]);

const chapter = z.strictObject({
  id: z.string(),
  /** From 1 on. */
  number: z.number(),
  name: z.string(),
  /** What was found in it. */
  title: z.string(),
  /** Why it has no section, and what would give it some; null where it has. */
  missing: z.string().nullable(),
  /** What its figures rest on and how far they hold, to stand below them; null where there is nothing to say. */
  note: z.string().nullable().default(null),
  /** The ids of its sections, in their order. */
  sections: z.array(z.string()),
});

const tableSection = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** What it is called whatever it finds, where the title says what it found; sheets of workbooks are named so, that others may refer to them. */
  name: z.string().optional(),
  kind: z.literal('table'),
  place,
  columns: z.array(column),
  rows: z.preprocess((rows) => (rows instanceof RowList ? [...rows] : rows), z.array(z.record(z.string(), cell))),
  /** How many rows there are; more than `rows` has where a screen shows only those. */
  total: z.number(),
  glance,
  /** null: a picture would say nothing. */
  chart: chart.nullable(),
});

const fact = z.strictObject({
  id: z.string(),
  title: z.string(),
  type: z.enum(valueTypes),
  value: cell,
  /** The value as a code, where it is the word of a closed set. */
  code: cell.optional(),
  unit: z.string().nullable(),
  counted_in: z.enum(moneyUnits).optional(),
  /** Size of the base a rate is computed over, with its 95% interval; null where the fact is no rate. */
  n: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  basis: z.string().nullable(),
});

const factsSection = z.strictObject({
  id: z.string(),
  title: z.string(),
  kind: z.literal('facts'),
  place,
  facts: z.array(fact),
  /** The ids of those that a screen shows unasked; null: all. */
  first: z.array(z.string()).nullable(),
});

export const inputSchema = z.strictObject({
  role: z.string(),
  /** What people call the role. */
  role_title: z.string().optional(),
  file: z.string(),
  sheet: z.string().nullable(),
  encoding: z.string(),
  rows_read: z.number(),
  rows_used: z.number(),
  rows_set_aside: z.number(),
  rows_rejected: z.number(),
  /** Rows set aside or rejected, by reason code. */
  reasons: z.record(z.string(), z.number()),
  /** What people call the reasons, by code. */
  reason_titles: z.record(z.string(), z.string()).optional(),
  /**
   * Sums of the money column of the role: as it stands in the file but for totals, blanks and repeated headers, and what became of it:
   * read = used + set aside + rejected + all that was taken off the rows used. Null where there is no amount.
   */
  sum_read: z.number().nullable(),
  sum_used: z.number().nullable(),
  sum_set_aside: z.number().nullable(),
  sum_rejected: z.number().nullable(),
  /** By what: `refunds`, `discounts`, `returns` written above zero, `repeats` of an order's amount on its lines. */
  taken_off: z.record(z.string(), z.number()),
  /** What that money is read from, as the file calls it (`数量 × 单价 − 优惠金额`), and the columns of other money beside it, which are not added. */
  amount: z.strictObject({ from: z.string(), beside: z.array(z.string()) }).optional(),
  sha256: z.string(),
  /** The command reads nothing of such a table: no figure rests on it. */
  idle: z.literal(true).optional(),
});

export const findingSchema = z.strictObject({
  code: z.string(),
  level: z.enum(['info', 'warning', 'error']),
  file: z.string().nullable(),
  sheet: z.string().nullable(),
  /** Physical line of a text file (the header is line 1), or row of a sheet. */
  line: z.number().nullable(),
  /** `C118` in a sheet; null for text files. */
  cell: z.string().nullable(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  message: z.string(),
  fix: z.string().nullable(),
  count: z.number(),
  /** The money that it touches, in the currency of the file; without it that is not known. */
  money: z.number().optional(),
});

export const resultSchema = z.strictObject({
  schema: z.literal('crm-eval/result@1'),
  command: z.string(),
  /** What the report is called. */
  title: z.string(),
  as_of: day.nullable(),
  /** Half-open: from ≤ date < to. */
  period: z.strictObject({ from: day, to: day }).nullable(),
  /** What the period is held against, half-open too; not there where nothing is compared. */
  compared_with: z.strictObject({ from: day, to: day }).optional(),
  lang: z.enum(['en', 'zh-CN']),
  /** Whose figures they are, where the config or the template names it. */
  company: z.string().optional(),
  engine: z.string(),
  /** The currency of the files, where they have one. */
  currency: z.string().optional(),
  /** What customers are counted as in Chinese, where they are persons and not companies. */
  customers: z.literal('people').optional(),
  /** What holds of the rows of all tables, where not all rows were wanted: `owner = Zhou Siyuan`, columns by id. */
  where: z.array(z.string()).optional(),
  /** The parts of a report; sections of none of them stand before all. */
  chapters: z.array(chapter).optional(),
  /** What was found and what to do about it, in one to three sentences, the decision first; empty where the sections say it themselves. */
  answer: z.array(z.string()),
  inputs: z.array(inputSchema),
  sections: z.array(z.discriminatedUnion('kind', [tableSection, factsSection])),
  findings: z.array(findingSchema),
  /** The result is a part of another, and findings of the files are there alone. */
  findings_in_whole: z.literal(true).optional(),
  not_computed: z.array(z.strictObject({ metric: z.string(), needs: z.array(z.string()) })),
});

/** True where values are numbers and line up at the right. */
export function isNumberType(type: ValueType): boolean {
  return type === 'integer' || type === 'number' || type === 'money' || type === 'ratio' || type === 'points';
}

export type ResultRow = Record<string, ResultCell>;

/**
 * The rows of a table in their order, all of them: an array, or a list that makes a row anew each time it is looked at. `[...rows]` is an
 * array of them; a list is not copied by structuredClone.
 */
export interface ResultRows extends Iterable<ResultRow> {
  readonly length: number;
  /** Rows from `from` up to, not including, `to`, neither of them negative. */
  slice(from: number, to?: number): ResultRow[];
}

export type TableSection = Omit<z.infer<typeof tableSection>, 'rows'> & { rows: ResultRows };
export type Section = TableSection | FactsSection;
export type Result = Omit<z.infer<typeof resultSchema>, 'sections'> & { sections: Section[] };
export type FactsSection = z.infer<typeof factsSection>;
export type ResultColumn = z.infer<typeof column>;
export type Place = (typeof places)[number];

export type Glance = z.infer<typeof glance>;
export type Chart = z.infer<typeof chart>;
export type Fact = z.infer<typeof fact>;
export type Finding = z.infer<typeof findingSchema>;
export type Input = z.infer<typeof inputSchema>;
/** Which way of a figure is favourable. */
export type Better = NonNullable<ResultColumn['better']>;
export type ValueType = (typeof valueTypes)[number];
export type ResultCell = z.infer<typeof cell>;
