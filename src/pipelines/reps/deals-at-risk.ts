import { sql } from '../../engine/sql.ts';
import { both, type Localized } from '../../lib/localized.ts';
import type { ResultRow, TableSection } from '../../result/result.ts';
import { numberOf } from '../../views/number-of.ts';
import { metricColumns, metricHeading } from '../../views/of-metrics.ts';
import { table } from '../../views/table.ts';
import { repColumn } from './drivers.ts';
import type { People } from './people.ts';
import type { RepsInput } from './run.ts';

const riskWords: Readonly<Record<string, Localized>> = {
  overdue: both('late', '逾期'),
  slow: both('slow', '过久'),
  both: both('late and slow', '逾期且过久'),
};

/** The open deals that are late or slow, the largest first; where age tells none apart, all open ones in that order. */
export async function dealsAtRiskSection({ engine, lang }: RepsInput, { chosen }: People): Promise<TableSection> {
  const [counted] = await engine.rows<ResultRow>(sql`
    select
      count(*) as open, count(open_days) as aged, count(*) filter (where open_days > slow_days) as old, max(slow_days) as slow_days,
      count(*) filter (where not age_tells) as untold
    from deal_rows
    where state = 'open' and ${chosen(sql`rep`)}`);
  const isOld = Number(counted?.['untold'] ?? 0) > 0;
  const rows = await engine.rows<ResultRow>(sql`
    select * from deal_rows
    where ${isOld ? sql`state = 'open'` : sql`risk is not null`} and ${chosen(sql`rep`)}
    order by amount desc nulls last, open_days desc nulls last, deal_order`);
  return table<ResultRow>(
    lang,
    {
      id: 'deals_at_risk',
      name: both('Open deals at risk', '有风险的进行中商机'),
      title: isOld ? titleOfOld(counted!) : titleOf(rows.length, Number(counted?.['open'] ?? 0)),
      glance: {
        first: [
          ['name', 'opportunity_id'],
          'rep',
          'stage',
          'amount',
          'open_days',
          'closed_on',
          ...(rows.some(({ risk }) => risk !== null) ? ['risk'] : []),
        ],
        most: 5,
      },
    },
    {
      ...metricColumns('deal_rows', 'opportunity_id', 'name', 'customer_id'),
      rep: repColumn,
      ...metricColumns('deal_rows', 'stage', 'amount', 'open_days', 'created_on', 'closed_on'),
      risk: {
        ...metricHeading('deal_rows', 'risk'),
        type: 'text',
        value: ({ risk }) => riskWords[String(risk)] ?? null,
        code: ({ risk = null }) => risk,
      },
    },
    rows,
  );
}

function titleOf(risky: number, open: number): Localized {
  return both(
    `${risky} of ${open} open deals are late or slow, the largest first`,
    `${open} 个进行中商机中 ${risky} 个逾期或过久（按金额）`,
  );
}

/** Most are older than nearly all deals won were: that says something of the file, and nothing of the single deal. */
function titleOfOld(counted: ResultRow): Localized {
  const [old, aged, days] = [Number(counted['old']), Number(counted['aged']), Math.round(numberOf(counted['slow_days']) ?? 0)];
  return both(
    `Age tells no open deal apart: ${old} of ${aged} with a start are past ${days} days, within which 90% of wins came; export anew, or close what is dead`,
    `时长无法区分商机：有创建日期的 ${aged} 个进行中商机里 ${old} 个已超过 ${days} 天（90% 的赢单在此之内）；请重新导出，或清理已无望的商机`,
  );
}
