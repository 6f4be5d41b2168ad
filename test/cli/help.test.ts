import { describe, expect, it } from 'vitest';
import { commands as cards, withoutHelpCommand } from '../../src/cli/program.ts';
import { exitCodes } from '../../src/errors.ts';
import { metrics } from '../../src/metrics/registry.ts';
import { widthOf } from '../../src/report/text-width.ts';
import { root, run } from './run.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const commands = cards.map(({ card }) => card.name);

describe('help', () => {
  it('lists every command with a summary, and the exit codes', async () => {
    const { code, stdout, stderr } = await run(['--help']);
    expect([code, stderr]).toEqual([0, '']);
    for (const command of commands) expect(stdout).toMatch(new RegExp(`^  ${command.split(' ')[0]} .*  \\S`, 'm'));
    for (const exit of [
      exitCodes.done,
      exitCodes.dataProblems,
      exitCodes.usage,
      exitCodes.inputUnreadable,
      exitCodes.outputFailed,
      exitCodes.conditionHolds,
      exitCodes.bug,
    ]) {
      expect(stdout).toMatch(new RegExp(`^ .*\\b${exit} [a-z]`, 'm'));
    }
  });

  it('is what the program prints without arguments', async () => {
    expect(await run([])).toEqual(await run(['--help']));
  });

  it('is what help prints, of the program and of a command', async () => {
    expect(await run(['help'])).toEqual(await run(['--help']));
    expect(await run(['help', 'score'])).toEqual(await run(['score', '--help']));
    expect(await run(['--lang', 'zh', 'help', 'demo'])).toEqual(await run(['demo', '--help', '--lang', 'zh']));
    expect(await run(['help', 'scroe'])).toMatchObject({ code: 2, stderr: expect.stringContaining('did you mean score?') as string });
  });

  it('knows commands of two words, and what is meant by a mistyped one', async () => {
    expect(await run(['help', 'targets', 'check'])).toEqual(await run(['targets', 'check', '--help']));
    expect(await run(['targets', 'help', 'check'])).toEqual(await run(['targets', 'check', '--help']));
    const group = await run(['targets', '--help']);
    expect(group).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^ {2}check .*\n(.*\n)*? {2}split .*\n(.*\n)*? {2}track /m) as string,
    });
    expect(await run(['help', 'targets'])).toEqual(group);
    expect(await run(['targets'])).toEqual({ code: 2, stdout: '', stderr: group.stdout });
    expect((await run(['targets', '--lang', 'zh', '--help'])).stdout).toContain('检验目标、分解目标、跟踪目标达成。');
    for (const words of [
      ['targets', 'chekc'],
      ['help', 'targets', 'chekc'],
      ['targets', 'help', 'chekc'],
      ['targets', '--lang', 'en', 'chekc'],
    ])
      expect(await run(words)).toEqual({
        code: 2,
        stdout: '',
        stderr:
          'error: there is no command targets chekc (unknown-command)\nfix: did you mean targets check? Else see crm-eval targets --help\n',
      });
  });

  it('is no command where help is a value', () => {
    expect(withoutHelpCommand(['score', 'help'])).toEqual(['score', 'help']);
    expect(withoutHelpCommand(['--lang', 'help'])).toEqual(['--lang', 'help']);
    expect(withoutHelpCommand(['targets', 'check', 'help'])).toEqual(['targets', 'check', 'help']);
  });

  it.each(commands)('of %s has an example that names the command', async (command) => {
    const { code, stdout } = await run([...command.split(' '), '--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`\\nExamples:\\n  crm-eval ${command} `.replace('metrics ', 'metrics').replace('schema ', 'schema')));
  });

  it.each(['', ...commands])('of %s is no wider than the terminal but for lines to copy', async (command) => {
    for (const lang of ['en', 'zh']) {
      const { stdout } = await run(['--lang', lang, 'help', ...command.split(' ')].filter(Boolean), { env: { COLUMNS: '80' } });
      expect(stdout.split('\n').filter((line) => widthOf(line) > 80 && !line.startsWith('  crm-eval '))).toEqual([]);
    }
  });

  it.each(commands)('of %s is Chinese where Chinese is asked for', async (command) => {
    const { stdout } = await run([...command.split(' '), '--help'], { env: { LANG: 'zh_CN.UTF-8' } });
    expect(stdout).toContain('用法：');
    expect(stdout).toContain('示例：');
    expect(stdout).not.toMatch(/^(Usage|Options|Arguments|Examples):/m);
  });

  it('names only metrics that exist in its examples', async () => {
    const texts = await Promise.all(commands.map(async (command) => (await run([...command.split(' '), '--help'])).stdout));
    const named = texts.flatMap((text) => [...text.matchAll(/^ {2}crm-eval metrics ([a-z]\w*)/gm)].map((match) => match[1]));
    const known = new Set(metrics.map((metric) => metric.id));
    expect(named.length).toBeGreaterThan(0);
    for (const id of named) expect(known).toContain(id);
  });

  it('goes to the error stream, with a code of 2, where the command line is a mistake', async () => {
    expect(await run(['--lang', 'en'])).toMatchObject({ code: 2, stdout: '' });
  });

  it('of the version is the version', async () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(await run(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
    expect(await run(['-V'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
});
