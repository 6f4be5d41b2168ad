import { z } from 'zod';
import { join, sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';
import { monthEnds } from '../windows.ts';

/** Up to one deal in so many may lack a date: the rest alone would be too few. */
const mostUndated = 20;

export const dealMonths = defineMetric({
  id: 'deal_months',
  question: both('How many deals did each rep have open at the end of each month?', '每位销售各月末有多少在手商机？'),
  grain: ['rep', 'last_on'],
  columns: {
    rep: column.text(
      both('Rep', '销售'),
      both('Who works the deal, as in rep_names; empty where not known.', '商机负责人，写法同 rep_names；不详时为空文本。'),
    ),
    last_on: column.date(
      both('On', '日期'),
      both(
        'The as-of date, and the ends of the twelve months before as far as the files tell of them: not before the first deal was opened and 90% of the deals won took to close, and none where one deal in twenty has no date, or none is decided.',
        '统计日期及此前 12 个月末。仅限文件能说明的月份：不早于首个商机创建日加 90% 赢单所用天数；超过二十分之一的商机缺少日期、或没有已结束商机时，只有统计日期。',
      ),
    ),
    open: column.count(
      both('Open', '在手商机数'),
      both(
        'Deals opened by the day and not decided by it, rebuilt from both dates; on the as-of date those that the file has as open, unless the file is of a later day.',
        '当日已创建且尚未结束的商机数，按创建与结束日期还原；统计日期当日为文件中进行中的商机；文件晚于该日时同样还原。',
      ),
      { unit: 'deals' },
    ),
    open_amount: column.money(
      both('Open amount', '在手金额'),
      both('What these are worth today: earlier amounts are not in the files.', '上述商机的金额，按现值（文件没有以往金额）。'),
      { empty: both('None has an amount.', '均无金额。') },
    ),
  },
  requires: [['opportunities.state', 'opportunities.stage', 'opportunities.is_won']],
  uses: ['deal_rows'],
  source: 'Definition: deals with opening day <= day and (open, or decided after it).',
  parameters: z.object({ as_of: asOf }),
  sql: ({ as_of }) => {
    const days = as_of === null ? [] : monthEnds(as_of);
    const ends =
      days.length === 0
        ? sql`select cast(null as date) as last_on where false`
        : join(
            days.map((day) => sql`select ${day}::date as last_on`),
            ' union all ',
          );
    return sql`
    with ends as (${ends}),
    known as (
      select
        min(created_on) + cast(ceil(coalesce(max(slow_days), 0)) as integer) as told_from,
        count(*) filter (where created_on is null or (state <> 'open' and closed_on is null)) * ${mostUndated} <= count(*)
          and count(*) filter (where state <> 'open') > 0 as is_dated,
        count(*) filter (where created_on > ${as_of}::date or (state <> 'open' and closed_on > ${as_of}::date)) > 0 as is_later
      from deal_rows
    ),
    standing as (
      select ${as_of}::date as last_on, rep, amount
      from deal_rows
      cross join known
      where state = 'open' and not (known.is_later and known.is_dated)
      union all
      select ends.last_on, deals.rep, deals.amount
      from deal_rows as deals
      join ends on deals.created_on <= ends.last_on and (deals.state = 'open' or deals.closed_on > ends.last_on)
      cross join known
      where known.is_dated and case when ends.last_on < ${as_of}::date then ends.last_on >= known.told_from else known.is_later end
    )
    select rep, last_on, count(*) as open, sum(amount) as open_amount
    from standing
    where last_on is not null
    group by rep, last_on`;
  },
});
