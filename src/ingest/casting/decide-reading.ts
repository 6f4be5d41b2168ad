import type { Field } from '../../model/define.ts';
import { headerUnit, moneyFactor, normaliseWord } from '../../model/names.ts';
import type { Overrides } from '../overrides.ts';
import { flagWords } from '../../model/words.ts';
import type { DateEvidence } from './date-evidence.ts';
import { dateReading, type Sibling } from './date-order.ts';
import type { Reading } from './reading.ts';
import { separatorsOfAll } from './separators.ts';

export interface ReadingEvidence {
  readonly field: Field;
  readonly header: string;
  /** Some or all of the column's distinct values. */
  readonly values: readonly string[];
  readonly evidence: DateEvidence;
  /** Another date column of the file that shows what comes first; asked only where this one shows nothing. */
  readonly siblings?: () => Sibling | null;
  readonly overrides: Overrides;
  readonly understand?: ((word: string) => string | null) | undefined;
}

/** What `crm_text` and `crm_person` take off. */
const mark = /^[\s\u200b\ufeff]|[\s\u200b\ufeff]$|^(?:NULL|null|#N\/A)$/;
const personMark = /[（([【,，;；、|/]/;

/** Decides how a column is read from its header, some or all of its distinct values, and what the user said. */
export function decideReading({ field, header, values, evidence, siblings, overrides, understand }: ReadingEvidence): Reading {
  const unit = headerUnit(header);
  const separators = isNumeric(field) ? separatorsOfAll(values) : 'none';
  return {
    ...dateReading(field, evidence, overrides, siblings ?? (() => null)),
    decimalComma: overrides.decimal === null ? separators === 'comma' : overrides.decimal === 'comma',
    separators: overrides.decimal ?? separators,
    multiplier: isMoney(field) ? (overrides.unit ?? moneyFactor(unit)) : isNumeric(field) ? (unit.multiplier ?? 1) : 1,
    percent: unit.percent,
    words: words(field, values, overrides, understand),
    marked: values.some((value) => mark.test(value) || (field.type === 'person' && personMark.test(value))),
    ...idForm(field, values),
  };
}

/** Of the ids of a column, how many carry a text mark before it belongs to the column and not to the ids. */
const mostlyMarked = 0.8;

function idForm({ type }: Field, values: readonly string[]): Pick<Reading, 'textMark' | 'wholeDecimals'> {
  if (type !== 'id') return { textMark: false, wholeDecimals: false };
  const ids = values.map((value) => value.trim()).filter((value) => !/^(?:|null|nan|n\/a|#n\/a|-)$/i.test(value));
  const quoted = ids.filter((id) => /^['`][^'`]+$/.test(id));
  const numbers = ids.map((id) => id.replace(/^['`]/, '')).filter((id) => /^-?\d+(?:\.0+)?$/.test(id));
  const oneMark = new Set(quoted.map((id) => id[0])).size === 1;
  return {
    textMark: oneMark && quoted.length >= ids.length * mostlyMarked,
    wholeDecimals: numbers.length > 0 && numbers.every((id) => id.includes('.')),
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
  const spelled = field.readsAllWords === true ? Object.entries(declared).flatMap(([value, list]) => [value, ...list]) : [];
  for (const value of [...values, ...spelled]) {
    const meaning = canonical.get(normaliseWord(value)) ?? understand?.(value) ?? field.understand?.(value) ?? null;
    if (meaning !== null) known.set(value, meaning);
  }
  return known;
}
