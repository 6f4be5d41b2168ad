import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeWithData } from '../../data-folder.ts';
import { dumpLegacy } from '../../../src/source/workbook/dump-legacy.ts';
import { dumpedRows, readSheets, scratchFolder, sheetOf } from './sheets.ts';

/** A file, a sheet (null: the first), and what its cells must be. */
type CellCase = readonly [file: string, sheet: string | null, cells: Readonly<Record<string, string | undefined>>];
type CountCase = readonly [file: string, sheet: string | null, records: number, width: number];

const exceljs = 'exceljs-spec';
const readxl = 'readxl/tests/testthat/sheets';
const extdata = 'readxl/inst/extdata';
const openpyxl = 'openpyxl/openpyxl';
const genuine = `${openpyxl}/tests/data/genuine`;

const fourSheets = [
  `${genuine}/empty.xlsx`,
  `${genuine}/empty_libre.xlsx`,
  `${genuine}/empty_no_dimensions.xlsx`,
  `${openpyxl}/writer/tests/data/empty.xlsx`,
  `${openpyxl}/reader/tests/data/empty_with_no_properties.xlsx`,
];
const hidden = ['google-sheets', 'libre-calc-as-excel-2007-365', 'libre-calc-as-office-open-xml-spreadsheet'];

const cells: readonly CellCase[] = [
  [
    `${exceljs}/gold.xlsx`,
    'Values',
    { B1: 'I am Text', B2: '3.14', B3: '5', B4: '2016-05-17', B5: 'I am Text', B6: 'exceljs', B7: undefined, C1: undefined },
  ],
  [`${exceljs}/1904.xlsx`, 'Sheet1', { B4: '1904-01-01' }],
  [`${exceljs}/dateIssue.xlsx`, null, { A1: 'Date', A2: '2020-11-20' }],
  ...hidden.map((name): CellCase => [
    `${exceljs}/hidden-test/${name}.xlsx`,
    null,
    { A1: 'BEGIN', B1: 'HIDDEN', C1: 'VISIBLE', A2: 'HIDDEN', A3: 'VISIBLE' },
  ]),
  [`${exceljs}/shared_string_with_escape.xlsx`, null, { A1: '_x000D_' }],
  [`${exceljs}/test-pr-567.xlsx`, null, { A1: ' leading', B1: 'trailing ', C1: ' both ' }],
  [`${exceljs}/formulas.xlsx`, null, { A1: 'someone@example.com', A2: 'someone@example.com' }],
  [`${exceljs}/test-issue-163.xlsx`, null, { A1: '1', A2: '2', A3: '3' }],
  [`${exceljs}/test-issue-1364.xlsx`, null, { A1: 'Addend 1', B1: 'Addend 2', C1: 'Sum', A2: '1', B2: '1', C2: '2' }],
  [`${exceljs}/test-issue-1575.xlsx`, null, { A1: 'A', A2: '1.0', B2: '2.0', C3: '6.0' }],
  [`${exceljs}/test-issue-988.xlsx`, null, { A1: undefined, A2: '1', B2: 'a', A6: '5' }],
  [`${exceljs}/test-issue-176.xlsx`, null, { A1: 'Name', B1: 'Rating', A2: 'First', B2: '', A3: 'Second' }],
  [`${exceljs}/test-pr-1204.xlsx`, 'Sheet 2', { A1: 'Hi', A2: 'Hello', A3: 'Howdy' }],
  [`${exceljs}/fibonacci.xlsx`, null, { A1: '1', B19: '4181' }],
  [`${exceljs}/test-issue-880.xlsx`, 'A', { A2: 'Kosten', A3: '' }],
  [`${extdata}/geometry.xlsx`, null, { B3: 'B3', D6: 'D6', A3: undefined }],
  [`${readxl}/dates-1900.xls`, null, { A1: '2000-01-01', B1: '2000-01-01', C1: '2000-01-01', D1: '2000-01-01', E1: '2000-01-01' }],
  [`${readxl}/dates-1904.xls`, null, { A1: '2000-01-01', B1: '2000-01-01', C1: '2000-01-01', D1: '2000-01-01', E1: '2000-01-01' }],
  [
    `${readxl}/dates-1900-LibreOffice.xlsx`,
    null,
    { A1: '2000-01-01', B1: '2000-01-01', C1: '2000-01-01', D1: '2000-01-01', E1: '2000-01-01' },
  ],
  [`${readxl}/color-date-xlsx.xlsx`, null, { A1: '0', A8: '0' }],
  [`${readxl}/currency-formats-xlsx.xlsx`, null, { B2: '0.5', C2: '0.5', D2: '0.5', C3: '10000' }],
  [`${extdata}/type-me.xlsx`, 'text_coercion', { A4: 'TRUE', A5: '1.3', A7: '36436153' }],
  [`${readxl}/missing-values-xlsx.xlsx`, null, { A2: 'NA', B2: 'NA', C2: '' }],
  [`${readxl}/names-need-repair-xlsx.xlsx`, null, { A1: 'a b', B1: 'a b', C1: '', D1: 'c%&$' }],
  [`${readxl}/unnamed-duplicated-columns.xlsx`, null, { A1: '', B1: 'var2', C1: '', D1: 'var2' }],
  [`${readxl}/whitespace-xlsx.xlsx`, 'whitespace', { A1: ' <-space, space-> ', A2: ' <-space', A3: 'space-> ' }],
  [`${readxl}/vietnamese-utf8.xlsx`, null, { A1: 'Mô tả', A2: 'BÙN SÉT' }],
  [`${readxl}/inlineStr.xlsx`, null, { E1: 'ID', E2: 'RQ11610' }],
  [`${readxl}/inlineStr2.xlsx`, null, { A1: 'NNNN', B1: 'BeforeHierarchy' }],
  [`${readxl}/richtext-coloured.xlsx`, null, { A1: 'abcd', B1: 'abcd', C1: 'abcd', D1: 'abcd', A2: 'tvalrval1rval2' }],
  [`${readxl}/new_line_errors.xlsx`, null, { A3: 'Will show "_x000D_" in every new line in cell above' }],
  [`${readxl}/nonstandard-xml-ns-prefix.xlsx`, null, { A1: 'a', B1: 'b', A2: '1', B2: '3', A3: '2', B3: '4' }],
  [`${readxl}/no-styles-or-sharedStrings-parts.xlsx`, null, { A1: 'Language', B1: 'Age', C1: 'Churn probability', C2: '0.143292665' }],
  [`${readxl}/65536-rows-xls.xls`, null, { A65535: 'HELLO', A65536: 'WORLD' }],
  [`${readxl}/more-than-256-unique-strings-xls.xls`, null, { A1: 'var', A258: 'x257' }],
  [`${readxl}/biff5-label-records.xls`, null, { A3: 'Date', A4: '21/01/2017', B4: '01:00', B17: '14:00' }],
  [`${openpyxl}/reader/tests/data/date_1900.xlsx`, 'Sheet1', { A1: '2011-10-31' }],
  [`${openpyxl}/reader/tests/data/date_1904.xlsx`, 'Sheet1', { A1: '2011-10-31' }],
  [`${openpyxl}/reader/tests/data/bug137.xlsx`, 'Sheet1', { A1: 'A', A2: '1', A5: '4' }],
  [`${openpyxl}/reader/tests/data/bug275.xlsx`, null, { A1: 'Number', B1: 'Y/N', B2: 'Yes', B3: '', B4: 'Yes', B5: '', B6: 'Yes' }],
  [`${genuine}/guess_types.xlsx`, null, { B2: '3.14', C2: '3/14/15', D2: '3E5' }],
  [`${genuine}/empty-with-styles.xlsx`, null, { A2: '2001-12-08', A3: '3.14', A4: '03:16:00', A5: '0.007' }],
  ...fourSheets.flatMap((file): CellCase[] => [
    [file, 'Sheet1 - Text', { A1: 'This is cell A1 in Sheet 1', G5: 'This is cell G5' }],
    [file, 'Sheet3 - Formulas', { D2: '5' }],
    [file, 'Sheet4 - Dates', { A1: '1973-05-20', C1: '1973-05-20 09:15:02' }],
  ]),
  [`${genuine}/NameWithValueBug.xlsx`, null, { A1: '7', A2: '69.93', A3: '23.31' }],
  [`${openpyxl}/tests/data/reader/formulae.xlsx`, null, { A4: '24690', A5: '49380', B7: '', C10: '605' }],
  [`${openpyxl}/sample/files/concatenate.xlsx`, null, { B1: 'Hello, world!' }],
  [`${openpyxl}/workbook/names/tests/data/book1.xlsx`, null, { A1: '23' }],
];

