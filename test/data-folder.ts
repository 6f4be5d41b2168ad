import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe } from 'vitest';

const path = process.env['CRM_EVAL_DATA'] ?? fileURLToPath(new URL('../../shared/data', import.meta.url));

/** Real exports and reference data sets, which are not part of the repository; null where they are absent. */
export const dataFolder: string | null = existsSync(path) ? path : null;

/** Runs the tests where the data is, not among the quick ones; elsewhere says so and skips. */
export function describeWithData(name: string, tests: (folder: string) => void): void {
  if (dataFolder === null) {
    process.stdout.write(`skipped (no data folder, set CRM_EVAL_DATA): ${name}\n`);
    describe.skip(name, () => {});
  } else {
    const folder = dataFolder;
    describe(name, { tags: ['slow'] }, () => tests(folder));
  }
}
