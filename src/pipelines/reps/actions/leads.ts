import { sql } from '../../../engine/sql.ts';
import { everybody } from '../../../engine/with-whole.ts';
import type { IsoDate } from '../../../lib/dates.ts';
import { both } from '../../../lib/localized.ts';
import type { ResultRow } from '../../../result/result.ts';
import { numberOf } from '../../../views/number-of.ts';
import { percentText } from '../../../views/number-words.ts';
import type { Action, ActionInput, ActionSource, Done, EarlierAction } from './action.ts';
import { foundOf, mostOfEach } from './most-of-each.ts';

/** Rates and means over fewer are no ground for an estimate. */
const least = 10;

/** Leads that wait for longer than agreed: one action a rep, the list is that of `pool --section follow_ups`. */
export const leadsToWork: ActionSource = {
  subject: 'leads',
  find: async (input, wanted) => {
    const [course] = await everybody(input.engine)<{ leads: number; converted: number }>(
      sql`select count(*) as leads, count(*) filter (where outcome = 'converted') as converted from lead_course`,
    );
    const rows = await input.engine.rows<ResultRow>(
      mostOfEach(input, {
        from: sql`
          select
            late.rep, late.rep as subject_id, late.leads, late.worst_days, course.converted, course.leads as all_leads, worth.customers, worth.worth
          from (
            select coalesce(names.rep, waiting.owner) as rep, count(*) as leads, max(waiting.late_days) as worst_days
            from lead_follow_ups as waiting
            left join (select key as owner, rep from rep_names) as names on names.owner = waiting.owner
            where waiting.late_since is not null
            group by coalesce(names.rep, waiting.owner)
          ) as late
          cross join (
            select cast(${course?.leads ?? 0} as bigint) as leads, cast(${course?.converted ?? 0} as bigint) as converted) as course
          cross join (select max(customers) as customers, max(worth) as worth from lead_worth where worth_of = 'first_order') as worth`,
        value: sql`leads`,
        wanted,
      }),
    );
    return foundOf(rows, actionOf);
  },
  done: workedSince,
};

/** Whose leads that are late now all became so after the day it was raised. */
async function workedSince({ engine }: ActionInput, earlier: readonly EarlierAction[]): Promise<Map<string, Done>> {
  const rows = await engine.rows<{ rep: string; since: IsoDate }>(sql`
    select coalesce(names.rep, waiting.owner) as rep, min(waiting.late_since) as since
    from lead_follow_ups as waiting
    left join (select key as owner, rep from rep_names) as names on names.owner = waiting.owner
    where waiting.late_since is not null
    group by coalesce(names.rep, waiting.owner)`);
  const late = new Map(rows.map(({ rep, since }) => [rep, since]));
  const done: Done = { on: null, how: both('none of the leads of then is late any more', '当时的逾期线索均已处理') };
  return new Map(earlier.flatMap(({ id, raisedOn }) => ((late.get(id) ?? '9999-12-31') > raisedOn ? [[id, done] as const] : [])));
}

function actionOf(row: ResultRow): Action {
  const [leads, all, converted] = [Number(row['leads']), Number(row['all_leads']), Number(row['converted'])];
  const worth = Number(row['customers'] ?? 0) >= least && all >= least ? numberOf(row['worth']) : null;
  const share = all === 0 ? 0 : converted / all;
  const rep = String(row['rep']);
  return {
    subject: 'leads',
    id: rep,
    rep,
    kind: 'late_leads',
    what: both('Contact late leads', '跟进逾期线索'),
    about: null,
    why: both(
      leads === 1
        ? `a lead has been late for ${Number(row['worst_days'])} days`
        : `${leads} leads are late, the worst for ${Number(row['worst_days'])} days`,
      `${leads} 条线索逾期，最久 ${Number(row['worst_days'])} 天`,
    ),
    days: 2,
    value: worth === null ? null : leads * share * worth,
    estimate:
      worth === null
        ? null
        : both(`leads × ${percentText(share)} converted so far × mean first order`, `线索数 × 转化率 ${percentText(share)} × 首单均值`),
    customer: null,
  };
}
