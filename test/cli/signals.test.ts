import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeZip } from '../source/workbook/make-zip.ts';
import { writeManyOrders } from './many-orders.ts';
import { root, runProgram, spawned, temporaryFolder } from './run.ts';

const folder = temporaryFolder({ 'tmp/x': '' });

beforeAll(() => writeManyOrders(join(folder, 'orders.csv'), 2_000_000));

interface Stopped {
  readonly code: number | null;
  readonly signal: string | null;
  /** Without the lines of progress. */
  readonly stderr: string;
  /** From the signal to the end. */
  readonly ms: number;
}

/** Sends the signal while the file is read or loaded. */
async function stopped(signal: NodeJS.Signals, phase: 'reading' | 'loading', file: string): Promise<Stopped> {
  const args = ['score', file, '--out', 'r.json', '--force', '--progress', 'plain', '--temp-dir', 'tmp'];
  const child = spawn(process.execPath, [join(root, 'bin/crm-eval.js'), ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const ended = once(child, 'close') as Promise<[number | null, string | null]>;
  while (!stderr.includes(`${phase} ${file}\n`) && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(readdirSync(join(folder, 'tmp'))).toHaveLength(2);
  await new Promise((resolve) => setTimeout(resolve, 300));
  const sent = performance.now();
  child.kill(signal);
  const [code, by] = await ended;
  return { code, signal: by, stderr: stderr.replaceAll(/^\d:\d\d .*\n/gm, ''), ms: performance.now() - sent };
}

describe('a signal', () => {
  // Within a second, but for a machine that is busy with something else.
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)(
    '%s ends a long load at once with %i, says so, and leaves neither output nor private folder',
    { retry: 2 },
    async (signal, code) => {
      writeFileSync(join(folder, 'r.json'), 'old');
      const { ms, ...rest } = await stopped(signal, 'loading', 'orders.csv');
      expect(rest).toEqual({ code, signal: null, stderr: 'stopping; press Ctrl-C again to leave at once\n' });
      expect(readFileSync(join(folder, 'r.json'), 'utf8')).toBe('old');
      expect(readdirSync(folder).toSorted()).toEqual(['orders.csv', 'r.json', 'tmp']);
      expect(readdirSync(join(folder, 'tmp'))).toEqual(['x']);
      expect(ms).toBeLessThan(1_000);
    },
  );
});

const repeated = (cells: number, rows: number): Buffer =>
  makeZip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
    {
      name: 'content.xml',
      content: `<?xml version="1.0"?><office:document-content xmlns:office="urn:o" xmlns:table="urn:t" xmlns:text="urn:x"><office:body><office:spreadsheet><table:table table:name="S">
        <table:table-row table:number-rows-repeated="${rows}"><table:table-cell table:number-columns-repeated="${cells}" office:value-type="float" office:value="3"/></table:table-row>
        </table:table></office:spreadsheet></office:body></office:document-content>`,
    },
  ]);
const spanning = (columns: number, rows: number): string =>
  `<table><tr><td>a</td><td>b</td></tr>${`<tr><td colspan=${columns}>1</td><td>2</td></tr>`.repeat(rows)}</table>`;

describe('a small file of many cells', () => {
  it.each([
    ['spans.xls', spanning(99, 190_000)],
    ['repeats.ods', repeated(16_000, 1200)],
  ])('just below the limit ends at once when it is told to: %s', { retry: 2 }, async (name, content) => {
    writeFileSync(join(folder, name), content);
    const { ms, code } = await stopped('SIGTERM', 'reading', name);
    rmSync(join(folder, name));
    expect(code).toBe(143);
    expect(readdirSync(join(folder, 'tmp'))).toEqual(['x']);
    expect(ms).toBeLessThan(1_000);
  });

  it.each([
    ['spans.xls', spanning(1_000_000_000, 1)],
    ['repeats.ods', repeated(1_000_000_000, 1)],
  ])('beyond the limit is refused: %s', async (name, content) => {
    writeFileSync(join(folder, name), content);
    const { code, stderr } = await spawned(['check', name], { cwd: folder });
    rmSync(join(folder, name));
    expect([code, stderr.includes('workbook-too-large')]).toEqual([3, true]);
  });
});

describe('a reader that closes the pipe', () => {
  it('ends the program quietly with 0', async () => {
    const shell = `"${process.execPath}" "${join(root, 'bin/crm-eval.js')}" inspect orders.csv --rows all --format csv | head -1; echo "\${PIPESTATUS[0]}"`;
    expect(await runProgram('bash', ['--norc', '-c', shell], { cwd: folder })).toEqual({
      code: 0,
      stdout: '订单编号,客户编号,下单日期,订单金额\n0\n',
      stderr: '',
    });
  });

  it('does so for results too', async () => {
    writeFileSync(join(folder, 'few.csv'), '客户编号,客户名称,销售额\nC1,甲,5\nC2,乙,7\n');
    const shell = `"${process.execPath}" "${join(root, 'bin/crm-eval.js')}" score few.csv | true; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = await runProgram('bash', ['--norc', '-c', shell], { cwd: folder });
    expect([stdout, stderr.includes('error')]).toEqual(['0\n', false]);
  });
});
