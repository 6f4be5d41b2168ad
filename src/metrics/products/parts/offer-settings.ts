import { z } from 'zod';
import type { OfferSettings } from '../../../forecast/offers/open-offers.ts';
import { crossSell } from '../../cross-sell-parameter.ts';
import { asOf } from '../../parameters.ts';

/** What metrics of rules and offers take from a run. */
export const offerParameters = z.object({ as_of: asOf, cross_sell: crossSell });

type Parameters = z.output<typeof offerParameters>;

/** Null where the files hold no date. */
export function offerSettings({
  as_of: day,
  cross_sell: { min_support: support, min_confidence: confidence },
}: Parameters): OfferSettings | null {
  return day === null ? null : { asOf: day, support, confidence };
}
