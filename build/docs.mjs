import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { rolldown } from 'rolldown';

/**
 * `npm run docs`: writes the pages of docs/ that are made of declarations (build/docs/pages.ts). A folder behind it is written to in
 * place of docs/.
 */
const root = join(import.meta.dirname, '..');
const folder = resolve(process.argv[2] ?? join(root, 'docs'));

mkdirSync(folder, { recursive: true });
for (const [name, text] of await pagesOf(join(root, 'build/docs/pages.ts'))) writeFileSync(join(folder, name), text);

/** What the module exports as `pages`: bundled first, for Node 20 reads no TypeScript. */
async function pagesOf(module) {
  const build = await rolldown({ cwd: root, input: module, platform: 'node', checks: { bundlerTimings: false } });
  const { output } = await build.generate({ format: 'esm', codeSplitting: false });
  await build.close();
  const { pages } = await import(`data:text/javascript;base64,${Buffer.from(output[0].code).toString('base64')}`);
  return pages;
}
