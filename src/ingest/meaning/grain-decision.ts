import type { GrainEvidence } from './grain-evidence.ts';

/**
 * `order`: one value an order, repeated on its lines. `line`: one a line. `doubtful`: read as of the line, which may be wrong. `split`: the evidence
 * speaks for both. `unknown`: no order of several lines says anything.
 */
export type Grain = 'order' | 'line' | 'doubtful' | 'split' | 'unknown';

/** Orders that a chance must not explain, before a header that says nothing is taken for the order's. */
const improbable = 1e-3;
const beyondChance = 1e-9;

/** What a column of amounts says, by the evidence of the head. */
export function amountGrain(evidence: GrainEvidence): Grain {
  const { constant, varying, fitsOrder, fitsLine, word } = evidence;
  if (fitsOrder > 0 || fitsLine > 0) return byPrices(evidence);
  if (constant === 0) return varying === 0 ? 'unknown' : 'line';
  if (varying > 0) return mixed(evidence);
  if (word === 'order') return 'order';
  const isImprobable = evidence.chance < improbable;
  // No line of such an order can be worth what all of them are said to be.
  if (word === null && evidence.unequalWorth >= 2) return 'order';
  if (word === null && evidence.unequalWorth === 1) return 'doubtful';
  if (word === 'line') return isImprobable && constant >= 3 ? 'doubtful' : 'line';
  if (isImprobable && constant >= 2 && evidence.unequalLines >= 2) return 'order';
  if (evidence.chance < beyondChance && constant >= 8) return 'order';
  return isImprobable && constant >= 3 ? 'doubtful' : 'line';
}

/** Quantity × price is the amount of every line, or of all lines of an order together. */
function byPrices({ fitsOrder, fitsLine, varying, constant }: GrainEvidence): Grain {
  if (fitsOrder === 0) return 'line';
  const against = Math.max(fitsLine, varying);
  if (against <= fitsOrder * 0.05) return 'order';
  return fitsOrder < against * 0.05 && constant < varying ? 'line' : 'split';
}

/** Most orders have one value, some have several, and no price tells. */
function mixed({ constant, varying, word, chance, unequalLines }: GrainEvidence): Grain {
  if (chance > improbable || constant < 3 || constant < varying) return 'line';
  if (varying <= constant * 0.02) return word === 'line' ? 'doubtful' : 'order';
  if (word === 'order') return 'split';
  return constant >= varying * 4 && unequalLines >= 2 ? 'doubtful' : 'line';
}

/** What a column of something taken off an amount says (a refund, a discount, a payment), where it is known whether the amount is the order's. */
export function partGrain(evidence: GrainEvidence, amount: Grain): Grain {
  const { constant, varying, exceedsLine, word, chance } = evidence;
  if (constant === 0) return varying > 0 ? 'line' : amount === 'order' && word !== 'line' ? 'order' : 'unknown';
  if (varying > 0) return varying <= constant * 0.02 && word !== 'line' ? 'order' : 'line';
  if (amount === 'order' || exceedsLine > 0 || word === 'order') return 'order';
  return word === null && chance < improbable && constant >= 3 ? 'doubtful' : 'line';
}
