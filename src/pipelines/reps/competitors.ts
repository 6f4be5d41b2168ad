import { sql } from '../../engine/sql.ts';
import { both } from '../../lib/localized.ts';
import type { ResultRow, TableSection } from '../../result/result.ts';
import { wilson } from '../../stats/wilson.ts';
import { metricColumns } from '../../views/of-metrics.ts';
import { table } from '../../views/table.ts';
import type { People } from './people.ts';
import type { RepsInput } from './run.ts';

/** To whom deals are lost, and how often they are won against each. */
export async function competitorsSection({ engine, lang }: RepsInput, { chosen }: People): Promise<TableSection> {
  const sums = await engine.rows<ResultRow>(sql`
    select
      competitor, cast(sum(won) as bigint) as won, cast(sum(lost) as bigint) as lost, cast(sum(lost_in_period) as bigint) as lost_in_period,
      sum(won_amount) as won_amount, sum(lost_amount) as lost_amount
    from deal_competitors
    where ${chosen(sql`rep`)}
    group by competitor
    order by sum(lost) desc nulls last, sum(lost_amount) desc nulls last, competitor`);
  const rows = sums.map((row) => {
    const [won, lost] = [Number(row['won']), Number(row['lost'])];
    const interval = wilson(won, won + lost);
    return { ...row, rate: won + lost === 0 ? null : won / (won + lost), low: interval?.low ?? null, high: interval?.high ?? null };
  });
  const noDeals = both('95% interval of Wilson.', 'Wilson 95% 区间。');
  return table<ResultRow>(
    lang,
    {
      id: 'competitors',
      title: both('Competitors that deals are lost to', '输给哪些竞争对手'),
      place: 'detail',
      chart: { kind: 'dots', label: 'competitor', value: 'win_rate', low: 'win_rate_low', high: 'win_rate_high' },
      glance: {
        first: ['competitor', 'lost', 'lost_amount', 'won', 'win_rate', 'lost_in_period'],
        most: 10,
        hidden: ['win_rate_low', 'win_rate_high'],
      },
    },
    {
      ...metricColumns('deal_competitors', 'competitor', 'lost', 'lost_amount', 'lost_in_period', 'won', 'won_amount'),
      win_rate: {
        title: both('Win rate', '赢单率'),
        type: 'ratio',
        basis: both('Won ÷ (won + lost) against it.', '面对该对手：赢单 ÷（赢单 + 输单）。'),
        value: ({ rate = null }) => rate,
      },
      win_rate_low: { title: both('Win rate, low', '赢单率下限'), type: 'ratio', basis: noDeals, value: ({ low = null }) => low },
      win_rate_high: { title: both('Win rate, high', '赢单率上限'), type: 'ratio', basis: noDeals, value: ({ high = null }) => high },
    },
    rows,
  );
}
