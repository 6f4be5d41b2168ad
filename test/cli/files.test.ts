import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expandFiles } from '../../src/cli/files.ts';
import type { LeftOut } from '../../src/cli/folders.ts';
import { temporaryFolder } from './run.ts';

const folder = temporaryFolder({
  'b.csv': '',
  'a.csv': '',
  'a.xlsx': '',
  '.hidden.csv': '',
  'c[1].csv': '',
  'sub/d.csv': '',
  'sub2/e.csv': '',
  '订单1.csv': '',
});
const paths = (...files: string[]): string[] =>
  expandFiles(
    files.map((path) => ({ path })),
    folder,
  ).map(({ path }) => path);

describe('expandFiles', () => {
  it('expands * and ? in sorted order, without hidden files', () => {
    expect(paths('*.csv')).toEqual(['a.csv', 'b.csv', 'c[1].csv', '订单1.csv']);
    expect(paths('?.csv', 'a.xlsx')).toEqual(['a.csv', 'b.csv', 'a.xlsx']);
    expect(paths('订单?.csv')).toEqual(['订单1.csv']);
    expect(paths('.*.csv')).toEqual(['.hidden.csv']);
  });

  it('expands folders too', () => {
    expect(paths('sub*/*.csv')).toEqual(['sub/d.csv', 'sub2/e.csv']);
    expect(paths(join(folder, 'sub?/*'))).toEqual([join(folder, 'sub2/e.csv')]);
  });

  it('takes other characters as they stand, and a missing file without wildcards too', () => {
    expect(paths('c[1].csv', 'missing.csv', '-')).toEqual(['c[1].csv', 'missing.csv', '-']);
  });

  it('keeps the role of what it expands', () => {
    expect(expandFiles([{ path: 'a.*', role: 'orders' }], folder)).toEqual([
      { path: 'a.csv', role: 'orders' },
      { path: 'a.xlsx', role: 'orders' },
    ]);
  });

  it('refuses a pattern that matches nothing', () => {
    expect(() => paths('*.ods')).toThrow(expect.objectContaining({ code: 'glob-empty', exit: 'usage' }));
    expect(() => paths('nowhere/*.csv')).toThrow(expect.objectContaining({ code: 'glob-empty' }));
  });

  it('refuses a file that is given twice, by whatever name', () => {
    symlinkSync(join(folder, 'a.csv'), join(folder, 'link.csv'));
    for (const twice of [
      ['a.csv', './a.csv'],
      ['a.csv', '?.csv'],
      ['a.csv', 'link.csv'],
      ['a.csv', join(folder, 'a.csv')],
      ['-', '-'],
    ]) {
      expect(() => paths(...twice)).toThrow(expect.objectContaining({ code: 'file-twice', exit: 'usage' }));
    }
  });

  it('takes a folder as the exports in it, and tells what else is there', () => {
    const exports = temporaryFolder({
      'exports/orders.csv': '',
      'exports/A.XLSX': '',
      'exports/客户.txt': '',
      'exports/~$A.xlsx': '',
      'exports/.DS_Store': '',
      'exports/crm-eval.config.yaml': '',
      'exports/notes.pdf': '',
      'exports/2025/orders.csv': '',
      'exports/ranking.csv': 'rank,tier,tier_code,state,state_code\n',
      // Codes beside words are common in exports, too.
      'exports/shops.csv': 'customer_id,country,country_code,state,state_code\n',
      'nothing/.hidden.csv': '',
    });
    const leftOut: LeftOut[] = [];
    const files = expandFiles([{ path: 'exports/', role: 'orders' }], exports, (what) => leftOut.push(what));
    expect(files).toEqual(
      ['exports/A.XLSX', 'exports/orders.csv', 'exports/shops.csv', 'exports/客户.txt'].map((path) => ({
        path,
        role: 'orders',
        found: true,
      })),
    );
    expect(leftOut).toEqual([
      { folder: 'exports/', hidden: ['.DS_Store', 'crm-eval.config.yaml', '~$A.xlsx'], other: ['2025', 'notes.pdf'], own: ['ranking.csv'] },
    ]);
    expect(() => expandFiles([{ path: 'nothing' }], exports)).toThrow(expect.objectContaining({ code: 'folder-empty', exit: 'usage' }));
    expect(() => expandFiles([{ path: 'exports' }, { path: 'exports/orders.csv' }], exports)).toThrow(
      expect.objectContaining({ code: 'file-twice' }),
    );
  });

  it('matches a hostile pattern in little time', () => {
    const long = temporaryFolder({ [`${'a'.repeat(200)}.csv`]: '' });
    const start = performance.now();
    expect(() => expandFiles([{ path: `${'*a'.repeat(100)}b` }], long)).toThrow(expect.objectContaining({ code: 'glob-empty' }));
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
