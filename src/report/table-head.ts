import { fill } from '../lib/localized.ts';
import { addDays, isIsoDate } from '../lib/dates.ts';
import type { Input, Result } from '../result/result.ts';
import { amountRead, balance, fileAndSheet, reasonList, sums } from './reconciliation.ts';
import type { Terminal } from './terminal.ts';
import { wrapToWidth } from './text-width.ts';
import { visible } from './visible.ts';
import { reportWords } from './words.ts';

/** `crm-eval score · as of 2026-10-31 · period 2026-01-01 to 2026-10-30`. */
export function titleLine(result: Result, { lang, paint }: Terminal): string {
  const parts: string[] = [paint.bold(`crm-eval ${visible(result.command)}`)];
  if (result.as_of !== null) parts.push(fill(reportWords.asOf, lang, { date: visible(result.as_of) }));
  if (result.period !== null) parts.push(fill(reportWords.period, lang, periodDays(result.period)));
  return parts.join(' · ');
}

/** First and last day of a half-open period: people read the last day as one of it. */
export function periodDays(period: NonNullable<Result['period']>): { from: string; to: string } {
  return { from: visible(period.from), to: isIsoDate(period.to) ? addDays(period.to, -1) : visible(period.to) };
}

/** Some lines an input: what it is, how its rows add up, which column is the amount, why rows are missing. */
export function inputLines(inputs: readonly Input[], { lang, width, paint }: Terminal): string[] {
  if (inputs.length === 0) return [];
  const lines = [paint.bold(fill(reportWords.inputs, lang))];
  const indented = (text: string): string[] => wrapToWidth(text, width - 4).map((line) => `    ${line}`);
  for (const input of inputs) {
    lines.push(`  ${visible(fileAndSheet(input))} · ${visible(input.role)} · ${visible(input.encoding)}`);
    lines.push(...indented([balance(input, lang), sums(input, lang)].filter((part) => part !== null).join(' · ')));
    const amount = amountRead(input, lang);
    if (amount !== null) lines.push(...indented(visible(amount)));
    const reasons = reasonList(input, lang);
    if (reasons !== '')
      lines.push(...indented(fill(reportWords.reasonsOf, lang, { list: visible(reasons) })).map((line) => paint.dim(line)));
  }
  return lines;
}
