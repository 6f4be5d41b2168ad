import type { IsoDate } from '../../../lib/dates.ts';
import type { UnitRates } from '../../../stats/unit-rates/unit-rates.ts';
import { onceARun } from '../../once-a-run.ts';
import type { Read } from '../../read.ts';
import { type AllEvidence, type Evidence, evidenceOf, type Stratum, stratumKey, stratumOf } from './evidence.ts';
import { type Expected, prospectsOf } from './gains.ts';
import { chanceOf, type Kind, kindsOf } from './kinds.ts';
import { likelyRates } from './likely-rates.ts';
import { bestPlan, type Counts, countsOf, dealInTurn, inTurnPlan, type LeadKind, type Plan } from './plan.ts';
import { type ChanceWith, planOf, withoutReturns } from './returns.ts';
import { type AllocationTables, readAllocation } from './tables.ts';
import { eligibility, type RepTaker, type SkillRule, takersOf } from './takers.ts';
import { chanceAlike } from './tell-apart.ts';
import { type Flow, flowsOf } from './within-kinds.ts';

export interface AllocationSettings {
  readonly asOf: IsoDate | null;
  readonly uneven: number | null;
  readonly dailyQuota: number | null;
  readonly skills: readonly SkillRule[];
  /** Whether customers count towards a capacity beside what the pool hands out: not where it hands out customers. */
  readonly countsCustomers: boolean;
  /** Up to this share of the converted leads (and of the others) may lack a date. */
  readonly undatedLimit: number;
}

/**
 * Why leads are given out by strength (`strength`), or evenly: the evidence is too little (`too_few`), reps cannot be told apart (`alike`), what
 * strength would gain may be chance (`no_gain`), or strengths learned from older leads gained nothing on newer ones (`not_held`).
 */
export type AllocationReason = 'strength' | 'too_few' | 'alike' | 'no_gain' | 'not_held';

/** As things are; dealt out in turn; by strength. */
export type PlanName = 'today' | 'in_turn' | 'by_strength';

export interface ComparedPlan {
  readonly plan: PlanName;
  /** How many of the leads somebody has. */
  readonly leads: number;
  readonly expected: Expected;
  readonly moreThanInTurn: Expected;
  readonly moreThanToday: Expected;
}

export interface LeadAllocation {
  readonly reason: AllocationReason;
  /** That the reps who are given leads are alike; null where that cannot be told. */
  readonly alike: number | null;
  readonly measure: AllEvidence['measure'];
  readonly strata: readonly Stratum[];
  readonly evidence: Evidence;
  readonly rates: UnitRates;
  /** The rates that all that is expected goes by: those of each rep, or, where those who get leads cannot be told apart, the same for all of them. */
  readonly planned: UnitRates;
  readonly takers: readonly RepTaker[];
  readonly kinds: readonly Kind[];
  readonly plan: Plan;
  readonly flows: readonly Flow[];
  readonly plans: readonly ComparedPlan[];
  /** What giving out by strengths learned from older leads would gain against dealing in turn, by the rates of newer ones; null where unknown. */
  readonly heldOut: Expected | null;
}

const significant = 0.05;

/** Who should get which lead; null where there is no lead to give out, or nobody to give it to. */
export const openAllocation = onceARun(
  (settings: AllocationSettings) => JSON.stringify(settings),
  async (read: Read, settings): Promise<LeadAllocation | null> => {
    const tables = await readAllocation(read, settings.asOf);
    return allocate(tables, settings);
  },
);

