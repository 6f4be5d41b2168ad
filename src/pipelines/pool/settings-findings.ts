import { identifier, type Sql, sql } from '../../engine/sql.ts';
import { both, type Localized } from '../../lib/localized.ts';
import { nearest } from '../../lib/nearest.ts';
import type { Finding } from '../../result/result.ts';
import { findingsOf, type NoteKinds, noteOf } from '../../views/notes.ts';
import type { PoolInput, PoolRun } from './run.ts';

/** Names of the settings that nothing in the files goes by: a rule on them holds for nobody. */
export async function settingsFindings({ engine, lang, settings }: PoolInput, { notComputed }: PoolRun): Promise<Finding[]> {
  const failed = new Set(notComputed.map(({ metric }) => metric));
  const known = async (query: Sql): Promise<string[]> => (await engine.rows<{ name: string }>(query)).map(({ name }) => name);
  const named: Named[] = [];
  const look = async (path: string, names: readonly string[], query: Sql): Promise<void> => {
    if (names.length > 0) named.push({ path, names, known: await known(query) });
  };
  const { skills } = settings.allocation;
  if (!failed.has('rep_leads'))
    await look(
      'pool.allocation.skills.reps',
      skills.flatMap(({ reps = [] }) => reps),
      sql`select rep as name from rep_leads union select name from reps where name is not null order by name`,
    );
  await look(
    'pool.allocation.skills.teams',
    skills.flatMap(({ teams = [] }) => teams),
    sql`select team as name from reps where team is not null group by team order by team`,
  );
  for (const by of new Set(skills.map((skill) => skill.by)))
    await look(
      `pool.allocation.skills.values (${by})`,
      skills.filter((skill) => skill.by === by).flatMap(({ values }) => values),
      sql`select ${identifier(by)} as name from lead_course where ${identifier(by)} is not null group by ${identifier(by)} order by ${identifier(by)}`,
    );
  if (!failed.has('customer_recycling'))
    await look(
      'pool.customer_recycle.levels',
      Object.keys(settings.customer_recycle.levels),
      sql`select level as name from customers where level is not null group by level order by level`,
    );
  const notes = named.flatMap(({ path, names, known: all }) =>
    [...new Set(names)]
      .filter((name) => !all.includes(name))
      .map((name) => noteOf(settingNotes, 'setting-matches-nothing', { path, name, known: all })),
  );
  return findingsOf(notes, lang);
}

interface Named {
  /** Where the config has the names. */
  readonly path: string;
  readonly names: readonly string[];
  /** What the files have. */
  readonly known: readonly string[];
}

interface Unmatched {
  readonly path: string;
  readonly name: string;
  readonly known: readonly string[];
}

const mostListed = 10;

/** The name that was meant, else those that there are. */
function wayOut(name: string, known: readonly string[]): Localized {
  if (known.length === 0) return both('the files have none', '文件中没有任何取值');
  const meant = nearest(name, known);
  if (meant !== null) return both(`did you mean ${meant}?`, `是不是想写 ${meant}？`);
  const first = known.slice(0, mostListed);
  const more = known.length > first.length;
  return both(`the files have: ${first.join(', ')}${more ? ' …' : ''}`, `文件中有：${first.join('、')}${more ? '……' : ''}`);
}

const settingNotes = {
  'setting-matches-nothing': {
    level: 'warning',
    text: ({ path, name, known }: Unmatched) => ({
      message: both(
        `${path} names "${name}", which is in none of the files: the rule holds for nobody`,
        `${path} 中的“${name}”在文件中不存在：该规则不起作用`,
      ),
      fix: wayOut(name, known),
    }),
  },
} as const satisfies NoteKinds;
