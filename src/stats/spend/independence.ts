import { type Correlation, correlation } from '../correlation.ts';
import type { SpendHistory } from './gamma-gamma.ts';

/**
 * Correlation of the number of repeat purchases with their mean value, over the customers the Gamma-Gamma model is fitted on. The model
 * takes it to be 0; with a clear correlation expected values of heavy (or light) buyers come out wrong. null below two such customers.
 */
export function spendIndependence(rows: readonly SpendHistory[], level = 0.95): Correlation | null {
  const used = rows.filter((row) => row.x > 0 && row.mean > 0 && Number.isFinite(row.mean));
  return correlation(
    used.map((row) => row.x),
    used.map((row) => row.mean),
    level,
  );
}
