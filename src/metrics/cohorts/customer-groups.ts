/** Attributes of a customer that figures can be grouped by; columns of `customer_profile`. */
export const customerGroups = ['owner', 'team', 'level', 'industry', 'region', 'size', 'source'] as const;

export type CustomerGroup = (typeof customerGroups)[number];
