import { both, type Localized } from '../lib/localized.ts';

/** What the commands whose names begin alike are for, by that first word. */
export const commandGroups: Readonly<Record<string, Localized>> = {
  targets: both('test targets, split them, follow how they are reached', '检验目标、分解目标、跟踪目标达成'),
};
