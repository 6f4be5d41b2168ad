import type { Course } from './estimates.ts';

/** The past of a scope as it unfolds, window by window: which of its windows were over by the cut of the one at hand. */
export class KnownPast {
  readonly past: readonly Course[];
  /** How many are over, oldest first. */
  #count = 0;
  /** The one at hand; behind the last of them in the end. */
  #at = 0;
  #fell = false;

  constructor(past: readonly Course[]) {
    this.past = past;
  }

  /** Goes on to the window that begins then, null where the scope has none; windows begin later and later, and so are they cut. */
  goTo(from: string, cut: string): Course | null {
    while (this.#at < this.past.length && this.past[this.#at]!.from < from) this.#at += 1;
    while (this.#count < this.past.length && this.past[this.#count]!.to <= cut) {
      const { soFar, total } = this.past[this.#count]!;
      this.#fell ||= total < soFar;
      this.#count += 1;
    }
    const window = this.past[this.#at];
    return window?.from === from ? window : null;
  }

  /** The last windows that are over, so many at most. */
  latest(most: number): readonly Course[] {
    return this.past.slice(Math.max(0, this.#count - most), this.#count);
  }

  /** The window so many before the one at hand, where that is over. */
  before(steps: number): Course | null {
    return this.#at - steps < this.#count ? (this.past[this.#at - steps] ?? null) : null;
  }

  /** Whether more was taken back than came in the rest of one of them. */
  get hasFallen(): boolean {
    return this.#fell;
  }
}
