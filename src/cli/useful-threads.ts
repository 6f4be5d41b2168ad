import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { InputFile } from './files.ts';

/** The engine divides a table among its threads by 122,880 rows, which in a packed file are seldom less. */
const bytesPerThread = 2_000_000;

/**
 * Threads of the engine that are of use for these files, from 1 to the number of cores: on small files more of them only get in each other's
 * way, which takes half of the time again with eight. All cores where the size is not known: no file, the standard input, a name that leads to none.
 */
export function usefulThreads(files: readonly InputFile[], folder: string): number {
  const cores = availableParallelism();
  const sizes = files.map(({ path }) => (path === '-' ? undefined : statSync(resolve(folder, path), { throwIfNoEntry: false })?.size));
  if (sizes.length === 0 || sizes.includes(undefined)) return cores;
  const bytes = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
  return Math.min(cores, 1 + Math.floor(bytes / bytesPerThread));
}
