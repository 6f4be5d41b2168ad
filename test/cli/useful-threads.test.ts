import { truncateSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { usefulThreads } from '../../src/cli/useful-threads.ts';
import { temporaryFolder } from './run.ts';

const folder = temporaryFolder({ 'small.csv': 'a\n1\n', 'medium.csv': '', 'large.csv': '' });
truncateSync(join(folder, 'medium.csv'), 1_999_996);
truncateSync(join(folder, 'large.csv'), 2_000_000_000);
const cores = availableParallelism();
const threads = (...names: readonly string[]): number =>
  usefulThreads(
    names.map((path) => ({ path })),
    folder,
  );

describe('the threads of the engine', () => {
  it('are one more for every two million bytes of all files, and no more than there are cores', () => {
    expect(threads('small.csv')).toBe(1);
    expect(threads('medium.csv')).toBe(1);
    expect(threads('small.csv', 'medium.csv')).toBe(Math.min(cores, 2));
    expect(threads('large.csv')).toBe(Math.min(cores, 1001));
  });

  it('are as many as there are cores where the size is not known', () => {
    expect([threads(), threads('-', 'small.csv'), threads('none.csv')]).toEqual([cores, cores, cores]);
  });
});
