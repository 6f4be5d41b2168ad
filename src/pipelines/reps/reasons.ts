import { sql } from '../../engine/sql.ts';
import { both, type Localized } from '../../lib/localized.ts';
import type { ResultRow, TableSection } from '../../result/result.ts';
import type { Column } from '../../views/columns.ts';
import { numberOf } from '../../views/number-of.ts';
import { metricColumns, metricHeading } from '../../views/of-metrics.ts';
import { table } from '../../views/table.ts';
import { nobody } from './words.ts';
import type { People } from './people.ts';
import { stateWords } from './pipeline.ts';
import type { RepsInput } from './run.ts';

const outcomeWords: Readonly<Record<string, Localized>> = { ...stateWords, invalid: both('invalid lead', '无效线索') };

/** So many reps are named beside a reason. */
const mostNamed = 2;

/** Why deals were lost, then why they were won: the most frequent reason first, with who has it most. */
export async function reasonsSection({ engine, lang }: RepsInput, { chosen, one }: People): Promise<TableSection> {
  const parts = await engine.rows<ResultRow>(sql`
    select * from deal_reasons where ${chosen(sql`rep`)} order by state, reason, deals desc nulls last, rep`);
  const rows = await engine.rows<ResultRow>(sql`
    with own as (select * from deal_reasons where ${chosen(sql`rep`)}),
    sums as (
      select state, reason, sum(deals) as deals, sum(in_period) as in_period, sum(amount) as amount from own group by state, reason
    ),
    whole as (select state, sum(deals) as all_deals from own group by state)
    select
      sums.state, sums.reason, cast(sums.deals as bigint) as deals, cast(sums.in_period as bigint) as in_period, sums.amount,
      sums.deals::double precision / whole.all_deals::double precision as share
    from sums
    join whole on whole.state = sums.state
    order by case sums.state when 'lost' then 1 when 'won' then 2 else 3 end, case when sums.reason = '' then 1 else 0 end,
      sums.deals desc nulls last, sums.reason`);
  return table<ResultRow>(
    lang,
    {
      id: 'reasons',
      title: both('Why deals are lost and won, to the end of the period', '输单与赢单原因（截至期末）'),
      chart: { kind: 'bars', label: 'reason', value: 'deals' },
      glance: { first: ['state', 'reason', 'deals', 'share', 'amount', 'in_period', ...(one === null ? ['most_of'] : [])], most: 5 },
    },
    {
      state: {
        ...metricHeading('deal_reasons', 'state'),
        type: 'text',
        value: ({ state }) => outcomeWords[String(state)]!,
        code: ({ state = null }) => state,
      },
      reason: {
        ...metricHeading('deal_reasons', 'reason'),
        value: ({ reason = null }) => (reason === '' ? both('(not given)', '（未填写）') : reason),
      },
      ...metricColumns('deal_reasons', 'deals'),
      share: {
        title: both('Share', '占比'),
        type: 'ratio',
        basis: both('Of all deals with that outcome.', '占同一结果全部件数的比例。'),
        value: ({ share = null }) => share,
      },
      ...metricColumns('deal_reasons', 'amount', 'in_period'),
      ...(one === null ? { most_of: mostOfColumn(parts) } : {}),
    },
    rows,
  );
}

function mostOfColumn(parts: readonly ResultRow[]): Column<ResultRow> {
  return {
    title: both('Most by', '主要销售'),
    type: 'text',
    basis: both('The reps with most of them.', '件数最多的销售。'),
    value: (row) => mostOf(parts.filter(({ state, reason }) => state === row['state'] && reason === row['reason'])),
  };
}

function mostOf(parts: readonly ResultRow[]): Localized {
  const named = parts.slice(0, mostNamed).map(({ rep, deals }) => ({ rep, deals: String(numberOf(deals) ?? 0) }));
  return both(
    named.map(({ rep, deals }) => `${rep === '' ? nobody.en : String(rep)} ${deals}`).join(', '),
    named.map(({ rep, deals }) => `${rep === '' ? nobody['zh-CN'] : String(rep)} ${deals}`).join('，'),
  );
}
