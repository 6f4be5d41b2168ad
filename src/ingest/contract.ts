import type { FindingCode } from '../codes.ts';
import type { DuckDbEngine } from '../engine/duckdb.ts';
import type { IsoDate } from '../lib/dates.ts';
import type { Lang } from '../lib/localized.ts';
import type { Scope, Sight } from '../lib/scope.ts';
import type { Finding, Input } from '../result/result.ts';
import type { Rates } from '../model/rates.ts';
import type { RawTable } from '../source/raw-table.ts';

/** One `--map orders.amount=实付金额`, or one entry of the config's `sources`. */
export interface Mapping {
  readonly entity: string;
  readonly field: string;
  /** As it stands in the file; compared after `normaliseHeader`. A field may be followed by an aspect of its values: see overrides.ts. */
  readonly header: string;
  /** Holds for every run: says nothing where none of the files is of its table. */
  readonly standing?: true;
}

/** How files, or tables of a database, are read. */
export interface ReadingRequest {
  readonly mappings: readonly Mapping[];
  /** IANA zone in which instants with an offset, and epochs, become local ones; null: an offset is dropped as it stands, an epoch is UTC. */
  readonly timezone: string | null;
  /** Later dates are set aside; null: the latest plausible date of the files. */
  readonly asOf: IsoDate | null;
  /** What currencies are worth in one of them; null: all money is in one. */
  readonly rates?: Rates | null;
  /** What becomes of amounts in several currencies: `refused`, the default, ends the run; `told` is an error among the findings, for who computes no figure. */
  readonly mixedCurrencies?: 'refused' | 'told';
  readonly lang: Lang;
  /** Whether guest, unknown, test and the like are customers; default: they are not. */
  readonly keepPlaceholders?: boolean;
  readonly signal?: AbortSignal;
}

export interface IngestRequest extends ReadingRequest {
  /** Files in any order; the role is worked out from the headers unless it is given. One that was `found` in a folder and cannot be read is left out with a warning. */
  readonly files: readonly { readonly path: string; readonly role?: string; readonly found?: true }[];
  /** What their paths are relative to; default: where the process is. */
  readonly folder?: string;
  readonly engine: DuckDbEngine;
  /** A private folder; the caller removes it. */
  readonly scratch: string;
  readonly encoding?: string;
  /** Whose rows count; the others are set aside before anything is read from them. Default: everybody's. */
  readonly scope?: Scope | null;
  /** Whether models, tiers and rates are fitted on everybody's rows: so it is said of the scope. */
  readonly isFittedOnAll?: boolean;
  /** What the path `-` reads. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** Canonical fields that will be read (`orders.amount`; `orders.category | orders.product`: the first that a file has), or all of them. Others are not loaded. */
  readonly fields: ReadonlySet<string> | 'all';
  /** A phase, the file it is at ('' for all of them), and how many of its files or steps are done. */
  readonly onProgress?: (phase: string, file: string, steps: PhaseSteps) => void;
}

export interface PhaseSteps {
  readonly done: number;
  readonly total: number;
}

/** How one column of a file was understood. */
export interface ColumnMatch {
  readonly header: string;
  readonly index: number;
  /** `orders.amount`, or null where nothing fits. */
  readonly field: string | null;
  /** 1 mapped by the user or the field's own name, 0.9 an alias, less where the values speak against it; null without a field. */
  readonly confidence: number | null;
  /** How values are read, where that was a decision: `day-first`, `month-first`, `×10000`, `%`, `excel serial` … */
  readonly reading: string | null;
}

export interface TableReport {
  readonly table: RawTable;
  /** An entity's id, or null where no role fits (the table was not used). */
  readonly role: string | null;
  /** Roles that fit, best first, with their scores. */
  readonly candidates: readonly { readonly role: string; readonly score: number }[];
  readonly columns: readonly ColumnMatch[];
}

/** One cell or record that could not be used as it stands: all of them, for `--rejects`. */
export interface Reject {
  readonly file: string;
  readonly sheet: string | null;
  /** Null for a row of a table of a database: what `cell` says is the row's id there. */
  readonly line: number | null;
  readonly cell: string | null;
  readonly column: string | null;
  readonly value: string | null;
  /** The finding's code, or the reason a row was set aside. */
  readonly code: FindingCode;
  /** `rejected`: the row is out; `set-aside`: left out on purpose; `blanked`: the row is used without this cell. */
  readonly effect: 'rejected' | 'set-aside' | 'blanked';
  /** The money of a row that is out, where it is known. */
  readonly amount: number | null;
  readonly expected: string | null;
  readonly fix: string | null;
}

/** Where rows of one customer stand in a file, or in a table of a database. */
export interface SourceRows {
  readonly role: string;
  readonly file: string;
  readonly sheet: string | null;
  readonly rows: number;
  /** Physical lines or sheet rows, ascending; empty for a table of a database. */
  readonly lines: readonly number[];
}

/** The canonical tables are in the engine (views with every declared column); this says how they came about. */
export interface Ingested {
  readonly asOf: IsoDate | null;
  /** What amounts are in; null where the files do not say. */
  readonly currency?: string | null;
  /** Who is in scope by these files; null or none: everybody. */
  readonly sight?: Sight | null;
  /** One a table that was read, ordered by role, file and sheet. */
  readonly inputs: readonly Input[];
  readonly findings: readonly Finding[];
  /** The findings in a language, whatever that of the run. */
  findingsIn(lang: Lang): Promise<Finding[]>;
  readonly tables: readonly TableReport[];
  /** Canonical fields that hold at least one value: `orders.amount`. */
  readonly available: ReadonlySet<string>;
  /** Every rejected or set-aside row and blanked cell, in the order of files and lines. */
  rejects(): Promise<Reject[]>;
  /** The used rows that name a customer. */
  rowsOf(customer: string): Promise<SourceRows[]>;
  /**
   * Drops the rows of a canonical table, or of all: it can be read no more, and nothing else be asked of its rows. Not there where they are not the
   * run's own.
   */
  readonly release?: (canonical?: string) => Promise<void>;
  /** The customer that rows with this id, as it stands in the file, were given to; null where they kept it. */
  customerBehind?(alias: string): Promise<string | null>;
}
