import { read, utils } from '@e965/xlsx';
import type { WorkBook } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { renderXlsx } from '../../src/report/xlsx.ts';
import { sheetText } from '../../src/report/xlsx-cells.ts';
import { createSheetNames } from '../../src/report/xlsx-names.ts';
import { describeWithData } from '../data-folder.ts';
import { awkward, everything, inChinese } from './awkward-result.ts';
import { naughtyStrings, resultOf } from './naughty-strings.ts';

async function workbook(...arguments_: Parameters<typeof renderXlsx>): Promise<WorkBook> {
  return read(await renderXlsx(...arguments_), { type: 'array', cellFormula: true, cellNF: true, cellStyles: true });
}

/** Cells as they are stored: dates as serials, so that no time zone has a say. */
function values(book: WorkBook, name: string): unknown[][] {
  const sheet = book.Sheets[name]!;
  const { e: end } = utils.decode_range(sheet['!ref']!);
  return Array.from({ length: end.r + 1 }, (_, r) =>
    Array.from({ length: end.c + 1 }, (__, c) => sheet[utils.encode_cell({ r, c })]?.v ?? null),
  );
}

afterEach(() => {
  vi.useRealTimers();
});

describe('renderXlsx', () => {
  it('has a summary, a sheet a table, findings, inputs and definitions', async () => {
    const book = await workbook(awkward, everything);
    expect(book.SheetNames).toEqual([
      'Summary',
      'Ranking customers by score',
      'Ranking customers by score (2)',
      'Findings',
      'Inputs',
      'Definitions',
    ]);
    expect((await workbook(inChinese, everything)).SheetNames.filter((name) => !name.startsWith('Ranking'))).toEqual([
      '概览',
      '数据问题',
      '输入文件',
      '字段说明',
    ]);
  });

  it('writes typed cells: numbers, UTC dates, ids as text', async () => {
    const rows = values(await workbook(awkward, everything), 'Ranking customers by score');
    // Serial 46325 is 2026-10-30; the time 23:59:59 is 86399/86400 of a day.
    expect(rows[1]).toEqual([
      '001',
      '北京海鸥科技有限公司',
      87.23456,
      1234567.891,
      0.1234,
      1234,
      46325,
      expect.closeTo(46325 + 86399 / 86400, 9),
      'yes',
      '=1+1',
    ]);
    expect(rows[2]!.slice(2, 8)).toEqual([0, -5.5, -0.5, 0, '1899-12-31', null]);
    expect(rows[3]!.slice(3, 9)).toEqual([null, null, null, null, null, null]);
    expect(rows[5]!.slice(0, 4)).toEqual(['-5', "'=1+1", 3, 1e15]);
  });

  it('formats by meaning', async () => {
    const sheet = (await workbook(awkward, everything)).Sheets['Ranking customers by score']!;
    expect(['A2', 'C2', 'D2', 'E2', 'F2', 'G2', 'H2'].map((cell) => sheet[cell].z)).toEqual([
      '@',
      '#,##0.00',
      '#,##0.00',
      '0.0%',
      '#,##0',
      'yyyy-mm-dd',
      'yyyy-mm-dd hh:mm:ss',
    ]);
    expect(sheet['!autofilter']).toEqual({ ref: 'A1:J6' });
    expect(sheet['!cols']!.every((column) => column === undefined || (column.width ?? 0) <= 61)).toBe(true);
  });

  it('says on the summary what it is based on', async () => {
    const rows = values(await workbook(awkward, everything), 'Summary');
    expect(rows.slice(0, 5).map((row) => row.slice(0, 2))).toEqual([
      ['crm-eval score', null],
      ['As of', 46326],
      ['Period', '2026-01-01 to 2026-10-31'],
      ['Engine', 'duckdb'],
      ['Findings', '5 errors, 12 warnings, 1 note'],
    ]);
    expect(rows).toContainEqual([
      'Repeat purchase rate',
      0.18,
      null,
      412,
      0.146,
      0.22,
      null,
      'customers with two or more orders / customers with an order, in the period',
    ]);
    expect(rows).toContainEqual(['订单 2026.csv', null, 'orders', 1000, 950, 40, 10, 'a'.repeat(64)]);
  });

  it('holds no formula', async () => {
    const book = await workbook(awkward, everything);
    const cells = Object.values(book.Sheets).flatMap((sheet) => Object.entries(sheet).filter(([key]) => !key.startsWith('!')));
    expect(cells.length).toBeGreaterThan(150);
    expect(cells.filter(([, cell]) => cell.f !== undefined)).toEqual([]);
  });

  it('has the same bytes whatever the clock and the time zone are', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 0, 1, 12) });
    vi.stubEnv('TZ', 'Asia/Shanghai');
    const first = await renderXlsx(awkward, everything);
    expect(new Date().getTimezoneOffset()).toBe(-480);
    vi.setSystemTime(Date.UTC(2031, 6, 1, 23, 59));
    vi.stubEnv('TZ', 'America/New_York');
    expect(new Date().getTimezoneOffset()).toBe(240);
    expect(Buffer.compare(first, await renderXlsx(awkward, everything))).toBe(0);
  });

  it('prints a wide table on as many pages across as can be read, its ids on each', async () => {
    const result = resultOf(['x']);
    const section = result.sections[0]!;
    if (section.kind !== 'table') throw new Error('a table');
    const setups = async () => {
      const book = new ExcelJS.Workbook();
      await book.xlsx.load((await renderXlsx(result, everything)) as unknown as ExcelJS.Buffer);
      const { fitToWidth, fitToHeight, printTitlesRow, printTitlesColumn } = book.getWorksheet('Rows')!.pageSetup;
      return { fitToWidth, fitToHeight, printTitlesRow, printTitlesColumn };
    };
    expect(await setups()).toEqual({ fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1', printTitlesColumn: undefined });
    const wide = Array.from({ length: 10 }, (_, index) => ({
      id: `text_${index}`,
      title: 'Text',
      type: 'text' as const,
      unit: null,
      basis: null,
    }));
    section.columns = [{ id: 'id', title: 'Id', type: 'id', unit: null, basis: null }, ...wide];
    section.rows = [{ id: 'C1', ...Object.fromEntries(wide.map(({ id }) => [id, 'x'.repeat(50)])) }];
    expect(await setups()).toEqual({ fitToWidth: 3, fitToHeight: 0, printTitlesRow: '1:1', printTitlesColumn: 'A:A' });
  });

  it('leaves what is not finite empty and refuses more rows than a sheet holds', async () => {
    const result = resultOf(['x']);
    const section = result.sections[0]!;
    if (section.kind !== 'table') throw new Error('a table');
    section.rows = [
      { n: Number.NaN, text: 'x' },
      { n: Infinity, text: 'y' },
    ];
    expect(values(await workbook(result, everything), 'Rows').slice(1)).toEqual([
      [null, 'x'],
      [null, 'y'],
    ]);
    section.rows = Array.from({ length: 1_048_576 }, () => ({ n: 1, text: 'x' }));
    await expect(renderXlsx(result, everything)).rejects.toMatchObject({ code: 'too-many-rows-for-xlsx', exit: 'usage' });
  });
});

