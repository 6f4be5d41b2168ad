import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { purchasesOfCycle } from '../../forecast/churn/silence.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, retention } from '../parameters.ts';

export const winBack = defineMetric({
  id: 'win_back',
  question: both('Do customers who fell silent or left come back when they are contacted?', '客户沉默或流失后，联系是否能挽回？'),
  grain: ['event', 'action'],
  columns: {
    event: column.id(
      both('Event', '事件'),
      both(
        `warning: silent for two usual gaps (${purchasesOfCycle} purchase days at least) and one horizon; loss: marked as lost.`,
        `warning 预警：沉默超过通常间隔的两倍（至少 ${purchasesOfCycle} 个购买日）且超过一个窗口；loss 流失：被标记为流失。`,
      ),
    ),
    action: column.id(
      both('Action', '挽回动作'),
      both(
        'Channel of the first contact within a third of the horizon after the event; none: no contact.',
        '事件后三分之一窗口内首次联系的方式；none 表示未联系。',
      ),
    ),
    events: column.count(
      both('Events', '事件数'),
      both('Events whose follow-up was over by the as-of date.', '截止日前观察期已满的事件数。'),
    ),
    returned_early: column.count(
      both('Back already', '已先行回购'),
      both('Bought again within that first third, contacted or not; not counted in the rate.', '在前三分之一窗口内已回购的，不计入比率。'),
    ),
    followed: column.count(both('Followed', '观察数'), both('Events less those.', '事件数减去先行回购的。')),
    returned: column.count(
      both('Came back', '挽回数'),
      both('Bought within one horizon after the first third.', '此后一个窗口内有购买的。'),
    ),
  },
  requires: [['orders.ordered_at']],
  reads: ['activities.customer_id', 'activities.at', 'activities.channel'],
  uses: ['purchase_days'],
  usesIfComputed: ['churn_flags'],
  source:
    'Landmark analysis (Anderson, Cain & Gelber 1983): contacts are counted before, returns after the landmark, so that a quick return is no merit of a contact that was never needed.',
  parameters: z.object({ as_of: asOf, retention }),
  sql: ({ as_of, retention: { horizon_days } }) => {
    const landmark = Math.max(1, Math.floor(horizon_days / 3));
    return sql`
    with spans as (
      select
        customer_id,
        purchased_on as last_on,
        lead(purchased_on) over (partition by customer_id order by purchased_on) as next_on,
        min(purchased_on) over (partition by customer_id) as first_on,
        rank() over (partition by customer_id order by purchased_on) as purchases
      from purchase_days
      where purchased_on <= ${as_of}::date
    ),
    lapses as (
      select
        customer_id,
        next_on,
        last_on + cast(ceil(greatest((2 * (last_on - first_on))::double precision / (purchases - 1), ${horizon_days})) as integer) as event_on
      from spans
      where purchases >= ${purchasesOfCycle}
    ),
    losses as (
      select churn_flags.customer_id, churn_flags.lost_on as event_on, min(purchase_days.purchased_on) as next_on
      from churn_flags
      left join purchase_days on purchase_days.customer_id = churn_flags.customer_id and purchase_days.purchased_on > churn_flags.lost_on
      where churn_flags.lost_on is not null
      group by churn_flags.customer_id, churn_flags.lost_on
    ),
    events as (
      select cast('warning' as varchar) as event, customer_id, event_on, next_on from lapses where next_on is null or next_on > event_on
      union all
      select cast('loss' as varchar) as event, customer_id, event_on, next_on from losses
    ),
    past as (
      select * from events where event_on + ${landmark + horizon_days} <= ${as_of}::date
    ),
    contacts as (
      select past.event, past.customer_id, past.event_on, activities.at as contacted_at, coalesce(activities.channel, 'other') as channel
      from past join activities on activities.customer_id = past.customer_id
      where cast(activities.at as date) > past.event_on and cast(activities.at as date) <= past.event_on + ${landmark}
    ),
    firsts as (
      select event, customer_id, event_on, min(contacted_at) as contacted_at from contacts group by event, customer_id, event_on
    ),
    actions as (
      select contacts.event, contacts.customer_id, contacts.event_on, min(contacts.channel) as channel
      from contacts
      join firsts on firsts.customer_id = contacts.customer_id and firsts.event = contacts.event
        and firsts.event_on = contacts.event_on and firsts.contacted_at = contacts.contacted_at
      group by contacts.event, contacts.customer_id, contacts.event_on
    ),
    judged as (
      select
        past.event,
        coalesce(actions.channel, 'none') as action,
        case when past.next_on <= past.event_on + ${landmark} then 1 else 0 end as early,
        case when past.next_on > past.event_on + ${landmark} and past.next_on <= past.event_on + ${landmark + horizon_days} then 1 else 0 end as returned
      from past
      left join actions on actions.customer_id = past.customer_id and actions.event = past.event and actions.event_on = past.event_on
    )
    select
      event,
      action,
      count(*) as events,
      sum(early) as returned_early,
      count(*) - sum(early) as followed,
      sum(returned) as returned
    from judged
    group by event, action`;
  },
});
