import type { Config } from '../../config/schema.ts';
import type { Ingested } from '../../ingest/contract.ts';
import type { Period } from '../../lib/dates.ts';
import type { CrossSell } from '../../metrics/cross-sell-parameter.ts';
import type { ViewContext } from '../../views/context.ts';

export interface CrossSellInput extends ViewContext {
  readonly ingested: Ingested;
  /** How tiers are told. */
  readonly settings: Config['score'];
  /** Of the indicators; null: the twelve months that end with the as-of date. */
  readonly period: Period | null;
  readonly churn: Config['churn'];
  readonly rules: CrossSell;
  /** Rules are listed that chance explains, and redundant ones too. */
  readonly allRules: boolean;
}