const counts: readonly CountCase[] = [
  [`${exceljs}/many-columns.xlsx`, null, 2, 20],
  [`${exceljs}/fibonacci.xlsx`, null, 19, 2],
  [`${exceljs}/test-issue-1669.xlsx`, 'Sheet1', 6, 2],
  [`${exceljs}/test-issue-1669.xlsx`, 'Sheet2', 6, 2],
  [`${exceljs}/test-issue-988.xlsx`, null, 5, 2],
  [`${exceljs}/test-pr-1220.xlsx`, 'KA lijst', 341, 25],
  [`${exceljs}/chart-sheet.xlsx`, 'Sheet1', 7, 4],
  [`${readxl}/style-only-cells.xlsx`, 'Data', 4, 5],
  [`${readxl}/style-only-cells.xls`, 'Data', 4, 5],
  [`${readxl}/embedded-chartsheet.xlsx`, 'iris', 151, 5],
  [`${readxl}/embedded-chartsheet.xlsx`, 'mtcars', 33, 11],
  [`${readxl}/no-styles-or-sharedStrings-parts.xlsx`, null, 12, 3],
  [`${readxl}/biff5-label-records.xls`, null, 17, 4],
  [`${readxl}/mtcars.xls`, null, 7, 11],
  [`${extdata}/datasets.xls`, 'mtcars', 33, 11],
  [`${extdata}/datasets.xlsx`, 'chickwts', 72, 2],
  [`${extdata}/datasets.xlsx`, 'quakes', 1001, 5],
  [`${genuine}/libreoffice_nrt.xlsx`, null, 3, 1],
];

