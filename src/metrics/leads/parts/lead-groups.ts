import { identifier, join, type Sql, sql } from '../../../engine/sql.ts';
import { onceARun } from '../../../forecast/once-a-run.ts';
import type { Period } from '../../../lib/dates.ts';
import { groupedBy } from '../../../lib/groups.ts';
import type { Row } from '../../../lib/rows.ts';
import { costsOf, countedCosts, type GroupCosts, wholeCosts } from './group-costs.ts';
import { inPeriod } from './in-period.ts';
import { countedOutcomes, countOutcomes, type TimedOutcomes } from './timed-outcomes.ts';

/** What leads are grouped by. Not by rep: who holds a lead changes, and `rep_conversion` counts each of them from the day they got it. */
const leadDimensions = ['source', 'batch', 'industry', 'region', 'size', 'product', 'pool', 'month'] as const;
type LeadDimension = (typeof leadDimensions)[number];

/** The dimension of the one group of all leads. */
export const allLeads = 'all';

/** Beyond so many values a column is free text. */
const mostValues = 1000;

export interface LeadGroup {
  readonly dimension: string;
  /** Empty: the files do not say. */
  readonly value: string;
  readonly outcomes: TimedOutcomes;
}

export interface CostedGroup extends LeadGroup {
  readonly costs: GroupCosts;
}

/** All leads (of the period), and the groups of each dimension that has more than one, by dimension and value. */
export const readLeadGroups = onceARun(
  (period: Period | null) => JSON.stringify(period),
  async (rows, period): Promise<{ readonly all: CostedGroup; readonly groups: readonly CostedGroup[] }> => {
    const byGroup = groupedBy(await rows(groupedLeads(period)), ({ dimension, value }) => JSON.stringify([dimension, value]));
    const groups = [...byGroup.values()].map((of): CostedGroup => ({
      dimension: String(of[0]!['dimension']),
      value: nameOf(of[0]!),
      outcomes: countOutcomes(of),
      costs: costsOf(of),
    }));
    return {
      all: groups.find(({ dimension }) => dimension === allLeads) ?? noLeads,
      groups: groups.filter(({ dimension }) => dimension !== allLeads),
    };
  },
);

const noLeads: CostedGroup = { dimension: allLeads, value: '', outcomes: countOutcomes([]), costs: costsOf([]) };

/** `2026-03` for a month, which the query has by its first day. */
function nameOf({ dimension, value }: Row): string {
  return dimension === 'month' ? String(value).slice(0, 7) : String(value);
}

/** Leads by dimension, value and age. */
function groupedLeads(period: Period | null): Sql {
  const by = (dimension: string, value: Sql, ...keys: readonly Sql[]): Sql => sql`
    select ${dimension} as dimension, ${value} as value, age_days, ${countedOutcomes}, ${countedCosts}
    from lead_course
    where ${inPeriod(sql`created_at`, period)}
    group by ${join([...keys, sql`age_days`])}`;
  const parts = leadDimensions.map((dimension) => by(dimension, valueOf(dimension), valueOf(dimension)));
  return sql`
    with counted as (${join([by(allLeads, sql`''`), ...parts], ' union all ')}),
    long as (select dimension, value, age_days, leads, converted, lost, timed_lost, ${wholeCosts} from counted),
    listed as (select dimension, value from long group by dimension, value),
    sizes as (select dimension, count(*) as groups from listed group by dimension)
    select long.*
    from long
    join sizes on sizes.dimension = long.dimension
    where long.dimension = ${allLeads} or sizes.groups between 2 and ${mostValues}
    order by long.dimension, long.value, long.age_days`;
}

function valueOf(dimension: LeadDimension): Sql {
  return dimension === 'month'
    ? sql`coalesce(cast(cast(date_trunc('month', created_at::timestamp) as date) as varchar), '')`
    : sql`coalesce(${identifier(dimension)}, '')`;
}
