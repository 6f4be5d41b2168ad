import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measured, replaceSet, sweep } from '../../../src/cli/set/generations.ts';
import { withLock } from '../../../src/cli/set/lock.ts';
import { type Manifest, manifestName } from '../../../src/cli/set/manifest.ts';
import { writeOutput } from '../../../src/cli/output.ts';
import { names } from './set-files.ts';

/** As the command does it, without what it computes: `node publishing.js FOLDER TEXT`, all files with this text. A third word: hold the lock and wait. */
const [folder = '', text = '', waits] = process.argv.slice(2);

await withLock(folder, async () => {
  await sweep(folder);
  await replaceSet(folder, '2026-10', false, async (path) => {
    const files: Manifest['files'] = [];
    for (const name of names) {
      await writeOutput(join(path, name), text, { force: false, stdout: process.stdout });
      files.push({ ...(await measured(path, name)), format: 'html', scope: null });
    }
    const manifest: Manifest = {
      schema: 'crm-eval/set@1',
      version: '0',
      command: 'report',
      lang: 'en',
      as_of: null,
      period: null,
      files,
      left_out: [],
    };
    if (waits !== undefined) {
      writeFileSync(join(folder, '.holding'), '');
      await new Promise((resolve) => setTimeout(resolve, 60_000));
    }
    await writeOutput(join(path, manifestName), JSON.stringify(manifest), { force: false, stdout: process.stdout });
  });
});
