import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { renderXlsx } from '../../../../src/report/xlsx/xlsx.ts';
import { everything } from '../../awkward-result.ts';
import { charted, sections } from './charted-result.ts';

const folder = mkdtempSync(join(tmpdir(), 'crm-eval-xlsx-'));
const python = ['/usr/bin/python3', 'python3'].find((each) => spawnSync(each, ['-c', 'import openpyxl']).status === 0);
const office = spawnSync('soffice', ['--version']).status === 0 ? 'soffice' : undefined;
if (python === undefined) console.log('no openpyxl: workbooks are not read back with it');
if (office === undefined) console.log('no LibreOffice: workbooks are not opened with it');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Cells, formulas, charts with the cells of their series, tables and names of a workbook, as openpyxl reads them. */
const script = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
def series(chart):
    return [s.val.numRef.f if s.val is not None else s.yVal.numRef.f for s in chart.series]
print(json.dumps({
    'formulas': [c.coordinate for sheet in book for row in sheet.iter_rows() for c in row if c.data_type == 'f'],
    'charts': {sheet.title: [series(part) for chart in sheet._charts for part in [chart] + list(getattr(chart, '_charts', []))[1:]] for sheet in book if sheet._charts},
    'tables': {sheet.title: {table.name: table.ref for table in sheet.tables.values()} for sheet in book if sheet.tables},
    'cells': {sheet.title: [[c if c is None or isinstance(c, (int, float, str)) else str(c) for c in row] for row in sheet.iter_rows(values_only=True)] for sheet in book},
}))
`;

interface ReadBack {
  readonly formulas: string[];
  readonly charts: Record<string, string[][]>;
  readonly tables: Record<string, Record<string, string>>;
  readonly cells: Record<string, (string | number | null)[][]>;
}

async function write(name: string): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, await renderXlsx(charted, everything));
  return path;
}

describe.runIf(python !== undefined)('a workbook read by openpyxl', () => {
  it('has its values, no formula, its charts with their cells, and its tables', async () => {
    const output = execFileSync(python!, ['-c', script, await write('read.xlsx')], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    const { formulas, charts, tables, cells } = JSON.parse(output) as ReadBack;
    expect(formulas).toEqual([]);
    expect(Object.keys(charts)).toEqual(Object.values(sections).map(({ name }) => name));
    expect(charts['trend']).toEqual([["'_chart data'!$B$3:$B$5", "'_chart data'!$C$3:$C$5"], ["'_chart data'!$D$3:$D$5"]]);
    expect(tables['trend']).toEqual({ tbl_trend: 'A20:D23' });
    expect(cells['trend']!.slice(19)).toEqual([
      ['Month', 'Actual (CNY)', 'Target (CNY)', 'Before (CNY)'],
      ['2026-10', 250_000, 300_000, 200_000],
      ['2026-09', null, 300_000, 200_000],
      ['2026-08', 150_000, 300_000, 200_000],
    ]);
    expect(cells['_chart data']!.slice(1, 5).map((row) => row.slice(0, 4))).toEqual([
      ['Month', 'Before (CNY) (k)', 'Actual (CNY) (k)', 'Target (CNY) (k)'],
      ['2026-08', 200, 150, 300],
      ['2026-09', 200, null, 300],
      ['2026-10', 200, 250, 300],
    ]);
    expect(cells['by_customer']![20]![0]).toBe('=1+1 <b>&"\'');
  });
});

describe.runIf(office !== undefined)('a workbook opened by LibreOffice', { tags: ['slow'] }, () => {
  it('is printed without repair', async () => {
    const path = await write('open.xlsx');
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, path], {
      stdio: 'ignore',
      timeout: 120_000,
    });
    const size = Number(execFileSync('stat', ['-c', '%s', join(folder, 'open.pdf')], { encoding: 'utf8' }));
    expect(size).toBeGreaterThan(20_000);
  });
});
