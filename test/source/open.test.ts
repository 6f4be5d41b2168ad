import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DuckDbEngine } from '../../src/engine/duckdb.ts';
import { openSource, reopenCarefully } from '../../src/source/open.ts';
import type { RawTable } from '../../src/source/raw-table.ts';
import { describeWithData } from '../data-folder.ts';
import { engineRecords, recordsOf, temporaryFolder, writeFile } from './support.ts';

const folder = temporaryFolder();
const options = { scratch: folder };
let engine: DuckDbEngine;

beforeAll(async () => {
  engine = await DuckDbEngine.open({ scratch: folder, threads: 1 });
});
afterAll(() => engine.close());

async function open(content: string | Uint8Array, encoding?: string): Promise<RawTable> {
  const path = writeFile(folder, content);
  const tables = await openSource(path, encoding === undefined ? options : { ...options, encoding });
  expect(tables).toHaveLength(1);
  return tables[0]!;
}

const isOwn = (table: RawTable): boolean => table.text.path === table.file;

describe('a clean UTF-8 file', () => {
  it('is read where it stands', async () => {
    const table = await open('客户,金额\n张三,1\n"李,四",2\n');
    expect(isOwn(table)).toBe(true);
    expect(table).toMatchObject({
      encoding: 'utf-8',
      columns: ['客户', '金额'],
      headerLine: 1,
      preamble: [],
      hidden: false,
      format: 'text',
      sheet: null,
    });
    expect(table.head).toEqual([
      ['张三', '1'],
      ['李,四', '2'],
    ]);
    expect(await engineRecords(engine, table)).toEqual(table.head);
  });

  it('keeps its byte order mark out of the first name', async () => {
    const table = await open('\ufeffA,B\nX,1\n');
    expect(table).toMatchObject({ encoding: 'utf-8-bom', columns: ['A', 'B'] });
    expect(await engineRecords(engine, table)).toEqual([['X', '1']]);
    expect(await recordsOf(table)).toEqual([['X', '1']]);
  });

  it('has a fingerprint', async () => {
    const table = await open('a,b\n1,2\n');
    expect(await table.sha256).toBe(createHash('sha256').update('a,b\n1,2\n').digest('hex'));
  });

  it('knows the physical line of each record', async () => {
    const table = await open('客户名单\n\na,b\n\n1,"x\ny"\n\n\n2,"p""q"\n3,z\n');
    expect(table).toMatchObject({ headerLine: 3, preamble: [['客户名单']] });
    expect(await engineRecords(engine, table)).toEqual([
      ['1', 'x\ny'],
      ['2', 'p"q'],
      ['3', 'z'],
    ]);
    expect(await table.linesOf([2, 0, 1, 1])).toEqual([10, 5, 9, 9]);
    expect(await (await reopenCarefully(table)).linesOf([2, 0, 1, 1])).toEqual([10, 5, 9, 9]);
  });

  it('has its line sep=; honoured', async () => {
    const table = await open('sep=;\r\na;b\r\n1,5;2\r\n');
    expect(table).toMatchObject({ columns: ['a', 'b'], headerLine: 2 });
    expect(table.dialect?.delimiter).toBe(';');
    expect(await engineRecords(engine, table)).toEqual([['1,5', '2']]);
    expect(await table.linesOf([0])).toEqual([3]);
    const careful = await reopenCarefully(table);
    expect(await engineRecords(engine, careful)).toEqual([['1,5', '2']]);
    expect(await careful.linesOf([0])).toEqual([3]);
  });
});

