import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const source = join(import.meta.dirname, '../src');

/** Modules of src, by their paths there, as Node can run them: the bundle keeps none of them apart. All must be free of dependencies. */
export async function loadSource(paths) {
  const folder = await mkdtemp(join(tmpdir(), 'crm-eval-bench-'));
  try {
    const build = await rolldown({
      cwd: source,
      input: Object.fromEntries(paths.map((path, index) => [index, `./${path}`])),
      platform: 'node',
    });
    await build.write({ dir: folder, entryFileNames: '[name].mjs', chunkFileNames: 'shared-[name].mjs' });
    await build.close();
    return await Promise.all(paths.map((_, index) => import(pathToFileURL(join(folder, `${index}.mjs`)).href)));
  } finally {
    await rm(folder, { recursive: true });
  }
}
