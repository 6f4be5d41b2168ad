import { lstat, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive } from './process-alive.ts';

/** So old has to be what is taken for left over: a process of another machine, or container, may have the number. */
const longMs = 12 * 3_600_000;

/**
 * Removes from a folder what processes that are no more have left there: entries of which `pidOf` tells the number of
 * their process. Never throws: it is a courtesy.
 */
export async function removeLeftOver(folder: string, pidOf: (name: string) => string | undefined): Promise<void> {
  try {
    for (const name of await readdir(folder)) {
      const pid = pidOf(name);
      if (pid === undefined || isAlive(Number(pid))) continue;
      const path = join(folder, name);
      if (Date.now() - (await lstat(path)).mtimeMs > longMs) await rm(path, { recursive: true, force: true });
    }
  } catch {
    // See above.
  }
}
