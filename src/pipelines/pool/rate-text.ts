import { oneDecimal } from '../../views/number-words.ts';

/** A rate in a sentence, as the tables beside it have it: `4.7%`, `38%`. */
export function rateText(share: number): string {
  return `${oneDecimal(100 * share)}%`;
}
