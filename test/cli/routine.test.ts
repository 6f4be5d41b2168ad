import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Result, TableSection } from '../../src/result/result.ts';
import { root, run, spawned, temporaryFolder } from './run.ts';

const orders = join(root, 'fixtures/demo/orders.csv');
const folder = temporaryFolder();
const churn = (...args: readonly string[]) => run(['churn', orders, '--lang', 'en', '-q', ...args], { cwd: folder });
const saved = (name: string): Result => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Result;
const since = ({ sections }: Result): TableSection => sections.find(({ id }) => id === 'since') as TableSection;
const nightly = ['--out', 'last.json', '--since', 'last.json', '--force'];

describe('a nightly run over its own last result', () => {
  it('counts nothing as new in the first night, and says so', async () => {
    expect(await churn('--as-of', '2026-09-30', ...nightly)).toEqual({
      code: 0,
      stdout: '',
      stderr: 'last.json is not there yet: nothing counts as new\n',
    });
    expect(since(saved('last.json')).total).toBe(0);
  });

  it('names who is new in the next one, reads the old file whole before it writes the new one, and then has nothing new', async () => {
    const before = saved('last.json');
    // The result is written all the same.
    expect(await churn(...nightly, '--fail-on', 'new:at_risk', '--fail-on', 'at_risk>1000')).toMatchObject({
      code: 10,
      stdout: '',
      stderr: expect.stringMatching(
        /^the files are those of the earlier result: what is new is so by the as-of date alone\nexit 10: --fail-on new:at_risk, and it is \d+\n$/,
      ) as string,
    });
    const after = saved('last.json');
    expect(after.answer[0]).toMatch(/^\d+ (is|are) now lost since 2026-09-30: .+; \d+ customers? (is|are) newly at risk: /);
    const idsOf = (result: Result, list: string): string[] =>
      [...(result.sections.find(({ id }) => id === list) as TableSection).rows].map((row) => String(row['customer_id']));
    const [old, now] = [idsOf(before, 'at_risk'), idsOf(after, 'at_risk')];
    const expected = now.filter((id) => !old.includes(id));
    const entered = [...since(after).rows].filter((row) => row['list_code'] === 'at_risk' && row['list_before_code'] !== 'at_risk');
    expect(entered.map((row) => row['customer_id'])).toEqual(expected);
    expect(expected.length).toBeGreaterThan(0);
    // On a screen, too, all rows are compared: watch is longer than what is shown of it.
    const { stdout } = await churn('--since', 'last.json', '--limit', '1');
    expect(stdout).toContain('Nothing new since 2026-10-31.');
  });

  it('compares the rows that are wanted alone, where the earlier result has no others either', async () => {
    const one = ['--where', 'customer_id=C0002'];
    const refused = await churn('--since', 'last.json', '--where', '客户编号=C0002');
    expect(refused.stderr).toContain('it was written with no --where, and this run has --where "customer_id = C0002"');
    expect((await churn(...one, '--out', 'one.json')).code).toBe(0);
    const { stdout } = await churn('--since', 'one.json', ...one, '--section', 'since', '--format', 'json');
    const result = JSON.parse(stdout) as Result;
    expect(result.where).toEqual(['customer_id = C0002']);
    expect(result.findings.map(({ code }) => code)).toContain('inputs-unchanged');
  });

  it('refuses a file that is no such result before any work', async () => {
    const { code, stdout, stderr } = await churn('--since', orders);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('it is no result of crm-eval in JSON (since-unfit)');
    const check = await run(['check', orders, '--since', 'x.json']);
    expect([check.code, check.stderr]).toEqual([
      2,
      'error: the result cannot be compared with x.json: check has no list to follow (since-unfit)\nfix: churn, score, query and reps have lists\n',
    ]);
  });

  it('ends with 10 where a condition holds, as a program too, and with 1 where the data have more faults than allowed', async () => {
    const args = ['score', join(folder, 'orders.csv'), '--lang', 'en', '--fail-on', 'customers>=2', '--format', 'csv'];
    writeFileSync(
      join(folder, 'orders.csv'),
      'order id,customer id,date,amount\nO1,C1,2026-01-05,10\nO2,C2,2026-02-05,20\nO3,C2,2026-13-45,20\n',
    );
    const { code, stdout, stderr } = await spawned(args);
    expect(code).toBe(10);
    expect(stdout).toContain('C2');
    expect(stderr).toContain('exit 10: --fail-on customers>=2, and it is 2\n');
    const doubtful = await run([...args, '--max-errors', '0']);
    expect(doubtful.code).toBe(1);
    expect(doubtful.stderr).toContain('exit 10: --fail-on customers>=2, and it is 2\nexit 1: 1 row rejected');
    const unknown = await run([...args, '--fail-on', 'custmers>0']);
    expect([unknown.code, unknown.stdout]).toEqual([2, '']);
    expect(unknown.stderr).toContain('there is no list or figure "custmers" (figure-unknown)\nfix: did you mean customers?\n');
  });
});

