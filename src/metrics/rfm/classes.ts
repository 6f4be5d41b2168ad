import type { Localized } from '../../lib/localized.ts';
import { both } from '../columns.ts';

export interface RfmClass {
  readonly id: string;
  readonly title: Localized;
  /** Bought recently, often, much. */
  readonly recency: boolean;
  readonly frequency: boolean;
  readonly monetary: boolean;
}

/** The eight classes of Chinese RFM practice: every combination of high and low has one. */
export const rfmClasses: readonly RfmClass[] = [
  { id: 'key_value', title: both('Key: value', '重要价值客户'), monetary: true, frequency: true, recency: true },
  { id: 'key_retain', title: both('Key: retain', '重要保持客户'), monetary: true, frequency: true, recency: false },
  { id: 'key_develop', title: both('Key: develop', '重要发展客户'), monetary: true, frequency: false, recency: true },
  { id: 'key_win_back', title: both('Key: win back', '重要挽留客户'), monetary: true, frequency: false, recency: false },
  { id: 'general_value', title: both('General: value', '一般价值客户'), monetary: false, frequency: true, recency: true },
  { id: 'general_retain', title: both('General: retain', '一般保持客户'), monetary: false, frequency: true, recency: false },
  { id: 'general_develop', title: both('General: develop', '一般发展客户'), monetary: false, frequency: false, recency: true },
  { id: 'general_win_back', title: both('General: win back', '一般挽留客户'), monetary: false, frequency: false, recency: false },
];