/** Filled cells of all sheets together. */
const filled: readonly (readonly [file: string, cells: number])[] = [
  [`${exceljs}/chart-sheet.xlsx`, 28],
  [`${openpyxl}/reader/tests/data/complex-styles.xlsx`, 102],
  [`${openpyxl}/formatting/tests/data/conditional-formatting.xlsx`, 465],
  [`${openpyxl}/workbook/names/tests/data/book2.xlsx`, 10],
  [`${openpyxl}/writer/tests/data/vba+comments.xlsm`, 9],
  [`${openpyxl}/tests/data/reader/vba+comments.xlsm`, 9],
];

const refused: readonly (readonly [file: string, code: string])[] = [
  [`${exceljs}/images.xlsx`, 'workbook-empty'],
  [`${exceljs}/test-issue-771.xlsx`, 'workbook-empty'],
  [`${exceljs}/duplicateRowTest.xlsx`, 'workbook-empty'],
  [`${exceljs}/test-issue-623.xlsx`, 'workbook-empty'],
  [`${exceljs}/test-issue-257.xlsx`, 'workbook-empty'],
  [`${exceljs}/test-issue-1842.xlsx`, 'workbook-empty'],
  [`${exceljs}/invalid-xml.xlsx`, 'workbook-damaged'],
  [`${exceljs}/missing-bits.xlsx`, 'workbook-damaged'],
  [`${exceljs}/numbers.numbers`, 'not-a-workbook'],
  [`${exceljs}/image.png`, 'not-a-workbook'],
  [`${openpyxl}/reader/tests/data/null_file.xlsx`, 'not-a-workbook'],
  [`${openpyxl}/tests/data/reader/null_archive.xlsx`, 'not-a-workbook'],
  [`${openpyxl}/tests/data/reader/bigfoot.xlsx`, 'workbook-empty'],
  [`${openpyxl}/tests/data/reader/vba-test.xlsm`, 'workbook-empty'],
  [`${openpyxl}/writer/tests/data/empty.xlsm`, 'workbook-empty'],
  [`${genuine}/empty-no-string.xlsx`, 'workbook-empty'],
];

