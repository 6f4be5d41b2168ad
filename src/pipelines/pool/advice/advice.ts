import type { Localized } from '../../../lib/localized.ts';
import type { ValueType } from '../../../result/result.ts';

/** What advice is about: reps, groups of leads (sources), who gets which, how fast, which first, what is late. */
export type AdviceTopic = 'reps' | 'groups' | 'allocation' | 'speed' | 'screening' | 'follow_ups';

/** What to do and why, with the figure that carries it. */
export interface Advice {
  readonly topic: AdviceTopic;
  readonly text: Localized;
  /** The section that has the figure, and the column or fact there. */
  readonly section: string;
  readonly figure: string;
  readonly value: number | null;
  readonly shows: ValueType;
}
