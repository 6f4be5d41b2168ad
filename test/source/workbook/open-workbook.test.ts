// @module-tag slow
import { read, utils, write, type BookType, type WorkBook } from '@e965/xlsx';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../../src/source/workbook/open-workbook.ts';
import { describeWithData } from '../../data-folder.ts';
import { makeZip, workbookParts, type WorkbookContent, type ZipPart } from './make-zip.ts';
import { readSheets, scratchFolder, sheetOf, writeScratch } from './sheets.ts';

const one = (data: string, rest: Partial<WorkbookContent> = {}): ZipPart[] => workbookParts({ sheets: new Map([['S', data]]), ...rest });
const save = (parts: readonly ZipPart[]): string => writeScratch('book.xlsx', makeZip(parts));
const text = (reference: string, value: string): string => `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`;
const row = (number: number, cells: string): string => `<row r="${number}">${cells}</row>`;

function sample(): WorkBook {
  const sheet = utils.aoa_to_sheet([
    ['订单', '日期', '金额', '是', '时间'],
    ['SO1', { t: 'n', v: 45_000, z: 'yyyy-mm-dd' }, 12.5, true, { t: 'n', v: 0.25, z: 'hh:mm:ss' }],
    ['SO2', { t: 'n', v: 45_000.5, z: 'yyyy-mm-dd hh:mm' }, 1e-7, false, { t: 'n', v: 3, z: '0.00%' }],
  ]);
  const book = utils.book_new(sheet, '表一');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['x']]), '隐藏');
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  return book;
}

const sampleRows = [
  ['订单', '日期', '金额', '是', '时间'],
  ['SO1', '2023-03-15', '12.5', 'TRUE', '06:00:00'],
  ['SO2', '2023-03-15 12:00:00', '0.0000001', 'FALSE', '3'],
];

