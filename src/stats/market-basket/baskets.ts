/** Baskets by item: which of them hold it. */
export interface Baskets {
  /** How many there are, those of one item and those without any counted too. */
  readonly size: number;
  /** Each item once, in the order of the code units of its text. */
  readonly items: readonly string[];
  /** For each item the numbers of the baskets that hold it, ascending. */
  readonly holders: readonly Int32Array[];
}

/** What is twice in a basket counts once; the order of baskets and of the items in them changes nothing that is counted. */
export function readBaskets(baskets: Iterable<Iterable<string>>): Baskets {
  const found = new Map<string, number[]>();
  let size = 0;
  for (const basket of baskets) {
    for (const item of basket) {
      const holders = found.get(item);
      if (holders === undefined) found.set(item, [size]);
      else if (holders.at(-1) !== size) holders.push(size);
    }
    size += 1;
  }
  const items = [...found.keys()].toSorted(byCodeUnits);
  return { size, items, holders: items.map((item) => Int32Array.from(found.get(item)!)) };
}

function byCodeUnits(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0;
}
