import type { AdditiveDesign, AlikeCases } from './additive-rates.ts';

/** How figures of groups of alike cases are added up. */
export interface CellSums {
  readonly size: number;
  /** Of each group its cells, one after another: so many as there are factors. */
  readonly ofGroups: Uint32Array;
  readonly width: number;
}

/** Which cells there are, and which of them each group of alike cases belongs to: one of every factor. */
export interface Layout extends CellSums {
  readonly placeOf: (cell: number) => { readonly factor: number; readonly kind: number; readonly unit: number | null };
}

/** A cell is a kind of a factor, of each unit by itself or of all units. */
export function layoutOf(cases: readonly AlikeCases[], { units, factors }: AdditiveDesign, by: 'unit' | 'kind'): Layout {
  const each = by === 'unit' ? units : 1;
  const starts = factors.map((_, factor) => each * factors.slice(0, factor).reduce((sum, kinds) => sum + kinds, 0));
  const width = factors.length;
  const ofGroups = new Uint32Array(cases.length * width);
  for (const [group, { unit, kinds }] of cases.entries())
    for (const [factor, kind] of kinds.entries())
      ofGroups[group * width + factor] = starts[factor]! + (by === 'unit' ? unit * factors[factor]! : 0) + kind;
  return {
    size: each * factors.reduce((sum, kinds) => sum + kinds, 0),
    ofGroups,
    width,
    placeOf: (cell) => {
      const factor = starts.findLastIndex((start, index) => start <= cell && factors[index]! > 0);
      const [inside, kinds] = [cell - starts[factor]!, factors[factor]!];
      return { factor, kind: inside % kinds, unit: by === 'unit' ? Math.floor(inside / kinds) : null };
    },
  };
}

/** The sums of these cells alone, in their order; behind them that of all others, which keeps what is looked up again and again close together. */
export function onlyCells({ size, ofGroups, width }: Layout, cells: Uint32Array): CellSums {
  const places = new Uint32Array(size).fill(cells.length);
  for (const [place, cell] of cells.entries()) places[cell] = place;
  return { size: cells.length + 1, ofGroups: ofGroups.map((cell) => places[cell]!), width };
}

/** A figure of the groups added up by cell. */
export function sumByCell({ size, ofGroups, width }: CellSums, figures: Float64Array, sums = new Float64Array(size)): Float64Array {
  sums.fill(0);
  for (let group = 0, at = 0; group < figures.length; group += 1) {
    const value = figures[group]!;
    for (const end = at + width; at < end; at += 1) sums[ofGroups[at]!]! += value;
  }
  return sums;
}
