import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import type { Row } from '../../lib/rows.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { repCustomers } from './rep-customers.ts';

const noAmount = { empty: both('None of them has an amount.', '均无金额。') };

export const dealCompetitors = defineMetric({
  id: 'deal_competitors',
  question: both('Against whom does each rep win and lose deals?', '每位销售面对各竞争对手赢输如何？'),
  grain: ['rep', 'competitor'],
  columns: {
    rep: repCustomers.columns['rep']!,
    competitor: column.text(
      both('Competitor', '竞争对手'),
      both('As the file has it; a deal with several (A; B) counts for each.', '按文件原样；一个商机有多个（A；B）时分别计入。'),
    ),
    won: column.count(both('Won', '赢单'), both('Deals won against it by the end of the period.', '本期末前赢单数。')),
    lost: column.count(both('Lost', '输单'), both('Deals lost with it in the race by the end of the period.', '本期末前输单数。')),
    lost_in_period: column.count(both('Lost in the period', '本期输单'), both('Those of them lost in the period.', '其中本期输单数。')),
    won_amount: column.money(both('Amount won', '赢单金额'), both('Of the deals won.', '赢单的金额合计。'), noAmount),
    lost_amount: column.money(both('Amount lost', '输单金额'), both('Of the deals lost.', '输单的金额合计。'), noAmount),
  },
  requires: [['opportunities.competitor']],
  uses: ['deal_rows', 'deal_features'],
  source: 'Definition: decided deals by the competitor that the file names.',
  parameters: z.object({}),
  compute: async (_, read) => {
    const rows = await read(sql`
      select
        features.rep, features.competitor,
        count(*) filter (where features.state = 'won') as won,
        count(*) filter (where features.state = 'lost') as lost,
        count(*) filter (where features.state = 'lost' and deals.in_period) as lost_in_period,
        sum(features.amount) filter (where features.state = 'won') as won_amount,
        sum(features.amount) filter (where features.state = 'lost') as lost_amount
      from deal_features as features
      join deal_rows as deals on deals.deal_order = features.deal_order
      where features.competitor is not null
      group by features.rep, features.competitor
      order by features.rep, features.competitor`);
    return byCompetitor(rows);
  },
});

const separators = /[;；、|\n]/;
const counted = ['won', 'lost', 'lost_in_period', 'won_amount', 'lost_amount'] as const;

/** Lists of competitors taken apart. */
function byCompetitor(rows: readonly Row[]): Row[] {
  const sums = new Map<string, Record<string, Row[string]>>();
  for (const row of rows) {
    const names = new Set(
      String(row['competitor'])
        .split(separators)
        .map((name) => name.trim()),
    );
    for (const competitor of names) {
      if (competitor === '') continue;
      const key = JSON.stringify([row['rep'], competitor]);
      const sum = sums.get(key);
      const own = Object.fromEntries(counted.map((figure) => [figure, added(sum?.[figure] ?? null, row[figure] ?? null)]));
      sums.set(key, { rep: row['rep']!, competitor, ...own });
    }
  }
  return [...sums.values()];
}

/** What is missing on both sides stays missing. */
function added(one: Row[string] | null, other: Row[string] | null): number | null {
  return one === null && other === null ? null : Number(one ?? 0) + Number(other ?? 0);
}
