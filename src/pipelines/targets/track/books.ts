import type { Localized } from '../../../lib/localized.ts';
import { type Book, bookMetric, bookWords, shrinkingBooks } from '../../parts/shrinking-books.ts';
import type { Goal } from './rows.ts';
import type { TrackInput } from './run.ts';

/** Books that shrink beyond chance, by rep. */
export type Books = ReadonlyMap<string, Book>;

/** Empty where the metric of the books could not be computed. */
export function booksOf(input: TrackInput, computed: readonly string[]): Promise<Books> {
  return computed.includes(bookMetric.id) ? shrinkingBooks(input) : Promise.resolve(new Map());
}

/** The book of a rep who is over target, or will be by the forecast, where it shrinks; else null. */
export function shrinkingBook({ scope, owner, attainment, target, row }: Goal, books: Books): Book | null {
  const expected = typeof row['forecast_attainment'] === 'number' ? row['forecast_attainment'] : attainment;
  if (scope !== 'rep' || owner === null || target === null || expected === null || expected < 1) return null;
  return books.get(String(row['scope_key'])) ?? null;
}

/** `over target, but the 10 customers of the year before spend 23% less (95%: 6–41%; all others: 2% more)`. */
export function bookText(goal: Goal, books: Books): Localized | null {
  const book = shrinkingBook(goal, books);
  if (book === null) return null;
  const words = bookWords(book);
  return { en: `over target, but ${words.en}`, 'zh-CN': `已超目标，但${words['zh-CN']}` };
}