describe('sheetText', () => {
  it('cuts at the limit of a cell with a mark, never through a character', () => {
    expect(sheetText('x'.repeat(40_000))).toBe(`${'x'.repeat(32_766)}…`);
    expect(sheetText('x'.repeat(32_767))).toHaveLength(32_767);
    expect(sheetText(`${'x'.repeat(32_765)}${'😀'.repeat(5)}`)).toBe(`${'x'.repeat(32_765)}…`);
  });

  it('keeps what looks like a character code from being read as one', () => {
    expect(sheetText('_x0041_ _x00_ _xZZZZ_')).toBe('_x005F_x0041_ _x00_ _xZZZZ_');
  });
});

describe('sheet names', () => {
  it('are clean, at most 31 long and unique whatever the case', () => {
    const name = createSheetNames();
    expect(name("a:b\\c/d?e*f[g]'h'")).toBe('a b c d e f g h');
    expect(name('History')).toBe('History (2)');
    expect(name('Tiers')).toBe('Tiers');
    expect(name('TIERS')).toBe('TIERS (2)');
    expect(name('客'.repeat(40))).toBe('客'.repeat(31));
    expect(name('客'.repeat(40))).toBe(`${'客'.repeat(27)} (2)`);
    expect(name("''")).toBe('Sheet');
    expect(name('😀'.repeat(20))).toBe('😀'.repeat(15));
  });
});

describeWithData('naughty strings in a workbook', (folder) => {
  it('come back as they were, but for characters that no cell can hold', async () => {
    const strings = naughtyStrings(folder);
    const rows = values(await workbook(resultOf(strings), everything), 'Rows');
    // SheetJS decodes _x005F_ itself; control characters are written out.
    const expected = strings.map((text) =>
      text.replaceAll('\r\n', '\n').replaceAll(/[\p{Cc}\ufffe\uffff]/gu, (c) => (c === '\n' || c === '\t' ? c : sheetText(c))),
    );
    expect(rows.slice(1).map((row) => row[1])).toEqual(expected);
  });
});
