import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { check, command, metric } from './new/kinds.mjs';

/**
 * `npm run new -- command NAME`, `metric DOMAIN/NAME`, `check NAME`: writes a small one that works, with its tests, and puts it into the
 * lists. The templates lie in build/new; what they compute is an example to be replaced.
 */
const root = join(import.meta.dirname, '..');
const kinds = { command, metric, check };
const [kind = '', name = ''] = process.argv.slice(2);

const made = Object.hasOwn(kinds, kind) ? kinds[kind](name) : null;
if (made === null)
  stop(
    `usage: npm run new -- ${Object.values(kinds)
      .map((one) => one.usage)
      .join(' | ')} (names in kebab-case)`,
  );

const files = made.files.map(({ path, template }) => ({ path, text: filled(readFileSync(join(root, 'build/new', template), 'utf8')) }));
const present = files.find(({ path }) => existsSync(join(root, path)));
if (present !== undefined) stop(`${present.path} is there already`);
const edits = made.edits.map(({ path, edit }) => ({ path, text: edit(readFileSync(join(root, path), 'utf8')) }));

for (const { path, text } of [...files, ...edits]) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  console.log(path);
}
const source = [...files, ...edits].map(({ path }) => path).filter((path) => path.endsWith('.ts'));
spawnSync(process.execPath, [join(root, 'node_modules/oxfmt/bin/oxfmt'), ...source], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
console.log(`\nthen: ${made.next.join(' · ')}`);

/** A template with the name in every spelling. */
function filled(template) {
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_, spelling) => made.words[spelling]);
}

function stop(message) {
  console.error(message);
  process.exit(2);
}
