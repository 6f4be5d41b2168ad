/** asked: by the user; tested: it did best in the hold-out; untested: it could not be tested. */
export type Why = 'asked' | 'tested' | 'untested';

/** Ids in the order in which they are tried; what is named again further down counts where it stands first. */
export interface Candidates {
  readonly asked: string | null;
  /** As the hold-out shows, best first. */
  readonly tested: readonly string[];
  /** Those that may be used without a test, best first. */
  readonly untested: readonly string[];
}

export interface Choice<T> {
  readonly id: string;
  readonly why: Why;
  /** What came of trying it. */
  readonly found: T;
  /** Those tried before, in vain. */
  readonly passedOver: readonly string[];
}

/** The first candidate that yields something; null where none does. */
export function choose<T>({ asked, tested, untested }: Candidates, attempt: (id: string) => T | null): Choice<T> | null {
  const order = [...new Set([...(asked === null ? [] : [asked]), ...tested, ...untested])];
  for (const [place, id] of order.entries()) {
    const found = attempt(id);
    if (found === null) continue;
    return { id, why: id === asked ? 'asked' : tested.includes(id) ? 'tested' : 'untested', found, passedOver: order.slice(0, place) };
  }
  return null;
}
