import fc from 'fast-check';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CellProblem } from '../../../src/source/workbook/cell-text.ts';
import { createSheetDump, type SheetContent } from '../../../src/source/workbook/sheet-dump.ts';
import { dumpedRows, scratchFolder } from './sheets.ts';

type Cell = string | CellProblem | undefined;

function dump(rows: ReadonlyMap<number, readonly Cell[]>): { content: SheetContent | null; records: string[][] } {
  const sheet = createSheetDump(join(scratchFolder(), 'sheet.csv'));
  for (const [row, cells] of rows) sheet.add(row, cells);
  const content = sheet.finish();
  return { content, records: content === null ? [] : dumpedRows(content.path) };
}

describe('a sheet dump', () => {
  it('leaves out blank rows and the blank columns on both sides, and keeps row numbers', () => {
    const { content, records } = dump(
      new Map<number, readonly Cell[]>([
        [2, ['', ' ']],
        [3, [undefined, 'B3', '', 'D3', '']],
        [4, []],
        [7, ['', '', 'C7']],
      ]),
    );
    expect(records).toEqual([
      ['B3', '', 'D3'],
      ['', 'C7', ''],
    ]);
    expect(content).toMatchObject({
      width: 3,
      firstColumn: 2,
      rows: new Uint32Array([3, 7]),
      head: [
        { line: 3, cells: ['B3', '', 'D3'] },
        { line: 7, cells: ['', 'C7', ''] },
      ],
    });
  });

  it('is null where nothing was added', () => {
    expect(dump(new Map([[1, ['', undefined]]])).content).toBeNull();
  });

  it('a cell with a problem makes a record and names its place in the sheet', () => {
    const { content, records } = dump(
      new Map<number, readonly Cell[]>([
        [9, [undefined, { code: 'cell-error', value: '#REF!' }]],
        [10, [undefined, 'x', 'y']],
      ]),
    );
    expect(records).toEqual([
      ['', ''],
      ['x', 'y'],
    ]);
    expect(content?.problems).toEqual([{ code: 'cell-error', record: 0, line: 9, cell: 'B9', column: null, value: '#REF!' }]);
  });

  it('every record has the width of a sheet that grows after thousands of rows, on either side', () => {
    const rows = new Map<number, Cell[]>();
    for (let row = 1; row <= 3000; row += 1) rows.set(row, [undefined, undefined, `"${row}"\n`, ',']);
    rows.set(3001, [undefined, undefined, 'c', 'd', 'e', 'f']);
    for (let row = 3002; row <= 4000; row += 1) rows.set(row, [undefined, undefined, `${row}`]);
    rows.set(4001, ['a']);
    rows.set(4002, [undefined, undefined, 'z']);
    const { content, records } = dump(rows);
    expect([content?.width, content?.firstColumn, records.length]).toEqual([6, 1, 4002]);
    expect(new Set(records.map((record) => record.length))).toEqual(new Set([6]));
    expect(records[0]).toEqual(['', '', '"1"\n', ',', '', '']);
    expect(records[3000]).toEqual(['', '', 'c', 'd', 'e', 'f']);
    expect(records[4000]).toEqual(['a', '', '', '', '', '']);
    expect(records[4001]).toEqual(['', '', 'z', '', '', '']);
    expect(content?.head).toHaveLength(1000);
    expect(content?.head[0]?.cells).toEqual(records[0]);
  });

  it('refuses a sheet that is wide and long and nearly empty', () => {
    const sheet = createSheetDump(join(scratchFolder(), 'sheet.csv'));
    const far: Cell[] = [];
    far[16_383] = 'x';
    sheet.add(1, far);
    expect(() => {
      for (let row = 2; row <= 1_048_576; row += 1) sheet.add(row, ['a']);
    }).toThrow(expect.objectContaining({ code: 'workbook-too-large' }));
    sheet.abandon();
  });

  it('any texts come back as they were', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', '"', '""', ',', '\n', '\r\n', '中文', ' a ', '\u{1F600}'));
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 20 }), (table) => {
        const rows = table.map((cells) => ['first', ...cells, 'last']);
        const { records } = dump(new Map(rows.map((cells, index) => [index + 1, cells])));
        const width = Math.max(...rows.map((cells) => cells.length));
        expect(records).toEqual(rows.map((cells) => [...cells, ...Array.from({ length: width - cells.length }, () => '')]));
      }),
      { numRuns: 50 },
    );
  });
});