/** Column 2 spells the right text of column 1. */
const spelt: readonly (readonly [file: string, sheet: string])[] = [
  [`${readxl}/datetime-rounding.xlsx`, 'Sheet1'],
  [`${readxl}/datetime-rounding.xls`, 'Sheet1'],
  [`${readxl}/big-texty-numbers-xlsx.xlsx`, 'Sheet1'],
  [`${readxl}/big-texty-numbers-xls.xls`, 'Sheet1'],
];

describeWithData('the torture workbooks', (folder) => {
  const at = (file: string): string => join(folder, 'torture', file);

  it.each(cells)('%s %s holds the cells that its origin says', async (file, sheet, expected) => {
    const { cell } = await sheetOf(at(file), sheet ?? undefined);
    expect(Object.fromEntries(Object.keys(expected).map((reference) => [reference, cell(reference)]))).toEqual(expected);
  });

  it.each(counts)('%s %s has %i records of %i cells', async (file, sheet, records, width) => {
    const { rows, grid } = await sheetOf(at(file), sheet ?? undefined);
    expect([rows.length, grid.width, new Set(rows.map((row) => row.length))]).toEqual([records, width, new Set([width])]);
  });

  it.each(filled)('%s has %i filled cells', async (file, count) => {
    const sheets = await readSheets(at(file));
    if (typeof sheets === 'string') throw new Error(sheets);
    expect([...sheets.values()].flatMap((sheet) => sheet.rows.flat()).filter((text) => text !== '')).toHaveLength(count);
  });

  it.each(refused)('%s is refused as %s', async (file, code) => {
    expect(await readSheets(at(file))).toBe(code);
  });

  it.each(spelt)('%s: every value reads as the text beside it', async (file, sheet) => {
    const { rows } = await sheetOf(at(file), sheet);
    expect(rows.length).toBeGreaterThan(4);
    for (const [value, text] of rows.slice(1)) expect(value).toBe(text);
  });

  it('sheets keep their order, their names and whether they are hidden', async () => {
    const names = async (file: string): Promise<unknown> => {
      const sheets = await readSheets(at(file));
      return typeof sheets === 'string'
        ? sheets
        : [...sheets.values()].map(({ grid }) => (grid.hidden ? `${grid.sheet} (hidden)` : grid.sheet));
    };
    expect(await names(`${exceljs}/test-pr-728.xlsx`)).toEqual(['Sheet1', 'Sheet2 (hidden)', 'Sheet3']);
    expect(await names(`${exceljs}/test-row-styles.xlsx`)).toEqual(['Sheet1']);
    expect(await names(`${readxl}/utf8-sheet-names.xlsx`)).toEqual(['µ', '∂']);
    expect(await names(`${readxl}/empty-sheets.xls`)).toEqual(['header_only']);
    expect(await names(`${openpyxl}/reader/tests/data/contains_chartsheets.xlsx`)).toEqual(['data', 'moredata']);
  });

  it('sheets are found by their relations, not by the names of their parts', async () => {
    const sheets = await readSheets(at(`${readxl}/sheet-xml-lookup.xlsx`));
    if (typeof sheets === 'string') throw new Error(sheets);
    expect([...sheets.values()].map((sheet) => sheet.cell('B2'))).toEqual([...sheets.keys()]);
    expect(sheets.size).toBe(5);
  });

  it('an escaped carriage return becomes one', async () => {
    const { cell } = await sheetOf(at(`${readxl}/new_line_errors.xlsx`));
    expect(cell('A2')).toMatch(/^first line of text \r\nsecond line/);
  });

  it.each(['xls', 'xlsx'])('1900-02-29 in a %s is no date, and that is said with its cell', async (extension) => {
    const { grid, rows } = await sheetOf(at(`${readxl}/dates-leap-year-1900-${extension}.${extension}`), 'for_testing');
    const expected = rows.slice(1).filter((row) => row[2] === 'TRUE');
    expect(expected.length).toBeGreaterThan(3);
    for (const [value, text] of expected) expect(value).toBe(text);
    expect(grid.problems).toEqual([{ code: 'date-impossible', record: 4, line: 5, cell: 'A5', column: null, value: '1900-02-29' }]);
    expect(rows[4]?.[0]).toBe('');
  });

  it('an error value and a formula without a result are blank and reported', async () => {
    const formulae = await sheetOf(at(`${openpyxl}/tests/data/reader/formulae.xlsx`));
    expect(formulae.grid.problems).toEqual([{ code: 'cell-error', record: 6, line: 7, cell: 'B7', column: null, value: '#VALUE!' }]);
    const missing = await sheetOf(at(`${readxl}/missing-v-node-xlsx.xlsx`));
    expect(missing.grid.problems).toEqual([{ code: 'formula-without-result', record: 1, line: 2, cell: 'C2', column: null, value: null }]);
    expect(missing.cell('C2')).toBe('');
  });

  it('the same iris rows come from Excel, from Google and from the old format', async () => {
    const iris = await Promise.all(
      ['iris-excel-xlsx.xlsx', 'iris-google-doc.xlsx', 'iris-excel-xls.xls'].map((file) => sheetOf(at(`${readxl}/${file}`))),
    );
    expect(iris.map((sheet) => sheet.rows.length)).toEqual([151, 151, 151]);
    expect(iris[1]?.rows).toEqual(iris[0]?.rows);
    expect(iris[2]?.rows).toEqual(iris[0]?.rows);
  });
});

