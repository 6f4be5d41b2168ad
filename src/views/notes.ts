import type { FindingCode } from '../codes.ts';
import type { Lang, Localized } from '../lib/localized.ts';
import type { Finding } from '../result/result.ts';

/** Something a reader has to know of what was computed, at no place of a file. */
export interface Note {
  readonly code: FindingCode;
  readonly level: Finding['level'];
  readonly message: Localized;
  readonly fix?: Localized;
}

/** Notes as findings, in the language of the run. */
export function findingsOf(notes: readonly Note[], lang: Lang): Finding[] {
  return notes.map(({ code, level, message, fix }) => ({
    code,
    level,
    file: null,
    sheet: null,
    line: null,
    cell: null,
    column: null,
    value: null,
    message: message[lang],
    fix: fix?.[lang] ?? null,
    count: 1,
  }));
}
