import type { DuckDbEngine } from '../../engine/duckdb.ts';
import { identifier, join, literal, type Sql, sql } from '../../engine/sql.ts';
import { rowsOfAll } from '../many-parts.ts';
import type { Export } from './several-exports.ts';

/** Up to so many exports every two are compared; of more, those that have rows in common are found first. */
const few = 8;

/** Whether two exports may have so many rows in common: false only where they have not. */
export type MayShare = (early: Export, late: Export, least: number) => boolean;

interface Alike {
  readonly exports: readonly Export[];
  /** What makes two rows equal. */
  readonly same: readonly Sql[];
}

/**
 * Finds in one statement a group which exports of many share rows, so that not every two of them have to be compared. `alike`: exports whose rows are compared
 * by the same values; of two that are in no group together nothing is known.
 */
export async function sharingExports(alike: readonly Alike[], engine: DuckDbEngine): Promise<MayShare> {
  const groups = alike.filter(({ exports }) => exports.length > few);
  const groupOf = new Map(groups.flatMap((group) => group.exports.map(({ place }) => [place, group] as const)));
  const common = new Map<string, number>();
  for (const { exports, same } of groups) {
    const rows = exports.map(
      ({ loaded, place }) =>
        sql`select ${literal(place)} as place, hash(${join(same)}) as value from ${identifier(loaded.name)} where _reason = 0`,
    );
    const from = await rowsOfAll('row_values', rows, engine);
    const pairs = await engine.rows<{ early: number; late: number; n: number }>(sql`
      with counted as (select place, value, count(*) as n from ${from} as lines group by place, value),
      shared as (select value from counted group by value having count(*) > 1),
      found as (select counted.* from counted inner join shared using (value))
      select one.place as early, other.place as late, cast(sum(least(one.n, other.n)) as bigint) as n
      from found as one inner join found as other on one.value = other.value and one.place < other.place
      group by all`);
    await engine.run(sql`drop table if exists row_values`);
    for (const { early, late, n } of pairs) common.set(`${early} ${late}`, n);
  }
  return (early, late, least) => {
    const group = groupOf.get(early.place);
    return group === undefined || group !== groupOf.get(late.place) || (common.get(`${early.place} ${late.place}`) ?? 0) >= least;
  };
}
