import type { FoldSettings } from '../../../forecast/churn/folds.ts';
import type { IsoDate } from '../../../lib/dates.ts';
import type { Churn, Retention } from '../../parameters.ts';
import { originsOf, pastOrigins } from './purchase-origins.ts';

interface Parameters {
  readonly as_of: IsoDate | null;
  readonly retention: Retention;
  readonly churn: Churn;
}

/** What the contest of a run goes by; null where the as-of date is no origin, so that nobody could be scored on it. */
export function contestSettings({ as_of: asOf, retention, churn }: Parameters): FoldSettings | null {
  const own = { ...retention, further: [] };
  if (asOf === null || !originsOf(own, asOf).includes(asOf)) return null;
  const { model, folds } = churn;
  return { origins: [...pastOrigins(own, asOf), asOf], horizonDays: retention.horizon_days, model, folds, churn };
}
