import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shells } from '../../src/cli/completion/card.ts';
import { vocabulary } from '../../src/cli/completion/vocabulary.ts';
import { commands } from '../../src/cli/program.ts';
import { run, temporaryFolder } from './run.ts';

const folder = temporaryFolder({ 'orders.csv': '' });
const scripts = Object.fromEntries(
  await Promise.all(shells.map(async (shell) => [shell, (await run(['completion', shell])).stdout] as const)),
);
for (const [shell, text] of Object.entries(scripts)) writeFileSync(join(folder, shell), text);
const cards = commands.map(({ card }) => card);

const sectionsOf = (name: string): string[] => cards.find((card) => card.name === name)!.sections.map(({ id }) => id);

const has = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0;

/** What bash offers for the last of these words, as it would for a Tab. */
function inBash(...words: string[]): string[] {
  const tab = 'source ./bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _crm_eval; printf "%s\\n" "${COMPREPLY[@]}"';
  const { stdout, stderr } = spawnSync('bash', ['-c', tab, 'bash', 'crm-eval', ...words], { cwd: folder, encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout.split('\n').filter((word) => word !== '');
}

describe('completion', () => {
  it.each(shells)('for %s knows every command, and every option with its values', (shell) => {
    const text = scripts[shell]!;
    for (const { name, options } of vocabulary(cards, 'en')) {
      expect(text).toMatch(new RegExp(`\\b${name}\\b`));
      for (const { flags } of options)
        for (const flag of flags.filter((own) => own.startsWith('--'))) expect(text).toContain(flag.slice(2));
    }
    expect(text).toMatch(/table'?,? '?json'?,? '?csv/);
  });

  it('is in the language of the run, and refuses other shells', async () => {
    expect((await run(['completion', 'fish', '--lang', 'zh'])).stdout).toContain('输出格式');
    expect(await run(['completion', 'tcsh'])).toMatchObject({
      code: 2,
      stderr: 'error: <shell> cannot be "tcsh" (option-invalid)\nfix: give one of bash, zsh, fish, powershell\n',
    });
  });

  it.runIf(has('bash'))('in bash offers commands, options, values and sections', () => {
    expect(inBash('sc')).toEqual(['score', 'schema']);
    expect(inBash('--lang', 'zh', 'ch')).toEqual(['churn', 'check']);
    expect(inBash('score', '--fo')).toEqual(['--format', '--force']);
    expect(inBash('score', '--format', 'c')).toEqual(['csv']);
    expect(inBash('score', '--format', '=', 'js')).toEqual(['json']);
    expect(inBash('score', '--format', '=')).toHaveLength(7);
    expect(inBash('churn', '--section', 'at_')).toEqual(['at_risk']);
    expect(inBash('help', 'de')).toEqual(['demo']);
    expect(inBash('completion', '')).toEqual([...shells]);
  });

  it.runIf(has('bash'))('in bash gives each command of two words its own options, sections and values', () => {
    expect(inBash('targets', '')).toEqual(['check', 'split', 'track']);
    expect(inBash('--lang', 'zh', 'targets', 's')).toEqual(['split']);
    expect(inBash('targets', '--')).toEqual(['--lang', '--debug', '--help']);
    expect(inBash('targets', 'split', '--val')).toEqual(['--value']);
    expect(inBash('targets', 'check', '--val')).toEqual([]);
    expect(inBash('targets', 'check', '--section', 's')).toEqual(sectionsOf('targets check').filter((id) => id.startsWith('s')));
    expect(inBash('targets', 'track', '--section', '')).toEqual(sectionsOf('targets track'));
    expect(inBash('check', '--section', '')).toEqual(sectionsOf('check'));
    expect([inBash('targets', 'check', 'ord'), inBash('targets', 'split', '--out', 'o')]).toEqual([[], []]);
    expect(inBash('help', 'targets', 'ch')).toEqual(['check']);
    // Words that look like a command are none where a file stands.
    expect(inBash('score', 'targets', '--fo')).toEqual(['--format', '--force']);
  });

  it.runIf(has('bash'))('in bash leaves the names of files to bash', () => {
    expect([inBash('score', 'ord'), inBash('score', '--out', 'o'), inBash('score', '--limit', '')]).toEqual([[], [], []]);
    expect(scripts['bash']).toContain('complete -o bashdefault -o default -F _crm_eval crm-eval');
  });

  it.runIf(has('zsh'))('for zsh is a script that zsh reads', () => {
    expect(spawnSync('zsh', ['-n', './zsh'], { cwd: folder, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  });

  it.runIf(has('fish'))('in fish offers commands, options, values and files', () => {
    const inFish = (line: string): string[] =>
      spawnSync('fish', ['--no-config', '-c', `source ./fish; complete -C '${line}'`], { cwd: folder, encoding: 'utf8' })
        .stdout.split('\n')
        .flatMap((found) => found.split('\t')[0] || []);
    expect(inFish('crm-eval sc')).toEqual(['schema', 'score']);
    expect(inFish('crm-eval score --form')).toEqual(['--format']);
    expect(inFish('crm-eval churn --model b')).toContain('bg-nbd');
    expect(inFish('crm-eval score ord')).toEqual(['orders.csv']);
    expect(inFish('crm-eval help de')).toEqual(['demo']);
    expect(inFish('crm-eval targets ')).toEqual(['check', 'split', 'track']);
    expect(inFish('crm-eval targets split --val')).toEqual(['--value']);
    expect(inFish('crm-eval targets check --val')).toEqual([]);
    expect(inFish('crm-eval targets track --section ')).toEqual(sectionsOf('targets track').toSorted());
    expect(inFish('crm-eval help targets tr')).toEqual(['track']);
  });
});
