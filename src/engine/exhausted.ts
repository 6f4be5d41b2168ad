/** The words of the system, of Node, and of an engine that calls it memory when it finds no room on the disk for what memory does not hold. */
const diskFull = ['No space left on device', 'Disk quota exceeded', 'ENOSPC: ', 'EDQUOT: ', 'Out of Memory Error: failed to offload'];

/** What an error says is used up: trying the same again, or in another way, would only take long. Null where it speaks of something else. */
export function exhausted(error: unknown): 'disk' | 'memory' | null {
  const message = error instanceof Error ? error.message : '';
  if (diskFull.some((words) => message.includes(words))) return 'disk';
  return message.startsWith('Out of Memory Error') ? 'memory' : null;
}
