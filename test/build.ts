import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** tsc's exit code where types are wrong and the program was written all the same. */
const typeErrors = 2;

/**
 * The command-line tests spawn the built program and the reader of workbooks runs in a built worker, so all is built before any
 * test runs, unless CRM_EVAL_BUILT=1 says that it has just been. Wrong types are printed and are a failure of the type check, not of the tests.
 */
export function setup(): void {
  if (process.env['CRM_EVAL_BUILT'] === '1') return;
  const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc'], { cwd: root, stdio: 'inherit' });
  if (status !== 0 && status !== typeErrors) throw new Error(`tsc ended with ${status ?? 'a signal'}: nothing was built`);
  removeOrphans();
  // Each project asks for it.
  process.env['CRM_EVAL_BUILT'] = '1';
}

/** What an earlier build left of a source that is gone would still run, and ship. */
function removeOrphans(): void {
  for (const file of readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' })) {
    const name = /^(.+?)(?:\.d\.ts|\.js)(?:\.map)?$/.exec(file)?.[1];
    if (name !== undefined && !existsSync(join(root, 'src', `${name}.ts`))) rmSync(join(root, 'dist', file));
  }
}
