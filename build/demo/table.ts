import type { Lang, Localized } from '../../src/lib/localized.ts';
import type { Cell } from '../../src/lib/rows.ts';

/** One export file of the demo: its name without extension, its header, its rows. */
export interface DemoTable {
  readonly name: string;
  readonly header: string[];
  readonly rows: Cell[][];
}

/** A column of an export: header and value. Only a `Localized` value differs between the languages. */
export interface DemoColumn<T> {
  readonly header: Localized;
  readonly value: (record: T) => Cell | Localized;
}

export function words(zh: string, en: string): Localized {
  return { 'zh-CN': zh, en };
}

export function column<T>(zh: string, en: string, value: (record: T) => Cell | Localized): DemoColumn<T> {
  return { header: words(zh, en), value };
}

export function demoTable<T>(name: string, columns: readonly DemoColumn<T>[], records: readonly T[], lang: Lang): DemoTable {
  const cell = (value: Cell | Localized) => (typeof value === 'object' && value !== null ? value[lang] : value);
  return {
    name,
    header: columns.map(({ header }) => header[lang]),
    rows: records.map((record) => columns.map(({ value }) => cell(value(record)))),
  };
}

/** Money is kept in whole cents until it is written. */
export function yuan(cents: number | null): number | null {
  return cents === null ? null : cents / 100;
}
