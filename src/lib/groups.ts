/** Puts an item behind the others of its key. */
export function addTo<K, T>(groups: Map<K, T[]>, key: K, item: T): void {
  const own = groups.get(key);
  if (own === undefined) groups.set(key, [item]);
  else own.push(item);
}

/** The items of each key, keys and items in the order they come. */
export function groupedBy<K, T>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) addTo(groups, keyOf(item), item);
  return groups;
}
