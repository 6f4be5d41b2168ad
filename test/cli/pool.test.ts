import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, run } from './run.ts';

const files = (folder: string): string[] => ['leads', 'pool_events', 'reps'].map((name) => join(root, `fixtures/${folder}/${name}.csv`));

describe('pool', () => {
  it('shows who holds leads without working them, in both languages', async () => {
    for (const [folder, lang, rep] of [
      ['demo-en', 'en', 'Zhao Zhiqiang'],
      ['demo', 'zh-CN', '赵志强'],
    ] as const) {
      const { code, stdout, stderr } = await run(['pool', ...files(folder), '-q', '--lang', lang]);
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout.split('\n').slice(0, 40).join('\n')).toContain(rep);
    }
  });

  it('explains itself in both languages', async () => {
    expect((await run(['pool', '--help'])).stdout).toContain('\nExamples:\n  crm-eval pool ');
    expect((await run(['pool', '--help', '--lang', 'zh-CN'])).stdout).toContain('\n示例：\n  crm-eval pool ');
  });
});
