import { feedbackScores } from '../../../model/feedback-scores.ts';
import type { Localized } from '../../../lib/localized.ts';
import { column } from '../../columns.ts';
import type { MetricColumn } from '../../define.ts';

/** The scores of a survey beside the overall ones, in the order of the model. */
export const dimensionIds = [
  'quality_score',
  'function_score',
  'service_score',
  'support_score',
  'response_score',
  'delivery_score',
  'price_score',
] as const satisfies readonly (keyof typeof feedbackScores)[];

export type DimensionId = (typeof dimensionIds)[number];

/** What people call a dimension. */
export function dimensionTitle(id: DimensionId): Localized {
  return feedbackScores[id].title;
}

/** A column for each dimension, as the model declares it. */
export function dimensionColumns(extra: Pick<MetricColumn, 'empty'>): Record<DimensionId, MetricColumn> {
  return Object.fromEntries(
    dimensionIds.map((id) => [id, column.exact(feedbackScores[id].title, feedbackScores[id].meaning, extra)]),
  ) as Record<DimensionId, MetricColumn>;
}
