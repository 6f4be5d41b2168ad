import { type Markup, markup } from '../../html/markup.ts';
import type { CellRange } from './chart-data.ts';
import { colours } from './chart-plan.ts';

/** Small columns in a cell. */
export interface Sparkline {
  /** `J6`. */
  readonly cell: string;
  readonly source: CellRange<number | null>;
}

/** Small columns from 0, the earlier ones light and the last one as what is. */
export function sparklineExtension(sparklines: readonly Sparkline[]): Markup {
  const light = `FF${colours.previous}`;
  const dark = `FF${colours.actual}`;
  const groups = sparklines.map(({ cell, source }) => {
    const isAbove = source.values.every((value) => value === null || value >= 0);
    return markup`<x14:sparklineGroup${isAbove && markup` manualMin="0"`} type="column" displayEmptyCellsAs="gap" last="1"${isAbove && markup` minAxisType="custom"`}><x14:colorSeries rgb="${light}"/><x14:colorNegative rgb="${light}"/><x14:colorAxis rgb="FFAAB3BF"/><x14:colorMarkers rgb="${light}"/><x14:colorFirst rgb="${light}"/><x14:colorLast rgb="${dark}"/><x14:colorHigh rgb="${light}"/><x14:colorLow rgb="${light}"/><x14:sparklines><x14:sparkline><xm:f>${source.formula}</xm:f><xm:sqref>${cell}</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup>`;
  });
  return markup`<ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"><x14:sparklineGroups xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">${groups}</x14:sparklineGroups></ext>`;
}
