/** A reproducible stream of random numbers: the same seed gives the same stream on every machine. */
export interface Random {
  /** Uniform in [0, 1), a multiple of 2⁻³². */
  next(): number;
  /** Fills an array with what `next` would yield, one after another: many numbers in a fraction of the time. */
  nextInto(numbers: Float64Array): void;
  /** Uniform whole number, both ends included. */
  integer(low: number, high: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** One of the items; throws RangeError when there is none. */
  pick<T>(items: readonly T[]): T;
  /** One of the items, in proportion to its weight (≥ 0, not all 0); throws RangeError when there is none. */
  weighted<T>(items: readonly T[], weight: (item: T) => number): T;
  /** Bell-shaped around `mean` with standard deviation `spread`, never further away than 3.5 spreads. */
  bell(mean: number, spread: number): number;
}

type State = [number, number, number, number];

/**
 * The generator xoshiro128** 1.1 as a function of its four-word state.
 * Source: D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47(4), 2021.
 */
export function xoshiro128starstar(seed: Readonly<State>): () => number {
  // Whole numbers of 32 bits: a plain array would hold floats, at half the speed.
  const state = Int32Array.from(seed);
  return () => drawFrom(state);
}

/** The next number of 32 bits. */
function drawFrom(state: Int32Array): number {
  const result = Math.imul(rotateLeft(Math.imul(state[1]!, 5), 7), 9) >>> 0;
  const shifted = state[1]! << 9;
  state[2]! ^= state[0]!;
  state[3]! ^= state[1]!;
  state[1]! ^= state[2]!;
  state[0]! ^= state[3]!;
  state[2]! ^= shifted;
  state[3] = rotateLeft(state[3]!, 11);
  return result;
}

/** As many numbers of [0, 1), with the state in variables: an array would be read and written for each of them. */
function fillFrom(state: Int32Array, into: Float64Array): void {
  let one = state[0]!;
  let two = state[1]!;
  let three = state[2]!;
  let four = state[3]!;
  for (let index = 0; index < into.length; index += 1) {
    into[index] = (Math.imul(rotateLeft(Math.imul(two, 5), 7), 9) >>> 0) / words;
    const shifted = two << 9;
    three ^= one;
    four ^= two;
    two ^= three;
    one ^= four;
    three ^= shifted;
    four = rotateLeft(four, 11);
  }
  state.set([one, two, three, four]);
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

/** FNV-1a over the label's code units, so that every stream of a seed has a state of its own. */
function hash(label: string, seed: number): number {
  let value = (0x811c9dc5 ^ seed) >>> 0;
  for (let index = 0; index < label.length; index += 1) value = Math.imul(value ^ label.charCodeAt(index), 0x01000193);
  return value >>> 0;
}

/** Four words from one by splitmix32 (the finaliser of MurmurHash3 over a Weyl sequence). */
function expand(seed: number): State {
  let weyl = seed >>> 0;
  const word = () => {
    weyl = (weyl + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(weyl ^ (weyl >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return (mixed ^ (mixed >>> 16)) >>> 0;
  };
  return [word(), word(), word(), word()];
}

/** How many numbers of 32 bits there are. */
const words = 4_294_967_296;

/** The stream of a seed (taken modulo 2³²) with this label. Streams with different labels are independent of each other. */
export function createRandom(seed: number, label: string): Random {
  const state = Int32Array.from(expand(hash(label, seed)));
  const next = () => drawFrom(state) / words;
  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new RangeError('nothing to pick from');
    return items[Math.floor(next() * items.length)]!;
  };
  return {
    next,
    nextInto: (numbers) => fillFrom(state, numbers),
    integer: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick,
    weighted: (items, weight) => {
      const total = items.reduce((sum, item) => sum + weight(item), 0);
      let left = next() * total;
      for (const item of items) {
        left -= weight(item);
        if (left < 0) return item;
      }
      return pick(items.slice(-1));
    },
    // The sum of four uniforms has mean 2 and standard deviation 1/√3; it needs no function whose last digit varies by platform.
    bell: (mean, spread) => mean + spread * 1.7320508 * (next() + next() + next() + next() - 2),
  };
}
