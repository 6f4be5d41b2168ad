/**
 * The same function, which computes once for the same arguments as long as this process runs tests: in one file after another. What it
 * yields is frozen, so that no test can change what another one sees.
 */
export function remembered<Arguments extends readonly unknown[], Result>(
  compute: (...args: Arguments) => Promise<Result>,
): (...args: Arguments) => Promise<Result> {
  const known = new Map<string, Promise<Result>>();
  return (...args) => {
    const key = JSON.stringify(args, (_, value: unknown) => (value instanceof Set ? [...value] : value));
    const found = known.get(key) ?? compute(...args).then(frozen);
    known.set(key, found);
    return found;
  };
}

/** Plain objects and arrays, all the way down; what a class has made looks after itself. */
function frozen<T>(value: T): T {
  const isPlain =
    Array.isArray(value) || (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype);
  if (!isPlain || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}
