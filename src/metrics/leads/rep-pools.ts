import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { takenSpells } from './parts/taken-spells.ts';

export const repPools = defineMetric({
  id: 'rep_pools',
  question: both('Of which pools does each rep take leads?', '每位销售从哪些公海取得线索？'),
  grain: ['rep', 'pool'],
  columns: {
    rep: column.text(both('Rep', '销售'), both('Who took the leads.', '取得线索的销售。')),
    pool: column.text(
      both('Pool', '公海'),
      both('As in lead_course; leads without one are left out.', '同 lead_course；没有公海的线索不计。'),
    ),
    taken: column.count(
      both('Taken', '取得'),
      both('Leads of the pool claimed or given, each time counted.', '从该公海领取或被分配的次数。'),
      { unit: 'times' },
    ),
    share: column.ratio(
      both('Share', '占比'),
      both('Taken of this pool ÷ taken of all pools, by the rep.', '从该公海取得 ÷ 从全部公海取得，按该销售。'),
    ),
    is_own: column.flag(
      both('Own pool', '主要公海'),
      both('Whether the rep took most of this one; of equal ones the first by name.', '是否取得最多的公海；并列时按名称取首个。'),
    ),
  },
  requires: [],
  uses: ['lead_course'],
  usesIfComputed: ['lead_file', 'lead_log', 'lead_spells'],
  source: 'Definition: counts of spells (lead_spells) by the rep who had them and the pool of the lead, over all time.',
  parameters: z.object({}),
  sql: () => sql`
    with counted as (
      select rep, pool as pool_id, count(*) as taken from (${takenSpells(null)}) as spells where pool is not null group by rep, pool
    )
    select
      rep, pool_id as pool, taken,
      cast(taken as double precision) / sum(taken) over (partition by rep) as share,
      row_number() over (partition by rep order by taken desc nulls last, pool_id) = 1 as is_own
    from counted`,
});
