import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the package that a module belongs to; null for what the bundler made up. */
export function packageFolder(id) {
  if (id.startsWith('\0')) return null;
  for (let folder = dirname(id); folder !== dirname(folder); folder = dirname(folder)) {
    // Some packages mark their folders as ESM or CommonJS with a package.json that names nothing.
    if (existsSync(join(folder, 'package.json')) && readPackage(folder).version !== undefined) return folder;
  }
  throw new Error(`${id} belongs to no package`);
}

export function readPackage(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}
