import type { Read } from './read.ts';

/**
 * What is made of tables, once for all who read with the same function and have the same settings: the metrics of one run do, and so may
 * whoever goes on with what they found. It is forgotten with that function.
 */
export function onceARun<S, T>(keyOf: (settings: S) => string, make: (read: Read, settings: S) => Promise<T>): typeof make {
  const made = new WeakMap<Read, Map<string, Promise<T>>>();
  return (read, settings) => {
    const own = made.get(read) ?? new Map<string, Promise<T>>();
    made.set(read, own);
    const key = keyOf(settings);
    const found = own.get(key) ?? make(read, settings);
    own.set(key, found);
    return found;
  };
}
