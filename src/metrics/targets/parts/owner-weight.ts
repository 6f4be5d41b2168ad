import type { Read } from '../../../forecast/read.ts';
import type { IsoDate } from '../../../lib/dates.ts';
import type { SplitLevel } from '../../choices.ts';
import type { TargetSplit } from '../../target-parameter.ts';
import type { SalesHistory } from './history.ts';

/** A row of split_weights. */
export interface OwnerWeight {
  readonly level: Exclude<SplitLevel, 'team'>;
  readonly owner: string;
  readonly name: string | null;
  readonly parent: string | null;
  readonly state: 'gets' | 'left' | 'leads' | 'no_rep' | 'none';
  readonly joined_on: IsoDate | null;
  readonly last_on: IsoDate | null;
  readonly last_value: number;
  readonly history: number | null;
  readonly potential: number | null;
  readonly capacity: number | null;
  readonly customers: number;
  readonly history_share: number | null;
  readonly potential_share: number | null;
  readonly capacity_share: number | null;
  readonly share: number | null;
}

export interface WeightSettings {
  readonly asOf: IsoDate;
  readonly split: TargetSplit;
}

/** What the files tell of whoever may get a target. */
export interface WeightSources extends WeightSettings {
  readonly read: Read;
  readonly history: SalesHistory | null;
}

/** Each part of the sum of those that are known and above 0; null where there is none. */
export function sharesOf(values: readonly (number | null)[]): (number | null)[] {
  const sum = values.reduce<number>((whole, value) => whole + Math.max(0, value ?? 0), 0);
  return values.map((value) => (sum > 0 ? Math.max(0, value ?? 0) / sum : null));
}
