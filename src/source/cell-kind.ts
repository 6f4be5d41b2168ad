const number = /^[\d,. ]*\d(?:[eE][-+]?\d{1,3})?$/;
const clock = String.raw`(?:[ T]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s?[AaPp][Mm])?(?:\s?(?:Z|[-+]\d{2}:?\d{2}))?)?`;
const dates = [
  new RegExp(String.raw`^\d{1,4}(?:[-/.]\d{1,2}){1,2}(?:[-/.]\d{2,4})?${clock}$`),
  new RegExp(String.raw`^(?:\d{1,2}[- ][A-Za-z]{3,9}[-, ]+\d{2,4}|[A-Za-z]{3,9} \d{1,2},? \d{4})${clock}$`),
  /^\d{4}年\d{1,2}月(?:\d{1,2}日)?(?: ?\d{1,2}[:时].{0,12})?$/,
  /^\d{1,2}:\d{2}(?::\d{2})?$/,
];

/** Whether a cell is a date or a time of day: `2026-10-31 09:00`, `15 Apr, 2021`, `20260131`. */
export function isDateLike(cell: string): boolean {
  return (
    cell.length <= 40 &&
    !decimal.test(cell) &&
    (dates.some((date) => date.test(cell)) || /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])[0-3]\d$/.test(cell))
  );
}

/** `10.5`: a figure, although a day and a month may be written so. */
const decimal = /^\d{1,4}\.\d{1,2}$/;

/** Whether a cell is a figure and no date: `1,234.50`, `10.5`, `¥12万`, `85%`. */
export function isFigure(cell: string): boolean {
  if (cell.length > 40 || !/\d/.test(cell)) return false;
  return decimal.test(cell) || (isNumberLike(cell) && !dates.some((date) => date.test(cell)));
}

/** Whether a cell is a figure or a date rather than a name: `1,234.50`, `¥12万`, `85%`, `2026-10-31 09:00`, `15 Apr, 2021`. */
export function isValueLike(cell: string): boolean {
  if (cell.length > 40 || !/\d/.test(cell)) return false;
  return isNumberLike(cell) || dates.some((date) => date.test(cell));
}

function isNumberLike(cell: string): boolean {
  const bare = cell
    .replace(/^\(|\)$/g, '')
    .replace(/^[-+]?\s?(?:[$¥￥€£]|[A-Z]{2,3}\$?\s)?[-+]?\s?/, '')
    .replace(/\s?(?:%|元|万|亿|万元|[kKmM])$/, '');
  return number.test(bare);
}

/** A header of years or numbers behind a name: `客户, 2024, 2025, 2026`. */
export function runsUp(row: readonly string[]): boolean {
  const numbers = row.filter((cell) => /^\d{1,4}$/.test(cell)).map(Number);
  const names = row.some((cell) => cell !== '' && !/\d/.test(cell));
  return names && numbers.length >= 2 && numbers.every((value, index) => index === 0 || value === numbers[index - 1]! + 1);
}
