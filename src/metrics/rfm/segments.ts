import type { Localized } from '../../lib/localized.ts';
import { both } from '../columns.ts';

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
