import { read, utils } from '@e965/xlsx';
import type { WorkBook } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { renderHtml } from '../../../src/report/html/html.ts';
import { renderXlsx } from '../../../src/report/xlsx/xlsx.ts';
import { sheetText } from '../../../src/report/xlsx/cells.ts';
import { createSheetNames } from '../../../src/report/xlsx/names.ts';
import { describeWithData } from '../../data-folder.ts';
import type { ReportOptions } from '../../../src/report/contract.ts';
import { awkward, everything, inChinese } from '../awkward-result.ts';
import { naughtyStrings, resultOf } from '../naughty-strings.ts';

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
  it('stops at a signal, also within a long sheet', async () => {
    const stop = new AbortController();
    setImmediate(() => setImmediate(() => setImmediate(() => stop.abort(new Error('stopped')))));
    await expect(renderXlsx(awkward, { ...everything, signal: AbortSignal.abort(new Error('stopped')) })).rejects.toThrow('stopped');
    const table = awkward.sections.find((section) => section.kind === 'table');
    const rows = Array.from({ length: 20_000 }, () => [...table!.rows][0]!);
    const long = { ...awkward, sections: [{ ...table!, rows, total: rows.length }] };
    await expect(renderXlsx(long, { ...everything, signal: stop.signal })).rejects.toThrow('stopped');
  });

  it('has a cover, the tables in reading order, findings, definitions and last the method', async () => {
    const book = await workbook(awkward, everything);
    expect(book.SheetNames).toEqual([
      'Summary',
      'Ranking customers by score',
      'Ranking customers by score (2)',
      'Findings',
      'Definitions',
      'Files and method',
    ]);
    expect((await workbook(inChinese, everything)).SheetNames.filter((name) => !name.startsWith('Ranking'))).toEqual([
      '概览',
      '数据问题',
      '口径',
      '数据来源与方法',
    ]);
  });

  it('writes typed cells: numbers, money to the cent, UTC dates, ids as text', async () => {
    const rows = values(await workbook(awkward, everything), 'Ranking customers by score');
    expect(rows.slice(0, 2).map((row) => row[0])).toEqual(['Ranking: customers [by/score]', '5 rows']);
    // What is seen first, then the rest. Serial 46325 is 2026-10-30; the time 23:59:59 is 86399/86400 of a day.
    expect(rows[2]!.slice(0, 4)).toEqual(['Name', 'Score (points)', 'Revenue (CNY)', 'Customer']);
    expect(rows[3]).toEqual([
      '北京海鸥科技有限公司',
      87.23456,
      1_234_567.89,
      '001',
      0.1234,
      1234,
      46325,
      expect.closeTo(46325 + 86399 / 86400, 9),
      'yes',
      '=1+1',
    ]);
    expect(rows[4]!.slice(1, 3)).toEqual([0, -5.5]);
    expect(rows[4]!.slice(4, 8)).toEqual([-0.5, 0, '1899-12-31', null]);
    expect(rows[7]!.slice(0, 4)).toEqual(["'=1+1", 3, 1e15, '-5']);
  });

  it('formats by meaning', async () => {
    const sheet = (await workbook(awkward, everything)).Sheets['Ranking customers by score']!;
    expect(['D4', 'B4', 'C4', 'E4', 'F4', 'G4', 'H4'].map((cell) => sheet[cell].z)).toEqual([
      '@',
      '#,##0.00;"−"#,##0.00;#,##0.00',
      '#,##0;"−"#,##0;#,##0',
      '0.0%;"−"0.0%;0.0%',
      '#,##0;"−"#,##0;#,##0',
      'yyyy-mm-dd',
      'yyyy-mm-dd hh:mm:ss',
    ]);
    expect(sheet['!cols']!.every((column) => column === undefined || (column.width ?? 0) <= 61)).toBe(true);
  });

  it('opens with title, dates, answer, figures and what else there is', async () => {
    const rows = values(await workbook(awkward, everything), 'Summary');
    const first = rows.map((row) => row[0]);
    expect(first.slice(0, 5)).toEqual([
      'Customer ranking',
      'as of 2026-10-31 · period 2026-01-01 to 2026-10-31',
      '',
      'Two of five customers hold most of it.',
      'Call 北京海鸥 first.',
    ]);
    expect(rows).toContainEqual(['Repeat purchase rate', 0.18, null, 412, '14.6%–22.0%', null, null]);
    expect(first.slice(first.indexOf('In this workbook'))).toEqual([
      'In this workbook',
      'Ranking: customers [by/score]',
      'Ranking: customers [by/score]',
      'Findings',
      'Definitions',
      'Files and method',
    ]);
  });

  it('says last from which files and with what, and what every figure rests on', async () => {
    const book = await workbook(awkward, everything);
    const rows = values(book, 'Files and method');
    expect(rows.slice(0, 4).map((row) => row.slice(0, 2))).toEqual([
      ['Files and method', null],
      ['Command', 'crm-eval score'],
      ['Engine', 'duckdb'],
      ['Findings', '1 error, 1 warning, 1 note'],
    ]);
    expect(rows.map((row) => [row[0], row[3], row[11]])).toContainEqual(['订单 2026.csv', 1000, 'a'.repeat(64)]);
    expect(values(book, 'Definitions')).toContainEqual([
      'Repeat purchase rate',
      'repeat_rate',
      null,
      'customers with two or more orders / customers with an order, in the period',
      'Overview',
    ]);
  });

  it('tells figures of two periods beside each other on the cover', async () => {
    const fact = { type: 'money', unit: null, n: null, low: null, high: null, basis: null } as const;
    const facts = [
      { ...fact, id: 'period_before', title: 'Period, before', type: 'text', value: 'June' },
      { ...fact, id: 'period_after', title: 'Period, after', type: 'text', value: 'July' },
      { ...fact, id: 'revenue_before', title: 'Revenue, before', value: 1_249_308.77 },
      { ...fact, id: 'revenue_after', title: 'Revenue, after', value: 992_237.28 },
    ];
    const result = {
      ...awkward,
      sections: [{ id: 'overview', title: 'Overview', kind: 'facts', place: 'basis', first: null, facts } as const],
    };
    const rows = values(await workbook(result as unknown as typeof awkward, everything), 'Summary').map((row) => row.slice(0, 4));
    expect(rows).toContainEqual(['Figure', 'Value', 'Before', 'Change']);
    // Words are no figures, and a difference has cents.
    expect(rows.map(([title]) => title)).not.toContain('Period, after');
    expect(rows).toContainEqual(['Revenue, after', 992_237.28, 1_249_308.77, -257_071.49]);
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

  it('prints a wide table of which nothing comes first on as many pages across as can be read, its ids on each', async () => {
    const result = resultOf(['x']);
    const section = result.sections[0]!;
    if (section.kind !== 'table') throw new Error('a table');
    const setups = async () => {
      const book = new ExcelJS.Workbook();
      await book.xlsx.load((await renderXlsx(result, everything)) as unknown as ExcelJS.Buffer);
      const { fitToWidth, fitToHeight, printTitlesRow, printTitlesColumn } = book.getWorksheet('Rows')!.pageSetup;
      return { fitToWidth, fitToHeight, printTitlesRow, printTitlesColumn };
    };
    expect(await setups()).toEqual({ fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:3', printTitlesColumn: undefined });
    const wide = Array.from({ length: 10 }, (_, index) => ({
      id: `text_${index}`,
      title: 'Text',
      type: 'text' as const,
      unit: null,
      basis: null,
    }));
    section.columns = [{ id: 'id', title: 'Id', type: 'id', unit: null, basis: null }, ...wide];
    section.rows = [{ id: 'C1', ...Object.fromEntries(wide.map(({ id }) => [id, 'x'.repeat(50)])) }];
    expect(await setups()).toEqual({ fitToWidth: 3, fitToHeight: 0, printTitlesRow: '1:3', printTitlesColumn: 'A:A' });
  });

  it('wraps a title that is wider than what is printed, and cuts it on the cover', async () => {
    const table = awkward.sections.find((section) => section.kind === 'table')!;
    const title = `Two regions fell, ${'and why they did '.repeat(12)}is said below`;
    const of = async (own: string) => workbook({ ...awkward, sections: [{ ...table, title: own }] }, everything);
    const [long, short] = [await of(title), await of('Two regions fell')];
    const name = long.SheetNames[1]!;
    expect(values(long, name)[0]![0]).toBe(title);
    expect(long.Sheets[name]!['!merges']).toHaveLength(1);
    expect(long.Sheets[name]!['!merges']![0]).toMatchObject({ s: { r: 0, c: 0 }, e: { r: 0 } });
    expect(long.Sheets[name]!['!rows']![0]!.hpt).toBeGreaterThan(40);
    expect(short.Sheets[short.SheetNames[1]!]!['!merges']).toBeUndefined();
    const contents = values(long, 'Summary').flatMap(([cell]) =>
      typeof cell === 'string' && cell.startsWith('Two regions') ? [cell] : [],
    );
    expect(contents).toHaveLength(1);
    expect(contents[0]!.endsWith('…')).toBe(true);
    expect(contents[0]!.length).toBe(79);
  });

  it('has at its foot what it is, of which days, and the page', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await renderXlsx({ ...awkward, title: 'A & B' }, everything)) as unknown as ExcelJS.Buffer);
    const feet = new Set(book.worksheets.filter(({ state }) => state === 'visible').map(({ headerFooter }) => headerFooter.oddFooter));
    expect([...feet]).toEqual(['&LA && B · 2026-01-01 to 2026-10-31&RPage &P of &N']);
    expect(book.subject).toBe('2026-01-01 to 2026-10-31');
  });

  it('prints what a decision needs, and a page of what is looked up', async () => {
    const ranking = awkward.sections[1]!;
    if (ranking.kind !== 'table') throw new Error('a table');
    const glance = { ...ranking.glance, below: ['note'] };
    const detail = { ...ranking, id: 'more', title: 'More', place: 'detail' as const };
    const book = new ExcelJS.Workbook();
    const result = { ...awkward, sections: [{ ...ranking, glance }, detail] };
    await book.xlsx.load((await renderXlsx(result, everything)) as unknown as ExcelJS.Buffer);
    const area = (name: string) => book.getWorksheet(name)!.pageSetup.printArea;
    // Name, score, revenue and the sentence: four columns, three rows of head and five of data.
    expect(area('Ranking customers by score')).toBe('A1:D8');
    expect(area('More')).toBe('A1:C8');
    // Of all definitions as many as go on a page.
    const { fitToWidth, fitToHeight } = book.getWorksheet('Definitions')!.pageSetup;
    expect([area('Definitions'), fitToWidth, fitToHeight]).toEqual(['A1:E6', 1, 1]);
  });

  it('hides sheets of details, which the cover names, unless all or they are asked for', async () => {
    const ranking = awkward.sections[1]!;
    if (ranking.kind !== 'table') throw new Error('a table');
    const result = { ...awkward, sections: [ranking, { ...ranking, id: 'more', title: 'More', place: 'detail' as const }] };
    const seen = async (options: ReportOptions) => {
      const book = new ExcelJS.Workbook();
      await book.xlsx.load((await renderXlsx(result, options)) as unknown as ExcelJS.Buffer);
      const more = book.getWorksheet('More')!;
      const [cover] = book.worksheets;
      const links: unknown[] = [];
      cover!.eachRow((row) => links.push(row.getCell(1).value));
      // Whoever reads a workbook knows of no options.
      expect(JSON.stringify(links)).not.toMatch(/-v\b|--\w/);
      return { state: more.state, area: more.pageSetup.printArea, link: links.findLast((value) => JSON.stringify(value).includes('More')) };
    };
    // LibreOffice prints what has an area, hidden or not.
    expect(await seen({ ...everything, detail: 'usual' })).toEqual({ state: 'hidden', area: undefined, link: 'More' });
    const shown = { state: 'visible', area: 'A1:C8', link: { text: 'More', hyperlink: "#'More'!A1" } };
    expect(await seen(everything)).toMatchObject(shown);
    expect(await seen({ ...everything, detail: 'usual', sections: ['ranking', 'more'] })).toMatchObject(shown);
  });

  it('has the first rows of a list that is beside it as a whole, and says so', async () => {
    const result = resultOf(['a', 'b', 'c']);
    const id = result.sections[0]!.id;
    const longLists = { most: 2, files: new Map([[id, `review-${id}.csv`]]) };
    const cells = values(await workbook(result, { ...everything, longLists }), 'Rows').slice(1);
    expect(cells[0]![0]).toBe(`3 rows · the first 2 here, all of them in review-${id}.csv`);
    expect(cells.slice(2).map(([, text]) => text)).toEqual(['a', 'b']);
    const page = await renderHtml(result, { ...everything, limit: 1, longLists });
    expect(page).toContain(`2 more rows: the first 2 in the workbook, all in review-${id}.csv`);
  });

  it('leaves what is not finite empty and refuses more rows than a sheet holds', async () => {
    const result = resultOf(['x']);
    const section = result.sections[0]!;
    if (section.kind !== 'table') throw new Error('a table');
    section.rows = [
      { n: Number.NaN, text: 'x' },
      { n: Infinity, text: 'y' },
    ];
    expect(values(await workbook(result, everything), 'Rows').slice(3)).toEqual([
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
  it('are what sections are called whatever they find, where their titles say what was found', async () => {
    const table = awkward.sections.find((section) => section.kind === 'table')!;
    const names = async (title: string, more: object): Promise<readonly string[]> =>
      (await workbook({ ...awkward, sections: [{ ...table, title, ...more }] }, everything)).SheetNames;
    expect(await names('7 leads are late', { name: 'Leads' })).toContain('Leads');
    expect(await names('Leads', {})).toContain('Leads');
  });

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
    expect(rows.slice(3).map((row) => row[1])).toEqual(expected);
  });
});
