/** A set of whole numbers from 0 on, 32 of them a word. */
export type BitSet = Uint32Array;

export function emptyBitSet(size: number): BitSet {
  return new Uint32Array(Math.ceil(size / 32));
}

export function addBit(set: BitSet, bit: number): void {
  set[bit >>> 5]! |= 1 << (bit & 31);
}

export function hasBit(set: BitSet, bit: number): boolean {
  return (set[bit >>> 5]! & (1 << (bit & 31))) !== 0;
}

/** The set of these numbers, all below `size`. */
export function bitSetOf(bits: Iterable<number>, size: number): BitSet {
  const set = emptyBitSet(size);
  for (const bit of bits) addBit(set, bit);
  return set;
}

/** What two sets of the same size share. */
export function intersection(first: BitSet, second: BitSet): BitSet {
  const both = new Uint32Array(first.length);
  for (let word = 0; word < first.length; word += 1) both[word] = first[word]! & second[word]!;
  return both;
}

/** What the first has and the second, of the same size, has not. */
export function difference(first: BitSet, second: BitSet): BitSet {
  const left = new Uint32Array(first.length);
  for (let word = 0; word < first.length; word += 1) left[word] = first[word]! & ~second[word]!;
  return left;
}

export function union(first: BitSet, second: BitSet): BitSet {
  const either = new Uint32Array(first.length);
  for (let word = 0; word < first.length; word += 1) either[word] = first[word]! | second[word]!;
  return either;
}

/** The numbers of a set, ascending. */
export function* bitsIn(set: BitSet): Iterable<number> {
  for (const [index, word] of set.entries()) {
    let left = word;
    while (left !== 0) {
      const lowest = left & -left;
      yield index * 32 + (31 - Math.clz32(lowest));
      left ^= lowest;
    }
  }
}

export function sizeOf(set: BitSet): number {
  let size = 0;
  for (const word of set) size += bitsOf(word);
  return size;
}

/** How many numbers two sets of the same size share. */
export function sharedSize(first: BitSet, second: BitSet): number {
  let size = 0;
  for (let word = 0; word < first.length; word += 1) size += bitsOf(first[word]! & second[word]!);
  return size;
}

/** Bits set in a word: Warren, Hacker's Delight (2012), figure 5-2. */
function bitsOf(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
