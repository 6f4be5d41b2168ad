import { identifier, join, type Sql, sql } from '../../engine/sql.ts';
import { type Check, type CheckContext, type CheckedTable, headerOf, type Trouble, trouble } from '../check.ts';

interface NameList {
  readonly entity: string;
  readonly field: string;
}

/** Where a name is defined, and where it is used. */
const pairs: readonly (readonly [defined: NameList, used: NameList])[] = [
  [
    { entity: 'products', field: 'name' },
    { entity: 'orders', field: 'product' },
  ],
  [
    { entity: 'products', field: 'name' },
    { entity: 'opportunities', field: 'product' },
  ],
  [
    { entity: 'customers', field: 'customer_id' },
    { entity: 'orders', field: 'customer_id' },
  ],
  [
    { entity: 'customers', field: 'customer_id' },
    { entity: 'opportunities', field: 'customer_id' },
  ],
  [
    { entity: 'reps', field: 'name' },
    { entity: 'orders', field: 'rep' },
  ],
  [
    { entity: 'reps', field: 'name' },
    { entity: 'opportunities', field: 'rep' },
  ],
];

/** Names that differ from a defined name only in case, blanks or punctuation (GTXPro for GTX Pro): a join on them loses rows. */
export const nearNames: Check = async (context) => {
  const troubles: Trouble[] = [];
  for (const [defined, used] of pairs) {
    for (const table of tablesWith(context, used))
      troubles.push(...(await compare(context, tablesWith(context, defined), defined.field, table, used.field)));
  }
  return troubles;
};

function tablesWith({ tables }: CheckContext, list: NameList): CheckedTable[] {
  return tables.filter((table) => table.entity.id === list.entity && table.stored.includes(list.field));
}

async function compare(
  { engine }: CheckContext,
  defined: readonly CheckedTable[],
  definedField: string,
  table: CheckedTable,
  field: string,
): Promise<Trouble[]> {
  if (defined.length === 0) return [];
  const names = join(
    defined.map((source) => sql`select distinct ${identifier(definedField)} as name from ${identifier(source.name)} where _reason = 0`),
    ' union ',
  );
  const rows = await engine.rows<{ used: string; meant: string; rows: number; first: number }>(sql`
    with defined as (select name, ${skeleton(sql`name`)} as bare from (${names}) where name is not null),
      used as (select ${identifier(field)} as name, count(*) as rows, min(rowid) as first from ${identifier(table.name)} where ${identifier(field)} is not null group by 1),
      -- By not in DuckDB would look up every row of the table, not every name.
      undefined as (select name from used except select name from defined)
    select used.name as used, min(defined.name) as meant, min(used.rows) as rows, min(used.first) as first
    from undefined
    inner join used on used.name = undefined.name
    inner join defined on defined.bare = ${skeleton(sql`undefined.name`)}
    where defined.bare <> '' group by used.name order by rows desc, used`);
  return rows.map((row) =>
    trouble(
      'name-near-match',
      'warning',
      row.rows,
      {
        en: `"${row.used}" is written "${row.meant}" where it is defined; the rows do not join`,
        'zh-CN': `“${row.used}”在定义处写作“${row.meant}”；这些行无法关联`,
      },
      { en: 'write the name the same way in both files', 'zh-CN': '请在两个文件中使用同一写法' },
      { table, record: row.first, column: headerOf(table, field), value: row.used },
    ),
  );
}

/** Letters, digits and ideographs alone, in lower case. */
function skeleton(name: Sql): Sql {
  return sql`regexp_replace(lower(${name}), '[^\\p{L}\\p{N}]', '', 'g')`;
}
