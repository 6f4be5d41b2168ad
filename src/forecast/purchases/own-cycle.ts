/** Purchase days of a customer from which its mean gap is a cycle of its own: one gap says nothing of the next. */
export const purchasesOfCycle = 3;
