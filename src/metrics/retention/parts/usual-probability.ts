import { both, column } from '../../columns.ts';

/** Of a customer who buys at its usual gap, with the chance of any day alike, to buy nothing within the horizon. */
export const usualProbability = column.ratio(
  both('Chance by its usual gap', '按通常间隔的不购概率'),
  both(
    'Probability that a customer who goes on buying at its usual gap buys nothing within the horizon, exp(−horizon ÷ usual gap). What the model probability has beyond it, (model − this) ÷ (1 − this), is the chance that the customer has stopped.',
    '照通常购买间隔继续购买的客户在窗口内恰好不购的概率，exp(−窗口 ÷ 通常间隔）。模型概率超出它的部分，（模型概率 − 它）÷（1 − 它），即客户已停购的可能。',
  ),
  { empty: both('The customer is lost or too new.', '客户已流失或历史不足。') },
);

/** Both in days. */
export function probabilityByGap(horizon: number, gap: number): number {
  return Math.exp(-horizon / gap);
}
