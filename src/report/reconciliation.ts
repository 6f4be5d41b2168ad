import { fill, type Lang, type Localized } from '../lib/localized.ts';
import type { Input } from '../result/result.ts';
import { formatCount, formatSum } from './format.ts';
import { reportWords, takenOffWords } from './words.ts';

type Rows = Pick<Input, 'rows_read' | 'rows_used' | 'rows_set_aside' | 'rows_rejected'>;

export function fileAndSheet(part: { readonly file: string; readonly sheet: string | null }): string {
  return part.sheet === null ? part.file : `${part.file} › ${part.sheet}`;
}

/** `1,000 rows read = 950 used + 40 set aside + 10 rejected`. */
export function balance(rows: Rows, lang: Lang): string {
  return fill(reportWords.balance, lang, {
    read: formatCount(rows.rows_read),
    used: formatCount(rows.rows_used),
    aside: formatCount(rows.rows_set_aside),
    rejected: formatCount(rows.rows_rejected),
  });
}

/** The rows of all inputs together, as one balance. */
export function totalBalance(inputs: readonly Input[], lang: Lang): string {
  const total = { rows_read: 0, rows_used: 0, rows_set_aside: 0, rows_rejected: 0 };
  for (const input of inputs) {
    total.rows_read += input.rows_read;
    total.rows_used += input.rows_used;
    total.rows_set_aside += input.rows_set_aside;
    total.rows_rejected += input.rows_rejected;
  }
  return balance(total, lang);
}

/**
 * `sum 140.00 read = 100.00 used + 30.00 set aside + 10.00 off by refunds`, the parts that are not 0; null where the input has no money. `sum 100.00 read,
 * 100.00 used` where there is nothing to part.
 */
export function sums(input: Input, lang: Lang): string | null {
  if (input.sum_read === null && input.sum_used === null) return null;
  const money = formatSum;
  const part = (words: Localized, sum: number | null): string => fill(words, lang, { sum: money(sum) });
  const [read, used] = [money(input.sum_read), money(input.sum_used)];
  const others = [
    ...(isSome(input.sum_set_aside) ? [part(reportWords.sumSetAsidePart, input.sum_set_aside)] : []),
    ...(isSome(input.sum_rejected) ? [part(reportWords.sumRejectedPart, input.sum_rejected)] : []),
    ...takenOff(input, lang),
  ];
  if (others.length === 0) return fill(reportWords.sums, lang, { read, used });
  const parts = [part(reportWords.sumUsedPart, input.sum_used ?? 0), ...others].join(' + ');
  return fill(reportWords.sumBalance, lang, { read, parts });
}

function isSome(sum: number | null): boolean {
  return sum !== null && sum !== 0;
}

/** `40.00 off by refunds`, a text for each thing that is taken off. */
export function takenOff(input: Input, lang: Lang): string[] {
  return Object.entries(input.taken_off).map(([by, sum]) =>
    fill(takenOffWords[by] ?? { en: `{sum} ${by}`, 'zh-CN': `${by} {sum}` }, lang, { sum: formatSum(sum) }),
  );
}

/** So many columns beside the amount are named. */
const mostNamed = 6;

/** `amount from Net Sales; beside it, not added: Tax, Tip and 2 more`, or null for a table without money. */
export function amountRead({ amount }: Input, lang: Lang): string | null {
  if (amount === undefined) return null;
  const from = fill(reportWords.amountFrom, lang, { column: amount.from });
  if (amount.beside.length === 0) return from;
  const named = amount.beside.slice(0, mostNamed).join(fill(reportWords.listSeparator, lang));
  const more = amount.beside.length - mostNamed;
  const list = more > 0 ? fill(reportWords.andMore, lang, { list: named, more: formatCount(more) }) : named;
  return fill(reportWords.amountBeside, lang, { amount: from, list });
}

/** `cancelled (40), the amount is no number (10)`, in the order of the Result; '' where every row was used. */
export function reasonList(input: Input, lang: Lang): string {
  const parts = Object.entries(input.reasons).map(([code, count]) =>
    fill(reportWords.reasonCount, lang, { reason: input.reason_titles?.[code] ?? code, n: formatCount(count) }),
  );
  return parts.join(fill(reportWords.reasonSeparator, lang));
}

/** What a table was read as, in words. */
export function roleOf({ role, role_title: title }: Input): string {
  return title ?? role;
}
