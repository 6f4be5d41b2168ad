import { identifier, sql } from '../../engine/sql.ts';
import { knownDealState } from '../../model/deal-state.ts';
import { type Check, headerOf, tablesOf, trouble } from '../check.ts';

const mostNamed = 3;

/** Deals whose state is told by the stage alone, in stages of names that say neither won, lost nor open: they are taken for open. */
export const dealStages: Check = async (context) => {
  const troubles = [];
  for (const table of tablesOf(context, 'opportunities')) {
    const [stage, state] = ['stage', 'state'].map((field) => headerOf(table, field));
    if (stage === null || stage !== state || !['stage', 'state'].every((field) => table.stored.includes(field))) continue;
    const stages = await context.engine.rows<{ stage: string; n: number; first: number }>(
      sql`select stage, count(*) as n, min(rowid) as first from ${identifier(table.name)}
        where _reason = 0 and state = 'open' and stage is not null group by stage order by n desc, stage`,
    );
    const unknown = stages.filter(({ stage: name }) => knownDealState(name) === null);
    const named = unknown.slice(0, mostNamed).map(({ stage: name, n }) => `"${name}" (${n})`);
    const [first] = unknown;
    const all = unknown.length <= mostNamed;
    troubles.push(
      trouble(
        'deal-stage-unknown',
        'info',
        unknown.reduce((sum, { n }) => sum + n, 0),
        {
          en: `deals are in stages whose names say neither won nor lost, and count as open: ${named.join(', ')}${all ? '' : ` and ${unknown.length - mostNamed} more`}`,
          'zh-CN': `商机的阶段名称看不出赢单或输单，按进行中计：${named.join('、')}${all ? '' : ` 等 ${unknown.length} 个阶段`}`,
        },
        first === undefined
          ? null
          : {
              en: `where one means that the deal is over: --map "opportunities.state.<won|lost>=${first.stage}"`,
              'zh-CN': `如某阶段表示已结束：--map "opportunities.state.<won|lost>=${first.stage}"`,
            },
        { table, record: first?.first ?? null, column: stage ?? null, value: first?.stage ?? null },
      ),
    );
  }
  return troubles;
};