describe('a file that turns out badly after its head', () => {
  const rows = Array.from({ length: 1500 }, (_, index) => `${index},x\n`).join('');

  it.each([
    ['a short record', '1500\n', [{ code: 'missing-cell', record: 1500, line: 1502, column: 'b' }], []],
    ['a long record', '1,2,3\n', [], [{ code: 'extra-cell', record: null, line: 1502, value: '3' }]],
    ['a quote that never closes', '7,"x\n8,y\n', [{ code: 'quote-unclosed', record: 1500, line: 1502 }], []],
    ['a misplaced quote', '7,"x"y\n', [{ code: 'quote-misplaced', record: 1500, line: 1502 }], []],
    ['another kind of line end', '7,x\r\n', [], []],
    ['a line of blanks', '   \n7,x\n', [], []],
  ])('%s: the engine refuses it and the careful reading tells', async (_title, ending, problems, rejected) => {
    const path = writeFile(folder, `a,b\n${rows}${ending}`);
    const [table] = await openSource(path, options);
    if (isOwn(table!)) await expect(engineRecords(engine, table!)).rejects.toThrow(/CSV/);
    const careful = await reopenCarefully(table!);
    expect(careful.problems).toMatchObject(problems);
    expect(careful.rejected).toMatchObject(rejected);
    const records = await engineRecords(engine, careful);
    expect(records.slice(0, 1500)).toEqual(Array.from({ length: 1500 }, (_, index) => [String(index), 'x']));
    expect(records).toEqual(await recordsOf(careful));
  });

  it('GB18030 behind a long beginning in ASCII is found', { tags: ['slow'] }, async () => {
    const filler = Array.from({ length: 200_000 }, (_, index) => `${index},x\n`).join('');
    const table = await open(Buffer.concat([Buffer.from(`a,b\n${filler}`), Buffer.from([0xd5, 0xc5, 0xc8, 0xfd, 0x2c, 0x31, 0x0a])]));
    expect(isOwn(table)).toBe(true);
    await expect(engineRecords(engine, table)).rejects.toThrow(/utf-8/);
    const careful = await reopenCarefully(table);
    expect(careful.encoding).toBe('gb18030');
    expect((await recordsOf(careful)).at(-1)).toEqual(['张三', '1']);
  });

  it('a character cut in two is told and the rest kept', async () => {
    const text = Buffer.from(`a,b\n${'客户名称,备注\n'.repeat(60)}`);
    const table = await open(Buffer.concat([text, Buffer.from([0xe5, 0xbc]), Buffer.from(',x\n')]));
    expect(table.encoding).toBe('utf-8');
    expect(table.problems).toMatchObject([{ code: 'character-invalid', record: 60, line: 62, column: 'a' }]);
    expect(await engineRecords(engine, table)).toHaveLength(61);
  });
});

describe('a ragged file', () => {
  it('keeps short records, and sets long records apart with their lines, be the cells too many blank or not', async () => {
    const table = await open('a,b,c\n1,2,3\n4,5\n6,7,8,,\n9,9,9,9\nTotal\n');
    expect(await engineRecords(engine, table)).toEqual([
      ['1', '2', '3'],
      ['4', '5', ''],
      ['Total', '', ''],
    ]);
    expect(table.problems).toMatchObject([
      { code: 'record-short', record: 1, line: 3, column: 'c' },
      { code: 'missing-cell', record: 2, line: 6, column: 'b' },
    ]);
    const rejected = { code: 'extra-cell', record: null, cell: null, column: null };
    expect(table.rejected).toMatchObject([
      { ...rejected, line: 4, value: '8' },
      { ...rejected, line: 5, value: '9' },
    ]);
    expect(await table.linesOf([0, 1, 2])).toEqual([2, 3, 6]);
  });

  it('without a header is as wide as its widest record', async () => {
    const table = await open('milk\tbread\nbutter\nmilk\tbread\tbutter\nbread\tmilk\n');
    expect(table).toMatchObject({ headerLine: 0, columns: ['column_1', 'column_2', 'column_3'], rejected: [] });
    expect(await engineRecords(engine, table)).toHaveLength(4);
  });

  it('of one column keeps its records and drops blank lines', async () => {
    const table = await open('name\r\n\r\nx\r\n""\r\n\r\n\r\ny, z\r\n');
    expect(await engineRecords(engine, table)).toEqual([['x'], [''], ['y, z']]);
    expect(await table.linesOf([0, 1, 2])).toEqual([3, 4, 7]);
  });

  it('with cells beyond the limit has them rejected', async () => {
    const table = await open(`a,b\n1,${'x'.repeat(1_200_000)}\n2,y\n`);
    expect(table.rejected).toMatchObject([{ code: 'cell-too-long', line: 2, value: 'x'.repeat(80) }]);
    expect(await engineRecords(engine, table)).toEqual([['2', 'y']]);
  });

  it('with NUL characters is read without them', async () => {
    const table = await open('a,b\n1,x\0y\n');
    expect(await engineRecords(engine, table)).toEqual([['1', 'xy']]);
  });

  it('ends at Control-Z', async () => {
    const table = await open('a,b\r\n1,2\r\n\u001a');
    expect(await engineRecords(engine, table)).toEqual([['1', '2']]);
  });
});

