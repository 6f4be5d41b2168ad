import type { PurchaseGroup } from '../../../src/stats/purchases/history.ts';

/** Histories that every model of purchases can be fitted to, in weeks. */
export const groups: readonly PurchaseGroup[] = [
  { x: 0, recency: 0, age: 30, customers: 600 },
  { x: 1, recency: 3, age: 30, customers: 100 },
  { x: 1, recency: 15, age: 30, customers: 60 },
  { x: 2, recency: 24, age: 28, customers: 60 },
  { x: 4, recency: 27, age: 30, customers: 40 },
  { x: 9, recency: 29, age: 30, customers: 20 },
];