describeWithData('twins and the sweep', (folder) => {
  const root = join(folder, 'torture');
  const files = ['exceljs-spec', 'readxl', 'openpyxl']
    .flatMap((set) => readdirSync(join(root, set), { recursive: true, encoding: 'utf8' }).map((file) => join(set, file)))
    .filter((file) => /\.xls[xm]?$/.test(file))
    .toSorted();
  const twins = files
    .filter((file) => file.endsWith('.xls'))
    .map((file) => [file, file.replace('-xls.xls', '-xlsx.xlsx').replace(/\.xls$/, '.xlsx')] as const);

  it.each(twins.filter(([, twin]) => files.includes(twin)))('%s and its twin give the same sheets', async (file, twin) => {
    const old = await readSheets(join(root, file));
    const current = await readSheets(join(root, twin));
    if (typeof old === 'string' || typeof current === 'string') throw new Error('one of them was refused');
    expect(old.size).toBeGreaterThan(0);
    for (const [name, sheet] of old)
      expect([name, sheet.rows, sheet.grid.problems]).toEqual([name, current.get(name)?.rows, current.get(name)?.grid.problems]);
  });

  it.each(files)('%s is read or refused with a code, within 20 seconds', { timeout: 20_000 }, async (file) => {
    const sheets = await readSheets(join(root, file));
    if (typeof sheets === 'string') {
      expect(['workbook-empty', 'workbook-damaged', 'not-a-workbook']).toContain(sheets);
      return;
    }
    for (const { grid, rows } of sheets.values()) {
      expect(new Set(rows.map((row) => row.length))).toEqual(new Set([grid.width]));
      expect(grid.head.map((row) => row.cells)).toEqual(rows.slice(0, 1000));
    }
  });

  /** Workbooks of which SheetJS reads less (rich inline text, a missing result) or more (a broken part) than is there. */
  const sheetJsDiffers = /inlineStr2?\.xlsx|richtext-coloured|missing-v-node|invalid-xml|missing-bits|null_file|null_archive|issue-771/;

  it.each(files.filter((file) => !file.endsWith('.xls') && !sheetJsDiffers.test(file)))('%s reads as SheetJS reads it', async (file) => {
    const path = join(root, file);
    const sheets = await readSheets(path);
    const other = await dumpLegacy({ path, scratch: scratchFolder(), markup: false, size: 0 });
    const ours =
      typeof sheets === 'string'
        ? []
        : [...sheets.values()].map(({ grid, rows }) => ({
            name: grid.sheet,
            hidden: grid.hidden,
            first: grid.firstColumn,
            problems: grid.problems,
            rows,
          }));
    expect(ours).toEqual(
      other.sheets.map((sheet) => ({
        name: sheet.name,
        hidden: sheet.hidden,
        first: sheet.firstColumn,
        problems: sheet.problems,
        rows: dumpedRows(sheet.path),
      })),
    );
  });
});
