import { type Markup, markup } from '../../html/markup.ts';

const [bar, below] = ['FF9DB8D9', 'FFD9A97F'] as const;

/** A column of cells with a bar in each. */
export interface BarArea {
  /** `C4:C9`. */
  readonly area: string;
  /** What fills the cell; null: the largest figure of the area. */
  readonly full: number | null;
}

/** The rule as every program reads it, by the number that ties it to what newer ones know. */
export function dataBarRule({ full }: BarArea, number: number): unknown {
  return {
    type: 'dataBar',
    priority: 1,
    cfvo: [{ type: 'num', value: 0 }, full === null ? { type: 'max' } : { type: 'num', value: full }],
    color: { argb: bar },
    x14Id: idOf(number),
  };
}

/** The same bars as newer programs draw them: in one colour, from 0, to their full length. */
export function dataBarExtension(areas: readonly BarArea[]): Markup {
  const rules = areas.map(
    ({ area, full }, index) =>
      markup`<x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="dataBar" id="${idOf(index)}"><x14:dataBar minLength="0" maxLength="100" gradient="0"><x14:cfvo type="num"><xm:f>0</xm:f></x14:cfvo>${full === null ? markup`<x14:cfvo type="max"/>` : markup`<x14:cfvo type="num"><xm:f>${full}</xm:f></x14:cfvo>`}<x14:negativeFillColor rgb="${below}"/><x14:axisColor rgb="FFAAB3BF"/></x14:dataBar></x14:cfRule><xm:sqref>${area}</xm:sqref></x14:conditionalFormatting>`,
  );
  return markup`<ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings>${rules}</x14:conditionalFormattings></ext>`;
}

/** The same in every file: it has to differ only within a sheet. */
function idOf(number: number): string {
  return `{00000000-0000-4000-8000-${(number + 1).toString(16).toUpperCase().padStart(12, '0')}}`;
}
