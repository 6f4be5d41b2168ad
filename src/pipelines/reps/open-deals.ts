import { sql } from '../../engine/sql.ts';
import { both } from '../../lib/localized.ts';
import type { FactsSection, ResultRow, TableSection } from '../../result/result.ts';
import { factsSection } from '../../views/facts.ts';
import { metricColumns, metricFact } from '../../views/of-metrics.ts';
import { table } from '../../views/table.ts';
import type { People } from './people.ts';
import type { RepsInput } from './run.ts';

const together = both('All reps together.', '全部销售合计。');

/** All open deals of those who are reviewed, together. */
export async function openDealsSection({ engine, lang }: RepsInput, { chosen }: People): Promise<FactsSection> {
  const [row] = await engine.rows<{ open: number; amount: number | null; weighted: number | null }>(sql`
    select
      count(*) filter (where state = 'open') as open,
      sum(amount) filter (where state = 'open') as amount,
      case when count(amount) filter (where state = 'open' and probability is null) = 0 or count(*) filter (where state <> 'open') > 0 then
        coalesce(sum(amount * probability) filter (where state = 'open')::double precision, 0)
        + coalesce(
          (sum(amount) filter (where state = 'open' and probability is null) * count(*) filter (where state = 'won'))::double precision
            / nullif(count(*) filter (where state <> 'open'), 0),
          0
        )
      end as weighted
    from deal_rows
    where ${chosen(sql`rep`)}`);
  const open = row?.open ?? 0;
  const amount = row?.amount ?? null;
  return factsSection(lang, { id: 'open_deals', title: both('Open deals', '在手商机') }, [
    metricFact('rep_deals', 'open', { value: open }, together),
    metricFact('rep_deals', 'open_amount', { value: amount, n: open }, together),
    {
      id: 'weighted_amount',
      title: both('Open amount, weighted', '在手金额（加权）'),
      type: 'money',
      value: amount === null ? null : (row?.weighted ?? null),
      basis: both(
        'Amount × probability; without one × the share of the decided deals which was won.',
        '金额 × 成交概率；没有概率的乘以已决商机的赢单率。',
      ),
    },
  ]);
}

/** The same at the end of each month, the earliest first; a month that the files do not tell of is left out. */
export async function openDealsMonthsSection({ engine, lang }: RepsInput, { chosen }: People): Promise<TableSection> {
  const rows = await engine.rows<ResultRow>(sql`
    select last_on, sum(open) as open, sum(open_amount) as open_amount from deal_months where ${chosen(sql`rep`)} group by last_on order by last_on`);
  return table<ResultRow>(
    lang,
    {
      id: 'open_deals_months',
      title: both('Open deals at the end of each month', '各月末在手商机'),
      place: 'detail',
      chart: { kind: 'columns', label: 'last_on', value: 'open_amount' },
    },
    metricColumns('deal_months', 'last_on', 'open', 'open_amount'),
    rows,
  );
}
