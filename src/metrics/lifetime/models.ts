/** What the lifetime value may rest on; `auto`: the one that came nearest in a hold-out. Names alone: the help of a command loads no model. */
export const lifetimeModels = ['auto', 'mbg-nbd', 'pareto-nbd', 'bg-nbd'] as const;
