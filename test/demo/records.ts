import { demoCompany } from '../../src/demo/company.ts';
import type { Lang } from '../../src/lib/localized.ts';
import type { Cell } from '../../src/lib/rows.ts';

/** A row of a demo table by its headers. */
export class DemoRecord {
  readonly #cells: ReadonlyMap<string, Cell>;

  constructor(header: readonly string[], row: readonly Cell[]) {
    this.#cells = new Map(header.map((name, index) => [name, row[index]!]));
  }

  value(header: string): Cell {
    const cell = this.#cells.get(header);
    if (cell === undefined) throw new RangeError(`no column ${header}`);
    return cell;
  }

  /** A text cell; blank is ''. */
  text(header: string): string {
    const cell = this.value(header);
    if (cell !== null && typeof cell !== 'string') throw new TypeError(`${header} is no text`);
    return cell ?? '';
  }

  number(header: string): number {
    const cell = this.value(header);
    if (typeof cell !== 'number') throw new TypeError(`${header} is no number`);
    return cell;
  }

  /** Money in cents, exact. */
  cents(header: string): number {
    return Math.round(this.number(header) * 100);
  }
}

/** Reads the demo's tables as the files will show them. */
export function demoRecords(seed?: number, lang: Lang = 'zh-CN'): (name: string) => DemoRecord[] {
  const tables = demoCompany(seed === undefined ? { lang } : { lang, seed });
  const records = new Map(tables.map(({ name, header, rows }) => [name, rows.map((row) => new DemoRecord(header, row))]));
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
