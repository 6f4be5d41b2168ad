import { read, utils } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { shortFiles, withoutFolders } from '../../src/report/file-names.ts';
import { renderHtml } from '../../src/report/html/html.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { renderTable } from '../../src/report/table.ts';
import { renderXlsx } from '../../src/report/xlsx/xlsx.ts';
import type { Finding, Result } from '../../src/result/result.ts';
import { awkward, everything } from './awkward-result.ts';

const folder = '/srv/of one machine/exports';

function finding(message: string, file: string | null = null): Finding {
  const place = { file, sheet: null, line: null, cell: null, column: null, value: null };
  return { code: 'table-unused', level: 'warning', ...place, message, fix: `--orders ${folder}/more.csv`, count: 1 };
}

function resultWith(findings: Finding[], files = [`${folder}/a/orders.csv`, `${folder}/b/orders.csv`, `${folder}/reps.csv`]): Result {
  return { ...awkward, inputs: files.map((file) => ({ ...awkward.inputs[0]!, file })), findings };
}

describe('the short name of a file', () => {
  it('has as many folders as tell it from the others', () => {
    const short = shortFiles(['/x/a/orders.csv', '/x/b/orders.csv', '/y/b/orders.csv', 'orders.csv', 'C:\\crm\\reps.csv']);
    expect(['/x/a/orders.csv', '/x/b/orders.csv', '/y/b/orders.csv', 'orders.csv', 'C:\\crm\\reps.csv'].map(short)).toEqual([
      'a/orders.csv',
      'x/b/orders.csv',
      'y/b/orders.csv',
      'orders.csv',
      'reps.csv',
    ]);
    expect(short('other/orders.csv')).toBe('other/orders.csv');
  });
});

describe('a result without folders', () => {
  it('names files in what is said, too, whether or not they were read', () => {
    const said = [
      `${folder}/b/orders.csv is like ${folder}/a/orders.csv`,
      `${folder}/notes of May.csv 不是可识别的数据表`,
      '/elsewhere/on/it/notes.csv and C:\\crm\\notes.csv',
    ].map((message) => finding(message));
    const { findings } = withoutFolders(resultWith(said));
    expect(findings.map(({ message }) => message)).toEqual([
      'b/orders.csv is like a/orders.csv',
      'notes of May.csv 不是可识别的数据表',
      'notes.csv and notes.csv',
    ]);
    expect(findings[0]!.fix).toBe('--orders more.csv');
  });

  it('leaves what only looks like a path', () => {
    const message = '是/否, 2026/10/31, n/a, https://example.com/a/b.html, a/b/exports/x.csv, and/or/not.';
    expect(withoutFolders(resultWith([finding(message)], ['exports/orders.csv'])).findings[0]!.message).toBe(message);
  });

  it('names the files that a table lists', () => {
    const text = (id: string) => ({ id, title: id, type: 'text', unit: null, basis: null }) as const;
    const table = awkward.sections.find((section) => section.kind === 'table');
    const rows = [{ file: `${folder}/orders.csv`, rows: `orders ${folder}/orders.csv: 29–31`, name: `${folder}/kept.csv` }];
    const listed = { ...table!, columns: ['file', 'rows', 'name'].map(text), rows, total: 1 };
    const [section] = withoutFolders({ ...awkward, inputs: [], sections: [listed] }).sections;
    expect(section?.kind === 'table' && [...section.rows]).toEqual([
      { file: 'orders.csv', rows: 'orders orders.csv: 29–31', name: `${folder}/kept.csv` },
    ]);
  });

  it('is what page, workbook and Markdown show; a terminal has the paths', async () => {
    const given = resultWith([finding(`${folder}/notes.csv is no table`), finding('two rows are alike', `${folder}/a/orders.csv`)]);
    const book = read(await renderXlsx(given, everything), { type: 'array' });
    const cells = Object.values(book.Sheets).map((sheet) => utils.sheet_to_csv(sheet));
    for (const shown of [await renderHtml(given, everything), await renderMarkdown(given, everything), cells.join('\n')]) {
      expect(shown).toContain('a/orders.csv');
      expect(shown).toContain('notes.csv is no table');
      expect(shown).not.toContain('machine');
    }
    expect(await renderTable(given, { ...everything, width: 200 })).toContain(`${folder}/notes.csv is no table`);
  });
});
