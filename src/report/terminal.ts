import type { ChalkInstance } from 'chalk';
import type { Lang } from '../lib/localized.ts';

/** What every part of the terminal report needs. */
export interface Terminal {
  readonly lang: Lang;
  readonly width: number;
  readonly paint: ChalkInstance;
}
