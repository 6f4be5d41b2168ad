import type { NumberDisplay } from './number-format.ts';
import { dateText, durationText } from './serial-date.ts';

/** What a workbook stores in a cell, whichever program wrote it. */
export type SheetCell =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly text: string }
  /** `stored` is the number as the file writes it, null where the file holds a binary number. */
  | { readonly kind: 'number'; readonly value: number; readonly stored: string | null; readonly display: NumberDisplay }
  /** `2011-10-31T09:00:00`: a date that the file writes as text of its own type. */
  | { readonly kind: 'isoDate'; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'error'; readonly value: string }
  | { readonly kind: 'formulaWithoutResult' };

/** The cell is blank in the table, or holds `text` in place of what is stored, and this says why. */
export interface CellProblem {
  readonly code:
    | 'cell-error'
    | 'cell-too-long'
    | 'formula-without-result'
    | 'date-impossible'
    | 'covered-by-merge'
    | 'merged-cell-filled'
    | 'formula-zero';
  readonly value: string | null;
  readonly text?: string;
}

/** A formula that has been computed, and what came out. */
export interface FormulaResult {
  readonly code: 'formula';
  readonly text: string;
}

/** Programs that write formulas without computing them store no result, or 0: such a cell is told apart, for its sheet to be judged by. */
export function formulaText(text: string | CellProblem): string | CellProblem | FormulaResult {
  if (typeof text !== 'string' || text === '') return text;
  return text === '0' ? { code: 'formula-zero', value: text, text } : { code: 'formula', text };
}

/** No spreadsheet program writes more than 32,767 characters; a record of more than 2 MB is more than the engine takes. */
const longestText = 256 * 1024;

/** What a cell becomes as text; '' for a blank. */
export function cellText(cell: SheetCell, date1904: boolean): string | CellProblem {
  switch (cell.kind) {
    case 'blank':
      return '';
    case 'text':
      if (cell.text.length > longestText) return { code: 'cell-too-long', value: cell.text.slice(0, 80) };
      return cell.text.includes('\0') ? cell.text.replaceAll('\0', '') : cell.text;
    case 'boolean':
      return cell.value ? 'TRUE' : 'FALSE';
    case 'error':
      return { code: 'cell-error', value: cell.value };
    case 'formulaWithoutResult':
      return { code: 'formula-without-result', value: null };
    case 'isoDate':
      return isoDateText(cell.text);
    case 'number':
      if (!Number.isFinite(cell.value)) return { code: 'cell-error', value: cell.stored ?? String(cell.value) };
      return displayText(cell.value, cell.stored, cell.display, date1904);
  }
}

/** A cell under a merged one: what stands there is not seen and not taken, and that is said. */
export function coveredText(text: string | CellProblem): string | CellProblem {
  return typeof text === 'string' && text.trim() !== '' ? { code: 'covered-by-merge', value: text } : '';
}

function displayText(value: number, stored: string | null, display: NumberDisplay, date1904: boolean): string | CellProblem {
  switch (display) {
    case 'number':
      return stored === null ? numberText(value) : storedNumberText(value, stored);
    case 'elapsed':
      return durationText(value);
    case 'time':
      if (value >= 0 && value < 1) return durationText(value);
      break;
    case 'date':
  }
  const date = dateText(value, date1904);
  if (date === null) return numberText(value);
  return typeof date === 'string' ? date : { code: 'date-impossible', value: date.impossible };
}

/** What is within a double's last digits of a decimal this short is that decimal: `0.1 + 0.2` is stored as 0.30000000000000004. */
const roundDigits = 12;

/**
 * The shortest decimal that reads back as the same number, without an exponent below 1e21. Fractions that only float arithmetic
 * gave their 16th digit lose it, as they do in Excel, which shows 15.
 */
export function numberText(value: number): string {
  if (Number.isInteger(value)) return String(value === 0 ? 0 : value);
  const text = String(value);
  if (text.length <= 16) return plainDecimal(text);
  const rounded = String(Number(value.toPrecision(15)));
  return plainDecimal(rounded.replace(/e.*$/, '').replaceAll(/^-?0\.0*|[-.]/g, '').length <= roundDigits ? rounded : text);
}

function plainDecimal(text: string): string {
  const match = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(text);
  if (match === null) return text;
  const [, sign = '', digit = '', digits = '', exponent = ''] = match;
  return `${sign}0.${'0'.repeat(Number(exponent) - 1)}${digit}${digits}`;
}

/** What `numberText` would make of it, and shorter than a double's digits. */
const shortestDecimal = /^(?:0|-?[1-9]\d{0,14}|-?(?:0|[1-9]\d{0,6})\.\d{0,5}[1-9])$/;

/** Digits beyond a double's, as programs other than Excel write them in order numbers, are kept: `412345678901234567`. */
function storedNumberText(value: number, stored: string): string {
  if (shortestDecimal.test(stored)) return stored;
  return stored.length > 15 && /^-?[1-9]\d{15,39}$/.test(stored) ? stored : numberText(value);
}

function isoDateText(text: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(?:\.(\d{1,3})\d*)?Z?)?$/.exec(text);
  if (match === null) return text;
  const [, date = '', time = '00:00:00', fraction = ''] = match;
  const milliseconds = /[1-9]/.test(fraction) ? `.${fraction.padEnd(3, '0')}` : '';
  return time === '00:00:00' && milliseconds === '' ? date : `${date} ${time}${milliseconds}`;
}
