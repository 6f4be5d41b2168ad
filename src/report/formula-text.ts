/** Blanks and invisible characters that a spreadsheet may skip before it looks for a formula. */
const leading = /^[ \u00a0\u200b-\u200d\u2060\u3000\ufeff]+/;
const trigger = /^[=+\-@\t\r\n\0＝＋－＠]/;
/** A number or a telephone number written with blanks: it can be read as a value but not run as a formula. */
const plainNumber = /^[+-]?[\d.][\d ,.]*(?:[eE][+-]?\d+)?%?$/;

/** True where a spreadsheet that opens the CSV file might run the text: `=1+1`, `-2+3`, `@SUM(…)`, ` ＝cmd`, a tab first. */
export function runsAsFormula(text: string): boolean {
  const start = text.replace(leading, '');
  return trigger.test(start) && !plainNumber.test(start);
}

/**
 * Puts `'` before text that could run as a formula, so that a spreadsheet shows it as text. So that this can be undone, text that
 * already has such marks before a formula gets one more: take one `'` off where `runsAsFormula` holds for what follows all of them.
 */
export function neutralised(text: string): string {
  return runsAsFormula(withoutMarks(text)) ? `'${text}` : text;
}

/** The text that `neutralised` was given. */
export function restored(text: string): string {
  return text.startsWith("'") && runsAsFormula(withoutMarks(text)) ? text.slice(1) : text;
}

function withoutMarks(text: string): string {
  let start = 0;
  while (text[start] === "'") start += 1;
  return text.slice(start);
}
