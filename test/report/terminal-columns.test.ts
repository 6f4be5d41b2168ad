import { describe, expect, it } from 'vitest';
import { terminalColumns } from '../../src/report/terminal-columns.ts';
import type { Glance, ResultCell, TableSection, ValueType } from '../../src/result/result.ts';

interface Look extends Partial<Glance> {
  readonly type?: ValueType;
  /** Where not all rows are here. */
  readonly total?: number;
}

function section(columns: Readonly<Record<string, readonly ResultCell[]>>, { type = 'text', total, ...glance }: Look = {}): TableSection {
  const entries = Object.entries(columns);
  return {
    id: 'anything',
    title: 'Anything',
    kind: 'table',
    place: 'answer',
    chart: null,
    glance: { first: [], most: 20, below: [], hidden: [], ...glance },
    total: total ?? entries[0]?.[1].length ?? 0,
    columns: entries.map(([name]) => ({ id: name, title: name, type, unit: null, basis: null })),
    rows: Array.from({ length: entries[0]?.[1].length ?? 0 }, (_, row) =>
      Object.fromEntries(entries.map(([name, cells]) => [name, cells[row] ?? null])),
    ),
  };
}

function shown(table: TableSection): string[] {
  return terminalColumns(table).columns.map((column) => column.id);
}

const who = ['customer_name', 'customer_id'];

describe('terminalColumns', () => {
  it('show those of the first glance first, and the others as declared', () => {
    const columns = { rank: [1, 2], customer_id: ['1', '2'], customer_name: ['A', 'B'], more: ['x', 'y'], drags: ['c', 'd'] };
    const look = { first: ['rank', who, 'unknown', 'drags'] };
    expect(shown(section(columns, look))).toEqual(['rank', 'customer_name', 'drags', 'customer_id', 'more']);
    expect(terminalColumns(section(columns, look)).leading).toBe(3);
    expect(shown(section(columns))).toEqual(Object.keys(columns));
  });

  it('show the id in the place of the name where names are missing or are the ids', () => {
    const look = { first: [who] };
    expect(shown(section({ a: ['x', 'z'], customer_id: ['1', '2'], customer_name: [null, ''] }, look))).toEqual(['customer_id', 'a']);
    expect(shown(section({ a: ['x', 'z'], customer_id: ['1', '2'], customer_name: ['1', '2'] }, look))).toEqual(['customer_id', 'a']);
  });

  it('leave out what is for other programs', () => {
    expect(shown(section({ a: ['x'], b: ['y'] }, { first: ['b'], hidden: ['b'] }))).toEqual(['a']);
  });

  it('leave out what is empty in every row, and keep a zero', () => {
    expect(shown(section({ a: [0, null], b: [null, ''], c: [null, false] }))).toEqual(['a', 'c']);
    expect(shown(section({ a: [null], b: [''] }))).toEqual(['a', 'b']);
  });

  it('do not judge by the first rows where not all are here', () => {
    expect(shown(section({ a: ['x'], b: [null], c: ['x'], d: [null] }, { total: 9, hidden: ['d'] }))).toEqual(['a', 'b', 'c']);
  });

  it('keep figures that are equal by chance, and a word that every row has', () => {
    expect(shown(section({ orders: [1, 2], rank: [1, 2] }, { type: 'integer' }))).toEqual(['orders', 'rank']);
    expect(shown(section({ tier: ['High', 'High'], level: ['High', 'High'] }))).toEqual(['tier', 'level']);
  });
});
