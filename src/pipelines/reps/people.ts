import { type Sql, sql } from '../../engine/sql.ts';
import { meantOrListed } from '../../lib/nearest.ts';
import { refusal } from '../parts/refusals.ts';
import type { RepsInput } from './run.ts';

/** Who is reviewed: as a condition on a column of names, and whose page it is. */
export interface People {
  readonly chosen: (rep: Sql) => Sql;
  /** The same of one name. */
  readonly includes: (rep: string) => boolean;
  /** The one rep, by name; null: several. */
  readonly one: string | null;
}

/** The reps that were asked for. Throws `rep-unknown` (usage) for a name that the files do not have, and for a rep of another manager than the one asked for. */
export async function peopleOf({ engine, rep, manager }: Pick<RepsInput, 'engine' | 'rep' | 'manager'>): Promise<People> {
  const names = await engine.rows<{ key: string; rep: string }>(sql`select key, rep from rep_names order by key`);
  const named = (asked: string): string => {
    const found = names.find(({ key }) => key === asked);
    if (found === undefined) throw unknown(asked, [...new Set(names.map((each) => each.rep))]);
    return found.rep;
  };
  const one = rep === null ? null : named(rep);
  const led = manager === null ? null : await teamOf(engine, names.find(({ key }) => key === manager)?.rep ?? manager);
  if (one !== null && led !== null && !led.includes(one)) throw notLed(one, String(manager), led);
  return {
    chosen: (column) =>
      one !== null
        ? sql`${column} = ${one}`
        : led !== null
          ? sql`${column} in (${{ text: led.map((name) => sql`${name}`.text).join(', ') }})`
          : sql`true`,
    includes: (name) => (one !== null ? name === one : led === null || led.includes(name)),
    one,
  };
}

async function teamOf(engine: RepsInput['engine'], manager: string): Promise<string[]> {
  const led = await engine.rows<{ rep: string }>(sql`select rep from rep_people where manager = ${manager} order by rep`);
  if (led.length > 0) return led.map(({ rep }) => rep);
  const managers = await engine.rows<{ manager: string }>(
    sql`select manager from rep_people where manager is not null group by manager order by manager`,
  );
  throw refusal(
    'rep-unknown',
    { en: `no rep of the list has the manager "${manager}"`, 'zh-CN': `销售人员表中没有以“${manager}”为主管的人` },
    meantOrListed(
      manager,
      managers.map((each) => each.manager),
    ),
  );
}

function unknown(asked: string, names: readonly string[]): Error {
  return refusal(
    'rep-unknown',
    { en: `no rep "${asked}" in these files`, 'zh-CN': `这些文件中没有销售“${asked}”` },
    meantOrListed(asked, names.slice(0, 20)),
  );
}

function notLed(rep: string, manager: string, led: readonly string[]): Error {
  return refusal(
    'rep-unknown',
    { en: `"${rep}" is no rep of the manager "${manager}"`, 'zh-CN': `“${rep}”不是“${manager}”的下属` },
    meantOrListed(rep, led.slice(0, 20)),
  );
}
