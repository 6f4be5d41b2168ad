import type { Lang } from '../../../lib/localized.ts';
import { type Markup, markup } from '../../html/markup.ts';
import type { PlacedChart } from './chart-data.ts';
import { scaleOf } from '../../html/charts/scale.ts';
import { widthOf } from '../../text-width.ts';
import { stroke, textProperties } from './chart-text.ts';

/** What a chart is drawn for. */
export interface Drawing {
  readonly lang: Lang;
  /** Pixels across. */
  readonly width: number;
}

/** The parts of a chart in the order of the format. */
export interface Drawn {
  readonly drawings: readonly Markup[];
  readonly axes: readonly Markup[];
  readonly legend: Markup | null;
}

/** Every figure of a chart, the ends of its intervals too. */
export function figuresOf({ plan }: PlacedChart): number[] {
  const shown = plan.series.filter(({ look }) => look !== 'hidden').flatMap(({ figures }) => figures.flatMap((figure) => figure ?? []));
  const [first] = plan.series;
  const ends = (plan.interval?.above.figures ?? []).flatMap((above, index) => {
    const figure = first?.figures[index] ?? null;
    return above === null || figure === null ? [] : [figure + above, figure - (plan.interval?.below.figures[index] ?? 0)];
  });
  return [...shown, ...ends];
}

/** From where to where an axis runs, and by which steps: said, since programs differ in what they take and forget intervals. */
export interface AxisScale {
  readonly low: number;
  readonly high: number;
  readonly step: number;
}

/** The axis of these figures; `room` is the part of it that texts at the marks need. */
export function axisScale(figures: readonly number[], { fromZero = true, room = 0 } = {}): AxisScale {
  const [low, high] = [Math.min(...figures), Math.max(...figures)];
  const wider = room === 0 ? figures : [...figures, high > 0 ? high * (1 + room) : high, low < 0 ? low * (1 + room) : low];
  const scale = scaleOf(wider, [0, 1], fromZero);
  const [first, second] = scale.ticks;
  return { low: first!, high: scale.ticks.at(-1)!, step: Number((second! - first!).toPrecision(12)) };
}

/** Labels side by side are written level where each has room in two or three lines; else the program turns them. */
export function labelRotation({ labels }: PlacedChart, { width }: Drawing): number | null {
  const slot = width / Math.max(1, labels.values.length);
  const lines = labels.values.flatMap((label) => String(label).split('\n'));
  const words = lines.flatMap((each) => each.match(/[!-~\u00c0-\u024f]+/g) ?? []);
  const widest = (some: readonly string[]): number => Math.max(0, ...some.map(widthOf)) * pixelsOfCharacter;
  return widest(lines) <= slot * mostLines && widest(words) <= slot ? 0 : null;
}

const pixelsOfCharacter = 6.4;
const mostLines = 2;

interface ValueLabels {
  readonly lang: Lang;
  readonly format: string;
  /** Beyond the end of the bar, or at its foot, in white, where no target lies over it. */
  readonly place: 'outEnd' | 'inBase';
}

/** The figure of each bar at its end. */
export function valueLabels({ lang, format, place }: ValueLabels): Markup {
  return markup`<c:dLbls><c:numFmt formatCode="${format}" sourceLinked="0"/><c:spPr><a:noFill/>${stroke(null)}</c:spPr>${textProperties({ lang, size: 8, ...(place === 'inBase' ? { colour: 'FFFFFF' } : {}) })}<c:dLblPos val="${place}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`;
}

/** The name of the series beside each of its points. */
export function nameLabels(lang: Lang): Markup {
  return markup`<c:dLbls><c:spPr><a:noFill/>${stroke(null)}</c:spPr>${textProperties({ lang, size: 9, isBold: true })}<c:dLblPos val="r"/><c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="1"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`;
}
