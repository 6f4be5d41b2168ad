import type { Localized } from '../../../lib/localized.ts';
import type { Input, ResultRow } from '../../../result/result.ts';
import { adding, lacking } from '../../parts/missing-data-words.ts';
import { type Letter, letters } from './words.ts';

export interface Doubt {
  readonly letter: Letter;
  readonly reason: string;
  readonly why: Localized;
  readonly fix: Localized | null;
}

/** The letters of a target that do not hold, with the reason and what to do. */
export function doubts(row: ResultRow, inputs: readonly Input[]): Doubt[] {
  return (Object.keys(letters) as Letter[]).flatMap((letter) => {
    const reason = String(row[letter]);
    const words = letters[letter][reason];
    if (words?.why === undefined) return [];
    const fix = words.fix ?? null;
    if (reason !== 'data_missing') return [{ letter, reason, why: words.why, fix }];
    return [{ letter, reason, why: lacking(String(row['needs']), inputs), fix: adding(String(row['needs']), inputs) }];
  });
}
