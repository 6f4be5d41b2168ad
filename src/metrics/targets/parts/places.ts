import type { Read } from '../../../forecast/read.ts';
import { sql } from '../../../engine/sql.ts';
import type { Place } from './target-leaves.ts';

/** Team of every rep and all who stand above, the nearest first, over any number of levels. */
export async function placesOf(rows: Read): Promise<ReadonlyMap<string, Place>> {
  const people = await rows(sql`select rep, max(team) as team, max(manager) as manager from rep_names group by rep order by rep`);
  const leaderOf = new Map(people.map((row) => [String(row['rep']), row['manager'] as string | null]));
  return new Map(
    people.map((row) => [String(row['rep']), { team: row['team'] as string | null, leaders: above(String(row['rep']), leaderOf) }]),
  );
}

/** Whoever stands above in a circle is there once. */
function above(rep: string, leaderOf: ReadonlyMap<string, string | null>): string[] {
  const chain: string[] = [];
  for (
    let leader = leaderOf.get(rep) ?? null;
    leader !== null && leader !== rep && !chain.includes(leader);
    leader = leaderOf.get(leader) ?? null
  )
    chain.push(leader);
  return chain;
}
