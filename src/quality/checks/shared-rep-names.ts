import { identifier, join, sql } from '../../engine/sql.ts';
import { type Check, headerOf, tablesOf, trouble } from '../check.ts';

/** What tells reps of one name apart. */
const distinguishing = ['rep_id', 'team', 'manager', 'region', 'joined_on'];

/** Several reps of one name: other files know reps by their names, so nothing tells which of them was meant. */
export const sharedRepNames: Check = async (context) => {
  const found = tablesOf(context, 'reps').map(async (table) => {
    const told = distinguishing.filter((field) => table.stored.includes(field));
    if (!table.stored.includes('name') || told.length === 0) return [];
    const rows = await context.engine.rows<{ name: string; reps: number; first: number }>(sql`
      select name, count(*) as reps, min(rowid) as first
      from ${identifier(table.name)}
      where name is not null and _reason = 0
      group by name
      having ${join(
        told.map((field) => sql`count(distinct ${identifier(field)}) > 1`),
        ' or ',
      )}
      order by name`);
    return rows.map(({ name, reps, first }) =>
      trouble(
        'rep-name-shared',
        'warning',
        reps,
        {
          en: `${reps} reps are called "${name}": other files name reps by name alone, so the figures of all of them are one`,
          'zh-CN': `有 ${reps} 名销售同名“${name}”：其他文件只写姓名，无法区分，其指标合并为一人`,
        },
        {
          en: `tell them apart in all files, such as ${name}A and ${name}B`,
          'zh-CN': `请在各文件中加以区分，如 ${name}A、${name}B`,
        },
        { table, record: first, column: headerOf(table, 'name'), value: name },
      ),
    );
  });
  return (await Promise.all(found)).flat();
};
