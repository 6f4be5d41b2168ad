import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, period } from '../parameters.ts';
import { decidedBy } from './parts/review.ts';
import { repCustomers } from './rep-customers.ts';

export const dealReasons = defineMetric({
  id: 'deal_reasons',
  question: both('Why does each rep win and lose deals?', '每位销售赢单与输单的原因是什么？'),
  grain: ['rep', 'state', 'reason'],
  columns: {
    rep: repCustomers.columns['rep']!,
    state: column.id(
      both('State', '结果'),
      both(
        'won or lost of deals; invalid of leads, where no deal says why.',
        '商机为 won 赢单、lost 输单；商机均无原因时为线索的 invalid 无效。',
      ),
    ),
    reason: column.text(both('Reason', '原因'), both('As the file has it, blank where it does not say.', '按文件原样，未提供为空文本。')),
    deals: column.count(
      both('Deals', '商机数'),
      both('Decided by the end of the period with that reason; of leads, all.', '本期末前结束且为该原因的件数；线索为全部。'),
    ),
    in_period: column.count(both('In the period', '本期'), both('Those of them decided in the period.', '其中在本期结束的件数。')),
    amount: column.money(both('Amount', '金额'), both('Of these deals.', '上述商机的金额合计。'), {
      empty: both('None of them has an amount.', '均无金额。'),
    }),
  },
  requires: [['opportunities.won_reason', 'opportunities.lost_reason', 'leads.invalid_reason']],
  reads: ['leads.owner', 'leads.status'],
  uses: ['rep_names'],
  usesIfComputed: ['deal_rows'],
  source: 'Definition: deals by the reason that the file gives.',
  parameters: z.object({ as_of: asOf, period }),
  sql: ({ as_of, period: asked }) => sql`
    with told as (select count(reason) as reasons from deal_rows),
    names as (select key as owner, rep from rep_names),
    unfit as (
      select coalesce(names.rep, leads.owner, '') as rep, leads.invalid_reason as reason
      from leads
      left join names on names.owner = leads.owner
      where leads.invalid_reason is not null or leads.status = 'invalid'
    )
    select
      rep, state, coalesce(reason, '') as reason, count(*) as deals, count(*) filter (where in_period) as in_period, sum(amount) as amount
    from deal_rows
    cross join told
    where told.reasons > 0 and state <> 'open' and ${decidedBy(asked, as_of)}
    group by rep, state, coalesce(reason, '')
    union all
    select rep, 'invalid' as state, coalesce(reason, '') as reason, count(*) as deals, 0::bigint as in_period, null::decimal(18, 4) as amount
    from unfit
    cross join told
    where told.reasons = 0
    group by rep, coalesce(reason, '')`,
});
