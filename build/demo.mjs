import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rolldown } from 'rolldown';

/** `node build/demo.mjs`: writes the files of the demo that are committed, in both languages. A test holds them to the generator. */
const root = join(import.meta.dirname, '..');
const build = await rolldown({ cwd: root, platform: 'node', input: 'build/demo/files.ts' });
const { output } = await build.generate({ format: 'esm' });
await build.close();
const { demoFiles } = await import(`data:text/javascript,${encodeURIComponent(output[0].code)}`);
for (const { path, text } of demoFiles()) {
  mkdirSync(join(root, dirname(path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
