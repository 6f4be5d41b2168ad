import type { Field } from '../../model/define.ts';
import { headerUnit, moneyFactor, normaliseWord } from '../../model/names.ts';
import type { Overrides } from '../overrides.ts';
import { flagWords } from '../../model/words.ts';
import type { Reading } from './reading.ts';
import { separatorsOfAll } from './separators.ts';

/** How often the first and the second number of a two-number date are beyond 12, over all values of a column. */
export interface DateEvidence {
  readonly twoNumber: number;
  readonly firstBeyond12: number;
  readonly secondBeyond12: number;
  readonly slashes: number;
  /** Dates of three two-digit numbers, of which the first may be the year. */
  readonly shortYears: number;
}

const twoNumberDate = /^\s*(\d{1,2})([-/. ])(\d{1,2})[-/. ](\d{4}|\d{2})(?!\d)/;

export function dateEvidence(values: Iterable<string>): DateEvidence {
  const evidence = { twoNumber: 0, firstBeyond12: 0, secondBeyond12: 0, slashes: 0, shortYears: 0 };
  for (const value of values) {
    const match = twoNumberDate.exec(value);
    if (match === null) continue;
    evidence.twoNumber += 1;
    if (Number(match[1]) > 12) evidence.firstBeyond12 += 1;
    if (Number(match[3]) > 12) evidence.secondBeyond12 += 1;
    if (match[2] === '/') evidence.slashes += 1;
    if (match[4]!.length === 2 && Number(match[4]) <= 31) evidence.shortYears += 1;
  }
  return evidence;
}

export interface ReadingEvidence {
  readonly field: Field;
  readonly header: string;
  /** Some or all of the column's distinct values. */
  readonly values: readonly string[];
  readonly evidence: DateEvidence;
  readonly overrides: Overrides;
  readonly understand?: ((word: string) => string | null) | undefined;
}

/** What `crm_text` and `crm_person` take off. */
const mark = /^[\s\u200b\ufeff]|[\s\u200b\ufeff]$|^(?:NULL|null|#N\/A)$/;
const personMark = /[（([【,，;；、|/]/;

/** Decides how a column is read from its header, some or all of its distinct values, and what the user said. */
export function decideReading({ field, header, values, evidence, overrides, understand }: ReadingEvidence): Reading {
  const unit = headerUnit(header);
  const separators = isNumeric(field) ? separatorsOfAll(values) : 'none';
  return {
    ...dateOrder(field, evidence, overrides),
    decimalComma: overrides.decimal === null ? separators === 'comma' : overrides.decimal === 'comma',
    separators: overrides.decimal ?? separators,
    multiplier: isMoney(field) ? moneyFactor(unit) : isNumeric(field) ? (unit.multiplier ?? 1) : 1,
    percent: unit.percent,
    words: words(field, values, overrides, understand),
    marked: values.some((value) => mark.test(value) || (field.type === 'person' && personMark.test(value))),
  };
}

/**
 * A first number beyond 12 proves day-first, a second one month-first; when both occur the majority wins and the others are no dates.
 * Without proof: 3/4/2026 is read month-first and 3-4-2026 or 3.4.2026 day-first, as their usual writers mean them, and that is reported.
 */
function dateOrder(field: Field, evidence: DateEvidence, overrides: Overrides): Pick<Reading, 'dateOrder' | 'dateOrderSure'> {
  if (field.type !== 'date' && field.type !== 'instant') return { dateOrder: null, dateOrderSure: true };
  if (overrides.order !== null) return { dateOrder: overrides.order, dateOrderSure: true };
  if (evidence.twoNumber === 0) return { dateOrder: null, dateOrderSure: true };
  const { firstBeyond12, secondBeyond12 } = evidence;
  if (firstBeyond12 === 0 && secondBeyond12 === 0)
    return { dateOrder: evidence.slashes * 2 > evidence.twoNumber ? 'mdy' : 'dmy', dateOrderSure: false };
  return {
    dateOrder: firstBeyond12 > secondBeyond12 ? 'dmy' : 'mdy',
    dateOrderSure: (firstBeyond12 === 0 || secondBeyond12 === 0) && evidence.shortYears === 0,
  };
}

export function isMoney(field: Field): boolean {
  return field.type === 'money' || field.type === 'price';
}

export function isNumeric(field: Field): boolean {
  return isMoney(field) || field.type === 'quantity' || field.type === 'integer' || field.type === 'ratio';
}

function words(
  field: Field,
  values: readonly string[],
  overrides: Overrides,
  understand: ReadingEvidence['understand'],
): ReadonlyMap<string, string> {
  const declared = field.type === 'flag' ? flagWords : field.type === 'choice' ? (field.choices ?? null) : null;
  const known = new Map<string, string>();
  if (declared === null) return known;
  const canonical = new Map<string, string>();
  for (const [value, list] of Object.entries(declared)) for (const word of [value, ...list]) canonical.set(normaliseWord(word), value);
  for (const [word, value] of overrides.words) canonical.set(normaliseWord(word), value);
  for (const value of values) {
    const meaning = canonical.get(normaliseWord(value)) ?? understand?.(value) ?? null;
    if (meaning !== null) known.set(value, meaning);
  }
  return known;
}
