import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../src/result/result.ts';
import { rendered, resultOf } from './rendered.ts';
import { root, run, temporaryFolder } from './run.ts';

const cwd = temporaryFolder({
  'customers.csv': 'Customer ID,Customer Name,Owner\nC1,Acme,Ann\nC2,Beta,Ben\n',
  'orders.csv': 'Order ID,Customer ID,Order Date,Amount\n1,C1,2026-01-05,10.5\n2,C2,2026-01-06,30\n3,C1,2026-02-07,5\n',
  'question.sql':
    '\uFEFF-- by owner\nselect owner, sum(amount) as revenue\nfrom orders join customers using (customer_id)\ngroup by 1 order by 2 desc;\n',
  'tmp/x': '',
});
const files = ['customers.csv', 'orders.csv'];
const byOwner =
  'select owner, sum(amount) as revenue, count(*) as n from orders join customers using (customer_id) group by 1 order by 2 desc';
const demo = ['fixtures/demo/customers.csv', 'fixtures/demo/orders.csv'];

/** A file of one column has quotes, so that a blank line is a row. */
const plain = (text: string): string => text.replaceAll('\r\n', '\n').replaceAll('"', '');

const query = (...args: readonly string[]) => run(['query', ...args, '-q', '--lang', 'en'], { cwd });
const csv = async (...args: readonly string[]): Promise<string> => {
  const { code, stdout, stderr } = await query(...args, '--format', 'csv');
  expect([code, stderr]).toEqual([0, '']);
  return plain(stdout);
};

