import type { Field } from '../../model/define.ts';
import type { RawTable } from '../../source/raw-table.ts';
import type { Overrides } from '../overrides.ts';
import { type DateEvidence, dateEvidence } from './date-evidence.ts';
import type { Reading, SwappedDates } from './reading.ts';

/** Another date column of the same file that shows what comes first in it. */
export interface Sibling {
  readonly header: string;
  readonly order: 'dmy' | 'mdy';
}

type DateReading = Pick<Reading, 'dateOrder' | 'dateOrderSure' | 'dateOrderFrom' | 'swapped'>;

const plain: DateReading = { dateOrder: null, dateOrderSure: true, dateOrderFrom: null, swapped: null };

/** How the dates of a column are to be read. `siblings` is asked only where the column itself proves nothing. */
export function dateReading(field: Field, evidence: DateEvidence, overrides: Overrides, siblings: () => Sibling | null): DateReading {
  if (field.type !== 'date' && field.type !== 'instant') return plain;
  if (overrides.order !== null) return asSaid(overrides.order, evidence);
  if (evidence.twoNumber === 0) return plain;
  const order = dateOrder(evidence);
  const isProven = evidence.firstBeyond12 > 0 || evidence.secondBeyond12 > 0 || order.dateOrder === 'ymd';
  const sibling = isProven ? null : siblings();
  if (sibling !== null) return { ...plain, dateOrder: sibling.order, dateOrderFrom: sibling.header };
  return { ...plain, ...order, swapped: order.dateOrderSure ? swappedDates(evidence) : null };
}

function asSaid(said: NonNullable<Overrides['order']>, { yearFirst }: DateEvidence): DateReading {
  if (said === 'dmy' || said === 'mdy' || said === 'ymd') return { ...plain, dateOrder: said };
  const order = said === 'dmy-swapped' ? 'dmy' : 'mdy';
  return { ...plain, dateOrder: order, swapped: { kind: 'said', dates: yearFirst.dates - yearFirst.beyond12 } };
}

/**
 * A first number beyond 12 proves day-first, a second one month-first; when both occur the majority wins and the others are no dates. Of three
 * two-digit numbers the one that hardly changes is the year. Without proof: 3/4/2026 is read month-first and 3-4-2026 or 3.4.2026 day-first,
 * as their usual writers mean them, and that is reported.
 */
function dateOrder(evidence: DateEvidence): Pick<Reading, 'dateOrder' | 'dateOrderSure'> {
  const { firstBeyond12, secondBeyond12 } = evidence;
  const year = yearPlace(evidence);
  if (year.first) return { dateOrder: 'ymd', dateOrderSure: year.sure };
  if (firstBeyond12 === 0 && secondBeyond12 === 0)
    return { dateOrder: evidence.slashes * 2 > evidence.twoNumber ? 'mdy' : 'dmy', dateOrderSure: false };
  return {
    dateOrder: firstBeyond12 > secondBeyond12 ? 'dmy' : 'mdy',
    dateOrderSure: (firstBeyond12 === 0 || secondBeyond12 === 0) && year.sure,
  };
}

/** So many times as many different numbers has a day as a year, in a column that shows which is which. */
const steadiness = 3;

/** Where the year stands in dates of three two-digit numbers, as far as the constancy of the numbers tells. */
function yearPlace({ twoNumber, shortYears, firsts, lasts, yearMayBeFirst, yearMustBeFirst }: DateEvidence): {
  readonly first: boolean;
  readonly sure: boolean;
} {
  if (shortYears === 0) return { first: false, sure: true };
  if (shortYears < twoNumber || !yearMayBeFirst) return { first: false, sure: firsts >= lasts * steadiness };
  if (yearMustBeFirst) return { first: true, sure: true };
  if (firsts < lasts) return { first: true, sure: lasts >= firsts * steadiness };
  return { first: false, sure: firsts >= lasts * steadiness };
}

/** How often a date has a day up to 12, other than its month; and one beyond 12. */
const [upTo12, beyond12] = [0.38, 0.61];
/** What chance may explain only so rarely is no chance; up to the other it is worth a word. */
const [proof, doubt] = [0.01, 0.3];
/** So many dates of one side, all beyond 12, make one look at the whole column. */
const lookFrom = 20;

/**
 * A spreadsheet that takes 05/01/2024 for May 1st makes a true date of it, and leaves 25/01/2024, which it does not understand, as text. Then
 * no true date has a day beyond 12, and no text one up to 12, where other columns of dates have both.
 */
function swappedDates(evidence: DateEvidence): SwappedDates | null {
  const { twoNumber, twoNumberDays, firstBeyond12, secondBeyond12, yearFirst } = evidence;
  const textsAreBeyond12 = firstBeyond12 === twoNumber || secondBeyond12 === twoNumber;
  if (yearFirst.dates === 0) return textsAreBeyond12 && twoNumber >= lookFrom ? { kind: 'unknown', dates: 0 } : null;
  if (yearFirst.beyond12 > 0) return null;
  const { dates, days, amid, amidSwapped } = yearFirst;
  const chance = upTo12 ** days * (textsAreBeyond12 ? beyond12 ** twoNumberDays : 1);
  if (chance > doubt || (!textsAreBeyond12 && chance > proof)) return null;
  return { kind: chance <= proof && textsAreBeyond12 && amidSwapped >= amid ? 'back' : 'perhaps', dates };
}

/** The other date columns of a file whose first records prove one order, if they agree. */
export function siblingOrder({ head, columns }: RawTable, index: number): Sibling | null {
  const proven = columns.flatMap((header, column): Sibling[] => {
    if (column === index) return [];
    const values = head.map((record) => record[column] ?? '').filter((value) => value !== '');
    const { twoNumber, firstBeyond12, secondBeyond12, shortYears } = dateEvidence(values.map((value) => [value, 1]));
    if (twoNumber < values.length * 0.8 || shortYears > 0 || firstBeyond12 > 0 === secondBeyond12 > 0) return [];
    return [{ header, order: firstBeyond12 > 0 ? 'dmy' : 'mdy' }];
  });
  const [first] = proven;
  return first !== undefined && proven.every(({ order }) => order === first.order) ? first : null;
}
