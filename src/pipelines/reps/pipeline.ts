import { sql } from '../../engine/sql.ts';
import { both, type Localized } from '../../lib/localized.ts';
import { metricById } from '../../metrics/registry.ts';
import type { ResultRow, TableSection } from '../../result/result.ts';
import { metricColumns, metricHeading } from '../../views/of-metrics.ts';
import { table } from '../../views/table.ts';
import { repColumn } from './drivers.ts';
import type { People } from './people.ts';
import type { RepsInput } from './run.ts';

/** What each rep wins, how fast, and what is open; the reps of the list without a deal at the end, as such. */
export async function pipelineSection({ engine, lang }: RepsInput, { chosen }: People): Promise<TableSection> {
  const figures = Object.keys(metricById('rep_deals').columns).filter((column) => column !== 'rep' && column !== 'deals');
  const rows = await engine.rows<ResultRow>(sql`
    select * from (
      select rep_deals.*, rep_people.team, rep_people.manager
      from rep_deals
      left join rep_people on rep_people.rep = rep_deals.rep
      where rep_deals.deals > 0
    ) as working
    where ${chosen(sql`rep`)}
    order by won_amount desc nulls last, won desc nulls last, rep`);
  const idle = await engine.rows<ResultRow>(sql`
    select rep_people.rep, rep_people.team, rep_people.manager
    from rep_people
    left join rep_deals on rep_deals.rep = rep_people.rep
    where rep_people.is_listed and rep_people.leads = 0 and coalesce(rep_deals.deals, 0) = 0 and ${chosen(sql`rep_people.rep`)}
    order by rep_people.rep`);
  return table<ResultRow>(
    lang,
    {
      id: 'pipeline',
      name: both('Pipeline by rep', '各销售的商机'),
      title: titleOf(idle.length),
      chart: { kind: 'dots', label: 'rep', value: 'win_rate', low: 'win_rate_low', high: 'win_rate_high' },
      glance: {
        first: [
          'rep',
          'won',
          'lost',
          'win_rate',
          'won_amount',
          'cycle_days',
          'open',
          'open_amount',
          ...(rows.some(({ at_risk: risky }) => Number(risky) > 0) ? ['at_risk'] : []),
        ],
        most: 12,
      },
    },
    {
      rep: repColumn,
      ...metricColumns('rep_people', 'team', 'manager'),
      deals: { ...metricHeading('rep_deals', 'deals'), value: ({ deals = 0 }) => deals },
      ...metricColumns('rep_deals', ...figures),
    },
    rows.length === 0 ? [] : [...rows, ...idle],
  );
}

function titleOf(idle: number): Localized {
  if (idle === 0) return both('Pipeline by rep', '各销售的商机');
  return both(`Pipeline by rep; ${idle} of the list have no deal`, `各销售的商机；在册销售中 ${idle} 人没有商机`);
}

/** Deals by stage and rep, all that the file has. */
export async function stagesSection({ engine, lang }: RepsInput, { chosen }: People): Promise<TableSection> {
  const rows = await engine.rows<ResultRow>(sql`
    select
      rep, coalesce(stage, state) as stage, state, count(*) as deals, sum(amount) as amount, count(*) filter (where risk is not null) as at_risk
    from deal_rows
    where ${chosen(sql`rep`)}
    group by rep, coalesce(stage, state), state
    order by rep, case state when 'open' then 1 when 'won' then 2 else 3 end, sum(amount) desc nulls last, stage`);
  return table<ResultRow>(
    lang,
    {
      id: 'pipeline_stages',
      title: both('Deals by rep and stage', '各销售各阶段的商机'),
      place: 'detail',
      glance: {
        first: ['rep', 'stage', 'deals', 'amount', ...(rows.some(({ at_risk: risky }) => Number(risky) > 0) ? ['at_risk'] : [])],
        most: 20,
      },
    },
    {
      rep: repColumn,
      ...metricColumns('deal_rows', 'stage'),
      state: {
        ...metricHeading('deal_rows', 'state'),
        type: 'text',
        value: ({ state }) => stateWords[String(state)]!,
        code: ({ state = null }) => state,
      },
      deals: {
        title: both('Deals', '商机数'),
        type: 'integer',
        basis: both('All deals of the file in the stage.', '文件中处于该阶段的全部商机。'),
        value: ({ deals = null }) => deals,
      },
      amount: {
        title: both('Amount', '金额'),
        type: 'money',
        basis: both('Of these.', '上述商机的金额合计。'),
        value: ({ amount = null }) => amount,
      },
      at_risk: {
        title: both('At risk', '有风险'),
        type: 'integer',
        basis: metricHeading('deal_rows', 'risk').basis,
        value: ({ at_risk: risky = null }) => risky,
      },
    },
    rows,
  );
}

export const stateWords: Readonly<Record<string, Localized>> = {
  open: both('open', '进行中'),
  won: both('won', '赢单'),
  lost: both('lost', '输单'),
};
