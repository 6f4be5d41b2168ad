import { readFile } from 'node:fs/promises';
import { errorCode } from './error-code.ts';

/** Whether a process of this machine has the number; one of another user is alive, too. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}

/** When a process began, in ticks of its system: its number may be given to another one later. '0' where the system does not say. */
export async function startOf(pid: number): Promise<string> {
  try {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The name of a process may hold brackets and blanks: what is counted stands behind the last bracket.
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? '0';
  } catch {
    return '0';
  }
}
