import type { FindingCode } from '../codes.ts';
import type { Lang, Localized } from '../lib/localized.ts';
import { findingOf } from '../result/finding.ts';
import type { Finding } from '../result/result.ts';

/** Something a reader has to know of what was computed, at no place of a file. */
export interface Note {
  readonly code: FindingCode;
  readonly level: Finding['level'];
  readonly message: Localized;
  readonly fix?: Localized;
}

/** What is noted under one code: how grave it is, and what it says of the figures at hand. */
export interface NoteKind<F> {
  readonly level: Note['level'];
  readonly text: (figures: F) => Pick<Note, 'message' | 'fix'>;
}

/** Every note that a command may give, by its code. */
export type NoteKinds = Readonly<Partial<Record<FindingCode, NoteKind<never>>>>;

type FiguresOf<K> = K extends NoteKind<infer F> ? F : never;

/** A note of these kinds, on the figures that its text takes. */
export function noteOf<K extends NoteKinds, C extends keyof K & FindingCode>(kinds: K, code: C, figures: FiguresOf<K[C]>): Note {
  const { level, text } = kinds[code] as NoteKind<FiguresOf<K[C]>>;
  return { code, level, ...text(figures) };
}

/** Notes as findings, in the language of the run. */
export function findingsOf(notes: readonly Note[], lang: Lang): Finding[] {
  return notes.map((note) => findingOf(note, lang));
}
