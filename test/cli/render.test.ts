import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root, run, temporaryFolder } from './run.ts';

const folder = temporaryFolder();
const files = ['customers', 'orders'].map((name) => join(root, `fixtures/demo/${name}.csv`));
const crm = (...args: readonly string[]) => run(args, { cwd: folder });

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
