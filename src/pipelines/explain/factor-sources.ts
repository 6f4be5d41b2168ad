import { sql } from '../../engine/sql.ts';
import type { SourceRows } from '../../ingest/contract.ts';
import type { Lang } from '../../lib/localized.ts';
import type { FactorId } from '../../metrics/choices.ts';
import { ranges } from './line-ranges.ts';
import type { ScoreInput } from '../score/settings.ts';

/** Factors whose value the customer file alone gives; orders give all others. */
const ofCustomers: ReadonlySet<FactorId> = new Set<FactorId>(['csat', 'nps']);

const mostRuns = 5;

/**
 * The rows that a factor of one customer is computed from, as `orders orders.csv: 2–5, 9`: those of the orders, of the won opportunities
 * where no orders were given, of the customer file where its summary columns stand for orders. Null where no file has such a row.
 */
export async function factorLines(
  { engine, ingested, lang }: ScoreInput,
  id: string,
  sources: readonly SourceRows[],
): Promise<(factor: FactorId) => string | null> {
  const [profile] = await engine.rows<{ basis: string | null }>(sql`select basis from customer_profile where customer_id = ${id}`);
  const sales = ingested.inputs.some((input) => input.role === 'orders') ? 'orders' : 'opportunities';
  const figures = profile?.basis === 'summary' ? 'customers' : sales;
  const linesOf = (role: string): string | null =>
    sources
      .filter((source) => source.role === role)
      .map((source) => `${role} ${source.file}${source.sheet === null ? '' : ` › ${source.sheet}`}: ${placeOf(source, lang)}`)
      .join('; ') || null;
  const [own, other] = [linesOf('customers'), linesOf(figures)];
  return (factor) => (ofCustomers.has(factor) ? own : other);
}

/** A table of a database has no lines to name: how many rows it gave. */
function placeOf({ rows, lines }: SourceRows, lang: Lang): string {
  return lines.length > 0 ? ranges(lines, mostRuns) : { en: `${rows} rows`, 'zh-CN': `${rows} 行` }[lang];
}
