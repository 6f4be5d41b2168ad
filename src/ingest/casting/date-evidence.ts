/** What the values of a column say about how its dates are written; counts are of values, or of rows where each value came with how many it stands for. */
export interface DateEvidence {
  /** Dates of two numbers and a year: 31/12/2024, 31.12.24. */
  readonly twoNumber: number;
  readonly firstBeyond12: number;
  readonly secondBeyond12: number;
  readonly slashes: number;
  /** Different ones among them. */
  readonly twoNumberDays: number;
  /** Dates of three two-digit numbers, of which the first may be the year, and how many different first and last numbers they have. */
  readonly shortYears: number;
  readonly firsts: number;
  readonly lasts: number;
  /** All of those would be dates if the year came first. */
  readonly yearMayBeFirst: boolean;
  /** A last number of one digit is no year. */
  readonly yearMustBeFirst: boolean;
  /** Dates with the year in front, as a spreadsheet writes true dates. */
  readonly yearFirst: YearFirstDates;
}

/** Dates such as 2024-05-01; a day that is also the month (2024-03-03) says nothing and is left out. */
export interface YearFirstDates {
  readonly dates: number;
  /** Different ones. */
  readonly days: number;
  /** Those with a day beyond 12, which nobody can have swapped. */
  readonly beyond12: number;
  /** How many lie where the dates of two numbers lie (a month around them), as they stand and with day and month swapped. */
  readonly amid: number;
  readonly amidSwapped: number;
}

const twoNumberDate =
  /^\s*(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]*\s*|(?:星期|礼拜|周|週)[一二三四五六日天][,，]?\s*)?(\d{1,2})([-/. ])(\d{1,2})[-/. ](\d{4}|\d{1,2})(?!\d)/i;
const yearFirstDate = /^\s*(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)/;

/** Years that a date of three two-digit numbers may begin with. */
const possibleYear = (year: number): boolean => year >= 90 || year <= 29;

/** The evidence of some values, each with how many rows have it. */
export function dateEvidence(values: Iterable<readonly [value: string, rows: number]>): DateEvidence {
  const counts = { twoNumber: 0, firstBeyond12: 0, secondBeyond12: 0, slashes: 0, shortYears: 0 };
  const [days, firsts, lasts] = [new Set<string>(), new Set<number>(), new Set<number>()];
  const yearFirst: YearFirstDate[] = [];
  const months: number[] = [];
  let [yearMayBeFirst, shortLast] = [true, false];
  for (const [value, rows] of values) {
    const match = twoNumberDate.exec(value);
    if (match === null) {
      const iso = yearFirstDate.exec(value);
      if (iso !== null) yearFirst.push({ year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]), rows });
      continue;
    }
    const [first, second, last] = [Number(match[1]), Number(match[3]), Number(match[4])];
    days.add(match[0].trim());
    counts.twoNumber += rows;
    if (first > 12) counts.firstBeyond12 += rows;
    if (second > 12) counts.secondBeyond12 += rows;
    if (match[2] === '/') counts.slashes += rows;
    if (match[4]!.length === 4) months.push(last * 12 + (first > 12 ? second : first));
    if (match[4]!.length === 4 || last > 31) continue;
    counts.shortYears += rows;
    firsts.add(first);
    lasts.add(last);
    if (match[4]!.length === 1) shortLast = true;
    if (!possibleYear(first) || second < 1 || second > 12 || last < 1) yearMayBeFirst = false;
  }
  const mayBe = yearMayBeFirst && firsts.size > 0;
  const short = { firsts: firsts.size, lasts: lasts.size, yearMayBeFirst: mayBe, yearMustBeFirst: mayBe && shortLast };
  return { ...counts, ...short, twoNumberDays: days.size, yearFirst: yearFirstEvidence(yearFirst, months) };
}

interface YearFirstDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly rows: number;
}

function yearFirstEvidence(all: readonly YearFirstDate[], months: readonly number[]): YearFirstDates {
  const dates = all.filter(({ month, day }) => month !== day);
  const [from, to] = [Math.min(...months) - 1, Math.max(...months) + 1];
  const isAmid = (year: number, month: number): boolean => year * 12 + month >= from && year * 12 + month <= to;
  const rows = (list: readonly YearFirstDate[]): number => list.reduce((sum, date) => sum + date.rows, 0);
  return {
    dates: rows(dates),
    days: new Set(dates.map(({ year, month, day }) => `${year}-${month}-${day}`)).size,
    beyond12: rows(dates.filter(({ day }) => day > 12)),
    amid: rows(dates.filter(({ year, month }) => isAmid(year, month))),
    amidSwapped: rows(dates.filter(({ year, day }) => day <= 12 && isAmid(year, day))),
  };
}