describe('openWorkbook', () => {
  it.each<[BookType, string, string]>([
    ['xlsx', 'xlsx', 'xlsx'],
    ['xlsb', 'spreadsheet', 'xlsb'],
    ['biff8', 'spreadsheet', 'xls'],
    ['ods', 'spreadsheet', 'ods'],
    ['xlml', 'html', 'xml'],
  ])('reads the same table from %s', async (bookType, format, encoding) => {
    const bytes: Buffer = write(sample(), { bookType, type: 'buffer' });
    const { grid, rows } = await sheetOf(writeScratch(`x.${bookType}`, bytes));
    expect(rows).toEqual(sampleRows);
    expect(grid).toMatchObject({ sheet: '表一', hidden: false, format, encoding, firstColumn: 1, dialect: null, problems: [] });
  });

  it('reads an HTML table saved as .xls as it stands, whatever its encoding, and runs nothing', async () => {
    const head = '<html><meta charset="gb2312"><script>throw 1</script><table><tr><td>';
    const page = Buffer.concat([
      Buffer.from(head),
      Buffer.from([0xb6, 0xa9, 0xb5, 0xa5]),
      Buffer.from('</td><td>00123</td></tr><tr><td>1,234.50</td><td>2024-01-05 &lt;</td></tr></table></html>'),
    ]);
    const { grid, rows } = await sheetOf(writeScratch('x.xls', page));
    expect(rows).toEqual([
      ['订单', '00123'],
      ['1,234.50', '2024-01-05 <'],
    ]);
    expect([grid.format, grid.encoding]).toEqual(['html', 'html']);
  });

  it('joins rich text, leaves out phonetic readings, and reads booleans, errors and texts of formulas by their type', async () => {
    const strings =
      '<si><r><t>东</t></r><r><t xml:space="preserve">京 </t></r></si>\n<si>\n<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh>\n</si>';
    const cells =
      '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="b"><f>A</f><v>1</v></c><c r="D1" t="e"><f>A</f><v>#N/A</v></c><c r="E1" t="str"><f>A</f><v>a&amp;lt;</v></c><c r="F1" t="str"><f>A</f><v></v></c><c r="G1"><f>A</f></c><c r="H1" t="d"><v>2024-01-05T00:00:00</v></c>';
    const { grid, rows } = await sheetOf(save(one(`${row(1, cells)}</sheetData>`, { sharedStrings: strings })));
    expect(rows).toEqual([['东京 ', '東京', 'TRUE', '', 'a&lt;', '', '', '2024-01-05']]);
    expect(grid.problems.map(({ code, cell, value }) => [code, cell, value])).toEqual([
      ['cell-error', 'D1', '#N/A'],
      ['formula-without-result', 'G1', null],
    ]);
  });

  it('counts rows and cells that carry no reference', async () => {
    const { cell } = await sheetOf(
      save(
        one(
          '<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row></sheetData>',
        ),
      ),
    );
    expect([cell('A1'), cell('B1'), cell('C5'), cell('D5'), cell('A6')]).toEqual(['1', '2', '3', '4', '5']);
  });

  it('takes a value under a merged cell for what it is: not seen, blank, and reported', async () => {
    const { grid, rows } = await sheetOf(
      save(
        one(
          `${row(1, text('A1', 'a') + text('B1', 'b') + text('C1', 'c'))}${row(2, text('A2', 'd'))}</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>`,
        ),
      ),
    );
    expect(rows).toEqual([
      ['a', '', 'c'],
      ['', '', ''],
    ]);
    expect(grid.problems.map(({ code, cell, value }) => [code, cell, value])).toEqual([
      ['covered-by-merge', 'B1', 'b'],
      ['covered-by-merge', 'A2', 'd'],
    ]);
  });

  it('never cuts a character, however long the sheet', async () => {
    const rows = Array.from({ length: 30_000 }, (_, index) => row(index + 1, text(`A${index + 1}`, `客户名称有限责任公司${index % 10}`)));
    const sheet = await sheetOf(save(one(`${rows.join('')}</sheetData>`)));
    expect(new Set(sheet.rows.map((cells) => cells[0])).size).toBe(10);
    expect(await sheet.grid.linesOf([29_999, 0])).toEqual([30_000, 1]);
  });

  it('reads one cell in the last corner of the sheet, and believes no dimension', async () => {
    const path = save(
      one(`${row(1, text('A1', 'a'))}${row(1_048_576, text('XFD1048576', 'z'))}</sheetData>`).map((part) => ({
        ...part,
        content: String(part.content).replace('<sheetData>', '<dimension ref="A1:XFD1048576"/><sheetData>'),
      })),
    );
    const { grid, cell } = await sheetOf(path);
    expect([grid.width, grid.head.length, cell('A1'), cell('XFD1048576')]).toEqual([16_384, 2, 'a', 'z']);
  });

  it('drop-down lists over whole columns cost nothing', async () => {
    const validations = `<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576" prompt="a > b"><formula1>"x,y"</formula1></dataValidation></dataValidations>`;
    expect((await sheetOf(save(one(`${row(1, text('A1', 'a'))}</sheetData>${validations}`)))).rows).toEqual([['a']]);
  });

  it('puts rows that are stored out of order where they belong', async () => {
    const { rows, grid } = await sheetOf(save(one(`${row(2, text('A2', 'second'))}${row(1, text('A1', 'first'))}</sheetData>`)));
    expect(rows).toEqual([['first'], ['second']]);
    expect(grid.encoding).toBe('xlsx');
  });

  it('reads 1904 dates and own number formats', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="[Red]yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>';
    const { rows } = await sheetOf(
      save(
        one(`${row(1, '<c r="A1" s="1"><v>1</v></c><c r="B1" s="0"><v>1</v></c>')}</sheetData>`, {
          styles,
          workbookProperties: '<workbookPr date1904="1"/>',
        }),
      ),
    );
    expect(rows).toEqual([['1904-01-02', '1']]);
  });

  it.each<[string, Uint8Array, string]>([
    ['nothing', Buffer.alloc(0), 'not-a-workbook'],
    ['any bytes', Buffer.from([1, 2, 3, 4, 5]), 'not-a-workbook'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'not-a-workbook'],
    [
      'a Word document',
      makeZip([
        { name: '[Content_Types].xml', content: '<Types/>' },
        { name: 'word/document.xml', content: '<w/>' },
      ]),
      'not-a-workbook',
    ],
    ['a plain zip', makeZip([{ name: 'orders.csv', content: 'a,b' }]), 'not-a-workbook'],
    ['a locked zip', makeZip([{ name: 'xl/workbook.xml', content: 'x', flags: 1 }]), 'workbook-encrypted'],
    [
      'a workbook with a password',
      Buffer.concat([
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        Buffer.alloc(504),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'workbook-encrypted',
    ],
    ['the page of a login', Buffer.from('<html><body><h1>Please log in</h1></body></html>'), 'not-a-workbook'],
    ['half an old workbook', (write(sample(), { bookType: 'biff8', type: 'buffer' }) as Buffer).subarray(0, 700), 'workbook-damaged'],
    ['half a workbook', makeZip(one(`${row(1, text('A1', 'a'))}</sheetData>`)).subarray(0, 400), 'workbook-damaged'],
    [
      'a wrong checksum',
      makeZip(one('</sheetData>').map((part) => (part.name.includes('sheet1') ? { ...part, crc: 1 } : part))),
      'workbook-damaged',
    ],
    [
      'more than was declared',
      makeZip(
        one(`${row(1, text('A1', 'a'))}</sheetData>`).map((part) => (part.name.includes('sheet1') ? { ...part, inflated: 20 } : part)),
      ),
      'workbook-damaged',
    ],
    [
      'a document type',
      makeZip(
        one('</sheetData>').map((part) =>
          part.name.includes('sheet1') ? { ...part, content: `<!DOCTYPE x [<!ENTITY a "b">]>${String(part.content)}` } : part,
        ),
      ),
      'workbook-unsafe',
    ],
    ['a text that is not there', makeZip(one(`${row(1, '<c r="A1" t="s"><v>7</v></c>')}</sheetData>`)), 'workbook-damaged'],
    ['a cell A0', makeZip(one(`${row(1, '<c r="A0"><v>7</v></c>')}</sheetData>`)), 'workbook-damaged'],
    ['a cell beyond the last column', makeZip(one(`${row(1, '<c r="XFE1"><v>7</v></c>')}</sheetData>`)), 'workbook-damaged'],
    [
      'bytes that are no text',
      makeZip(
        one('</sheetData>').map((part) =>
          part.name.includes('sheet1')
            ? { ...part, content: Buffer.concat([Buffer.from(String(part.content)), Buffer.from([0xff, 0xfe])]) }
            : part,
        ),
      ),
      'workbook-damaged',
    ],
    ['a missing sheet', makeZip(one('</sheetData>').filter((part) => !part.name.includes('sheet1'))), 'workbook-damaged'],
    ['no cell', makeZip(one(`${row(1, '<c r="A1" s="0"/>')}</sheetData>`)), 'workbook-empty'],
  ])('refuses %s with a code, a text in both languages and a fix', async (_, bytes, code) => {
    const path = writeScratch('x.xlsx', bytes);
    await expect(openWorkbook(path, 'xlsx', { scratch: scratchFolder() })).rejects.toMatchObject({
      code,
      exit: 'inputUnreadable',
      text: { en: expect.stringMatching(/./), 'zh-CN': expect.stringMatching(/\p{Script=Han}/u) },
      fix: { en: expect.stringMatching(/./), 'zh-CN': expect.stringMatching(/\p{Script=Han}/u) },
    });
  });

  it('a column named like a property of every object is a column', async () => {
    const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then'];
    const sheets = await readSheets(
      writeScratch(
        'x.xlsx',
        write(utils.book_new(utils.aoa_to_sheet([names]), '__proto__'), { bookType: 'xlsx', type: 'buffer' }) as Buffer,
      ),
    );
    if (typeof sheets === 'string') throw new Error(sheets);
    expect([...sheets.values()].map((sheet) => [sheet.grid.sheet, sheet.rows])).toEqual([['__proto__', [names]]]);
  });

  it('two workbooks share a scratch folder', async () => {
    const path = save(one(`${row(1, text('A1', 'a'))}</sheetData>`));
    const scratch = scratchFolder();
    const [first, second] = await Promise.all([openWorkbook(path, 'xlsx', { scratch }), openWorkbook(path, 'xlsx', { scratch })]);
    expect(first[0]?.text.path).not.toBe(second[0]?.text.path);
  });

  it('stops when it is told to', async () => {
    const path = save(one(`${row(1, text('A1', 'a'))}</sheetData>`));
    const reason = new Error('stop');
    const controller = new AbortController();
    const reading = openWorkbook(path, 'xlsx', { scratch: scratchFolder(), signal: controller.signal });
    controller.abort(reason);
    await expect(reading).rejects.toBe(reason);
  });

  it('what it reads is what SheetJS reads', async () => {
    const path = writeScratch('x.xlsx', write(sample(), { bookType: 'xlsx', type: 'buffer', compression: true }) as Buffer);
    const other = utils.sheet_to_json<string[]>(Object.values(read((await import('node:fs')).readFileSync(path)).Sheets)[0] ?? {}, {
      header: 1,
    });
    expect((await sheetOf(path)).rows.map((cells) => cells[0])).toEqual(other.map((cells) => cells[0]));
  });
});

describeWithData('real workbooks', (folder) => {
  it('the shop orders keep their milliseconds and their 28,833 rows', async () => {
    const { rows, grid } = await sheetOf(join(folder, 'zh-rfm-taobao', 'PYTHON-RFM实战数据.xlsx'));
    expect([rows.length, grid.width, rows[0]?.slice(0, 4)]).toEqual([28_834, 9, ['品牌名称', '买家昵称', '付款日期', '订单状态']]);
    expect(rows.some((cells) => cells[2] === '2019-06-30 22:46:22.511')).toBe(true);
    expect(rows.slice(1).every((cells) => /^2019-\d\d-\d\d( \d\d:\d\d:\d\d(\.\d{3})?)?$/.test(cells[2] ?? ''))).toBe(true);
    const paid = rows.slice(1).filter((cells) => cells[3] === '交易成功');
    expect([paid.length, paid.reduce((sum, cells) => sum + Number(cells[4]), 0)]).toEqual([27_793, 3_511_305]);
  });

  it('the superstore has 9,994 lines, 296 returns and 4 people', async () => {
    const sheets = await readSheets(join(folder, 'superstore-en', 'Sample - Superstore.xls'));
    if (typeof sheets === 'string') throw new Error(sheets);
    expect([...sheets].map(([name, sheet]) => [name, sheet.rows.length])).toEqual([
      ['Orders', 9995],
      ['Returns', 297],
      ['People', 5],
    ]);
    const orders = sheets.get('Orders')?.rows ?? [];
    expect(orders.slice(1).reduce((sum, cells) => sum + Number(cells[17]), 0)).toBeCloseTo(2_297_200.86, 2);
    expect(orders.filter((cells) => cells[11] === '05408').length).toBeGreaterThan(0);
    expect(orders[1]?.slice(0, 4)).toEqual(['1', 'CA-2013-152156', '2013-11-09', '2013-11-12']);
  });
});
