import type { ColumnType } from '../lib/rows.ts';
import type { Localized } from '../lib/localized.ts';
import type { CompoundHeaders } from './compound-headers.ts';

/**
 * What a field holds. `id` is text with the marks of spreadsheets taken off (="001", 17850.0), `person` a name with
 * its number and "left the company" mark taken off, `money`, `price` (of one unit, to nine decimals while it is multiplied) and `quantity` exact decimals, `ratio` a share in [0, 1] (85% → 0.85),
 * `integer` a whole number, `flag` yes or no, `choice` one of the declared values.
 */
export type FieldType =
  | 'id'
  | 'text'
  | 'person'
  | 'date'
  | 'instant'
  | 'money'
  | 'price'
  | 'quantity'
  | 'ratio'
  | 'integer'
  | 'flag'
  | 'choice';

export interface Field {
  readonly type: FieldType;
  readonly title: Localized;
  /** What the value says, with its unit and bounds. */
  readonly meaning: Localized;
  /** Headers of real exports, strongest first; compared after `normaliseHeader`. The field's own name always counts. */
  readonly aliases: readonly string[];
  readonly unit?: string;
  /** For `choice`: canonical value → the words of exports, compared after `normaliseWord`. */
  readonly choices?: Readonly<Record<string, readonly string[]>>;
  /**
   * Of a choice: nothing is decided by which words its column has, so all are read from the start: a log in order of time has its rare words
   * late, as has a list of targets in order of level, and would be loaded twice.
   */
  readonly readsAllWords?: true;
  /** Headers of two words that stand for it as well, after the aliases. */
  readonly compounds?: readonly CompoundHeaders[];
  /** Headers too general to stand for this field in any file: taken only where a need of the table would be missing without it. */
  readonly lastResort?: {
    readonly headers: readonly string[];
    /** And only beside one of these fields. */
    readonly beside?: readonly string[];
  };
  /** Headers that stand for the field where the table has none of these fields by a better word. */
  readonly where?: { readonly lacking: readonly string[]; readonly headers: readonly string[] };
  /** The field of the same in the currency of the company: a header of this one with a remark that says so (`Total (base)`, `价税合计(本位币)`). */
  readonly converted?: string;
  /** What stands for the field in a table that has no column for it: the first of these that the table has the fields of. */
  readonly otherwise?: readonly StandIn[];
  /** The field whose words say the value in a table that has no column for it. */
  readonly wordsOf?: {
    readonly field: string;
    /** What a word stands for, where the declared choices do not tell; null for a word that is not understood. */
    readonly understand: (word: string) => string | null;
  };
  /** Flags that say the value, strongest first, before any word does; `otherwise` where none is true and the words say what a flag denies, or nothing. */
  readonly flags?: { readonly say: readonly { readonly flag: string; readonly value: string }[]; readonly otherwise: string };
  /** A money field that is taken off a value of 0 or more, whatever its sign and wherever the value comes from; a blank takes nothing off. */
  readonly less?: string;
  /** Says who bought: words for "no value" (NULL, N/A) are kept while it is read, for they are placeholders that have to be told of. */
  readonly buyer?: true;
  /** A figure of a row that is one rep's share of a sale: it counts for that share (`rep_share`), so that the rows of the sale make the whole. */
  readonly credited?: true;
  /** A positive value of a row that is a return is taken for negative: see `returnRows` in ingest/return-rows.ts. */
  readonly signed?: true;
  /** What a word stands for where the declared choices do not tell; null for a word that is not understood. */
  readonly understand?: (word: string) => string | null;
  /** Headers of another field that this one takes in a table where the other has a column already. */
  readonly beside?: { readonly field: string; readonly headers: readonly string[] };
  /** Says whether and how a row counts; it is no column of the canonical table, and a column that does not fit it is passed over. */
  readonly judging?: true;
  /** Every table has the field, blank where nothing stands for it. */
  readonly always?: true;
  /** Of a quantity that may be a share in some rows: 85% is 0.85. */
  readonly percents?: true;
  /** The `value` of a row of this ambition, beside the one of the table's `value`. Loading turns it into rows. */
  readonly ambition?: 'stretch' | 'challenge';
  /** A column of a wide table: `value` of the period that starts in this month of the row's year and has so many months. Loading turns it into rows. */
  readonly wide?: { readonly month: number; readonly months: number };
}

/**
 * Another field (`moved`: which is then none of its own); the product of two; or the difference of two, either of which may itself be
 * computed and is declared before.
 */
export type StandIn =
  | { readonly field: string; readonly moved?: true }
  | { readonly times: readonly [string, string] }
  | { readonly minus: readonly [string, string] };

/** A known export in which headers mean something else than elsewhere. */
export interface Layout {
  /** The system that writes it; docs/amounts.md says which of its columns is the amount. */
  readonly system?: string;
  /** The headers that give it away; all must be there. */
  readonly signs: readonly string[];
  /** Header → field, or null for a column that must not be taken for any. It goes before every alias. */
  readonly headers: Readonly<Record<string, string | null>>;
  /** Field → words of this export that mean something else than elsewhere → what they mean. */
  readonly words?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface Entity {
  /** The table's name in the engine, in options (`--orders FILE`), in the config and in results. */
  readonly id: string;
  readonly title: Localized;
  /** What one row is. */
  readonly grain: Localized;
  /** Words in file and sheet names; they only decide between roles that fit the headers equally well. */
  readonly names: readonly string[];
  /**
   * Sets of fields of which each must be present for a file to have this role: [['order_id', 'customer_id'], ['amount', 'quantity']]
   * reads (order_id or customer_id) and (amount or quantity).
   */
  readonly needs: readonly (readonly string[])[];
  /** Headers that no such table has: a file with one of them has another role. */
  readonly excludes?: readonly string[];
  /** What must stand in a header, or in the name of the file or sheet, of a table whose other headers are too general. */
  readonly spoken?: RegExp;
  /** The id that must be unique, where the grain is one row an id. */
  readonly key?: string;
  /** A list that only corrects other tables (returned orders, regions of managers); it is no canonical table. */
  readonly auxiliary?: boolean;
  /** The first whose signs are all there counts. */
  readonly layouts?: readonly Layout[];
  readonly fields: Readonly<Record<string, Field>>;
}

export function defineEntity<const E extends Entity>(entity: E): E {
  return entity;
}

/** The engine's type of a field. */
export const columnTypes: Readonly<Record<FieldType, ColumnType>> = {
  id: 'text',
  text: 'text',
  person: 'text',
  date: 'date',
  instant: 'timestamp',
  money: 'money',
  price: 'decimal',
  quantity: 'decimal',
  ratio: 'decimal',
  integer: 'integer',
  flag: 'boolean',
  choice: 'text',
};
