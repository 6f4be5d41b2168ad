import { type BookType, utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { makeZip, workbookParts } from './make-zip.ts';
import { readSheets, sheetOf, writeScratch } from './sheets.ts';

const workbook = (cells: string, sharedStrings = '<si><t>甲</t></si>'): string =>
  writeScratch('x.xlsx', makeZip(workbookParts({ sheets: new Map([['S', `<row r="1">${cells}</row></sheetData>`]]), sharedStrings })));

describe('a cell of a workbook', () => {
  it.each([
    [
      'of a shared text without a number is blank',
      '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v/></c><c r="C1" t="s"><v> </v></c><c r="D1"><v>1</v></c>',
      ['甲', '', '', '1'],
    ],
    ['with a text of its own beside a value is the text', '<c r="A1" t="inlineStr"><v>12</v><is><t>own</t></is></c>', ['own']],
    [
      'with a text of its own before a value is the text',
      '<c r="A1" t="inlineStr"><is><r><t>o</t></r><r><t>wn</t></r></is><v>12</v></c>',
      ['own'],
    ],
    ['with a value beside a text of another type is the value', '<c r="A1"><v>12</v><is><t>own</t></is></c>', ['12']],
    ['with a text and no value is the text', '<c r="A1"><is><t>own</t></is></c>', ['own']],
  ])('%s', async (_, cells, expected) => {
    expect((await sheetOf(workbook(cells))).rows).toEqual([expected]);
  });
});

const names = 'xmlns:office="urn:o" xmlns:table="urn:t" xmlns:text="urn:x" xmlns:style="urn:s" xmlns:number="urn:n" xmlns:calcext="urn:c"';

function openDocument(tables: string, more: { styles?: string; manifest?: string } = {}): string {
  const content = `<?xml version="1.0"?><office:document-content ${names}><office:automatic-styles>${more.styles ?? ''}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;
  const manifest = more.manifest === undefined ? [] : [{ name: 'META-INF/manifest.xml', content: more.manifest }];
  const parts = [
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
    { name: 'content.xml', content },
  ];
  return writeScratch('x.ods', makeZip([...parts, ...manifest]));
}

const table = (rows: string, name = '订单'): string => `<table:table table:name="${name}">${rows}</table:table>`;
const row = (cells: string, attributes = ''): string => `<table:table-row ${attributes}>${cells}</table:table-row>`;
const text = (value: string): string => `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;

describe('an OpenDocument sheet', () => {
  it('has the values of cells without a paragraph', async () => {
    const cells = [
      '<table:table-cell office:value-type="float" office:value="1234.50"/>',
      '<table:table-cell office:value-type="currency" office:currency="CNY" office:value="7"/>',
      '<table:table-cell office:value-type="percentage" office:value="0.25"/>',
      '<table:table-cell office:value-type="date" office:date-value="2024-01-05"/>',
      '<table:table-cell office:value-type="date" office:date-value="2024-01-05T09:30:00"/>',
      '<table:table-cell office:value-type="time" office:time-value="PT09H05M03S"/>',
      '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>',
      '<table:table-cell office:value-type="string" office:string-value="客户"/>',
    ].join('');
    const { grid, rows } = await sheetOf(openDocument(table(row(cells))));
    expect(rows).toEqual([['1234.5', '7', '0.25', '2024-01-05', '2024-01-05 09:30:00', '09:05:03', 'TRUE', '客户']]);
    expect(grid).toMatchObject({ sheet: '订单', encoding: 'ods', problems: [] });
  });

  it('has texts with their blanks and lines, without notes', async () => {
    const note = '<office:annotation><text:p>a note</text:p></office:annotation>';
    const cells = [
      `<table:table-cell office:value-type="string">${note}<text:p>a<text:s text:c="2"/>b</text:p><text:p>c<text:tab/><text:span>d</text:span></text:p></table:table-cell>`,
      `<table:table-cell office:value-type="float" office:value="5">${note}<text:p>5.00</text:p></table:table-cell>`,
      '<table:table-cell table:formula="of:=1/0" office:value-type="string"><text:p>#DIV/0!</text:p></table:table-cell>',
      '<table:table-cell table:formula="of:=[.A1]"/>',
      text('#N/A'),
    ].join('');
    const { grid, rows } = await sheetOf(openDocument(table(row(cells))));
    expect(rows).toEqual([['a  b\nc\td', '5', '', '', '#N/A']]);
    expect(grid.problems.map(({ code, cell, value }) => [code, cell, value])).toEqual([
      ['cell-error', 'C1', '#DIV/0!'],
      ['formula-without-result', 'D1', null],
    ]);
  });

  it('repeats cells and rows that hold something, and passes over those that do not', async () => {
    const blank = '<table:table-cell table:number-columns-repeated="16380"/>';
    const twice = '<table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="3"/>';
    const rows = [
      row(blank, 'table:number-rows-repeated="3"'),
      row(text('a') + twice + blank),
      row(text('b'), 'table:number-rows-repeated="2"'),
      row(blank, 'table:number-rows-repeated="1048570"'),
    ];
    const read = await sheetOf(openDocument(table(rows.join(''))));
    expect(read.rows).toEqual([
      ['a', '3', '3'],
      ['b', '', ''],
      ['b', '', ''],
    ]);
    expect(await read.grid.linesOf([0, 1, 2])).toEqual([4, 5, 6]);
  });

  it.each([
    ['cells', row('<table:table-cell table:number-columns-repeated="1000000000" office:value-type="float" office:value="3"/>')],
    ['rows', row(text('x'), 'table:number-rows-repeated="1000000000"')],
    [
      'both',
      row(
        '<table:table-cell table:number-columns-repeated="16000" office:value-type="float" office:value="3"/>',
        'table:number-rows-repeated="1000000"',
      ),
    ],
    ['many rows', row(text('x').repeat(100), 'table:number-rows-repeated="900000"').repeat(2)],
  ])('with repeats of %s beyond the limit is refused', async (_, rows) => {
    expect(await readSheets(openDocument(table(rows)))).toBe('workbook-too-large');
  });

  it('under a merged cell is said; one that is hidden is marked; one without a cell is left out', async () => {
    const styles = '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>';
    const covered = '<table:covered-table-cell office:value-type="string"><text:p>under</text:p></table:covered-table-cell>';
    const merged = `<table:table-cell table:number-columns-spanned="2" office:value-type="string"><text:p>over</text:p></table:table-cell>${covered}`;
    const tables = `${table(row(merged))}${table(row('<table:table-cell/>'), '空')}<table:table table:name="隐藏" table:style-name="ta2">${row(text('x'))}</table:table>`;
    const read = await readSheets(openDocument(tables, { styles }));
    const sheets = typeof read === 'string' ? [] : [...read.values()];
    expect(sheets.map(({ grid, rows }) => [grid.sheet, grid.hidden, rows])).toEqual([
      ['订单', false, [['over', '']]],
      ['隐藏', true, [['x']]],
    ]);
    expect(sheets[0]!.grid.problems).toMatchObject([{ code: 'covered-by-merge', cell: 'B1', value: 'under' }]);
  });

  it('behind a password is said to be', async () => {
    const manifest = '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
    expect(await readSheets(openDocument('', { manifest }))).toBe('workbook-encrypted');
  });
});

describe('an HTML table', () => {
  it.each([
    ['with names in no row', '<table><thead><th>客户</th><th>金额</th></thead><tbody><tr><td>C1</td><td>5</td></tr></tbody></table>'],
    ['with names and cells in no row', '<TABLE><THEAD><TH>客户<TH>金额<TBODY><TD>C1</TD><TD>5</TD></TABLE>'],
    ['with names above the first row', '<table><th>客户</th><th>金额</th><tr><td>C1</td><td>5</td></tr></table>'],
    ['with rows throughout', '<table><thead><tr><th>客户</th><th>金额</th></tr></thead><tr><td>C1</td><td>5</td></tr></table>'],
  ])('%s keeps them', async (_, page) => {
    expect((await sheetOf(writeScratch('x.xls', page))).rows).toEqual([
      ['客户', '金额'],
      ['C1', '5'],
    ]);
  });

  it.each(['colspan="1000000000" rowspan="1000000000"', 'rowspan=1000000000', "colspan = '99999'", 'colspan="10000" rowspan="1000000"'])(
    'with a cell that spans too much is refused: %s',
    async (span) => {
      const page = `<table><tr><td ${span}>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr></table>`;
      expect(await readSheets(writeScratch('x.xls', page))).toBe('workbook-too-large');
    },
  );
});

describe('a workbook of Excel before 5', () => {
  it.each(['biff2', 'biff3', 'biff4'] as const)('is read (%s)', async (bookType) => {
    const sheet = utils.aoa_to_sheet([
      ['customer', 'amount'],
      ['C1', 12.5],
    ]);
    const bytes: Buffer = write(utils.book_new(sheet, 'S'), { bookType: bookType as BookType, type: 'buffer' });
    expect((await sheetOf(writeScratch('x.xls', bytes))).rows).toEqual([
      ['customer', 'amount'],
      ['C1', '12.5'],
    ]);
  });
});

describe('a text longer than any program writes', () => {
  it('is blank, and said', async () => {
    const { grid, rows } = await sheetOf(
      workbook(`<c r="A1"><v>1</v></c><c r="B1" t="inlineStr"><is><t>${'"'.repeat(1_000_000)}</t></is></c>`),
    );
    expect(rows).toEqual([['1', '']]);
    expect(grid.problems).toMatchObject([{ code: 'cell-too-long', cell: 'B1', value: '"'.repeat(80) }]);
  });
});
