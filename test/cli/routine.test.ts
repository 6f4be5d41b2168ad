import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Result, TableSection } from '../../src/result/result.ts';
import { root, run, temporaryFolder } from './run.ts';

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
    expect((await churn(...nightly)).code).toBe(0);
    const after = saved('last.json');
    expect(after.answer[0]).toMatch(/^\d+ customers? (is|are) newly at risk since 2026-09-30: /);
    const idsOf = (result: Result, list: string): string[] =>
      [...(result.sections.find(({ id }) => id === list) as TableSection).rows].map((row) => String(row['customer_id']));
    const [old, now] = [idsOf(before, 'at_risk'), idsOf(after, 'at_risk')];
    const expected = now.filter((id) => !old.includes(id));
    const entered = [...since(after).rows].filter((row) => row['list_code'] === 'at_risk' && row['list_before_code'] !== 'at_risk');
    expect(entered.map((row) => row['customer_id'])).toEqual(expected);
    expect(expected.length).toBeGreaterThan(0);
    // Of the rows that are wanted alone: a bound that all are below leaves no list, and nobody is new.
    const none = await churn('--since', 'last.json', '--where', 'customer_id=nobody', '--section', 'since', '--format', 'json');
    expect(since(JSON.parse(none.stdout) as Result).total).toBe(0);
    // On a screen, too, all rows are compared: watch is longer than what is shown of it.
    const { stdout } = await churn('--since', 'last.json', '--limit', '1');
    expect(stdout).toContain('Nothing new since 2026-10-31.');
  });

  it('refuses a file that is no such result before any work', async () => {
    const { code, stdout, stderr } = await churn('--since', orders);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('it is no JSON (since-unfit)');
    const check = await run(['check', orders, '--since', 'x.json']);
    expect([check.code, check.stderr]).toEqual([
      2,
      'error: the result cannot be compared with x.json: check has no list to follow (since-unfit)\nfix: churn, score and query have lists\n',
    ]);
  });
});
