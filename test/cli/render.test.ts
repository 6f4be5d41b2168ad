import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Result, Section } from '../../src/result/result.ts';
import { root, run, temporaryFolder } from './run.ts';

const folder = temporaryFolder();
const files = ['customers', 'orders'].map((name) => join(root, `fixtures/demo/${name}.csv`));
const crm = (...args: readonly string[]) => run(args, { cwd: folder });

/** The result with another value in the first row of retention. */
function withCell(saved: Result, customers: string | number): unknown {
  const alter = (section: Section) =>
    section.id === 'retention' && section.kind === 'table'
      ? { ...section, rows: [...section.rows].map((row, index) => (index === 0 ? { ...row, customers } : row)) }
      : section;
  return { ...saved, sections: saved.sections.map(alter) };
}

describe('render', () => {
  beforeAll(async () => {
    expect((await crm('cohorts', ...files, '--lang', 'zh', '-q', '--out', 'saved.json')).code).toBe(0);
  });

  it.each(['html', 'markdown', 'csv', 'json'])('writes %s as the run that computed it would have', async (format) => {
    const { stdout } = await crm('cohorts', ...files, '--lang', 'zh', '-q', '--format', format);
    // The engine and the files are asked no more: the language is that of the result.
    expect(await crm('render', 'saved.json', '--lang', 'en', '--format', format, '-q')).toEqual({ code: 0, stdout, stderr: '' });
  });

  it('reads the standard input, and takes sections, columns and rows as every command', async () => {
    const { stdout } = await crm('render', 'saved.json', '--format', 'json');
    const { code, stdout: csv } = await run(
      ['render', '-', '--section', 'retention', '--columns', 'cohort,customers', '--limit', '1', '--format', 'csv'],
      {
        cwd: folder,
        input: stdout,
      },
    );
    expect([code, csv]).toEqual([0, 'cohort,customers\r\n2026-10,2\r\n']);
  });

  it('adds up the formats of a set', async () => {
    const { code, stderr } = await crm('render', 'saved.json', '--to', 'set', '--with', 'json', '--with', 'markdown', '--with', 'json');
    expect([code, stderr]).toEqual([0, '已写入 set，共 4 个文件\n']);
  });

  it.each([
    ['period: {from}', (saved: Result) => ({ ...saved, period: { from: '../../x', to: '2026-11-01' } }), 'period.from: no date'],
    ['as_of', (saved: Result) => ({ ...saved, as_of: '2026-02-30' }), 'as_of: no date'],
    ['words for a number', (saved: Result) => withCell(saved, '=1+1'), '(retention.rows.0.customers)'],
    ['a number beyond all', (saved: Result) => withCell(saved, 1e308), '(retention.rows.0.customers)'],
  ])('refuses a result that was altered: %s', async (_, alter, message) => {
    const saved = JSON.parse(readFileSync(join(folder, 'saved.json'), 'utf8')) as Result;
    writeFileSync(join(folder, 'altered.json'), JSON.stringify(alter(saved)));
    const { code, stdout, stderr } = await crm('render', 'altered.json', '--lang', 'en', '--to', 'never/{period}');
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toContain(message);
    expect(stderr).toContain('(result-unfit)');
  });

  it.each([
    ['gone.json', null, 'gone.json cannot be rendered: it is not there'],
    ['folder.json', 'folder', 'folder.json cannot be rendered: it is no file'],
    ['text.json', 'not json', 'text.json cannot be rendered: it is no JSON'],
    ['other.json', '{"schema":"crm-eval/result@1"}', 'other.json cannot be rendered: it is no result of crm-eval in JSON (command: '],
    ['array.json', '[]', 'array.json cannot be rendered: it is no result of crm-eval in JSON'],
  ])('refuses %s, and says why', async (name, content, message) => {
    if (content === 'folder') mkdirSync(join(folder, name));
    else if (content !== null) writeFileSync(join(folder, name), content);
    const { code, stdout, stderr } = await crm('render', name, '--lang', 'en', '--out', 'never.html');
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toContain(`error: ${message}`);
    expect(stderr).toContain('(result-unfit)\nfix: give what a command wrote with --out FILE.json\n');
  });
});
