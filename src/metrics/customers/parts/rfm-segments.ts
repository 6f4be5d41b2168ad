import type { Localized } from '../../../lib/localized.ts';
import { both } from '../../columns.ts';

type Range = readonly [from: number, to: number];

export interface SegmentRule {
  readonly segment: string;
  readonly recency: Range;
  readonly frequency: Range;
  readonly monetary: Range;
}

/** The ten segments, best first. The names are the ones marketing suites use; their own ranges overlap, ours do not. */
export const segments: Readonly<Record<string, Localized>> = {
  champions: both('Champions', '冠军客户'),
  loyal: both('Loyal customers', '忠诚客户'),
  potential_loyalist: both('Potential loyalists', '潜在忠诚客户'),
  new: both('New customers', '新客户'),
  promising: both('Promising', '有望客户'),
  need_attention: both('Need attention', '需要关注'),
  about_to_sleep: both('About to sleep', '即将沉睡'),
  at_risk: both('At risk', '流失风险'),
  cannot_lose: both('Cannot lose them', '不能流失'),
  lost: both('Lost', '已流失'),
};

/**
 * Scores 1–5 (5 is best) to segments. The rules are disjoint and cover all 125 cells, so every customer with three scores
 * has exactly one segment.
 */
export const segmentRules: readonly SegmentRule[] = [
  { segment: 'champions', recency: [4, 5], frequency: [4, 5], monetary: [4, 5] },
  { segment: 'loyal', recency: [4, 5], frequency: [4, 5], monetary: [1, 3] },
  { segment: 'loyal', recency: [3, 3], frequency: [4, 5], monetary: [1, 5] },
  { segment: 'loyal', recency: [3, 5], frequency: [3, 3], monetary: [3, 5] },
  { segment: 'potential_loyalist', recency: [4, 5], frequency: [3, 3], monetary: [1, 2] },
  { segment: 'potential_loyalist', recency: [4, 5], frequency: [2, 2], monetary: [1, 5] },
  { segment: 'new', recency: [5, 5], frequency: [1, 1], monetary: [1, 5] },
  { segment: 'promising', recency: [4, 4], frequency: [1, 1], monetary: [1, 5] },
  { segment: 'promising', recency: [3, 3], frequency: [1, 1], monetary: [3, 5] },
  { segment: 'need_attention', recency: [3, 3], frequency: [3, 3], monetary: [1, 2] },
  { segment: 'need_attention', recency: [3, 3], frequency: [2, 2], monetary: [1, 5] },
  { segment: 'about_to_sleep', recency: [3, 3], frequency: [1, 1], monetary: [1, 2] },
  { segment: 'about_to_sleep', recency: [2, 2], frequency: [1, 1], monetary: [1, 5] },
  { segment: 'about_to_sleep', recency: [2, 2], frequency: [2, 5], monetary: [1, 1] },
  { segment: 'at_risk', recency: [2, 2], frequency: [4, 5], monetary: [2, 3] },
  { segment: 'at_risk', recency: [2, 2], frequency: [2, 3], monetary: [2, 5] },
  { segment: 'at_risk', recency: [1, 1], frequency: [4, 5], monetary: [3, 3] },
  { segment: 'at_risk', recency: [1, 1], frequency: [3, 3], monetary: [3, 5] },
  { segment: 'cannot_lose', recency: [1, 2], frequency: [4, 5], monetary: [4, 5] },
  { segment: 'lost', recency: [1, 1], frequency: [1, 2], monetary: [1, 5] },
  { segment: 'lost', recency: [1, 1], frequency: [3, 5], monetary: [1, 2] },
];

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
