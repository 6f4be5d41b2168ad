import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { packageFolder } from './packages.mjs';

/** Packages whose types ours are made of, and which nobody has to install: their declarations go along, in a folder of that name. */
const taken = new Set(['zod']);
/** What an installed crm-eval finds beside it. */
const installed = /^node:/;

/** `from '…'`, `import '…'` and `import('…')` of a declaration file. */
const specifiers = /(\bfrom\s+|\bimport\s*\(\s*|^import\s+)(['"])([^'"\n]+)\2/gm;

/**
 * Leaves in the folder, of the declarations that tsc wrote there, those that index.d.ts needs, and adds those of the packages they are made
 * of, so that they need nothing that is not installed. The folders of these packages.
 */
export function closeTypes(root, folder) {
  const folders = new Set();
  const texts = new Map();
  const waiting = [join(folder, 'index.d.ts')];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const target = targetOf(file);
    if (texts.has(target)) continue;
    const text = readFileSync(file, 'utf8').replace(specifiers, (_, before, quote, specifier) => {
      if (installed.test(specifier)) return `${before}${quote}${specifier}${quote}`;
      const next = declarationOf(file, specifier);
      waiting.push(next);
      const path = relative(dirname(target), targetOf(next))
        .split(sep)
        .join('/')
        .replace(/\.d\.ts$/, '.js');
      return `${before}${quote}${path.startsWith('.') ? path : `./${path}`}${quote}`;
    });
    texts.set(target, text);
  }
  rmSync(folder, { recursive: true });
  for (const [path, text] of texts) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return folders;

  function targetOf(file) {
    if (!file.startsWith(join(root, 'node_modules', sep))) return file;
    const source = packageFolder(file);
    folders.add(source);
    return join(folder, relative(dirname(source), file));
  }

  function declarationOf(file, specifier) {
    if (taken.has(specifier)) return join(root, 'node_modules', specifier, 'index.d.ts');
    const path = join(dirname(file), specifier.replace(/\.(?:ts|js)$/, '.d.ts'));
    if (specifier.startsWith('.') && existsSync(path)) return path;
    throw new Error(`${relative(root, file)} needs ${specifier}, which is not installed with crm-eval`);
  }
}
