import { demoCompany } from '../../build/demo/company.ts';
import type { Lang } from '../../src/lib/localized.ts';
import type { Cell } from '../../src/lib/rows.ts';

/** A row of a demo table by its headers. */
export interface DemoRecord {
  value(header: string): Cell;
  /** A text cell; blank is ''. */
  text(header: string): string;
  number(header: string): number;
  /** Money in cents, exact. */
  cents(header: string): number;
}

function demoRecord(header: readonly string[], row: readonly Cell[]): DemoRecord {
  const cells = new Map(header.map((name, index) => [name, row[index]!]));
  const value = (name: string): Cell => {
    const cell = cells.get(name);
    if (cell === undefined) throw new RangeError(`no column ${name}`);
    return cell;
  };
  const number = (name: string): number => {
    const cell = value(name);
    if (typeof cell !== 'number') throw new TypeError(`${name} is no number`);
    return cell;
  };
  const text = (name: string): string => {
    const cell = value(name);
    if (cell !== null && typeof cell !== 'string') throw new TypeError(`${name} is no text`);
    return cell ?? '';
  };
  return { value, text, number, cents: (name) => Math.round(number(name) * 100) };
}

/** Reads the demo's tables as the files will show them. */
export function demoRecords(seed?: number, lang: Lang = 'zh-CN'): (name: string) => DemoRecord[] {
  const tables = demoCompany(seed === undefined ? { lang } : { lang, seed });
  const records = new Map(tables.map(({ name, header, rows }) => [name, rows.map((row) => demoRecord(header, row))]));
  return (name) => records.get(name)!;
}

export function sumOf(records: readonly DemoRecord[], header: string): number {
  return records.reduce((total, record) => total + record.cents(header), 0);
}

export function grouped(records: readonly DemoRecord[], header: string): Map<string, DemoRecord[]> {
  const groups = new Map<string, DemoRecord[]>();
  for (const record of records) {
    const key = record.text(header);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [record]);
    else group.push(record);
  }
  return groups;
}
