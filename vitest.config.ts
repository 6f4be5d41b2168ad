import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** A zone with summer time and a language of neither output: what depends on them fails here. */
const environment = { TZ: 'America/New_York', NO_COLOR: '1', LANG: 'C' };

/** Files of unit tests on a PostgreSQL server, which takes seconds to start. */
const onServer = readdirSync(join(import.meta.dirname, 'test'), { recursive: true, encoding: 'utf8' })
  .map((path) => `test/${path.replaceAll('\\', '/')}`)
  .filter((path) => /^test\/(?!cli\/|reference\/).*\.test\.ts$/.test(path) && usesServer(path));

function usesServer(path: string): boolean {
  return /^describeWith(?:Own)?Postgres\(/m.test(readFileSync(join(import.meta.dirname, path), 'utf8'));
}

/** The command line opens its engine itself, as it does for a user. */
const setups = ['./test/closed-together.ts', './test/shared-duckdb.ts'];

function project(name: string, include: string[], exclude: string[] = []) {
  return {
    extends: true as const,
    test: { name, include, exclude, env: environment, setupFiles: name === 'cli' ? setups.slice(0, 1) : setups },
  };
}

export default defineConfig({
  test: {
    restoreMocks: true,
    unstubEnvs: true,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: '100%',
    globalSetup: ['./test/build.ts', './test/temporary-root.ts'],
    // Files that start in a process of their own would each load the database and the program again: twice the time.
    isolate: false,
    tags: [{ name: 'slow', description: 'takes seconds, or needs real exports: npm run test:quick leaves it out' }],
    coverage: {
      provider: 'v8',
      include: ['src/{metrics,stats,model,source,ingest}/**'],
    },
    projects: [
      project('unit', ['test/**/*.test.ts'], ['test/cli/**', 'test/reference/**', ...onServer]),
      project('postgres', onServer),
      project('cli', ['test/cli/**/*.test.ts']),
      project('reference', ['test/reference/**/*.test.ts']),
    ],
  },
});
