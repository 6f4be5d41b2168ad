import { type Markup, markup } from '../../html/markup.ts';
import type { CellRange, PlacedChart, PlacedSeries } from './chart-data.ts';
import { plainText } from './chart-text.ts';

/** Number, place and name: what every series begins with. */
export function seriesHead(index: number, { name }: PlacedSeries): Markup {
  return markup`<c:idx val="${index}"/><c:order val="${index}"/><c:tx>${textReference(name)}</c:tx>`;
}

/** The labels of a series, by their cells. */
export function categories({ labels }: PlacedChart): Markup {
  return markup`<c:cat>${textReference({ formula: labels.formula, values: labels.values.map(String) })}</c:cat>`;
}

/** The figures of a series, by their cells; a cell without a figure is no point. */
export function figures(
  tag: 'val' | 'xVal' | 'yVal',
  { cells }: PlacedSeries | { readonly cells: CellRange<string | number | null> },
): Markup {
  const reference = numberReference(cells);
  if (tag === 'val') return markup`<c:val>${reference}</c:val>`;
  return tag === 'xVal' ? markup`<c:xVal>${reference}</c:xVal>` : markup`<c:yVal>${reference}</c:yVal>`;
}

function textReference({ formula, values }: CellRange<string>): Markup {
  const points = values.map((value, index) => markup`<c:pt idx="${index}"><c:v>${plainText(value)}</c:v></c:pt>`);
  return markup`<c:strRef><c:f>${formula}</c:f><c:strCache><c:ptCount val="${values.length}"/>${points}</c:strCache></c:strRef>`;
}

export function numberReference({ formula, values }: CellRange<string | number | null>): Markup {
  const points = values.flatMap((value, index) => (value === null ? [] : [markup`<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`]));
  return markup`<c:numRef><c:f>${formula}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${values.length}"/>${points}</c:numCache></c:numRef>`;
}
