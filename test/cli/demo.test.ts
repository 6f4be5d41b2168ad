import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run, temporaryFolder } from './run.ts';

const tables = [
  'activities',
  'customers',
  'feedback',
  'leads',
  'market',
  'opportunities',
  'orders',
  'pool_events',
  'products',
  'reps',
  'targets',
];

describe('demo', () => {
  it('writes the same files every time, with Chinese headers, and prints commands that work', async () => {
    const folder = temporaryFolder();
    const { code, stdout, stderr } = await run(['demo', 'a b'], { cwd: folder });
    expect([code, stderr]).toEqual([0, `wrote ${tables.length} files to a b\n`]);
    expect(stdout).toContain("  cd 'a b'\n");
    expect(readdirSync(join(folder, 'a b')).toSorted()).toEqual(tables.map((table) => `${table}.csv`));
    expect(readFileSync(join(folder, 'a b/orders.csv'), 'utf8')).toMatch(/^\uFEFF订单编号,[^\r\n]+\n/);
    const again = await run(['demo', 'again', '-q'], { cwd: folder });
    expect(again.stderr).toBe('');
    for (const table of tables)
      expect(readFileSync(join(folder, `again/${table}.csv`)).equals(readFileSync(join(folder, `a b/${table}.csv`)))).toBe(true);
    const commands = stdout.match(/^ {2}crm-eval .*$/gm) ?? [];
    expect(commands.length).toBeGreaterThan(1);
    const score = await run(['score', 'customers.csv', 'orders.csv', '--section', 'tiers', '--format', 'csv'], {
      cwd: join(folder, 'a b'),
    });
    expect(score.code, score.stderr).toBe(0);
  });

  it('writes English headers with --lang en', async () => {
    const folder = temporaryFolder();
    expect((await run(['demo', '.', '--lang', 'en'], { cwd: folder })).code).toBe(0);
    expect(readFileSync(join(folder, 'customers.csv'), 'utf8')).toMatch(/^\uFEFF[ -~]+\n/);
  });

  it('writes nothing where one of the files is there already', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'reps.csv'), 'mine');
    expect(await run(['demo', '.'], { cwd: folder })).toMatchObject({ code: 2, stdout: '' });
    expect(readdirSync(folder)).toEqual(['reps.csv']);
    expect((await run(['demo', '.', '--force'], { cwd: folder })).code).toBe(0);
    expect(readFileSync(join(folder, 'reps.csv'), 'utf8')).not.toBe('mine');
  });
});

describe('schema and metrics', () => {
  it('print what they know without reading a file', async () => {
    const schema = await run(['schema', 'config']);
    expect([schema.code, schema.stderr]).toEqual([0, '']);
    expect(JSON.parse(schema.stdout)).toMatchObject({ type: 'object', additionalProperties: false });
    const fields = await run(['schema', 'orders', '--format', 'csv']);
    expect(fields.stdout).toContain('\r\norders.amount,');
    const sql = await run(['metrics', 'rfm_scores', '--sql']);
    expect([sql.code, sql.stdout.startsWith('select ')]).toEqual([0, true]);
    expect((await run(['metrics', '--format', 'markdown'])).stdout).toContain('| rfm\\_scores |');
  });
});
