import { describe, expect, it } from 'vitest';
import { terminalColumns } from '../../src/report/terminal-columns.ts';
import type { ResultCell, TableSection, ValueType } from '../../src/result/result.ts';

function section(id: string, columns: Readonly<Record<string, readonly ResultCell[]>>, type: ValueType = 'text'): TableSection {
  const entries = Object.entries(columns);
  return {
    id,
    title: id,
    kind: 'table',
    chart: null,
    columns: entries.map(([name]) => ({ id: name, title: name, type, unit: null, basis: null })),
    rows: Array.from({ length: entries[0]?.[1].length ?? 0 }, (_, row) =>
      Object.fromEntries(entries.map(([name, cells]) => [name, cells[row] ?? null])),
    ),
  };
}

function shown(table: TableSection): string[] {
  return terminalColumns(table).map((column) => column.id);
}

describe('terminalColumns', () => {
  it('show those of a ranking that say who and why first, and the others as declared', () => {
    const columns = {
      rank: [1, 2],
      customer_id: ['1', '2'],
      customer_name: ['A', 'B'],
      more: ['x', 'y'],
      drags: ['c', 'd'],
      tier: ['e', 'f'],
    };
    expect(shown(section('ranking', columns))).toEqual(['rank', 'customer_name', 'tier', 'drags', 'customer_id', 'more']);
    expect(shown(section('anything', columns))).toEqual(Object.keys(columns));
  });

  it('show the id in the place of the name where names are missing or are the ids', () => {
    expect(shown(section('ranking', { a: ['x', 'z'], customer_id: ['1', '2'], customer_name: [null, ''] }))).toEqual(['customer_id', 'a']);
    expect(shown(section('ranking', { a: ['x', 'z'], customer_id: ['1', '2'], customer_name: ['1', '2'] }))).toEqual(['customer_id', 'a']);
  });

  it('leave out what is empty in every row, and keep a zero', () => {
    expect(shown(section('t', { a: [0, null], b: [null, ''], c: [null, false] }))).toEqual(['a', 'c']);
    expect(shown(section('t', { a: [null], b: [''] }))).toEqual(['a', 'b']);
  });

  it('keep figures that are equal by chance, and a word that every row has', () => {
    expect(shown(section('t', { orders: [1, 2], rank: [1, 2] }, 'integer'))).toEqual(['orders', 'rank']);
    expect(shown(section('t', { tier: ['High', 'High'], level: ['High', 'High'] }))).toEqual(['tier', 'level']);
  });

  it('take the id of a section as text, never as an inherited name', () => {
    expect(shown(section('toString', { a: ['x'] }))).toEqual(['a']);
  });
});
