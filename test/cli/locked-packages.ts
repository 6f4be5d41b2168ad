import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.ts';

interface LockedPackage {
  readonly version: string;
  readonly integrity?: string;
  readonly link?: true;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
}

const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, LockedPackage> };

/** Everything in the lock file but ourselves: folder below the repository → package. */
export const lockedPackages: ReadonlyMap<string, LockedPackage> = new Map(
  Object.entries(lock.packages).filter(([folder]) => folder !== ''),
);

/** The packages that an installed crm-eval needs, of every platform; they lie at the top of node_modules. */
export function neededPackages(): ReadonlyMap<string, LockedPackage> {
  const needed = new Map<string, LockedPackage>();
  const waiting = Object.keys((JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: object }).dependencies);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const locked = lockedPackages.get(`node_modules/${name}`);
    if (locked === undefined) throw new Error(`${name} is not at the top of the lock file`);
    if (needed.has(name)) continue;
    needed.set(name, locked);
    waiting.push(...Object.keys({ ...locked.dependencies, ...locked.optionalDependencies }));
  }
  return needed;
}
