import type { Lang } from '../../../lib/localized.ts';
import { type Markup, markup } from '../../html/markup.ts';
import type { AxisScale } from './drawing.ts';
import { inks } from './chart-plan.ts';
import { richText, solid, stroke, textProperties } from './chart-text.ts';

/** The numbers by which the drawings of a chart name its axes. */
export const axisIds = { category: 100_000_001, value: 100_000_002 } as const;

interface CategoryAxis {
  readonly lang: Lang;
  /** Labels down the left side, the first at the top. */
  readonly isVertical: boolean;
  /** Every so many labels is written; null: as many as there is room for. */
  readonly every: number | null;
  /** Of its labels; null: as the program thinks best. */
  readonly rotation?: number | null;
}

/** The axis of labels; they stand at the low end, below bars that fall under 0. */
export function categoryAxis({ lang, isVertical, every, rotation = null }: CategoryAxis): Markup {
  return markup`<c:catAx><c:axId val="${axisIds.category}"/><c:scaling><c:orientation val="${isVertical ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/><c:axPos val="${isVertical ? 'l' : 'b'}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>${stroke(inks.axis)}</c:spPr>${textProperties({ lang, rotation })}<c:crossAx val="${axisIds.value}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>${every !== null && markup`<c:tickLblSkip val="${every}"/>`}<c:noMultiLvlLbl val="1"/></c:catAx>`;
}

interface ValueAxis {
  readonly lang: Lang;
  readonly format: string;
  /** What is counted, where no legend says it. */
  readonly title: string | null;
  /** Along the top, above rows of bars. */
  readonly isHorizontal?: boolean;
  readonly scale: AxisScale;
  /** Of the two axes of a curve: which one it is. */
  readonly is?: keyof typeof axisIds;
  /** Whether it stands before the first label, or on it, as a curve begins. */
  readonly betweenLabels?: boolean;
}

/** The axis of figures with its grid of hairlines. */
export function valueAxis({ lang, format, title, isHorizontal = false, scale, is = 'value', betweenLabels = true }: ValueAxis): Markup {
  const isCurve = is === 'category';
  const position = isCurve ? 'b' : isHorizontal ? 't' : 'l';
  const named =
    title !== null &&
    markup`<c:title><c:tx>${richText(title, { lang, rotation: isHorizontal || isCurve ? 0 : -5_400_000 })}</c:tx><c:overlay val="0"/></c:title>`;
  const ends = markup`<c:max val="${scale.high}"/><c:min val="${scale.low}"/>`;
  const grid = !isCurve && markup`<c:majorGridlines><c:spPr>${stroke(inks.rule)}</c:spPr></c:majorGridlines>`;
  return markup`<c:valAx><c:axId val="${axisIds[is]}"/><c:scaling><c:orientation val="minMax"/>${ends}</c:scaling><c:delete val="0"/><c:axPos val="${position}"/>${grid}${named}<c:numFmt formatCode="${format}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="${isHorizontal ? 'nextTo' : 'low'}"/><c:spPr>${stroke(isCurve ? inks.axis : null)}</c:spPr>${textProperties({ lang })}<c:crossAx val="${axisIds[is === 'value' ? 'category' : 'value']}"/><c:crosses val="autoZero"/><c:crossBetween val="${betweenLabels ? 'between' : 'midCat'}"/><c:majorUnit val="${scale.step}"/></c:valAx>`;
}

/** The names of the series above the drawing; those of these places are left out. */
export function legend(lang: Lang, leftOut: readonly number[] = []): Markup {
  const entries = leftOut.map((index) => markup`<c:legendEntry><c:idx val="${index}"/><c:delete val="1"/></c:legendEntry>`);
  return markup`<c:legend><c:legendPos val="t"/>${entries}<c:overlay val="0"/>${textProperties({ lang })}</c:legend>`;
}

/** The ground of a chart: white, without a frame. */
export const ground = markup`<c:spPr>${solid('FFFFFF')}${stroke(null)}</c:spPr>`;
