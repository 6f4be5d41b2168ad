import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.mjs';
import { licenceTexts } from './licences.mjs';
import { closeTypes } from './types.mjs';

/**
 * `npm run build`: dist/ holds the bundle, the types of the public API, and the licences of the packages that went into either. It is
 * made anew, so that nothing of an earlier build ships. Where types are wrong all is written all the same, and the exit code is 2, as tsc's.
 */
const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

rmSync(dist, { recursive: true, force: true });
const [typesExit, bundled] = await Promise.all([emitTypes(), bundle(root, dist)]);
const typed = closeTypes(root, join(dist, 'types'));
writeFileSync(join(dist, 'THIRD-PARTY-LICENSES.txt'), licenceTexts([...bundled, ...typed]));
process.exitCode = typesExit;

/** tsc's exit code: 2 where types are wrong and the declarations were written all the same. */
function emitTypes() {
  return new Promise((resolve, reject) => {
    const tsc = spawn(process.execPath, [join(root, 'node_modules/typescript/bin/tsc')], { cwd: root, stdio: 'inherit' });
    tsc.on('error', reject);
    tsc.on('close', (code) => {
      if (code === 0 || code === 2) resolve(code);
      else reject(new Error(`tsc ended with ${code ?? 'a signal'}`));
    });
  });
}
