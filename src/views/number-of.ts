import type { ResultCell } from '../result/result.ts';

/** The number; null for anything else. */
export function numberOf(cell: ResultCell | undefined): number | null {
  return typeof cell === 'number' ? cell : null;
}
