import type { MoneyUnit } from '../../../lib/money-display.ts';
import type { ValueType } from '../../../result/result.ts';

/** What a series is, which decides how it looks: never taste. */
export type Look = 'actual' | 'previous' | 'target' | 'forecast' | 'other' | 'good' | 'bad' | 'hidden';

export interface ChartSeries {
  readonly title: string;
  /** One a label; null leaves a gap. */
  readonly figures: readonly (number | null)[];
  readonly look: Look;
}

/** The kinds of drawings; a chart of a Result is drawn as one of them. */
export type DrawnKind = 'columns' | 'bars' | 'lines' | 'waterfall' | 'dots' | 'pareto' | 'limits';

/** A chart by what it draws, before it has cells. */
export interface ChartPlan {
  readonly kind: DrawnKind;
  readonly title: string;
  /** What it says to who cannot see it. */
  readonly description: string;
  /** What the labels are. */
  readonly labelTitle: string;
  /** One a row; of a Pareto curve the count of rows so far, of limits the size of each row. */
  readonly labels: readonly (string | number)[];
  readonly series: readonly ChartSeries[];
  /** Of dots: how far their intervals reach below and above, by the same labels. */
  readonly interval?: { readonly below: ChartSeries; readonly above: ChartSeries };
  readonly type: ValueType;
  /** The unit that its amounts are in already. */
  readonly counted_in?: MoneyUnit;
  /** Lines run on where nothing is known between two points. */
  readonly joins?: boolean;
}

/** What is known of a chart before its figures are. */
export interface ChartHead extends Pick<ChartPlan, 'kind' | 'title' | 'description' | 'labelTitle' | 'type' | 'counted_in'> {
  /** What its figures are, with their unit. */
  readonly valueTitle: string;
}

/** The colours of the notation, one each for what a figure is. */
export const colours = {
  actual: '1B2430',
  previous: 'C3CAD4',
  target: '6D7A8B',
  forecast: '434F5E',
  other: 'AAB3BF',
  good: '1F5FA8',
  bad: 'B4601F',
  hidden: 'FFFFFF',
} as const satisfies Record<Look, string>;

export const inks = { text: '434F5E', rule: 'DDE2E8', axis: 'AAB3BF', interval: '94A1B1' } as const;