describe('the same table in every encoding', () => {
  const text = '客户名称;金额;备注\r\n张三;1;"多行\r\n备注"\r\n李四;2;"引号""内"\r\n𠮷野家;3;été\r\n';
  const gb18030 = spawnSync('iconv', ['-f', 'UTF-8', '-t', 'GB18030'], { input: text }).stdout;
  const utf16le = Buffer.from(text, 'utf16le');
  const forms: [string, Uint8Array][] = [
    ['utf-8', Buffer.from(text)],
    ['utf-8-bom', Buffer.from(`\ufeff${text}`)],
    ['gb18030', gb18030],
    ['utf-16le', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['utf-16le', utf16le],
    ['utf-16be', Buffer.from(utf16le).swap16()],
  ];

  it.each(forms)('%s', async (encoding, bytes) => {
    const plain = await open(text);
    const table = await open(bytes);
    expect(table.encoding).toBe(encoding);
    for (const key of ['columns', 'head', 'headerLine', 'preamble', 'dialect', 'problems', 'rejected'] as const)
      expect(table[key]).toEqual(plain[key]);
    expect(await engineRecords(engine, table)).toEqual([
      ['张三', '1', '多行\r\n备注'],
      ['李四', '2', '引号"内'],
      ['𠮷野家', '3', 'été'],
    ]);
    expect(await table.linesOf([0, 1, 2])).toEqual([2, 4, 5]);
  });

  it("the user's label is followed", async () => {
    const table = await open(Buffer.from([0xe9, 0x2c, 0x62, 0x0a, 0x78, 0x2c, 0x31, 0x0a]), 'latin1');
    expect(table).toMatchObject({ encoding: 'windows-1252', columns: ['é', 'b'] });
  });

  it('an unknown label is a usage error that names the nearest', async () => {
    await expect(open('a,b\n1,2\n', 'gb1803')).rejects.toMatchObject({
      code: 'encoding-unknown',
      exit: 'usage',
      fix: { en: 'did you mean gb18030?' },
    });
  });

  it('what is neither UTF-8 nor GB18030 is refused with the way on', async () => {
    const bytes = Buffer.from('nom,ville\nJérôme,Besançon\nZoé,Nîmes\n', 'latin1');
    await expect(open(bytes)).rejects.toMatchObject({ code: 'encoding-undetected', exit: 'inputUnreadable' });
    expect((await open(bytes, 'windows-1252')).head).toEqual([
      ['Jérôme', 'Besançon'],
      ['Zoé', 'Nîmes'],
    ]);
  });
});

describe('what is no table', () => {
  const failure = (path: string): Promise<unknown> =>
    openSource(path, options).then(
      () => null,
      (error: unknown) => error,
    );

  it.each([
    ['a file that does not exist', () => join(folder, 'nothing.csv'), 'file-missing'],
    ['a folder', () => folder, 'file-is-folder'],
    ['an empty file', () => writeFile(folder, ''), 'file-empty'],
    ['a device', () => '/dev/null', 'file-not-regular'],
    ['a PDF', () => writeFile(folder, '%PDF-1.7\n'), 'file-no-table'],
    ['JSON', () => writeFile(folder, '[{"a": 1}]'), 'file-no-table'],
    ['bytes', () => writeFile(folder, Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 37) % 256))), 'file-no-table'],
    ['a header alone', () => writeFile(folder, 'a,b,c\n'), 'no-rows'],
    ['line ends alone', () => writeFile(folder, '\n\r\n\n'), 'no-rows'],
    ['a byte order mark alone', () => writeFile(folder, '\ufeff'), 'no-rows'],
  ])('%s', async (_, path, code) => {
    const file = path();
    expect(await failure(file)).toMatchObject({ code, exit: 'inputUnreadable' });
    expect(String(await failure(file))).toContain(file);
  });

  it('a pipe is refused without waiting for it', async () => {
    const path = join(folder, 'pipe');
    spawnSync('mkfifo', [path]);
    expect(await failure(path)).toMatchObject({ code: 'file-not-regular' });
  });

  it.skipIf(process.getuid?.() === 0)('a file that may not be read', async () => {
    const path = writeFile(folder, 'a,b\n1,2\n');
    chmodSync(path, 0);
    expect(await failure(path)).toMatchObject({ code: 'file-forbidden' });
  });

  it('too many columns are refused', async () => {
    const path = writeFile(folder, `${'a,'.repeat(17_000)}\n${'1,'.repeat(17_000)}\n`);
    expect(await failure(path)).toMatchObject({ code: 'too-many-columns' });
  });
});

