import { join, type Sql, sql, trusted } from '../../../engine/sql.ts';
import type { Read } from '../../../forecast/read.ts';
import type { IsoDate, Period } from '../../../lib/dates.ts';
import { within } from '../../comparison/parts/periods.ts';
import { coachingFigures } from './coaching-measures.ts';
import { dealUnit } from './deal-unit.ts';
import { rankMeasures } from './rank-measures.ts';
import { isKnown, reviewOf } from './review.ts';

/** A customer of a rep, or of very many several, and what it adds to the figures of coachingFigures. */
export interface CoachingCase {
  readonly rep: string;
  readonly figures: Float64Array;
}

/** More customers than this are put together in groups of equal size, each of one rep. */
const mostCases = 20_000;

interface Reviewing {
  readonly asked: Period | null;
  readonly asOf: IsoDate | null;
}

/** What each customer of each ranked rep adds to the figures, in a fixed order. */
export async function coachingCases(read: Read, { asked, asOf }: Reviewing): Promise<CoachingCase[]> {
  const figures = join(coachingFigures.map((figure) => trusted(figure)));
  const [counted] = await read(sql`select count(*) as units from rep_units where rep <> ''`);
  const size = Math.max(1, Math.ceil(Number(counted?.['units'] ?? 0) / mostCases));
  const rows = await read(sql`
    with ${figuresOf(asked, asOf)},
    placed as (
      select figured.*, row_number() over (partition by rep order by customer_id) as place from figured
    ),
    dealt as (select placed.*, floor((place - 1)::double precision / ${size}) as part from placed),
    summed as (
      select rep, part, ${join(coachingFigures.map((figure) => sql`sum(${trusted(figure)}) as ${trusted(figure)}`))}
      from (select rep, part, ${figures} from dealt) as parts
      group by rep, part
    )
    select rep, ${join(coachingFigures.map((figure) => sql`${trusted(figure)}::double precision as ${trusted(`total_${figure}`)}`))}
    from summed
    order by rep, part`);
  return rows.map((row) => ({
    rep: String(row['rep']),
    figures: Float64Array.from(coachingFigures, (figure) => Number(row[`total_${figure}`] ?? 0)),
  }));
}

/** Figures of rep_units, and those of purchases, plans and deals that the ranking does not have. */
function figuresOf(asked: Period | null, asOf: IsoDate | null): Sql {
  const review = reviewOf(asked, asOf);
  const current = review?.current;
  const served = sql`${isKnown('previous', review, sql`starts.first_on`)} and previous_orders > 0 and (current_orders > 0 or current_all_orders = 0)`;
  const known = new Set(rankMeasures.flatMap(({ numerator, denominator }) => [numerator, denominator]));
  const ofUnits = coachingFigures.filter((figure) => known.has(figure));
  return sql`
    bought as (
      select
        customer_id, rep, case when current_in_book then 1 else 0 end as in_book, case when current_orders > 0 then 1 else 0 end as buying,
        current_orders as sold_orders, current_sales as sales,
        case when ${served} then current_revenue end as served_revenue, case when ${served} then previous_revenue end as served_before
      from rep_customers
      cross join (select min(first_on) as first_on from rep_customers) as starts
    ),
    planned as (
      select customer_id, rep, count(*) as plans_due, count(*) filter (where plan = 'kept') as plans_kept
      from contact_rows
      where customer_id is not null and plan in ('kept', 'late', 'missed') and ${within(sql`next_on`, current)}
      group by customer_id, rep
    ),
    deals as (
      select
        ${dealUnit} as customer_id, rep,
        sum(amount) as won_amount, count(amount) as won_with_amount, sum(took_days) as won_days, count(took_days) as won_dated
      from deal_rows
      where in_period and state = 'won'
      group by ${dealUnit}, rep
    ),
    ranked as (select rep from rep_measures group by rep),
    pairings as (
      select customer_id, rep from rep_units
      union select customer_id, rep from planned
      union select customer_id, rep from deals
    ),
    figured as (
      select
        pairings.customer_id, pairings.rep,
        ${join(ofUnits.map((figure) => sql`units.${trusted(figure)}`))},
        bought.in_book, bought.buying, bought.sold_orders, bought.sales, bought.served_revenue, bought.served_before, planned.plans_due, planned.plans_kept,
        deals.won_amount, deals.won_with_amount, deals.won_days, deals.won_dated
      from pairings
      join ranked on ranked.rep = pairings.rep
      left join rep_units as units on units.customer_id = pairings.customer_id and units.rep = pairings.rep
      left join bought on bought.customer_id = pairings.customer_id and bought.rep = pairings.rep
      left join planned on planned.customer_id = pairings.customer_id and planned.rep = pairings.rep
      left join deals on deals.customer_id = pairings.customer_id and deals.rep = pairings.rep
      where pairings.rep <> ''
    )`;
}
