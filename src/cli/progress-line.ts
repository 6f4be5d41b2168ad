import type { Lang } from '../lib/localized.ts';
import { cutToWidth, widthOf } from '../report/text-width.ts';
import type { Reading } from './progress-measure.ts';
import { amountText, clockText, durationText, leftText } from './progress-text.ts';

/** What a line of progress says. */
export interface ProgressView {
  /** `loading orders.csv`, safe for a terminal. */
  readonly label: string;
  readonly reading: Reading | null;
  /** Since the run began. */
  readonly seconds: number;
}

export interface LineStyle {
  readonly lang: Lang;
  /** Columns of the terminal. */
  readonly width: number;
  readonly paint: (text: string) => string;
}

/** One line for a terminal, which it never fills to the last column: as much as fits, the least important left out first. */
export function barLine(view: ProgressView, frame: string, { lang, width, paint }: LineStyle): string {
  const room = Math.max(1, width - 1);
  const { reading } = view;
  const head = `${frame} ${labelOf(view)}`;
  const state = reading === null ? durationText(view.seconds, lang) : percentText(reading.share);
  const [amount = '', left = ''] = countsOf(reading, lang);
  const bar = (cells: number): string => (reading === null ? '' : barText(reading.share, cells, paint));
  const lines = [
    [head, bar(24), state, amount, left],
    [head, bar(12), state, amount, left],
    [head, bar(12), state, left],
    [head, state, left],
    [head, state],
  ].map((parts) => parts.filter((part) => part !== '').join('  '));
  const fitting = lines.find((line) => widthOf(line) <= room);
  if (fitting !== undefined) return fitting;
  const rest = room - widthOf(state) - 2;
  return rest < 4 ? cutToWidth(state, room) : `${cutToWidth(head, rest)}  ${state}`;
}

/** One line for a log: `0:12 loading orders.csv: 45%, ~450,000 of ~1.0 M rows, 12 s left`. */
export function plainLine(view: ProgressView, lang: Lang): string {
  const { reading } = view;
  const details = reading === null ? [] : [percentText(reading.share), ...countsOf(reading, lang).filter((text) => text !== '')];
  const [colon, comma] = { en: [': ', ', '], 'zh-CN': ['：', '，'] }[lang];
  return `${clockText(view.seconds)} ${labelOf(view)}${details.length === 0 ? '' : colon}${details.join(comma)}`;
}

function countsOf(reading: Reading | null, lang: Lang): string[] {
  if (reading === null) return [];
  const { amount, left } = reading;
  return [amount === null ? '' : amountText(amount, lang), left === null ? '' : leftText(left, lang)];
}

function labelOf({ label, reading }: ProgressView): string {
  return reading === null || reading.step === null ? label : `${label} ${reading.step}`;
}

function percentText(share: number): string {
  return `${Math.floor(share * 100)}%`;
}

/** ASCII alone: line-drawing characters take two columns in many Chinese terminals. */
function barText(share: number, cells: number, paint: (text: string) => string): string {
  const filled = Math.floor(share * cells);
  const tip = filled < cells ? '>' : '';
  return `[${paint('='.repeat(filled) + tip)}${' '.repeat(cells - filled - tip.length)}]`;
}