async function allocate(tables: AllocationTables, settings: AllocationSettings): Promise<LeadAllocation | null> {
  const [strata, reps] = [strataOf(tables), repsOf(tables)];
  const takers = takersOf(reps, tables, settings);
  const takes = takers.flatMap(({ quota }, place) => (quota > 0 ? [place] : []));
  const evidence = evidenceOf(tables.evidence, { strata, reps, undatedLimit: settings.undatedLimit });
  const rates = likelyRates(strata, evidence.all);
  if (tables.leads.length === 0 || takes.length === 0 || rates === null) return null;
  const { kinds, classes } = kindsOf(tables.leads, { strata, rates: rates.strata, reps });
  const alike = chanceAlike(strata, evidence.all, takes);
  const apart = alike !== null && alike <= significant;
  const planned = apart ? rates : together(rates, takes, evidence.all);
  const open = withChances(kinds, takers, planned.means);
  const chanceWith: ChanceWith = (kind, rep) => open[kind]!.chances[rep] ?? null;
  const settled = (plan: Plan): Settled => {
    const flows = withoutReturns(flowsOf(classes, plan), chanceWith);
    return { flows, plan: planOf(flows, kinds.length, takers.length) };
  };
  const inTurn = settled(inTurnPlan(open, takers, dealInTurn(open, takers)));
  const byStrength = (from: UnitRates): Promise<Plan> => bestPlan(withChances(kinds, takers, from.means), takers, settings.uneven);
  const strong = apart ? settled(await byStrength(rates)) : null;
  const heldOut = strong === null ? null : await onNewerLeads(evidence, byStrength, { strata, kinds, inTurn: countsOf(inTurn.plan) });
  const plans = [
    { plan: 'today', counts: kinds.map(({ today }) => today) },
    { plan: 'in_turn', counts: countsOf(inTurn.plan) },
    ...(strong === null ? [] : ([{ plan: 'by_strength', counts: countsOf(strong.plan) }] as const)),
  ] as const;
  const prospects = prospectsOf(
    kinds,
    plans.map(({ counts }) => counts),
    planned,
  );
  const compared = plans.map(({ plan: name, counts }, place): ComparedPlan => ({
    plan: name,
    leads: counts.flat().reduce((sum, count) => sum + count, 0),
    expected: prospects.totals[place]!,
    moreThanInTurn: prospects.more(place, 1),
    moreThanToday: prospects.more(place, 0),
  }));
  const reason = reasonOf({ alike, gain: compared[2]?.moreThanInTurn ?? null, heldOut });
  const { plan, flows } = reason === 'strength' ? strong! : inTurn;
  return {
    reason,
    alike,
    measure: evidence.measure,
    strata,
    evidence: evidence.all,
    rates,
    planned,
    takers,
    kinds,
    plan,
    flows,
    plans: compared,
    heldOut,
  };
}

/** A plan, and which leads go to whom by it. */
interface Settled {
  readonly plan: Plan;
  readonly flows: readonly Flow[];
}

function strataOf({ leads, evidence }: AllocationTables): Stratum[] {
  const strata = new Map([...leads, ...evidence].map((row) => [stratumKey(stratumOf(row)), stratumOf(row)]));
  return [...strata].toSorted(byKey).map(([, stratum]) => stratum);
}

/** All who took leads, have some, or may get some. */
function repsOf({ leads, evidence, reps, listed }: AllocationTables): string[] {
  const named = [
    ...evidence.map(({ rep }) => rep),
    ...leads.flatMap(({ holder = null, last_rep: last = null }) => [holder, last].filter((rep) => rep !== null)),
    ...reps.map(({ rep }) => rep),
    ...listed.map(({ name }) => name),
  ];
  return [...new Set(named.map(String))].toSorted((one, other) => (one < other ? -1 : 1));
}

function byKey([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}

/** The rates, but for these reps in each stratum the one that they have together, by the leads that each took; each counts alike where none did. */
function together(rates: UnitRates, takes: readonly number[], evidence: Evidence): UnitRates {
  const isOne = new Set(takes);
  const even = (drawn: readonly (readonly number[])[]): number[][] =>
    drawn.map((own, stratum) => {
      const trials = takes.map((rep) => evidence[stratum]![rep]!.trials);
      const weights = trials.some((count) => count > 0) ? trials : takes.map(() => 1);
      const all = weights.reduce((sum, weight) => sum + weight, 0);
      const rate = takes.reduce((sum, rep, place) => sum + weights[place]! * own[rep]!, 0) / all;
      return own.map((each, rep) => (isOne.has(rep) ? rate : each));
    });
  return { strata: rates.strata, means: even(rates.means), draw: (random) => even(rates.draw(random)) };
}

function withChances(kinds: readonly Kind[], takers: readonly RepTaker[], rates: readonly (readonly number[])[]): LeadKind[] {
  const mayHave = eligibility(takers);
  return kinds.map((kind) => ({
    leads: kind.leads,
    held: kind.held,
    chances: takers.map((_, rep) => (mayHave(rep, kind) ? chanceOf(kind, rates[kind.stratum]![rep]!) : null)),
  }));
}

/** What strengths learned from older leads would gain by the rates of newer ones; null where either are too few to tell. */
async function onNewerLeads(
  { older, newer }: AllEvidence,
  byStrength: (from: UnitRates) => Promise<Plan>,
  { strata, kinds, inTurn }: { readonly strata: readonly Stratum[]; readonly kinds: readonly Kind[]; readonly inTurn: Counts },
): Promise<Expected | null> {
  const [learned, truth] = [likelyRates(strata, older), likelyRates(strata, newer)];
  if (learned === null || truth === null) return null;
  return prospectsOf(kinds, [inTurn, countsOf(await byStrength(learned))], truth).more(1, 0);
}

interface Found {
  readonly alike: number | null;
  /** Of the plan by strength against dealing in turn; null where there is none. */
  readonly gain: Expected | null;
  readonly heldOut: Expected | null;
}

function reasonOf({ alike, gain, heldOut }: Found): AllocationReason {
  if (alike === null) return 'too_few';
  if (gain === null) return 'alike';
  if (gain.low <= 0) return 'no_gain';
  return heldOut !== null && heldOut.value <= 0 ? 'not_held' : 'strength';
}
