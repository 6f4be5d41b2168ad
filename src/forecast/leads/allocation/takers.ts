import type { AllocationTables } from './tables.ts';
import type { Taker } from './plan.ts';

/** A rule of skills: leads of a kind go to these reps, or to whoever is in these teams. */
export interface SkillRule {
  readonly reps?: readonly string[] | undefined;
  readonly teams?: readonly string[] | undefined;
}

/** What leads ask of who may have them. */
interface Asked {
  readonly skills: number;
  readonly pool: string | null;
}

/**
 * Who may have leads of a kind: whoever has the skills that they take, those that nobody has left out, and takes of their pool; of a pool of which
 * nobody who is given leads takes any, everybody.
 */
export function eligibility(takers: readonly RepTaker[]): (rep: number, asked: Asked) => boolean {
  // A rule that nobody meets holds for nobody: else its leads would lie.
  const met = takers.reduce((all, { skills }) => all | skills, 0);
  const served = new Set(takers.flatMap(({ quota, pools }) => (quota > 0 ? [...(pools ?? [])] : [])));
  return (rep, { skills, pool }) => {
    const taker = takers[rep]!;
    return (skills & met & ~taker.skills) === 0 && (pool === null || !served.has(pool) || taker.pools === null || taker.pools.has(pool));
  };
}

export type TakerState = 'gets' | 'capped' | 'not_active';

/** A rep with what the files say of how many leads the rep may have. */
export interface RepTaker extends Taker {
  readonly rep: string;
  /** Whether the rep is given leads; a capped one works first what is in hand, one not active took none lately and has none. */
  readonly state: TakerState;
  /** Open leads in hand, those that may be given to others included. */
  readonly held: number;
  /** Of them those that may be given to others. */
  readonly movable: number;
  /** Customers that count towards the limit; null where they do not. */
  readonly customers: number | null;
  /** Null without a limit. */
  readonly limit: number | null;
  /** The rules of skills that the rep meets, as a sum of powers of two. */
  readonly skills: number;
  /** Pools of which the rep may get leads; null: any. */
  readonly pools: ReadonlySet<string> | null;
}

interface TakerSettings {
  readonly dailyQuota: number | null;
  readonly skills: readonly SkillRule[];
  readonly countsCustomers: boolean;
}

/** The reps in the order given, and what they may be given. */
export function takersOf(
  reps: readonly string[],
  tables: AllocationTables,
  { dailyQuota, skills, countsCustomers }: TakerSettings,
): RepTaker[] {
  const known = new Map(tables.reps.map((row) => [String(row['rep']), row]));
  const listed = new Map(tables.listed.map((row) => [String(row['name']), row]));
  const isList = reps.some((rep) => listed.has(rep));
  return reps.map((rep) => {
    const [own, onList] = [known.get(rep), listed.get(rep)];
    const [held, capacity] = [Number(own?.['held'] ?? 0), onList?.['capacity'] ?? null];
    const limit = capacity ?? own?.['holding_limit'] ?? null;
    const customers = capacity === null || !countsCustomers ? null : (tables.customers.get(rep) ?? 0);
    const movable = tables.leads.reduce((sum, row) => (row['holder'] === rep ? sum + Number(row['leads']) : sum), 0);
    const isActive = (!isList || onList !== undefined) && (tables.recent.has(rep) || held > 0 || capacity !== null);
    const state = !isActive ? 'not_active' : tables.capped.has(rep) ? 'capped' : 'gets';
    const free = limit === null ? Infinity : Math.max(0, Number(limit) - (held - movable) - (customers ?? 0));
    return {
      rep,
      state,
      held,
      movable,
      customers,
      limit: limit === null ? null : Number(limit),
      room: state === 'not_active' ? 0 : free,
      quota: state === 'gets' ? (dailyQuota ?? Infinity) : 0,
      pools: tables.pools.get(rep) ?? null,
      skills: skillsOf(rep, String(onList?.['team'] ?? ''), skills),
    };
  });
}

function skillsOf(rep: string, team: string, rules: readonly SkillRule[]): number {
  return rules.reduce((sum, { reps = [], teams = [] }, index) => sum + (reps.includes(rep) || teams.includes(team) ? 2 ** index : 0), 0);
}
