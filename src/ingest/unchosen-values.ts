import type { DuckDbEngine } from '../engine/duckdb.ts';
import { identifier, join, type Sql, sql } from '../engine/sql.ts';
import { headerOf, type Trouble, trouble } from '../quality/check.ts';
import { hasField, type LoadedTable } from './table-plan.ts';

/** Fields of a lead that people choose from a list. */
const chosenFields = ['industry', 'region', 'size', 'product', 'source', 'batch', 'pool'];

/** The first entry of such a list, which stands where nobody chose: `Select`, `--None--`, `- Please select -`, `请选择`. */
const unchosen = String.raw`[-\s]*(please select|select|select one|请选择|未选择)[-\s.…]*|-+\s*(none|无)\s*-+`;
/** No such entry has more bytes. */
const longest = 24;

function isUnchosen(value: Sql): Sql {
  return sql`(case when strlen(${value}) <= ${longest} then regexp_full_match(lower(${value}), ${unchosen}) else false end)`;
}

/** Makes blanks of what stands in the columns of lead files where nobody chose, and says so. */
export async function blankUnchosen(leads: readonly LoadedTable[], engine: DuckDbEngine): Promise<Trouble[]> {
  const troubles: Trouble[] = [];
  for (const table of leads) {
    const fields = chosenFields.filter((field) => table.stored.includes(field) && hasField(table, field));
    if (fields.length === 0) continue;
    const name = identifier(table.name);
    const counts = fields.map((field) => sql`count(*) filter (where ${isUnchosen(identifier(field))}) as ${identifier(field)}`);
    const [counted] = await engine.rows<Record<string, number>>(sql`select ${join(counts)} from ${name} where _reason = 0`);
    for (const field of fields) {
      const count = counted?.[field] ?? 0;
      if (count === 0) continue;
      const column = identifier(field);
      const [word] = await engine.rows<{ word: string }>(
        sql`select ${column} as word from ${name} where _reason = 0 and ${isUnchosen(column)} group by 1 order by count(*) desc, 1 limit 1`,
      );
      await engine.run(sql`update ${name} set ${column} = null where ${isUnchosen(column)}`);
      troubles.push(unchosenTrouble(table, field, count, word!.word));
    }
  }
  return troubles;
}

function unchosenTrouble(table: LoadedTable, field: string, count: number, word: string): Trouble {
  return trouble(
    'value-not-chosen',
    'info',
    count,
    {
      en: `cells hold “${word}”, the entry of a list from which nothing was chosen; read as blank`,
      'zh-CN': `个单元格为“${word}”，即下拉列表未作选择；按空白处理`,
    },
    null,
    { table, column: headerOf(table, field) },
  );
}
