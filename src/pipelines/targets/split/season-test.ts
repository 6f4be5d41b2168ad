import { sql } from '../../../engine/sql.ts';
import type { ViewContext } from '../../../views/context.ts';

/** How much of the number stood in the wrong month in the years held out, on average: by the learned season, and with even months. */
export interface SeasonTest {
  readonly years: number;
  readonly learned: number;
  readonly even: number;
}

/** Null where no year could be held out. */
export async function seasonTest(engine: ViewContext['engine']): Promise<SeasonTest | null> {
  const rows = await engine.rows<{ method: string; misplaced: number }>(sql`
    select method, misplaced from season_checks where method in ('learned', 'even') order by held_from, method`);
  const of = (method: string): number[] => rows.flatMap((row) => (row.method === method ? [row.misplaced] : []));
  const [learned, even] = [of('learned'), of('even')];
  if (learned.length === 0) return null;
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  return { years: learned.length, learned: mean(learned), even: mean(even) };
}
