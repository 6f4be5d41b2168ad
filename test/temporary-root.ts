import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whatever a test makes in the folder for temporary files goes away with the run, so no test has to clean up. */
export default function setup(): () => void {
  const root = mkdtempSync(join(tmpdir(), 'crm-eval-tests-'));
  // A PostgreSQL server among the tests runs as another user.
  chmodSync(root, 0o755);
  process.env['TMPDIR'] = root;
  return () => rmSync(root, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}
