import type { FindingCode } from '../codes.ts';
import type { Engine } from '../engine/engine.ts';
import { grouped } from '../lib/grouped.ts';
import type { Localized } from '../lib/localized.ts';
import type { Entity } from '../model/define.ts';
import type { RawTable } from '../source/raw-table.ts';

/** A loaded table as the checks see it: its rows are in the engine, with `_reason` 0 where a row is used. */
export interface CheckedTable {
  readonly name: string;
  readonly table: RawTable;
  readonly entity: Entity;
  /** Fields that are columns of the table in the engine. */
  readonly stored: readonly string[];
  readonly fields: readonly { readonly name: string; readonly header: string }[];
}

/** `_reason` of lines that are no records at all (totals, blanks, the header once more): 1 to this. */
export const lastShapeReason = 3;

export interface CheckContext {
  readonly engine: Engine;
  readonly tables: readonly CheckedTable[];
}

/** What a check found, before it is put into the language of the run. */
export interface Trouble {
  /** Stable, kebab-case. */
  readonly code: FindingCode;
  readonly level: 'info' | 'warning' | 'error';
  readonly message: Localized;
  readonly fix: Localized | null;
  /** How many rows, cells or names it concerns. */
  readonly count: number;
  readonly table: CheckedTable | null;
  /** Record of `table` that shows it, from 0. */
  readonly record: number | null;
  readonly column: string | null;
  readonly value: string | null;
  /** The money that it touches, as its message has it; without it that is not known. */
  readonly money?: number | null;
  /** Where the reader itself saw it, for records that never became rows. */
  readonly position?: { readonly line: number; readonly cell: string | null };
}

/** One check of the data: a file under `checks/` and a line in `checks.ts`. */
export type Check = (context: CheckContext) => Promise<Trouble[]>;

/** What is said of a trouble; where it names the money, that comes in words, `, 120.5 in all`: blank where the money is not known. */
type Said = Localized | ((inAll: Localized) => Localized);

/** A trouble that concerns no single table, record or column, unless they are given; one of nothing is left out of the findings. */
export function trouble(
  code: FindingCode,
  level: Trouble['level'],
  count: number,
  message: Said,
  fix: Localized | null,
  at: Partial<Pick<Trouble, 'table' | 'record' | 'column' | 'value' | 'money'>> = {},
): Trouble {
  const text = typeof message === 'function' ? message(moneyInAll(at.money ?? null)) : message;
  return { code, level, message: text, fix, count, table: null, record: null, column: null, value: null, ...at };
}

export function tablesOf(context: CheckContext, entity: string): CheckedTable[] {
  return context.tables.filter((table) => table.entity.id === entity);
}

/** The header a field was read from; null where it was derived. */
export function headerOf(table: CheckedTable, field: string): string | null {
  return table.fields.find((candidate) => candidate.name === field)?.header ?? null;
}

/** The header that customers were read from: of their ids, else of their names. */
export function customerHeaderOf(table: CheckedTable): string | null {
  return headerOf(table, 'customer_id') ?? headerOf(table, 'customer');
}

/** `, 120.5 in all`: the money that rows of a trouble have, behind what is said of them; blank where the table has none. */
export function moneyInAll(amount: number | null): Localized {
  if (amount === null) return { en: '', 'zh-CN': '' };
  const sum = `${amount < 0 ? '−' : ''}${grouped(Math.abs(amount))}`;
  return { en: `, ${sum} in all`, 'zh-CN': `，合计 ${sum}` };
}
