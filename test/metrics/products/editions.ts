import type { Row } from '../../../src/lib/rows.ts';

export const editions: readonly Row[] = [
  { product_id: 'M1', name: 'Mill Basic', category: 'Mills', price: 100, upgrade_to: 'M2' },
  { product_id: 'M2', name: 'Mill Pro', category: 'Mills', price: 250 },
  { product_id: 'T1', name: 'Cutter', category: 'Tools', price: 5 },
];

function line(customer: string, order: string, product: string, day: string, quantity = 1, amount = 100): Row {
  return { customer_id: customer, order_id: order, product_id: product, ordered_at: `${day} 09:00:00`, quantity, amount };
}

/**
 * Half years end on 2026-06-30. A owns the basic mill and ordered it twice within a year; B moved up within the last twelve months; C bought
 * tools alone, and a mill in the last twelve months for the first time.
 */
export const editionLines: readonly Row[] = [
  line('A', '1', 'M1', '2024-07-15'),
  line('A', '2', 'M1', '2025-09-01', 2),
  line('A', '3', 'M1', '2026-03-01', 3),
  line('A', '3', 'T1', '2026-03-01', 1, 5),
  line('B', '4', 'M1', '2024-08-01'),
  line('B', '5', 'M2', '2025-10-01'),
  line('C', '6', 'T1', '2024-08-01', 1, 5),
  line('C', '7', 'T1', '2025-03-01', 1, 5),
  line('C', '8', 'M1', '2026-01-10'),
];