describe('standard input', () => {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('a,b\n1,');
    yield Buffer.from('2\n');
  }

  it('is read by the name -', async () => {
    const [table] = await openSource('-', { ...options, stdin: bytes() });
    expect(table).toMatchObject({ file: '-', columns: ['a', 'b'], head: [['1', '2']] });
    expect(await engineRecords(engine, table!)).toEqual([['1', '2']]);
  });

  it('that is not there is a usage error', async () => {
    await expect(openSource('-', options)).rejects.toMatchObject({ exit: 'usage' });
  });
});

describe('the engine and the reader', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '中', '"', ',', '\n', '\r\n', '\r', ' ', '1', "'"), maxLength: 5 });
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 });
  const blankLines = fc.array(fc.boolean(), { maxLength: 8 });

  it('agree on records and lines of any file that is read where it stands, and on the careful copy of it', { tags: ['slow'] }, async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom('\n', '\r\n'), blankLines, fc.boolean(), async (cells, newline, blanks, mark) => {
        const line = (row: readonly string[]): string =>
          row.map((text) => (/[",\r\n]|^ | $/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(',');
        const body = cells.map((row, index) => `${blanks[index] === true ? newline : ''}${line(row)}${newline}`).join('');
        const table = await open(`${mark ? '\ufeff' : ''}first,second,third${newline}${body}`);
        const careful = await reopenCarefully(table);
        const records = await recordsOf(careful, 7);
        expect(await engineRecords(engine, table)).toEqual(records);
        expect(await engineRecords(engine, careful)).toEqual(records);
        expect(await recordsOf(table, 3)).toEqual(records);
        const indexes = records.map((_, index) => index);
        expect(await table.linesOf(indexes)).toEqual(await careful.linesOf(indexes));
      }),
      { numRuns: 150 },
    );
  });
});