describe('query', () => {
  it('answers from the tables of the files', async () => {
    expect(await csv(byOwner, ...files)).toBe('owner,revenue,n\nBen,30,1\nAnn,15.5,2\n');
  });

  it('prints the rows in both languages, and the SQL where it is asked for', async () => {
    const english = await query(byOwner, ...files);
    expect(english.code).toBe(0);
    expect(english.stdout).toMatch(/\nResult\nOwner +revenue +n\n─+\nBen +30 +1\nAnn +15\.50 +2\n/);
    expect((await query(byOwner, ...files, '--section', 'query')).stdout).toMatch(/\nQuery\n {2}SQL +select owner/);
    const chinese = await run(['query', byOwner, ...files, '-q', '--lang', 'zh-CN'], { cwd });
    expect(chinese.stdout).toMatch(/\n查询结果\n负\S* +revenue +n\n(?:人\n)?─+\nBen +30 +1\nAnn +15\.50 +2\n/);
  });

  it('takes files in any order and by their table, and a query that needs none', async () => {
    expect(await csv('select count(*) as n from orders', 'orders.csv', 'customers.csv')).toBe('n\n3\n');
    expect(await csv('select count(*) as n from orders', '--orders', 'orders.csv')).toBe('n\n3\n');
    expect(await csv('values (1), (2)', 'orders.csv')).toBe('col0\n1\n2\n');
  });

  it('reads the query from a file or the standard input', async () => {
    expect(await csv('--file', 'question.sql', ...files)).toBe('owner,revenue\nBen,30\nAnn,15.5\n');
    const piped = await run(['query', '-', ...files, '-q', '--format', 'csv'], { cwd, input: 'select count(*) as n from customers' });
    expect([piped.code, plain(piped.stdout)]).toEqual([0, 'n\n2\n']);
    const orders = readFileSync(join(cwd, 'orders.csv'));
    const data = await run(['query', 'select count(*) as n from orders', '-', '-q', '--format', 'csv'], { cwd, input: orders });
    expect([data.code, plain(data.stdout)]).toEqual([0, 'n\n3\n']);
  });

  it.each([
    [['-', '-'], 'query-unreadable'],
    [['--file', 'none.sql', 'orders.csv'], 'query-unreadable'],
    // A device has no end.
    [['--file', '/dev/zero', 'orders.csv'], 'query-unreadable'],
    [[], 'missing-argument'],
    [['select 1'], 'files-missing'],
  ])('says what is missing: %s', async (args, code) => {
    const { code: exit, stderr } = await query(...args);
    expect([exit, stderr]).toEqual([2, expect.stringContaining(`(${code})`)]);
  });

  it('may begin with a comment', async () => {
    expect(await csv('--by hand\nselect count(*) as n from orders', ...files)).toBe('n\n3\n');
    expect((await query('--by hand\nselect amout from orders', ...files)).stderr).toContain('no column amout (line 2, column 8)');
  });

  it('filters by a title with an operator in it, in quotes, and says so', async () => {
    const sql = 'select 1 as "a>=b", 2 as "收入/成本"';
    expect(await csv(sql, ...files, '--where', '"a>=b"==1', '--where', '收入/成本=2')).toBe('a>=b,收入/成本\n1,2\n');
    expect((await query(sql, ...files, '--where', 'a>=b=1')).stderr).toBe(
      `error: there is no column "a" (column-unknown)\nfix: put the name in quotes: '"a>=b"=…'\n`,
    );
  });

  it('shows twenty rows on a terminal and all elsewhere', async () => {
    const numbers = 'select x, x * 2 as twice from generate_series(1, 3000) as t(x) order by 1';
    const { stdout } = await query(numbers, 'orders.csv');
    expect(stdout).toMatch(/\n20 +40\n… 2,980 more rows/);
    expect((await csv(numbers, 'orders.csv')).split('\n')).toHaveLength(1 + 3000 + 1);
    expect(await csv(numbers, 'orders.csv', '--limit', '2')).toBe('x,twice\n1,2\n2,4\n');
  });

  it('shows of every column of a table those that the files have, and gives programs all', async () => {
    const { stdout } = await query('select 1 as region, *, null as note from orders order by order_id', ...files, '--limit', '1');
    expect(stdout).toMatch(/\n *region +Order +Customer +Ordered at +Amount +note\n.*\n─+\n *1 +1 +C1 +2026-01-05 00:00:00 +10.50 +–\n/);
    const [header] = (await csv('select * from orders', ...files)).split('\n');
    expect(header).toMatch(/^order_id,line_id,customer_id,customer,/);
  });

  it('says that rows without an order are cut off', async () => {
    const found = async (...args: readonly string[]) => {
      const { stdout } = await query(...args, '--format', 'json');
      return (JSON.parse(stdout) as Result).findings.map(({ code }) => code);
    };
    expect(await found('select amount from orders', 'orders.csv')).toEqual([]);
    expect(await found('select amount from orders', 'orders.csv', '--limit', '1')).toEqual(['query-unordered']);
    expect(await found('select amount from orders limit 1', 'orders.csv')).toEqual(['query-unordered']);
    expect(await found('select amount from orders order by 1 limit 1', 'orders.csv')).toEqual([]);
  });

  it('says that a table has no file', async () => {
    const { code, stdout } = await run(['query', 'select count(*) as n from leads', 'orders.csv', '--lang', 'en'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('no file has leads: the table is empty');
  });

  it('keeps what is declared of a column, and its own name for others', async () => {
    const { stdout } = await query(
      'select customer_id, amount, amount as paid, amount * 2 as twice, ordered_at from orders order by 1, 2',
      ...files,
      '--format',
      'json',
    );
    const [section] = (JSON.parse(stdout) as Result).sections;
    expect(section?.kind === 'table' ? section.columns.map(({ id, title, type, basis }) => [id, title, type, basis]) : null).toEqual([
      ['customer_id', 'Customer ID', 'id', 'Number of the customer.'],
      ['amount', 'Amount', 'money', 'What the line sells for after discounts; negative for a return.'],
      ['paid', 'paid', 'money', 'What the line sells for after discounts; negative for a return.'],
      ['twice', 'twice', 'money', 'Computed by your SQL.'],
      ['ordered_at', 'Ordered at', 'instant', expect.any(String)],
    ]);
  });

  it('sees no file, whatever it asks for', async () => {
    for (const sql of [`select * from read_csv('orders.csv')`, `copy (select 1) to 'out.csv'`, `attach 'out.db' as other`]) {
      const { code, stdout, stderr } = await query(sql, 'orders.csv');
      expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining('(query-not-read-only)')]);
    }
    expect((await query(`select * from 'orders.csv'`, 'orders.csv')).stderr).toContain('(query-invalid)');
    expect(readdirSync(cwd)).not.toContain('out.csv');
    expect(readdirSync(cwd)).not.toContain('out.db');
  });

  it('says what failed while it ran, in both languages', async () => {
    const cast = 'select cast(owner as integer) from customers';
    expect((await query(cast, ...files)).stderr).toMatch(
      /^error: the query failed: Could not convert string 'Ann' to INT32.* \(query-failed\)\nfix: compare columns of numbers with numbers/,
    );
    const chinese = await run(['query', cast, ...files, '--lang', 'zh-CN', '-q'], { cwd });
    expect([chinese.code, chinese.stderr]).toEqual([
      2,
      expect.stringMatching(/^错误：查询执行失败：Could not convert .* \(query-failed\)\n办法：/),
    ]);
    expect((await query('select amount / 0 as share from orders', ...files)).stderr).toContain('the column share holds an infinite number');
  });
});

