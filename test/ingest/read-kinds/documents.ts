import { type BookType, utils, write } from '@e965/xlsx';
import type { Language } from '../every-form/forms.ts';
import { makeZip, workbookParts } from '../../source/workbook/make-zip.ts';
import { lines } from '../ingest-files.ts';
import { heads, type ReadKind } from './kinds.ts';

const names = (lang: Language): string[] => heads[lang].split(',');
const own = (text: string | number): string =>
  typeof text === 'number' ? `<c><v>${text}</v></c>` : `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (...cells: readonly string[]): string => `<row>${cells.join('')}</row>`;

function workbook(lang: Language, rows: readonly string[], sharedStrings = ''): Uint8Array {
  const data = `${row(...names(lang).map(own))}${rows.join('')}</sheetData>`;
  return makeZip(workbookParts({ sheets: new Map([['S', data]]), sharedStrings }));
}

function openDocument(rows: string, manifest?: string): Uint8Array {
  const spaces = 'xmlns:office="urn:o" xmlns:table="urn:t" xmlns:text="urn:x"';
  const content = `<?xml version="1.0"?><office:document-content ${spaces}><office:body><office:spreadsheet><table:table table:name="S">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`;
  return makeZip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
    { name: 'content.xml', content },
    ...(manifest === undefined ? [] : [{ name: 'META-INF/manifest.xml', content: manifest }]),
  ]);
}

const text = (value: string): string => `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;
const value = (type: string, attribute: string): string => `<table:table-cell office:value-type="${type}" ${attribute}/>`;
const line = (...cells: string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`;

function page(lang: Language, body: string): string {
  return `<html><meta charset="utf-8"><table><thead>${names(lang)
    .map((name) => `<th>${name}</th>`)
    .join('')}</thead><tbody>${body}</tbody></table></html>`;
}

const order = '<tr><td>S1</td><td>C1</td><td>2024-01-05</td><td>100</td></tr>';

function before5(lang: Language, bookType: string): Uint8Array {
  // Excel 2 to 4 know no characters beyond those of one language.
  const sheet = utils.aoa_to_sheet([names(lang === 'zh' ? 'en' : lang), ['S1', 'C1', '2024-01-05', 100]]);
  return write(utils.book_new(sheet, 'S'), { bookType: bookType as BookType, type: 'buffer' }) as Uint8Array;
}

/** Part B 3, 7 and 10, and what is no table of 12: workbooks, pages and other documents. */
export const documents: readonly ReadKind[] = [
  {
    is: 'a shared text without a number is blank',
    files: (lang) => ({
      'orders.xlsx': workbook(
        lang,
        [
          row(own('S1'), '<c t="s"><v>0</v></c>', own('2024-01-05'), own(100)),
          row(own('S2'), '<c t="s"><v/></c>', own('2024-01-06'), own(900)),
        ],
        '<si><t>C1</t></si>',
      ),
    }),
    revenue: { C1: 100 },
    warned: ['customer-missing', 'money-left-out'],
  },
  {
    is: 'a text of its own beside a value',
    files: (lang) => ({
      'orders.xlsx': workbook(lang, [row(own('S1'), '<c t="inlineStr"><v>12</v><is><t>C1</t></is></c>', own('2024-01-05'), own(100))]),
    }),
    revenue: { C1: 100 },
  },
  {
    is: 'cells of .ods with a value and no paragraph',
    files: (lang) => ({
      'orders.ods': openDocument(
        line(...names(lang).map(text)) +
          line(text('S1'), text('C1'), value('date', 'office:date-value="2024-01-05"'), value('float', 'office:value="100.5"')),
      ),
    }),
    revenue: { C1: 100.5 },
  },
  {
    is: 'names of a page in no row',
    files: (lang) => ({ 'orders.xls': page(lang, order) }),
    revenue: { C1: 100 },
  },
  {
    is: 'a SYLK file',
    files: (lang) => ({ 'orders.slk': lines('ID;PWXL;N;E', ...names(lang).map((name, at) => `C;Y1;X${at + 1};K"${name}"`), 'E') }),
    refused: 'file-no-table',
  },
  {
    is: 'a DIF file',
    files: (lang) => ({
      'orders.dif': lines(
        'TABLE',
        '0,1',
        '"x"',
        'VECTORS',
        '0,2',
        '""',
        'DATA',
        '0,0',
        '""',
        '-1,0',
        'BOT',
        ...names(lang).map((name) => `1,0\n"${name}"`),
      ),
    }),
    refused: 'file-no-table',
  },
  {
    is: 'text of a fixed width',
    files: (lang) => ({
      'orders.txt': lines(
        ...[names(lang), ...Array.from({ length: 20 }, (_, at) => [`S${at}`, `Ann ${at % 7} Lee`, '2024-01-05', `No. ${at} of 9`])].map(
          (cells) =>
            cells
              .map((cell) => cell.padEnd(16))
              .join('')
              .trimEnd(),
        ),
      ),
    }),
    refused: 'file-no-table',
  },
  ...['biff2', 'biff3', 'biff4'].map((type): ReadKind => {
    return {
      is: `a workbook of Excel before 5 (${type})`,
      once: true,
      files: (lang) => ({ 'orders.xls': before5(lang, type) }),
      revenue: { C1: 100 },
    };
  }),
  {
    is: 'an .ods behind a password',
    files: (lang) => ({
      'orders.ods': openDocument(
        line(...names(lang).map(text)),
        '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
      ),
    }),
    refused: 'workbook-encrypted',
  },
  {
    is: 'a span of a thousand million columns',
    files: (lang) => ({ 'orders.xls': page(lang, '<tr><td colspan="1000000000" rowspan="1000000000">S1</td></tr>') }),
    refused: 'workbook-too-large',
  },
  {
    is: 'cells and rows repeated without end',
    files: (lang) => ({
      'orders.ods': openDocument(
        line(...names(lang).map(text)) +
          '<table:table-row table:number-rows-repeated="1000000000"><table:table-cell office:value-type="string" table:number-columns-repeated="1000000000"><text:p>x</text:p></table:table-cell></table:table-row>',
      ),
    }),
    refused: 'workbook-too-large',
  },
  {
    is: 'a cell of a million quotes',
    files: (lang) => ({ 'orders.csv': lines(heads[lang], 'S1,C1,2024-01-05,100', `S2,"${'""'.repeat(1_100_000)}",2024-01-05,1`) }),
    revenue: { C1: 100 },
    warned: ['cell-too-long'],
  },
  {
    is: 'a page without a table',
    files: (lang) => ({ 'orders.xls': `<html><body>${lang === 'en' ? 'Please sign in' : '请登录'}</body></html>` }),
    refused: 'not-a-workbook',
  },
  {
    is: 'a feed',
    files: (lang) => ({
      'orders.xml': `<?xml version="1.0"?><rss version="2.0"><channel><title>${lang === 'en' ? 'News' : '新闻'}</title></channel></rss>`,
    }),
    refused: 'file-no-table',
  },
];
