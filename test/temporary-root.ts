import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const prefix = 'crm-eval-tests-';

/** Whatever a test makes in the folder for temporary files goes away with the run, so no test has to clean up. Each project asks for it. */
export default function setup(): (() => void) | undefined {
  if (basename(tmpdir()).startsWith(prefix)) return undefined;
  const root = mkdtempSync(join(tmpdir(), prefix));
  // A PostgreSQL server among the tests runs as another user.
  chmodSync(root, 0o755);
  process.env['TMPDIR'] = root;
  return () => rmSync(root, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}
