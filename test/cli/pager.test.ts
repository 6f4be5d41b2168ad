import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { metrics } from '../../src/metrics/registry.ts';
import { runInTerminal, terminalAvailable, type TerminalOptions } from './pseudo-terminal.ts';
import { root, temporaryFolder } from './run.ts';

const folder = temporaryFolder({
  'bin/mark': '#!/bin/sh\nsed "s/^/> /"\necho "LESS=$LESS"\n',
  'bin/wait': '#!/bin/sh\ntrap "echo caught; exit 0" INT\necho ready\nwhile :; do sleep 0.1; done\n',
});
for (const name of ['mark', 'wait']) chmodSync(join(folder, 'bin', name), 0o755);

/** Sixty metrics and more, without a file to read; the terminal has 40 lines. */
function list(args: string, env: Readonly<Record<string, string>>, options: TerminalOptions = {}) {
  const program = [join(root, 'bin/crm-eval.js'), 'metrics', '-q', ...args.split(' ')];
  return runInTerminal(process.execPath, program, { cwd: folder, ...options, env: { TERM: 'xterm', ...env } });
}

const mark = { PAGER: join(folder, 'bin/mark') };
const marked = (text: string): number => text.split('\r\n').filter((line) => line.startsWith('> ')).length;

describe.skipIf(!terminalAvailable)('a result on a terminal', () => {
  it('goes through the pager where it is taller, whatever the format, with the options git gives to less', async () => {
    const { code, stdout } = await list('--limit 100', mark);
    expect([code, marked(stdout)]).toEqual([0, stdout.trimEnd().split('\r\n').length - 1]);
    expect(stdout.endsWith('LESS=FRX\r\n')).toBe(true);
    const csv = await list('--format csv', { ...mark, LESS: '-i' });
    expect([marked(csv.stdout), csv.stdout.endsWith('LESS=-i\r\n')]).toEqual([metrics.length + 1, true]);
  });

  it.each([
    ['is low enough', '--limit 3', mark],
    ['has --no-pager', '--limit 100 --no-pager', mark],
    ['is in CI', '--limit 100', { ...mark, CI: 'true' }],
    ['is on a dumb terminal', '--limit 100', { ...mark, TERM: 'dumb' }],
    ['has no pager', '--limit 100', { PAGER: '' }],
    ['has a pager that is not installed', '--limit 100', { PAGER: 'no-such-pager -x' }],
  ] as const)('is printed as it is where it %s', async (_, args, env) => {
    const { code, stdout } = await list(args, env);
    expect([code, marked(stdout)]).toEqual([0, 0]);
    expect(stdout).toContain(metrics[0]!.id);
  });

  it('that is left early is no error', async () => {
    const { code, stdout } = await list('--format json', { PAGER: 'head -1' });
    expect([code, stdout]).toEqual([0, '{\r\n']);
  });

  it.each([
    ['cannot start', 'no-such-program "$HOME"', '--limit 100'],
    ['fails at once', 'false', '--format json'],
    ['has read it all', 'sh -c "cat > /dev/null; exit 3"', '--format json'],
  ])('is printed as it is where the pager %s', async (_, PAGER, args) => {
    const { code, stdout } = await list(args, { PAGER });
    const plain = await list(`${args} --no-pager`, {});
    expect(code).toBe(0);
    expect(stdout.endsWith(plain.stdout)).toBe(true);
  });

  it('leaves Ctrl-C to the pager', async () => {
    const { code, stdout } = await list('--limit 100', { PAGER: join(folder, 'bin/wait') }, { interruptAfter: 'ready' });
    expect([code, stdout.replaceAll('^C', '')]).toEqual([0, 'ready\r\ncaught\r\n']);
  });
});
