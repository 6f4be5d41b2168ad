import type { Scorecard } from '../../parameters.ts';
import { type FactorId, factorIds, type WeightPreset } from '../../choices.ts';

export type Weights = Readonly<Partial<Record<FactorId, number>>>;

/** Each adds up to 100; a factor that is not named has no part in the score. */
export const weightPresets = {
  balanced: {
    revenue: 20,
    profit: 10,
    recency: 15,
    frequency: 15,
    average_order: 5,
    growth: 10,
    stability: 5,
    breadth: 5,
    tenure: 5,
    paid_ratio: 5,
    csat: 3,
    nps: 2,
  },
  value: { revenue: 35, profit: 25, recency: 10, frequency: 10, average_order: 10, growth: 5, paid_ratio: 5 },
  growth: { revenue: 15, recency: 15, frequency: 15, average_order: 10, growth: 35, breadth: 10 },
  loyalty: { recency: 20, frequency: 25, stability: 15, breadth: 5, tenure: 20, csat: 10, nps: 5 },
} as const satisfies Record<WeightPreset, Weights>;

/** The weights a preset's name or an own list stands for. */
export function weightsOf(weights: WeightPreset | Weights): Weights {
  return typeof weights === 'string' ? weightPresets[weights] : weights;
}

/** Factors that have a weight above 0 for some customer. */
export function usedFactors(scorecard: Scorecard): FactorId[] {
  const all = [scorecard.weights, ...scorecard.industries.map((entry) => entry.weights)].map(weightsOf);
  return factorIds.filter((factor) => all.some((weights) => (weights[factor] ?? 0) > 0));
}
