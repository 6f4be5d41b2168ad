import { lines } from '../ingest-files.ts';
import type { Language } from '../every-form/forms.ts';
import type { Outcome } from '../every-form/outcome.ts';

/** Files that are hard to read, in both languages, and what has to come out. */
export interface ReadKind extends Outcome {
  readonly is: string;
  readonly files: (lang: Language) => Readonly<Record<string, string | Uint8Array>>;
  readonly map?: readonly string[];
  /** Where the language of the data is another one. */
  readonly once?: true;
}

/** Order number, customer, day, amount. */
export const heads: Readonly<Record<Language, string>> = {
  en: 'order_id,customer_id,order_date,amount',
  zh: '订单编号,客户编号,下单日期,金额',
};

/** An order file of lines below the header of its language, and of what stands behind it. */
export function orders(...records: readonly string[]): ReadKind['files'] {
  return (lang) => ({ 'orders.csv': lines(heads[lang], ...records) });
}

/** Sixty orders of K for 1.50 each, in cells parted by the delimiter. */
export function sixty(delimiter: string): string[] {
  return Array.from({ length: 60 }, (_, at) => [`S${at}`, 'K', '2024-01-05', '1,50'].join(delimiter));
}
