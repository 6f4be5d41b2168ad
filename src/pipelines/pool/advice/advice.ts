import { both, type Localized } from '../../../lib/localized.ts';
import type { ValueType } from '../../../result/result.ts';

/** What advice is about: reps, groups of leads (sources), who gets which, how fast, which first, what is late. */
export type AdviceTopic = 'reps' | 'groups' | 'allocation' | 'speed' | 'screening' | 'follow_ups';

/** What to do and why, with the figure that carries it. */
export interface Advice {
  readonly topic: AdviceTopic;
  /** What was found, without a stop at its end. */
  readonly found: Localized;
  /** What to do about it, a sentence; null where the finding says it itself. */
  readonly todo: Localized | null;
  /** The section that has the figure, and the column or fact there. */
  readonly section: string;
  readonly figure: string;
  readonly value: number | null;
  readonly shows: ValueType;
}

/** Both as one text. */
export function adviceText({ found, todo }: Pick<Advice, 'found' | 'todo'>): Localized {
  return both(`${found.en}.${todo === null ? '' : ` ${todo.en}`}`, `${found['zh-CN']}。${todo?.['zh-CN'] ?? ''}`);
}