describe('the metrics in a query', () => {
  it('are the figures of the command that prints them', async () => {
    const scored = await resultOf(['score', ...demo]);
    const ranking = scored.sections.find(({ id }) => id === 'ranking');
    const first = ranking?.kind === 'table' ? [...ranking.rows][0] : undefined;
    const asked = await resultOf([
      'query',
      `select score, tier, customer_id from customer_scores where customer_id = '${first?.['customer_id']}'`,
      ...demo,
    ]);
    const [section] = asked.sections;
    expect(section?.kind === 'table' ? [...section.rows] : []).toEqual([
      { score: first?.['score'], tier: 1, customer_id: first?.['customer_id'] },
    ]);
    expect(first?.['score']).toEqual(expect.any(Number));
  });

  it('are as the forecast has them', async () => {
    const churned = await resultOf(['churn', ...demo]);
    const list = churned.sections.find(({ id }) => id === 'at_risk');
    const first = list?.kind === 'table' ? [...list.rows][0] : undefined;
    const asked = await resultOf([
      'query',
      `select probability from churn_scores where customer_id = '${first?.['customer_id']}'`,
      ...demo,
    ]);
    expect(plain(await rendered(asked, { format: 'csv', precise: true }))).toBe(`probability\n${first?.['probability']}\n`);
  });

  it('that rest on different past windows are asked for one by one', async () => {
    const { code, stderr } = await query('select 1 from churn_scores, lifetime_value', ...files);
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('lifetime_value and churn_scores rest on different past windows (query-invalid)'),
    ]);
  });

  it('say what they lack', async () => {
    const { stdout } = await query('select count(*) as n from churn_contacts', ...files, '--format', 'json');
    expect((JSON.parse(stdout) as Result).not_computed).toMatchObject([{ metric: 'churn_contacts' }]);
  });
});

describe('query --tables', () => {
  const section = (result: Result, id: string) => {
    const found = result.sections.find((one) => one.id === id);
    return found?.kind === 'table' ? [...found.rows] : [];
  };

  it('lists all tables and columns without files, in both languages', async () => {
    const english = JSON.parse((await query('--tables', '--format', 'json')).stdout) as Result;
    const names = section(english, 'tables').map(({ table }) => table);
    expect(names).toEqual(expect.arrayContaining(['customers', 'orders', 'leads', 'customer_profile', 'churn_scores']));
    expect(names).not.toContain('returns');
    expect(section(english, 'columns')).toContainEqual({
      table: 'orders',
      column: 'amount',
      type: 'decimal(18,4)',
      title: 'Amount',
      unit: null,
      meaning: 'What the line sells for after discounts; negative for a return.',
    });
    const chinese = await run(['query', '--tables', '--lang', 'zh-CN', '--section', 'columns', '--format', 'csv'], { cwd });
    expect(chinese.stdout).toContain('orders,amount,"decimal(18,4)",金额,,该行折后的销售金额；退货为负。\r\n');
  });

  it('lists of files what they hold and what can be computed', async () => {
    const result = JSON.parse((await query('--tables', 'orders.csv', '--format', 'json')).stdout) as Result;
    const names = section(result, 'tables').map(({ table }) => table);
    expect(names).toEqual(expect.arrayContaining(['orders', 'order_totals', 'churn_scores']));
    expect(names).not.toContain('leads');
    expect(names).not.toContain('churn_contacts');
    expect(
      section(result, 'columns')
        .filter(({ table }) => table === 'orders')
        .map(({ column }) => column),
    ).toEqual(['order_id', 'customer_id', 'ordered_at', 'amount']);
  });
});

it('a query that never ends stops with Ctrl-C', async () => {
  const sql = 'select count(*) from orders a, orders b, range(100000) c, range(100000000) d where c.range > d.range';
  const child = spawn(
    process.execPath,
    [join(root, 'bin/crm-eval.js'), 'query', sql, 'orders.csv', '--progress', 'plain', '--temp-dir', 'tmp'],
    {
      cwd,
      env: { PATH: process.env['PATH'] ?? '' },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = once(child, 'close') as Promise<[number | null]>;
  while (!stderr.includes('computing') && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 20));
  await new Promise((resolve) => setTimeout(resolve, 500));
  child.kill('SIGINT');
  expect((await ended)[0], stderr).toBe(130);
  expect(readdirSync(join(cwd, 'tmp'))).toEqual(['x']);
});
