/** What may tell who will stop; `auto`: the best of all in the back-test. */
export const churnModels = ['auto', 'bg-nbd', 'mbg-nbd', 'pareto-nbd', 'logistic', 'recency'] as const;

export type ChurnModel = (typeof churnModels)[number];
