import { describe, expect, it } from 'vitest';
import { type PlainCell, readPlainCell } from '../../../src/source/workbook/plain-cell.ts';

/** The cell at the beginning of a text, and how much of the text it takes; null where it is left to the XML reader. */
function read(text: string): (PlainCell & { length: number }) | null {
  const cell: PlainCell = { column: 0, style: null, type: null, value: '', inline: false };
  const length = readPlainCell(`<row>${text}`, 5, cell) - 5;
  return length < 0 ? null : { ...cell, length };
}

describe('readPlainCell', () => {
  it.each<[string, Partial<PlainCell>]>([
    ['<c r="A1"><v>12.5</v></c>', { column: 1, style: null, type: null, value: '12.5' }],
    ['<c r="AB12" s="3" t="s"><v>7</v></c>', { column: 28, style: '3', type: 's', value: '7' }],
    ['<c r="XFD1048576" t="str"><v> 中 > </v></c>', { column: 16_384, style: null, type: 'str', value: ' 中 > ' }],
    ['<c r="B2" t="inlineStr"><is><t>Co., "Ltd"</t></is></c>', { column: 2, type: 'inlineStr', value: 'Co., "Ltd"' }],
    ['<c r="C3"><v></v></c>', { column: 3, value: '' }],
  ])('takes %s to its end', (text, cell) => {
    expect(read(`${text}<c r="`)).toMatchObject({ ...cell, length: text.length });
  });

  it.each([
    ['another element', '<col min="1"><v>1</v></c>'],
    ['no reference', '<c><v>1</v></c>'],
    ['a reference without a row', '<c r="A"><v>1</v></c>'],
    ['row 0', '<c r="A0"><v>1</v></c>'],
    ['no column', '<c r="1"><v>1</v></c>'],
    ['a column beyond the last', '<c r="XFE1"><v>1</v></c>'],
    ['a column far beyond the last', `<c r="${'Z'.repeat(400)}1"><v>1</v></c>`],
    ['a reference in small letters', '<c r="a1"><v>1</v></c>'],
    ['more behind the reference', '<c r="A1:B2"><v>1</v></c>'],
    ['attributes in another order', '<c r="A1" t="s" s="1"><v>1</v></c>'],
    ['another attribute', '<c r="A1" cm="1"><v>1</v></c>'],
    ['apostrophes', "<c r='A1'><v>1</v></c>"],
    ['blanks in the tag', '<c r="A1" ><v>1</v></c>'],
    ['no value', '<c r="A1" s="1"/>'],
    ['a formula', '<c r="A1"><f>1</f><v>1</v></c>'],
    ['a text that keeps its blanks', '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> a</t></is></c>'],
    ['rich text', '<c r="A1" t="inlineStr"><is><t>a</t><r><t>b</t></r></is></c>'],
    ['an entity', '<c r="A1" t="str"><v>a&amp;b</v></c>'],
    ['an entity in an attribute', '<c r="A1" t="&#115;"><v>1</v></c>'],
    ['a carriage return', '<c r="A1" t="str"><v>a\r\nb</v></c>'],
    ['a comment in the value', '<c r="A1"><v>1<!-- 2 --></v></c>'],
    ['a text that ends inside the reference', '<c r="A1'],
    ['a text that ends inside the value', '<c r="A1"><v>12'],
    ['a text that ends inside the closing tags', '<c r="A1"><v>12</v></c'],
  ])('leaves %s to the XML reader', (_, text) => {
    expect(read(text)).toBeNull();
  });
});
