import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { within } from '../comparison/parts/periods.ts';
import { defineMetric } from '../define.ts';
import { asOf, period } from '../parameters.ts';
import { reviewOf } from './parts/review.ts';

const notGiven = { empty: both('The file does not say.', '文件未提供。') };

const fileText = (en: string, zh: string) => column.text(both(en, zh), both('As the file has it.', '按文件原样。'), notGiven);

/** Of fewer open deals, most being slow is no sign of an old export. */
const leastOpen = 10;

export const dealRows = defineMetric({
  id: 'deal_rows',
  question: both('How does each deal stand?', '每个商机的状态如何？'),
  grain: ['deal_order'],
  columns: {
    deal_order: column.count(both('Row', '行'), both('Deals in a fixed order.', '商机的固定顺序。')),
    opportunity_id: column.id(both('Deal', '商机编号'), both('The id of the deal, else its name.', '商机编号，没有时为名称。'), notGiven),
    name: column.text(both('Name', '商机名称'), both('Of the deal, else of its product.', '商机名称，没有时为产品。'), notGiven),
    customer_id: column.id(both('Customer id', '客户编号'), both('Of the deal.', '商机的客户。'), notGiven),
    rep: column.text(
      both('Rep', '销售'),
      both('Who works the deal, as in rep_names; empty where not known.', '商机负责人，写法同 rep_names；不详时为空文本。'),
    ),
    product: fileText('Product', '产品'),
    source: fileText('Source', '来源'),
    region: fileText('Region', '地区'),
    competitor: fileText('Competitor', '竞争对手'),
    stage: fileText('Stage', '阶段'),
    reason: column.text(
      both('Reason', '原因'),
      both('Why it was won, of a deal won; why it was lost, of a deal lost.', '赢单的为赢单原因，输单的为输单原因。'),
      { empty: both('It is open, or the file does not say.', '进行中，或文件未提供。') },
    ),
    state: column.id(both('State', '结果'), both('open, won or lost.', 'open 进行中、won 赢单、lost 输单。')),
    amount: column.money(both('Amount', '金额'), both('What the deal is worth.', '商机金额。'), notGiven),
    probability: {
      ...column.exact(both('Probability', '赢率'), both('Chance of winning as the file states it.', '文件给出的赢单概率。'), notGiven),
      shows: 'ratio',
    },
    created_on: column.date(both('Opened on', '创建日期'), both('Day the deal was opened.', '商机创建日期。'), notGiven),
    closed_on: column.date(
      both('Closes on', '结束日期'),
      both('Day it was decided; of an open deal, the day it is expected to be.', '结束日期；进行中的为预计日期。'),
      notGiven,
    ),
    in_period: column.flag(both('In the period', '本期'), both('Whether it was decided in the period under review.', '是否在本期结束。')),
    took_days: column.count(both('Cycle', '周期天数'), both('Days from opening to the decision.', '创建至结束的天数。'), {
      unit: 'days',
      empty: both('It is open, or a day is missing, or it was decided before it was opened.', '进行中、缺少日期，或结束早于创建。'),
    }),
    open_days: column.count(
      both('Age', '已开天数'),
      both('Days that an open deal has been open, by the as-of date.', '进行中商机至截止日的天数。'),
      {
        unit: 'days',
        empty: both('It is decided, or the day it was opened is not known.', '已结束，或创建日期未知。'),
      },
    ),
    slow_days: column.number(
      both('Slow from', '过久天数'),
      both('90% of the deals won took no longer than so many days.', '90% 的赢单用时不超过此天数。'),
      { empty: both('No deal won has both days.', '没有日期齐全的赢单。') },
    ),
    age_tells: column.flag(
      both('Age tells', '时长可比'),
      both(
        `Whether age tells open deals apart: not where ${leastOpen} or more have an age and more than half of these have been open for longer than slow_days, as in an old export. Then none is called slow.`,
        `已开天数能否区分进行中商机：${leastOpen} 个以上有天数且其中过半超过“过久天数”时不能（如导出较旧），此时均不标为过久。`,
      ),
    ),
    risk: column.id(
      both('At risk', '风险'),
      both(
        'Of an open deal. overdue: the day it was expected to close has passed; slow: open for longer than 90% of the deals won took, where age tells deals apart (age_tells); both.',
        '进行中的商机。overdue 已过预计成交日；slow 用时超过 90% 的赢单（时长可比时）；both 两者皆是。',
      ),
      { empty: both('It is decided, or neither holds.', '已结束，或两者皆否。') },
    ),
  },
  requires: [['opportunities.state', 'opportunities.stage', 'opportunities.is_won']],
  reads: [
    'opportunities.opportunity_id',
    'opportunities.name',
    'opportunities.product',
    'opportunities.source',
    'opportunities.region',
    'opportunities.competitor',
    'opportunities.won_reason',
    'opportunities.lost_reason',
    'opportunities.customer_id',
    'opportunities.rep',
    'opportunities.amount',
    'opportunities.probability',
    'opportunities.created_on',
    'opportunities.closed_on',
    'opportunities.is_lost',
    'opportunities.is_closed',
  ],
  uses: ['rep_names'],
  source: 'Definition: deals as the file has them, by the as-of date.',
  parameters: z.object({ as_of: asOf, period }),
  sql: ({ as_of, period: asked }) => {
    const current = reviewOf(asked, as_of)?.current;
    return sql`
    with sellers as (select key as written, rep from rep_names),
    deals as (
      select
        coalesce(opportunity_id, name) as opportunity_id, coalesce(name, product) as name, customer_id, rep as written, product, source,
        region, competitor, stage, coalesce(state, 'open') as state, amount, probability, created_on, closed_on,
        case state when 'won' then won_reason when 'lost' then lost_reason end as reason
      from opportunities
    ),
    dated as (
      select
        deals.opportunity_id, deals.name, deals.customer_id, coalesce(sellers.rep, '') as rep, deals.product, deals.source,
        deals.region, deals.competitor, deals.stage, deals.reason, deals.state, deals.amount, deals.probability, deals.created_on, deals.closed_on,
        deals.state <> 'open' and ${within(sql`deals.closed_on`, current)} as was_decided,
        case when deals.state <> 'open' and deals.closed_on >= deals.created_on then deals.closed_on - deals.created_on end as took_days,
        case when deals.state = 'open' and ${as_of}::date >= deals.created_on then ${as_of}::date - deals.created_on end as open_days
      from deals
      left join sellers on sellers.written = deals.written
    ),
    usual as (
      select percentile_cont(0.9) within group (order by took_days::double precision) as slow_days
      from dated
      where state = 'won' and took_days is not null
    ),
    ages as (
      select
        not (count(dated.open_days) >= ${leastOpen} and 2 * count(*) filter (where dated.open_days > usual.slow_days) > count(dated.open_days))
          as age_tells
      from dated
      cross join usual
    ),
    judged as (
      select
        dated.*, usual.slow_days, ages.age_tells,
        case when state = 'open' and closed_on < ${as_of}::date then 1 else 0 end as is_overdue,
        case when open_days > usual.slow_days and ages.age_tells then 1 else 0 end as is_slow
      from dated
      cross join usual
      cross join ages
    )
    select
      row_number() over (
        order by rep, created_on nulls last, closed_on nulls last, amount nulls last, state, stage nulls last, name nulls last,
          product nulls last, source nulls last, region nulls last, competitor nulls last, reason nulls last, customer_id nulls last,
          opportunity_id nulls last
      ) as deal_order,
      judged.*, coalesce(was_decided, false) as in_period,
      case when is_overdue + is_slow = 2 then 'both' when is_overdue = 1 then 'overdue' when is_slow = 1 then 'slow' end as risk
    from judged`;
  },
});