describe('a run that is split', () => {
  const place = temporaryFolder({
    'c.csv': 'customer id,name,owner\nC1,Kerui,Zhou Siyuan\nC2,Mingde,A/B\nC3,Ruifeng,\n',
    'o.csv': 'order id,customer id,date,amount\nO1,C1,2026-01-05,10\nO2,C2,2026-02-05,20\nO3,C3,2026-02-06,20\n',
  });
  const score = (...args: readonly string[]) =>
    run(['score', 'c.csv', 'o.csv', '--lang', 'en', '--split', 'owner', ...args], { cwd: place });

  it('writes a file for each value, lists them, and replaces none unasked', async () => {
    const { code, stdout, stderr } = await score('--section', 'ranking', '--out', 'r.csv');
    expect([code, stdout]).toEqual([0, '']);
    const slashed = `${readdirSync(place).find((name) => name.startsWith('r-A_B-'))}`;
    for (const name of ['r-Zhou Siyuan.csv', slashed, 'r-(none).csv']) expect(stderr).toContain(`wrote ${name}\n`);
    const csv = readFileSync(join(place, 'r-Zhou Siyuan.csv'), 'utf8');
    expect(csv).toContain('Kerui');
    expect(csv).not.toMatch(/Mingde|Ruifeng/);
    expect(existsSync(join(place, 'r.csv'))).toBe(false);
    rmSync(join(place, slashed));
    const again = await score('--section', 'ranking', '--out', 'r.csv');
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('r-') as string]);
    // All or none.
    expect(existsSync(join(place, slashed))).toBe(false);
    expect((await score('--section', 'ranking', '--out', 'r.csv', '--force')).code).toBe(0);
  });

  it('is refused by a column that is blank in every row, with those that are not; what a filter leaves is written with a warning', async () => {
    const bare = { 'd.csv': 'customer id,name\nC1,Kerui\nC2,Mingde\n', 'p.csv': 'order id,customer id,date,amount\nO1,C1,2026-01-05,10\n' };
    for (const [name, text] of Object.entries(bare)) writeFileSync(join(place, name), text);
    const without = await run(['churn', 'd.csv', 'p.csv', '--lang', 'en', '--split', 'owner', '--out', 'n.xlsx'], { cwd: place });
    expect([without.code, without.stderr]).toEqual([
      2,
      expect.stringMatching(
        /the column owner is blank in every row \(column-unfit\)\nfix: add a file that has it .*, or name its header with --map; or split by one of: .*customer_name/,
      ) as string,
    ]);
    expect(existsSync(join(place, 'n-(none).xlsx'))).toBe(false);
    const filtered = await score('--section', 'ranking', '--where', 'owner=', '--out', 'b.csv');
    expect([filtered.code, filtered.stderr]).toEqual([
      0,
      expect.stringContaining('warning: the column of --split is blank in all rows') as string,
    ]);
  });

  it('is refused without a file, and where the folder is missing, before any work', async () => {
    expect((await score()).stderr).toContain('--split cannot be "owner" (option-invalid)\nfix: give --out FILE beside it\n');
    expect((await score('--out', 'nowhere/r.csv')).code).toBe(4);
    expect((await score('--out', '.xlsx')).stderr).toContain('fix: give a name with an ending, such as lists.xlsx\n');
  });
});
