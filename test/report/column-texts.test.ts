import { read } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { tableTexts } from '../../src/report/column-texts.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { renderTable } from '../../src/report/table.ts';
import { renderXlsx } from '../../src/report/xlsx/xlsx.ts';
import { type Result, type ResultColumn, resultSchema, type TableSection } from '../../src/result/result.ts';
import { everything } from './awkward-result.ts';
import { resultOf } from './naughty-strings.ts';

const before: ResultColumn = { id: 'before', title: 'Before', type: 'number', type_from: 'shows', unit: null, basis: null };
const shows: ResultColumn = { id: 'shows', title: 'Shows', type: 'id', unit: null, basis: null };

const rows: TableSection['rows'] = [
  { before: 1_234_567.891, shows: 'money' },
  { before: 0.3571, shows: 'ratio' },
  { before: 54, shows: 'integer' },
  { before: null, shows: 'money' },
  { before: 1.5, shows: 'nonsense' },
  { before: 0.25, shows: null },
];

const section: TableSection = {
  id: 'changes',
  title: 'Changes',
  kind: 'table',
  place: 'answer',
  columns: [before, shows],
  rows,
  total: rows.length,
  glance: { first: [], most: 20, below: [], hidden: [] },
  chart: null,
};
const result: Result = { ...resultOf([]), sections: [section] };

describe('a column that leaves the type to its rows', () => {
  it('formats each cell as its row says, and as its column where that says nothing known', () => {
    expect(tableTexts(rows, [before], 'en')[0]).toEqual(['1,234,568', '35.7%', '54', '–', '1.5', '0.25']);
  });

  it('is valid, and shown so by the terminal and in Markdown', async () => {
    expect(resultSchema.safeParse(result).error).toBeUndefined();
    expect(await renderTable(result, everything)).toMatch(/1,234,568 +money\n +35\.7% +ratio\n +54 +integer/);
    expect(await renderMarkdown(result, everything)).toContain('| 35.7% | ratio |');
  });

  it('keeps the value, money to the cent, and the format of the row in a workbook', async () => {
    const sheet = read(await renderXlsx(result, everything), { type: 'array', cellNF: true }).Sheets['Changes']!;
    const cells = [4, 5, 6].map((row) => [sheet[`A${row}`]?.v, sheet[`A${row}`]?.z]);
    expect(cells).toEqual([
      [1_234_567.89, '#,##0;"−"#,##0;#,##0'],
      [0.3571, '0.0%;"−"0.0%;0.0%'],
      [54, '#,##0;"−"#,##0;#,##0'],
    ]);
  });
});

describe('amounts of a table', () => {
  it('read the same whatever stands beside them', () => {
    const [a, b]: ResultColumn[] = ['a', 'b'].map((id) => ({ id, title: id, type: 'money', unit: null, basis: null }));
    expect(tableTexts([{ a: 1.5, b: 99_999.99 }], [a!, b!], 'en')).toEqual([['1.50'], ['100,000']]);
    expect(tableTexts([{ a: 1.5, b: 100_000 }], [a!, b!], 'en')).toEqual([['1.50'], ['100,000']]);
  });
});

describe('a column of one type', () => {
  it('has the same decimals from top to bottom, and significant digits between -1 and 1', () => {
    const p: ResultColumn = { id: 'p', title: 'p', type: 'number', unit: null, basis: null };
    const texts = (values: readonly number[]) =>
      tableTexts(
        values.map((value) => ({ p: value })),
        [p],
        'en',
      )[0];
    expect(texts([0.0312, 1, 0.0005])).toEqual(['0.0312', '1', '0.0005']);
    expect(texts([0.0312, 1.5])).toEqual(['0.03', '1.50']);
  });
});
