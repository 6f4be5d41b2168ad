import { both, type Localized } from '../../../src/lib/localized.ts';

/** What docs/codes.md says of a code. */
export interface CodeText {
  readonly meaning: Localized;
  /** The message as it is printed: what differs from case to case stands between ‹ and ›, and ‹› where two texts of the program meet. */
  readonly example: Localized;
  readonly fix: Localized;
}

type Pair = readonly [en: string, zh: string];

export function code(meaning: Pair, example: Pair, fix: Pair): CodeText {
  return { meaning: both(...meaning), example: both(...example), fix: both(...fix) };
}
