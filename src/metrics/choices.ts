/** Attributes of a customer that figures can be grouped by; columns of `customer_profile`. */
export const customerGroups = ['owner', 'team', 'level', 'industry', 'region', 'size', 'source'] as const;

export type CustomerGroup = (typeof customerGroups)[number];

/** What may tell who will stop; `auto`: the best of all in the back-test. */
export const churnModels = ['auto', 'bg-nbd', 'mbg-nbd', 'pareto-nbd', 'logistic', 'recency'] as const;

export type ChurnModel = (typeof churnModels)[number];

/** What the lifetime value may rest on; `auto`: the one that came nearest in a hold-out. Names alone: the help of a command loads no model. */
export const lifetimeModels = ['auto', 'mbg-nbd', 'pareto-nbd', 'bg-nbd'] as const;
