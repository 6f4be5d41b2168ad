import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { bundle } from '../build/bundle.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The exit code where types are wrong and the program was written all the same. */
const typeErrors = 2;

/**
 * The command-line tests spawn the built program and the reader of workbooks runs in a built worker, so all is built before any test runs
 * (where none of the command line does, no types), unless CRM_EVAL_BUILT=1 says that it has just been. Wrong types are printed and are a
 * failure of the type check, not of the tests.
 */
export async function setup({ vitest }: TestProject): Promise<void> {
  if (process.env['CRM_EVAL_BUILT'] === '1') return;
  if (!vitest.projects.some(({ name }) => name === 'cli')) {
    await bundle(root, join(root, 'dist'));
    return;
  }
  const { status } = spawnSync(process.execPath, ['build/build.mjs'], { cwd: root, stdio: 'inherit' });
  if (status !== 0 && status !== typeErrors) throw new Error(`the build ended with ${status ?? 'a signal'}`);
  // Each project asks for it.
  process.env['CRM_EVAL_BUILT'] = '1';
}
