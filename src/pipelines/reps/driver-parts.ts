import { sql } from '../../engine/sql.ts';
import { both } from '../../lib/localized.ts';
import type { ResultCell, ResultRow, TableSection } from '../../result/result.ts';
import { metricColumns, metricHeading } from '../../views/of-metrics.ts';
import { table } from '../../views/table.ts';
import { repColumn } from './drivers.ts';
import type { People } from './people.ts';
import type { RepsInput } from './run.ts';
import { blankWords, partWords, splitWords } from './words.ts';

const againstWords = { previous: both('period before', '上期'), year_ago: both('year before', '去年同期') };

/** All parts of all changes in long form: by factor, customers, price, category and industry; each split of a rep sums to its change. */
export async function driverPartsSection({ engine, lang }: RepsInput, { chosen, one }: People): Promise<TableSection> {
  const rows = await engine.rows<ResultRow>(sql`
    select * from (
      select rep, against, 'factors' as split, 1 as split_order, driver as part, driver_order as part_order, before, after, amount from rep_drivers
      union all
      select rep, against, 'prices' as split, 3 as split_order, part, part_order, null as before, null as after, amount from rep_prices
      union all
      select
        rep, against, split, case split when 'customers' then 2 when 'category' then 4 else 5 end as split_order, part, 0 as part_order,
        before_revenue::double precision as before, after_revenue::double precision as after, revenue_difference as amount
      from rep_changes
    ) as parts
    where (amount <> 0 or split = 'factors') and ${chosen(sql`rep`)}
    order by rep, against, split_order, part_order, abs(amount) desc nulls last, part`);
  return table<ResultRow>(
    lang,
    {
      id: 'driver_parts',
      title: both('What the change of each rep is made of', '各销售业绩变化的构成'),
      place: one === null ? 'detail' : 'answer',
      glance: { first: [...(one === null ? ['rep'] : []), 'against', 'split', 'part', 'before', 'after', 'amount'], most: 20 },
    },
    {
      rep: repColumn,
      against: {
        ...metricHeading('rep_drivers', 'against'),
        type: 'text',
        value: ({ against }) => againstWords[against as keyof typeof againstWords],
        code: ({ against = null }) => against,
      },
      split: {
        ...metricHeading('rep_changes', 'split'),
        type: 'text',
        basis: both(
          'factors: rep_drivers; prices: rep_prices; customers, category and industry: rep_changes. The parts of each sum to the change.',
          'factors 因素见 rep_drivers；prices 量价见 rep_prices；customers、category、industry 见 rep_changes。每个维度之和等于变化额。',
        ),
        value: ({ split }) => splitWords[String(split)] ?? null,
        code: ({ split = null }) => split,
      },
      part: {
        ...metricHeading('rep_changes', 'part'),
        type: 'text',
        value: partOf,
        code: ({ split = null, part = null }) => (isText(split) ? null : part),
      },
      before: { ...metricHeading('rep_drivers', 'before'), value: ({ before = null }) => before },
      after: { ...metricHeading('rep_drivers', 'after'), value: ({ after = null }) => after },
      ...metricColumns('rep_drivers', 'amount'),
    },
    rows,
  );
}

function isText(split: ResultCell): boolean {
  return split === 'category' || split === 'industry';
}

function partOf({ split = null, part = null }: ResultRow): ResultCell | (typeof partWords)[string] {
  if (!isText(split)) return partWords[String(part)]!;
  return part === '' ? blankWords[String(split)]! : part;
}
