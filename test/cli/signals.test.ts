import { spawn } from 'node:child_process';
import { createWriteStream, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root, runProgram, temporaryFolder } from './run.ts';

const folder = temporaryFolder({ 'tmp/x': '' });

/** So many order lines that a signal finds the program at work. */
beforeAll(async () => {
  const stream = createWriteStream(join(folder, 'orders.csv'));
  stream.write('订单编号,客户编号,下单日期,订单金额\n');
  for (let part = 0; part < 100; part += 1) {
    const lines = Array.from(
      { length: 10_000 },
      (_, index) => `O${part * 10_000 + index},C${index % 997},2026-0${1 + (index % 9)}-${10 + (index % 18)},${index}.50\n`,
    );
    if (!stream.write(lines.join(''))) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
});

interface Stopped {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stderr: string;
}

/** Sends the signal once the private folder is there: the program is at work then. */
async function stopped(signal: NodeJS.Signals, times: number): Promise<Stopped> {
  const child = spawn(process.execPath, [join(root, 'bin/crm-eval.js'), 'score', 'orders.csv', '--out', 'r.json', '--force'], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', TMPDIR: join(folder, 'tmp') },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const ended = once(child, 'close') as Promise<[number | null, string | null]>;
  while (!readdirSync(join(folder, 'tmp')).some((name) => name.startsWith('crm-eval-')))
    await new Promise((resolve) => setTimeout(resolve, 10));
  await new Promise((resolve) => setTimeout(resolve, 300));
  child.kill(signal);
  for (let again = 1; again < times; again += 1) {
    while (!stderr.includes('\n')) await new Promise((resolve) => setTimeout(resolve, 1));
    child.kill(signal);
  }
  const [code, by] = await ended;
  return { code, signal: by, stderr };
}

describe('a signal', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s ends the run with %i, says so, and leaves neither output nor private folder', async (signal, code) => {
    writeFileSync(join(folder, 'r.json'), 'old');
    expect(await stopped(signal, 1)).toEqual({ code, signal: null, stderr: 'stopping; press Ctrl-C again to leave at once\n' });
    expect(readFileSync(join(folder, 'r.json'), 'utf8')).toBe('old');
    expect(readdirSync(folder).toSorted()).toEqual(['orders.csv', 'r.json', 'tmp']);
    expect(readdirSync(join(folder, 'tmp'))).toEqual(['x']);
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
