import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Result } from '../../src/result/result.ts';
import { root, run, temporaryFolder } from './run.ts';

const cwd = temporaryFolder({
  'exports/orders.csv':
    'Order ID,Customer ID,Order Date,Amount\n1,C1,2026-01-05,10.5\n2,C2,2026-01-06,30\n3,C1,2026-02-30,5.25\n4,C1,2026-02-07,many\n',
  'exports/empty.csv': '',
  'exports/damaged.xlsx': 'PK\u0003\u0004 not to its end',
  'bad/empty.csv': '',
  'lost/orders.xlsx': 'PK\u0003\u0004 not to its end',
  'lost/customers.csv': 'Customer ID,Customer Name\nC1,One\nC2,Two\n',
  'lost/deals.csv': 'Opportunity ID,Account ID,Stage,Amount,Close Date\n1,C1,Closed Won,100,2026-01-05\n2,C2,Closed Won,50,2026-02-05\n',
  'other/export.xlsx': 'PK\u0003\u0004 not to its end',
  'other/customers.csv': 'Customer ID,Customer Name\nC1,One\nC2,Two\n',
  'lenient.yaml': 'findings: {file-left-out: info}\n',
  'totals.csv': 'Order ID,Customer ID,Order Date,Amount\nTotal,,,100\n',
});
const score = (...args: readonly string[]) => run(['score', ...args, '--lang', 'en', '--format', 'json'], { cwd });

it('a file of a folder that cannot be read is left out and said; one that is named ends the run', async () => {
  const { code, stdout, stderr } = await score('exports', '-q');
  const { findings, inputs } = JSON.parse(stdout) as Result;
  expect([code, inputs.map(({ file }) => file)]).toEqual([1, ['exports/orders.csv']]);
  expect(stderr).toMatch(/exit 1: 2 files of the folder could not be read \(file-left-out\)\n$/);
  expect((await score('exports', '--config', 'lenient.yaml')).code).toBe(0);
  expect(findings.filter((finding) => finding.code === 'file-left-out').map(({ level, message }) => [level, message])).toEqual([
    ['warning', expect.stringMatching(/^exports\/damaged\.xlsx: the workbook is damaged.*; this file of the folder was not used$/)],
    ['warning', 'exports/empty.csv is empty (0 bytes); this file of the folder was not used'],
  ]);
  expect((await score('exports', '--strict')).code).toBe(1);
  expect(await score('exports/orders.csv', 'exports/empty.csv')).toMatchObject({ code: 3, stdout: '' });
  expect(await score('bad')).toMatchObject({ code: 3, stderr: expect.stringContaining('(file-empty)') });
});

it.each(['score', 'churn', 'report'])(
  'orders of a folder that cannot be read end %s with the reason, and won deals do not stand in for them',
  async (command) => {
    const { code, stdout, stderr } = await run([command, 'lost', '--lang', 'en'], { cwd });
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(/lost\/orders\.xlsx: the workbook is damaged.*its name says orders, and no other file of the folder has any/);
    expect((await run(['check', 'lost', '--lang', 'en', '-q'], { cwd })).stdout).toContain('lost/orders.xlsx: the workbook is damaged');
  },
);

it('a refusal says first what could not be read', async () => {
  const { code, stderr } = await run(['score', 'other', '--lang', 'en', '-q'], { cwd });
  expect(code).not.toBe(0);
  expect(stderr).toMatch(/^other\/export\.xlsx: the workbook is damaged.*; this file of the folder was not used\n.*error: /s);
});

it('check of totals alone ends with 1, and says why', async () => {
  const { code, stdout, stderr } = await run(['check', 'totals.csv', '-q', '--lang', 'en'], { cwd });
  expect([code, stderr]).toEqual([1, 'exit 1: no row of the files can be used\n']);
  expect(stdout).toContain('totals.csv: no row of this table counts: a total or footer line (1)');
  const beside = await run(['check', 'totals.csv', 'exports/orders.csv', '--max-errors', '9', '--lang', 'en', '--format', 'json'], { cwd });
  const { findings } = JSON.parse(beside.stdout) as Result;
  expect([beside.code, findings.filter((finding) => finding.code === 'no-row-counts').map(({ file }) => file)]).toEqual([
    0,
    ['totals.csv'],
  ]);
});

it('rejects have the money of each row, where it is known', async () => {
  expect((await score('exports/orders.csv', '--rejects', 'rejects.csv')).code).toBe(0);
  const lines = readFileSync(join(cwd, 'rejects.csv'), 'utf8').split('\r\n');
  const rows = lines.filter((line) => line.includes(',rejected,') || line.includes(',set-aside,'));
  expect(rows.filter((line) => line.includes(',rejected,5.25,'))).toHaveLength(1);
});

it('what crm-eval wrote into a folder is not read as another export, and that is said', async () => {
  const place = temporaryFolder();
  for (const name of ['customers', 'orders']) copyFileSync(join(root, `fixtures/demo/${name}.csv`), join(place, `${name}.csv`));
  const own = (...args: readonly string[]) => run(['score', '.', '--lang', 'en', ...args], { cwd: place });
  const before = await own('-q');
  for (const name of ['ranking.xlsx', 'ranking.csv', 'ranking.html']) expect((await own('-q', '--out', name)).code).toBe(0);
  expect(await own('-q')).toEqual(before);
  expect((await own()).stderr).toContain('not read of ., for crm-eval wrote it: ranking.csv, ranking.html, ranking.xlsx\n');
});