describeWithData('real text files', (data) => {
  const spectrum = join(data, 'torture/csv-spectrum');

  it.each(readdirSync(join(spectrum, 'csvs')))('csv-spectrum %s', async (name) => {
    const expected = JSON.parse(readFileSync(join(spectrum, 'json', name.replace('.csv', '.json')), 'utf8')) as Record<string, string>[];
    const [table] = await openSource(join(spectrum, 'csvs', name), options);
    const records = await engineRecords(engine, table!);
    expect(records.map((record) => Object.fromEntries(table!.columns.map((column, index) => [column, record[index]])))).toEqual(expected);
    expect(await recordsOf(await reopenCarefully(table!), 2)).toEqual(records);
  });

  it.each([
    ['zoho-crm/Accounts.csv', 2229, 11],
    ['zoho-crm/Leads.csv', 3900, 13],
    ['zoho-crm/Sales_Orders.csv', 2061, 23],
    ['zoho-crm/Tasks.csv', 2978, 6],
    ['adventureworks-b2b/ResellerSalesTargets.csv', 34, 14],
    ['maven-crm-sales/sales_pipeline.csv', 8800, 8],
    ['reference/rfm_data_customer.csv', 39_999, 8],
    ['xeducation-leads/Leads.csv', 9240, 38],
    ['telco-churn/Telco-Customer-Churn.csv', 7043, 21],
  ])('%s is read where it stands: %i records of %i columns', async (name, count, width) => {
    const path = join(data, name);
    const [table] = await openSource(path, options);
    expect(table!.text.path).toBe(path);
    expect(table!.columns).toHaveLength(width);
    const records = await engineRecords(engine, table!);
    expect(records).toHaveLength(count);
    expect(await recordsOf(await reopenCarefully(table!))).toEqual(records);
  });

  it.each([
    ['reference/CDNOW_master.txt', 69_659, 4, 1, ' '],
    ['reference/CDNOW_sample.txt', 6919, 5, 0, ' '],
    ['reference/arules_Groceries.basket.csv', 9835, 32, 0, '\t'],
  ])('%s: %i records of %i columns, header in line %i', async (name, count, width, headerLine, delimiter) => {
    const [table] = await openSource(join(data, name), options);
    expect(table).toMatchObject({ headerLine, rejected: [], dialect: { delimiter } });
    expect(table!.columns).toHaveLength(width);
    const records = await engineRecords(engine, table!);
    expect(records).toHaveLength(count);
    expect(records.flat().filter((cell) => cell !== '').length).toBe(headerLine === 0 && width === 32 ? 43_367 : count * width);
  });

  it('the baskets hold 169 items', async () => {
    const [table] = await openSource(join(data, 'reference/arules_Groceries.basket.csv'), options);
    expect(new Set((await recordsOf(table!)).flat().filter((cell) => cell !== '')).size).toBe(169);
  });

  it('side-by-side tables do no harm', async () => {
    const [table] = await openSource(join(data, 'maven-crm-sales/data_dictionary.csv'), options);
    expect(table!.columns).toHaveLength(14);
  });

  it('the long samples of PapaParse are the same in all chunks', async () => {
    for (const [name, sizes] of [
      ['long-sample.csv', [1, 2, 3, 7, 64]],
      ['verylong-sample.csv', [7, 64]],
    ] as const) {
      const [table] = await openSource(join(data, 'torture/papaparse', name), options);
      const whole = await recordsOf(table!);
      expect(await engineRecords(engine, table!)).toEqual(whole);
      for (const size of sizes) expect(await recordsOf(table!, size)).toEqual(whole);
    }
  });

  it('dates that may be none have no header made of the first', async () => {
    const [table] = await openSource(join(data, 'torture/exceljs-spec/test-issue-991.csv'), options);
    expect(table).toMatchObject({ headerLine: 0 });
    expect(await recordsOf(table!)).toEqual([
      ['2019-11-04'],
      ['11-04-2019'],
      ['2019-11-04T10:17:55'],
      ['00210PRG1'],
      ['1234-5thisisnotadate'],
    ]);
  });

  it('a picture and a foreign document are refused under any name', async () => {
    mkdirSync(join(folder, 'renamed'), { recursive: true });
    const picture = writeFile(folder, readFileSync(join(data, 'torture/exceljs-spec/image.png')), 'renamed/image.csv');
    await expect(openSource(picture, options)).rejects.toMatchObject({ code: 'file-no-table' });
    const numbers = writeFile(folder, readFileSync(join(data, 'torture/exceljs-spec/numbers.numbers')), 'renamed/numbers.csv');
    await expect(openSource(numbers, options)).rejects.toMatchObject({ exit: 'inputUnreadable' });
  });
});
