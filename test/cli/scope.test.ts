import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, run, temporaryFolder } from './run.ts';

const read = (name: string): string[][] =>
  readFileSync(join(root, `fixtures/demo/${name}.csv`), 'utf8')
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));

const names = ['activities', 'customers', 'feedback', 'leads', 'opportunities', 'orders', 'pool_events', 'reps', 'targets'];
const files = names.map((name) => join(root, `fixtures/demo/${name}.csv`));
const own = '何俊杰';

/** Everybody else by name, the customers that they own, but for those to whom the rep has sold, and the ids of their leads and deals. */
function secrets(): string[] {
  const [, ...customers] = read('customers');
  const people = read('reps')
    .slice(1)
    .flatMap(([name = '', team = '', manager = '']) => (name === own ? [manager] : [name, team, manager]));
  const [header = [], ...orders] = read('orders');
  const [rep, customer] = [header.indexOf('负责人'), header.indexOf('客户编号')];
  const sold = new Set(orders.flatMap((cells) => (cells[rep] === own ? [cells[customer]] : [])));
  const theirs = customers.filter(([id, , owner]) => owner !== own && !sold.has(id));
  const [, ...leads] = read('leads');
  const handled = new Set(read('pool_events').flatMap(([id, , , who]) => (who === own ? [id] : [])));
  const leadOwner = read('leads')[0]!.indexOf('负责人');
  const leadsOfOthers = leads.filter((cells) => cells[leadOwner] !== own && !handled.has(cells[0]));
  const [, ...deals] = read('opportunities');
  const ids = [...leadsOfOthers, ...deals.filter(([, , who]) => who !== own)].map(([id = '']) => id);
  const team = read('reps').find(([name]) => name === own)![1];
  return [...new Set([...people, ...theirs.map(([, name = '']) => name), ...ids])].filter((name) => name !== team);
}

describe('--scope', () => {
  it.each([
    ['json', ['reps', '--format', 'json']],
    ['markdown', ['score', '--format', 'markdown', '-v']],
    ['csv', ['churn', '--format', 'csv', '--section', 'active']],
    ['json', ['targets', 'track', '--format', 'json', '--debug']],
  ])('has nobody else in %s of %s', async (_, args) => {
    const { code, stdout, stderr } = await run([...args, ...files, '--scope', `rep=${own}`, '--lang', 'zh']);
    expect(code, stderr).toBe(0);
    expect(stdout.length).toBeGreaterThan(1000);
    const told = secrets();
    expect(told.length).toBeGreaterThan(700);
    expect(told.filter((secret) => stdout.includes(secret) || stderr.includes(secret))).toEqual([]);
  });

  it('has the same figures of the rep as a run without it', async () => {
    const rowOf = async (...more: string[]): Promise<Record<string, unknown>> => {
      const { stdout } = await run(['reps', ...files, '--format', 'json', ...more]);
      const result = JSON.parse(stdout) as { as_of: string; sections: { id: string; rows?: Record<string, unknown>[] }[] };
      const row = result.sections.find(({ id }) => id === 'drivers')!.rows!.find(({ rep }) => rep === own)!;
      return { as_of: result.as_of, ...row, manager: null };
    };
    expect(await rowOf('--scope', `rep=${own}`)).toEqual(await rowOf());
  });

  it('refuses a name that nobody has without telling who there is, and tables of a database', async () => {
    const unknown = await run(['reps', ...files, '--scope', 'rep=何俊', '--lang', 'zh', '--debug']);
    expect(unknown).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('文件中没有“何俊”') as string });
    for (const secret of [own, ...secrets()]) expect(unknown.stderr).not.toContain(secret);
    expect(await run(['reps', '--scope', 'owner=何俊杰'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('rep=NAME,NAME, team=NAME or manager=NAME') as string,
    });
  });

  it('finds no more in a workbook', async () => {
    const folder = temporaryFolder({});
    const path = join(folder, 'page.xlsx');
    expect((await run(['reps', ...files, '--scope', `rep=${own}`, '--lang', 'zh', '--out', path])).code).toBe(0);
    const { default: excel } = await import('exceljs');
    const book = new excel.Workbook();
    await book.xlsx.readFile(path);
    const text = JSON.stringify(book.worksheets.map((sheet) => sheet.getSheetValues()));
    expect(text).toContain(own);
    expect(secrets().filter((secret) => text.includes(secret))).toEqual([]);
  });
});
