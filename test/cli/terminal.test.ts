import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeManyOrders } from './many-orders.ts';
import { runInTerminal, terminalAvailable, type TerminalOptions } from './pseudo-terminal.ts';
import { root, run, temporaryFolder } from './run.ts';

const folder = temporaryFolder({ 'tmp/x': '', 'few.csv': '订单编号,客户编号,下单日期,订单金额\nO1,C1,2026-01-05,100\n' });
beforeAll(() => writeManyOrders(join(folder, 'orders.csv'), 600_000));

const escape = '\u001B';
const eraseLine = `\r${escape}[2K`;
const note = 'as of 2026-09-27, the latest date in the files; --as-of sets another';

function inTerminal(args: string, options: TerminalOptions = {}) {
  const program = [join(root, 'bin/crm-eval.js'), ...args.split(' ')];
  return runInTerminal(process.execPath, program, { cwd: folder, ...options, env: { TERM: 'xterm', ...options.env } });
}

/** What is drawn and erased again; the first piece is what came before. */
function drawings(shown: string): string[] {
  return shown.split(eraseLine).slice(1);
}

/** What stays on the terminal: a line that is erased does not. */
function kept(shown: string): string {
  return shown.replaceAll(new RegExp(`${escape}\\[2K[^\\r\\n]*\\r(?=${escape}\\[2K)`, 'g'), '').replaceAll(eraseLine, '');
}

describe.skipIf(!terminalAvailable)('on a terminal', () => {
  it('long work shows a line of progress that is gone at the end', async () => {
    const { code, stdout } = await inTerminal('score orders.csv --out bar.json');
    expect(code).toBe(0);
    const phases = drawings(stdout).flatMap((text) => /^\S (reading|loading|checking|computing|writing) /.exec(`${text} `)?.[1] ?? []);
    expect(phases.length).toBeGreaterThan(1);
    expect(kept(stdout)).toBe(`${note}\r\nwrote bar.json\r\n`);
  });

  it('a Chinese line fits into a narrow terminal', async () => {
    const { stdout } = await inTerminal('score orders.csv --out narrow.json --lang zh-CN', { columns: 24 });
    const lines = drawings(stdout).filter((text) => /^\S (读取|载入|检查|计算|写入)/.test(text));
    expect(lines.length).toBeGreaterThan(1);
    expect(stdout).not.toMatch(/[=>]/);
  });

  it('a dumb one shows nothing but the result', async () => {
    const { stdout } = await inTerminal('score orders.csv --format csv --limit 1', { env: { TERM: 'dumb' } });
    expect(stdout).not.toContain(escape);
  });

  it('short work shows nothing but its result', async () => {
    const { stdout } = await inTerminal('inspect few.csv --rows all --format csv');
    expect(stdout).toBe('订单编号,客户编号,下单日期,订单金额\r\nO1,C1,2026-01-05,100\r\n');
  });

  it.each(['xlsx', 'parquet'])('%s is refused: it is no text', async (format) => {
    const { code, stdout } = await inTerminal(`score few.csv --format ${format}`);
    expect([code, stdout]).toEqual([
      2,
      `error: ${format} cannot be shown on a terminal (format-binary)\r\nfix: write it to a file: --out result.${format}\r\n`,
    ]);
  });

  it('Ctrl-C takes the line away, says so, and leaves neither output nor temporary folder', async () => {
    const { code, stdout } = await inTerminal('score orders.csv --out never.json', {
      interruptAfter: eraseLine,
      env: { TMPDIR: join(folder, 'tmp') },
    });
    expect(code).toBe(130);
    expect(stdout.endsWith(`${eraseLine}stopping; press Ctrl-C again to leave at once\r\n`)).toBe(true);
    expect(readdirSync(folder)).not.toContain('never.json');
    expect(readdirSync(join(folder, 'tmp'))).toEqual(['x']);
  });
});

describe('in a pipe', () => {
  it('--progress plain says it in lines', async () => {
    const { stderr } = await run(['score', 'few.csv', '--out', 'plain.json', '--progress', 'plain'], { cwd: folder });
    expect(stderr).not.toContain(escape);
    const dated = note.replace('2026-09-27', '2026-01-05');
    expect(stderr.replaceAll(/^\d+:\d\d /gm, '')).toBe(
      ['reading few.csv', 'loading few.csv', 'checking', 'computing', dated, 'writing plain.json', 'wrote plain.json', ''].join('\n'),
    );
  });

  it('-q silences that too', async () => {
    const { stderr } = await run(['score', 'few.csv', '--out', 'quiet.json', '--progress', 'plain', '-q'], { cwd: folder });
    expect(stderr).toBe('');
  });
});
