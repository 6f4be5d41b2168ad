import type { AdditiveDesign, AlikeCases } from './additive-rates.ts';

/** Which cells there are, and which of them each group of alike cases belongs to: one of every factor. */
export interface Layout {
  readonly size: number;
  readonly ofGroups: readonly Uint32Array[];
  readonly placeOf: (cell: number) => { readonly factor: number; readonly kind: number; readonly unit: number | null };
}

/** A cell is a kind of a factor, of each unit by itself or of all units. */
export function layoutOf(cases: readonly AlikeCases[], { units, factors }: AdditiveDesign, by: 'unit' | 'kind'): Layout {
  const each = by === 'unit' ? units : 1;
  const starts = factors.map((_, factor) => each * factors.slice(0, factor).reduce((sum, kinds) => sum + kinds, 0));
  return {
    size: each * factors.reduce((sum, kinds) => sum + kinds, 0),
    ofGroups: cases.map(({ unit, kinds }) =>
      Uint32Array.from(kinds, (kind, factor) => starts[factor]! + (by === 'unit' ? unit * factors[factor]! : 0) + kind),
    ),
    placeOf: (cell) => {
      const factor = starts.findLastIndex((start, index) => start <= cell && factors[index]! > 0);
      const [inside, kinds] = [cell - starts[factor]!, factors[factor]!];
      return { factor, kind: inside % kinds, unit: by === 'unit' ? Math.floor(inside / kinds) : null };
    },
  };
}

/** A figure of the groups added up by cell. */
export function sumByCell({ size, ofGroups }: Layout, figure: (group: number) => number): Float64Array {
  const sums = new Float64Array(size);
  for (const [group, cells] of ofGroups.entries()) {
    const value = figure(group);
    for (const cell of cells) sums[cell]! += value;
  }
  return sums;
}
