import type { Sql } from '../engine/sql.ts';
import type { ContactKind } from '../model/contact-words.ts';
import type { Entity, Field } from '../model/define.ts';
import type { Rate } from '../model/rates.ts';
import type { Trouble } from '../quality/check.ts';
import type { RawTable } from '../source/raw-table.ts';
import type { Reading } from './casting/reading.ts';
import type { ColumnMatch } from './contract.ts';

/** A column of a file that became a field. */
export interface FieldPlan {
  readonly name: string;
  readonly definition: Field;
  /** Position of the column in the file, from 0. */
  readonly index: number;
  readonly header: string;
  readonly reading: Reading;
  /** For a field that another one's column is read for: what its words stand for. */
  readonly understand?: (word: string) => string | null;
  /** For the customer of an order: the address that stands for it. */
  readonly contact?: ContactKind;
}

/** How one raw table becomes rows of one entity. */
export interface TablePlan {
  /** Name in the engine, `orders_1`. */
  readonly name: string;
  readonly table: RawTable;
  readonly entity: Entity;
  readonly fields: readonly FieldPlan[];
  readonly columns: readonly ColumnMatch[];
  /** Where the currency of its money stands; see meaning/currency-source.ts. */
  readonly currency?: CurrencySource;
  /** What its money is multiplied by to be in one currency. */
  readonly conversion?: Conversion;
  /** What was decided of the table as a whole, or is doubtful: see meaning/meaning.ts. */
  readonly notes: readonly MeaningNote[];
  readonly perOrder: PerOrder;
  /** The discount that an amount computed from unit prices is less, as a share or as money; null where there is none. */
  readonly discounted: 'discount' | 'discount_rate' | null;
  /** The share of a discount is the one that is paid (九折: 0.9). */
  readonly paysShare: boolean;
  /** Rows that are returns although their amounts are above zero: all, or those that point at another order. */
  readonly returns?: 'all' | 'pointing';
}

/** What tells the currency of a row, the first of these that says any. */
export interface CurrencySource {
  /** The field whose column the money is read from. */
  readonly field: string;
  /** The same for all rows, as the header says it. */
  readonly fixed: string | null;
  /** Positions: of a column of currencies, and of one whose cells may hold marks of currency. */
  readonly column: number | null;
  readonly cells: number | null;
  /** Where neither says any. */
  readonly otherwise: string | null;
}

export interface Conversion {
  readonly to: string;
  /** By the label of a row as it stands in the table, in the order of days; others are 1. */
  readonly factors: ReadonlyMap<string, readonly Rate[]>;
  readonly used: readonly ConvertedMoney[];
}

/** Used money of one currency that was converted, and the rates that it took. */
export interface ConvertedMoney {
  readonly code: string;
  readonly rows: number;
  /** As it stands in the table. */
  readonly sum: number;
  readonly rates: readonly Rate[];
  /** Rows without a date, where rates have one: they take the latest. */
  readonly undated: number;
}

/** Money columns that hold the amount of a whole order on each of its lines, and what tells orders apart beside their number. */
export interface PerOrder {
  readonly fields: ReadonlySet<string>;
  readonly keys: { readonly customer: boolean; readonly day: boolean };
  /** The user said what the amount is. */
  readonly told: boolean;
}

/** What is so of a table of which nothing was decided. */
export const undecided = {
  notes: [],
  perOrder: { fields: new Set<string>(), keys: { customer: true, day: true }, told: false },
  discounted: null,
  paysShare: false,
} as const satisfies Pick<TablePlan, 'notes' | 'perOrder' | 'discounted' | 'paysShare'>;

/** A decision about a whole table that a reader of the figures has to know. */
export type MeaningNote = Omit<Trouble, 'table' | 'position'>;

/** Orders of a file that stand in it once for each status they had. */
export interface StatusRepeats {
  /** Columns that such rows have in common: all but statuses and times of a change. */
  readonly same: readonly number[];
  /** Whether all orders of several rows in the head are of that kind; else two rows may be two equal items, and both count. */
  readonly surely: boolean;
}

/** A plan whose rows are in the engine: the stored fields, `_bad` (bit i: the cell of `fields[i]` could not be read), `_reason`, `_hash`. */
export interface LoadedTable extends TablePlan {
  readonly stored: readonly string[];
  /** The columns that were read as fields: what the stored fields come from and what rows are judged by. */
  readonly needed: readonly FieldPlan[];
  /** Whether rows have a label of their currency; see currency/convert.ts. */
  readonly labelled: boolean;
  /** Orders that stand once for each status, where the head shows some; `_twin` has what their rows have in common. */
  readonly repeats: StatusRepeats | null;
  /** Reads the raw records again, as columns `_record`, c0, c1 … */
  readonly records: Sql;
}

export function hasField(plan: TablePlan, name: string): boolean {
  return plan.fields.some((field) => field.name === name);
}

/** Fields without a column of their own that the words of another column say: that column, read once more. See `Field.wordsOf`. */
export function readAgain<F extends FieldPlan>(entity: Entity, fields: readonly F[]): F[] {
  return Object.entries(entity.fields).flatMap(([name, definition]) => {
    const { wordsOf, flags } = definition;
    const column = fields.find((field) => field.name === wordsOf?.field);
    if (wordsOf === undefined || column === undefined || fields.some((field) => field.name === name)) return [];
    // Where flags decide, a word that is not understood costs nothing.
    const decided = flags?.say.some(({ flag }) => fields.some((field) => field.name === flag)) === true;
    const understand = decided ? (word: string) => wordsOf.understand(word) ?? flags.otherwise : wordsOf.understand;
    return [{ ...column, name, definition, understand }];
  });
}
