import { defineConfig } from 'vitest/config';

/** A zone with summer time and a language of neither output: what depends on them fails here. */
const environment = { TZ: 'America/New_York', NO_COLOR: '1', LANG: 'C' };

function project(name: string, include: string[], exclude: string[] = []) {
  return { extends: true as const, test: { name, include, exclude, env: environment } };
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
    tags: [{ name: 'slow', description: 'packs and installs; leave out with --tags-filter="!slow"', timeout: 300_000 }],
    coverage: {
      provider: 'v8',
      include: ['src/{metrics,stats,model,source,ingest}/**'],
    },
    projects: [
      project('unit', ['test/**/*.test.ts'], ['test/cli/**', 'test/reference/**']),
      project('cli', ['test/cli/**/*.test.ts']),
      project('reference', ['test/reference/**/*.test.ts']),
    ],
  },
});
