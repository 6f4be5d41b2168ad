import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CrmEvalError } from '../../../src/errors.ts';
import { createCoverage, type MergedRange } from '../../../src/source/workbook/merged-cells.ts';
import { createSheetHandler } from '../../../src/source/workbook/sheet-part.ts';
import { createXmlReader } from '../../../src/source/workbook/xml-reader.ts';

const merged: MergedRange = { top: 2, left: 1, bottom: 2, right: 2 };

/** The rows of a sheet, or why it is refused; `whole` lets the sheet take cells whole. */
function rowsOf(xml: string, whole: boolean): unknown {
  const rows: unknown[] = [];
  const context = {
    part: 'sheet1.xml',
    sharedStrings: ['甲', '', 'a\0b'],
    displays: ['number', 'date'] as const,
    date1904: false,
    coverage: createCoverage([merged]),
    onMerge: () => {},
  };
  const dump = {
    inOrder: true,
    add: (row: number, cells: readonly unknown[]) => rows.push([row, [...cells]]),
    finish: () => null,
    abandon() {},
  };
  const { take, ...handler } = createSheetHandler(context, dump);
  const reader = createXmlReader('sheet1.xml', whole && take !== undefined ? { ...handler, take } : handler);
  try {
    reader.write(xml);
    reader.end();
    return rows;
  } catch (error) {
    if (error instanceof CrmEvalError) return [rows, error.message];
    throw error;
  }
}

const plainCells = [
  '<c r="A1"><v>1.50</v></c>',
  '<c r="B1" s="1"><v>45000.5</v></c>',
  '<c r="C1" s="7"><v> 3 </v></c>',
  '<c r="A2" t="s"><v>0</v></c>',
  '<c r="B2" t="s"><v>1</v></c>',
  '<c r="C2" s="1" t="s"><v>2</v></c>',
  '<c r="D2" t="s"><v>9</v></c>',
  '<c r="E2" t="b"><v>1</v></c>',
  '<c r="F2" t="e"><v>#N/A</v></c>',
  '<c r="G2" t="d"><v>2024-01-05T00:00:00</v></c>',
  '<c r="H2" t="str"><v>_x0041_</v></c>',
  '<c r="I2" t="inlineStr"><is><t>own</t></is></c>',
  '<c r="J2" t="s"><is><t>0</t></is></c>',
  '<c r="K2"><v></v></c>',
  '<c r="L2"><v>x</v></c>',
];
const others = ['<c><v>1</v></c>', '<c r="M1"/>', '<c r="N1"><f>1</f></c>', 'text'];
const wrappers = ['c', 'v', 'f', 'rPh', 'x', 'extLst', 'row'];

/** Elements that no sheet has around cells, and rows beside each other. */
const content = fc.letrec<{ pieces: string }>((tie) => ({
  pieces: fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...plainCells, ...others) },
        {
          weight: 1,
          arbitrary: fc.tuple(fc.constantFrom(...wrappers), tie('pieces')).map(([name, inner]) => `<${name}>${inner}</${name}>`),
        },
      ),
      { maxLength: 6, depthIdentifier: 'pieces' },
    )
    .map((texts) => texts.join('')),
}));

describe('createSheetHandler', () => {
  it('makes the same of a cell that is taken whole as of one that is read tag by tag, wherever it stands', () => {
    fc.assert(
      fc.property(content.pieces, (inner) => {
        const xml = `<worksheet><sheetData><row>${inner}</row></sheetData></worksheet>`;
        expect(rowsOf(xml, true)).toEqual(rowsOf(xml, false));
      }),
      { numRuns: 2000 },
    );
  });

  it('takes no cell in an extension list, outside of a row, or nested deeper than is read', () => {
    const [cell = ''] = plainCells;
    for (const xml of [`<r><row><extLst>${cell}</extLst></row></r>`, `<r>${cell}</r>`]) expect(rowsOf(xml, true)).toEqual([]);
    const deep = `<r><row>${'<x>'.repeat(253)}${cell}`;
    expect(rowsOf(deep, true)).toEqual([[], expect.stringContaining('nested')]);
  });
});
