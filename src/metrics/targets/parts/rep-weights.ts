import { sql } from '../../../engine/sql.ts';
import { addMonths, addDays, daysBetween, type IsoDate } from '../../../lib/dates.ts';
import { basesOf } from './bases.ts';
import { lastYearOf } from './history.ts';
import { type OwnerWeight, sharesOf, type WeightSources } from './owner-weight.ts';

interface Rep {
  readonly rep: string;
  readonly team: string | null;
  readonly joined_on: IsoDate | null;
  readonly is_listed: boolean;
  readonly leads: boolean;
  readonly last_on: IsoDate | null;
  readonly capacity: number | null;
  readonly potential: number | null;
  readonly customers: number;
}

/** A sale so many days after joining tells something of a year. */
const tellingDays = 90;
const daysOfYear = 365;

/** What the share of each rep rests on; who has left, or only leads others, gets none. */
export async function repWeights(sources: WeightSources): Promise<OwnerWeight[]> {
  const { split, history } = sources;
  const reps = (await readReps(sources)).map((rep) => ({
    ...rep,
    lastValue: lastYearOf(history?.of('rep', rep.rep) ?? []),
    state: stateOf(rep, sources),
  }));
  const getting = reps.filter(({ state }) => state === 'gets');
  const histories = historyValues(getting, sources);
  const capacities = withMean(getting.map(({ capacity }) => capacity));
  const potentials = getting.map(({ potential }) => potential);
  const shares = { history: sharesOf(histories), potential: sharesOf(potentials), capacity: sharesOf(capacities) };
  const bases = [...basesOf(split)].filter(([basis]) => basis === 'equal' || shares[basis].some((share) => share !== null));
  const weight = bases.reduce((sum, [, each]) => sum + each, 0);
  const blended = getting.map((_, index) =>
    bases.length === 0
      ? 1 / getting.length
      : bases.reduce(
          (sum, [basis, each]) => sum + (each / weight) * (basis === 'equal' ? 1 / getting.length : (shares[basis][index] ?? 0)),
          0,
        ),
  );
  return reps.map((rep): OwnerWeight => {
    const index = getting.indexOf(rep);
    return {
      level: 'rep',
      owner: rep.rep,
      name: rep.rep,
      parent: rep.team,
      state: rep.state,
      joined_on: rep.joined_on,
      last_on: rep.last_on,
      last_value: rep.lastValue,
      history: histories[index] ?? null,
      potential: potentials[index] ?? null,
      capacity: capacities[index] ?? null,
      customers: rep.customers,
      history_share: shares.history[index] ?? null,
      potential_share: shares.potential[index] ?? null,
      capacity_share: shares.capacity[index] ?? null,
      share: blended[index] ?? null,
    };
  });
}

async function readReps({ read }: WeightSources): Promise<Rep[]> {
  const rows = await read(sql`
    with people as (
      select rep, max(team) as team, max(joined_on) as joined_on, max(case when is_listed then 1 else 0 end) as listed
      from rep_names group by rep
    ),
    heads as (select manager as rep, count(*) as reports from rep_names where manager is not null group by manager),
    sales as (select rep, max(day) as last_on from sales_days where rep <> '' group by rep),
    capacities as (select coalesce(name, rep_id, other_id) as rep, max(capacity) as capacity from reps group by coalesce(name, rep_id, other_id)),
    books as (
      select rep, sum(yearly_potential) as potential, count(*) as customers from customer_potential where rep is not null group by rep
    )
    select
      people.rep, people.team, people.joined_on, people.listed, heads.reports, sales.last_on, capacities.capacity, books.potential, books.customers
    from people
    left join heads on heads.rep = people.rep
    left join sales on sales.rep = people.rep
    left join capacities on capacities.rep = people.rep
    left join books on books.rep = people.rep
    order by people.rep`);
  return rows.map((row) => ({
    rep: String(row['rep']),
    team: row['team'] as string | null,
    joined_on: row['joined_on'] as IsoDate | null,
    is_listed: row['listed'] === 1,
    leads: row['reports'] !== null,
    last_on: row['last_on'] as IsoDate | null,
    capacity: row['capacity'] as number | null,
    potential: row['potential'] as number | null,
    customers: Number(row['customers'] ?? 0),
  }));
}

function stateOf(rep: Rep, { asOf, split }: WeightSources): OwnerWeight['state'] {
  if (rep.leads && rep.last_on === null && rep.customers === 0) return 'leads';
  const since = addDays(addMonths(asOf, -split.left_months), 1);
  return rep.is_listed || (rep.last_on !== null && rep.last_on >= since) ? 'gets' : 'left';
}

type Getting = Rep & { readonly lastValue: number };

/** Of who joined within the last twelve months what a full year would be; of who joined just now the mean of the team, else of all. */
function historyValues(reps: readonly Getting[], { history }: WeightSources): (number | null)[] {
  const own = reps.map((rep) => ownHistory(rep, history?.to ?? null));
  const mean = (values: readonly (number | null)[]): number | null => {
    const known = values.filter((value) => value !== null);
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
  };
  return own.map((value, index) => value ?? mean(own.filter((_, other) => reps[other]!.team === reps[index]!.team)) ?? mean(own));
}

function ownHistory({ joined_on: joined, lastValue }: Getting, to: IsoDate | null): number | null {
  if (to === null) return null;
  const days = joined === null ? daysOfYear : daysBetween(joined, to);
  if (days < tellingDays) return null;
  return Math.max(0, days < daysOfYear ? (lastValue * daysOfYear) / days : lastValue);
}

/** Who has none counts as the mean of the others; null where nobody has one. */
function withMean(values: readonly (number | null)[]): (number | null)[] {
  const known = values.filter((value) => value !== null);
  const mean = known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
  return values.map((value) => value ?? mean);
}
