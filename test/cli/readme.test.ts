import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/load.ts';
import { metrics } from '../../src/metrics/registry.ts';
import { root, run } from './run.ts';

const pages = [
  { name: 'README.md', lang: 'en' },
  { name: 'README.zh-CN.md', lang: 'zh-CN' },
] as const;

function blocks(text: string, language: string): string[] {
  return [...text.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map((match) => match[1] ?? '');
}

/** A line of `…` stands for any lines. */
function pattern(expected: string): RegExp {
  const lines = expected.trimEnd().split('\n');
  const escaped = lines.map((line) => (line === '…' ? '(?:.*\n)*?' : `${line.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')}\n`));
  return new RegExp(`^${escaped.join('')}$`);
}

describe.each(pages)('$name', ({ name, lang }) => {
  const text = readFileSync(join(root, name), 'utf8');
  const examples = blocks(text, 'console').map((block) => {
    const [command = '', ...output] = block.split('\n');
    return { command: command.replace('$ npx crm-eval ', ''), output: output.join('\n') };
  });

  it.each(examples)('prints what it shows for $command', async ({ command, output }) => {
    const { stdout, code } = await run(command.split(' '), { cwd: root });
    expect(code).toBe(0);
    expect(stdout).toMatch(pattern(output));
  });

  it('has examples', () => {
    expect(examples.length).toBeGreaterThanOrEqual(2);
  });

  it('lists every metric with its question', () => {
    for (const metric of metrics) expect(text).toContain(`| \`${metric.id}\` | ${metric.question[lang]} | ${metric.grain.join(', ')} |`);
  });

  it('shows a config that is accepted', () => {
    for (const yaml of blocks(text, 'yaml')) expect(() => parseConfig(yaml, name)).not.toThrow();
  });
});
