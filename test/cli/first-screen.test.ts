import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderTable } from '../../src/report/table.ts';
import { widthOf } from '../../src/report/text-width.ts';
import type { Result } from '../../src/result/result.ts';
import { resultOf } from './rendered.ts';
import { root } from './run.ts';

/** Lines of a terminal. */
const screen = 40;
const folders = { en: 'fixtures/demo-en', 'zh-CN': 'fixtures/demo' } as const;
const customers = ['customers.csv', 'orders.csv', 'feedback.csv'];
const sums = 'select customer_id, sum(amount) as amount from orders group by 1 order by 2 desc';

const commands: readonly (readonly [name: string, command: readonly string[], files: readonly string[]])[] = [
  ['score', ['score'], customers],
  ['score --clv', ['score', '--clv'], customers],
  ['churn', ['churn'], customers],
  ['cohorts', ['cohorts'], ['orders.csv']],
  ['compare', ['compare'], customers],
  ['backtest', ['backtest'], ['orders.csv']],
  ['explain', ['explain', 'C0056'], customers],
  ['satisfaction', ['satisfaction'], customers],
  ['targets check', ['targets', 'check'], ['targets.csv', 'reps.csv', ...customers]],
  ['inspect', ['inspect'], customers],
  ['check', ['check'], customers],
  ['query', ['query', sums], ['orders.csv']],
  ['metrics', ['metrics'], []],
];

const bare = (text: string): string => text.replaceAll(/\s+/g, '');

/** The first screen of a result at 80 and at 120 columns. */
async function screens(result: Result): Promise<string[][]> {
  const options = { sections: null, detail: 'usual', limit: null, color: false, escapeFormulas: true, precise: false } as const;
  const texts = [80, 120].map(async (width) => {
    const lines = (await renderTable(result, { ...options, width, byteOrderMark: false })).split('\n');
    expect(lines.filter((line) => widthOf(line) > width)).toEqual([]);
    return lines.slice(0, screen);
  });
  return Promise.all(texts);
}

describe.each(['en', 'zh-CN'] as const)('the first screen in %s', { tags: ['slow'] }, (lang) => {
  it.each(commands)('of %s holds what was found and the first rows, no line wider than the terminal', async (name, command, files) => {
    const result = await resultOf([...command, ...files.map((file) => join(root, folders[lang], file)), '--lang', lang]);
    for (const lines of await screens(result)) {
      for (const sentence of result.answer) expect(bare(lines.join(''))).toContain(bare(sentence));
      // A rule parts the header of a list from its rows, of which some are seen; check has findings where there are any.
      const rule = lines.findIndex((line) => /^─+$/.test(line));
      if (name !== 'check') expect(rule).toBeGreaterThan(0);
      expect(rule).toBeLessThan(screen - 6);
    }
  });
});
