import type { Fact, ResultCell } from '../../result/result.ts';

/** A figure that is no rate. */
export function plainFact(
  id: string,
  title: string,
  type: Fact['type'],
  value: ResultCell,
  more: { readonly unit?: string; readonly basis?: string | null } = {},
): Fact {
  return { id, title, type, value, unit: more.unit ?? null, n: null, low: null, high: null, basis: more.basis ?? null };
}
