import { sql } from '../engine/sql.ts';
import type { Engine } from '../engine/engine.ts';
import type { Lang, Localized } from '../lib/localized.ts';
import type { FitRow } from '../metrics/lifetime/fits.ts';
import { valueModelRows } from '../metrics/value/value-model.ts';
import type { Fact, ResultCell } from '../result/result.ts';

/** Metrics of the lifetime value; what they use comes with them. */
export const valueMetrics = ['lifetime_value', 'spend_independence', 'simple_lifetime_value', 'referral_value'] as const;

export type Figures = Readonly<Record<string, ResultCell>>;

/** What the lifetime values rest on. */
export interface ValueBasis {
  readonly purchases: readonly FitRow[];
  readonly spend: readonly FitRow[];
  readonly independence: Figures;
  readonly margin: Figures;
}

export async function valueBasis(engine: Engine): Promise<ValueBasis> {
  const fits = await engine.rows<FitRow>(valueModelRows);
  const [independence = {}] = await engine.rows<Figures>(sql`select correlation, n, low, high, without_value from spend_independence`);
  const [margin = {}] = await engine.rows<Figures>(sql`select margin, basis, profit, profit_base from profit_margin`);
  return {
    purchases: fits.filter(({ part }) => part === 'purchases'),
    spend: fits.filter(({ part }) => part === 'spend'),
    independence,
    margin,
  };
}

type FactText = Pick<Fact, 'id' | 'type' | 'value'> &
  Partial<Pick<Fact, 'unit' | 'n' | 'low' | 'high'>> & { readonly title: Localized; readonly basis?: Localized | null };

export function fact(lang: Lang, { title, basis, ...own }: FactText): Fact {
  return { unit: null, n: null, low: null, high: null, ...own, title: title[lang], basis: basis?.[lang] ?? null };
}

/** The number; null for anything else. */
export function numberOf(cell: ResultCell | undefined): number | null {
  return typeof cell === 'number' ? cell : null;
}
