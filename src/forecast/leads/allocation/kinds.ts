import type { Row } from '../../../lib/rows.ts';
import { logOddsOf, rateAt } from '../../../stats/unit-rates/grid.ts';
import { type Stratum, stratumKey, stratumOf } from './evidence.ts';
import type { LeadClass } from './within-kinds.ts';

/** Leads that are alike for whoever may get them, whatever that rep's strength is. */
export interface Kind extends Stratum {
  readonly skills: number;
  /** Quarter of the chances to convert. */
  readonly band: number;
  readonly leads: number;
  readonly held: readonly number[];
  readonly stratum: number;
  /** What the chance of these leads adds to the log-odds of the average lead of the stratum. */
  readonly shift: number;
}

export interface KindsOfLeads {
  readonly kinds: readonly Kind[];
  readonly classes: readonly LeadClass[];
}

/** Chances are in millionths. */
const million = 1e6;
/** As near to 0 or 1 as a chance is taken for. */
const nearest = 1e-4;

/** Of the rows of allocation_leads, grouped: the kinds with the best chances first, where those are equal by their names. */
export function kindsOf(rows: readonly Row[], strata: readonly Stratum[], reps: readonly string[]): KindsOfLeads {
  const places = new Map(strata.map((stratum, place) => [stratumKey(stratum), place]));
  const repPlaces = new Map(reps.map((rep, place) => [rep, place]));
  const chanceOfStratum = strata.map((stratum) => meanChance(rows.filter((row) => stratumKey(stratumOf(row)) === stratumKey(stratum))));
  const byKind = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify([row['band'], row['segment'], row['came_back'], row['skills']]);
    byKind.set(key, [...(byKind.get(key) ?? []), row]);
  }
  const ordered = [...byKind].toSorted(([one, ofOne], [other, ofOther]) => bandOf(ofOther) - bandOf(ofOne) || (one < other ? -1 : 1));
  const kinds = ordered.map(([, of]): Kind => {
    const [first] = of;
    const stratum = places.get(stratumKey(stratumOf(first!)))!;
    const [own, all] = [meanChance(of), chanceOfStratum[stratum]!];
    const held = reps.map(() => 0);
    for (const { holder = null, leads } of of) if (holder !== null) held[repPlaces.get(String(holder))!]! += Number(leads);
    return {
      ...stratumOf(first!),
      skills: Number(first!['skills']),
      band: Number(first!['band']),
      leads: of.reduce((sum, { leads }) => sum + Number(leads), 0),
      held,
      stratum,
      shift: own === null || all === null ? 0 : logOddsOf(own) - logOddsOf(all),
    };
  });
  const classes = ordered.flatMap(([, of], kind) =>
    of
      .map(({ holder = null, last_rep: last = null, leads }): LeadClass => {
        const rep = holder ?? last;
        return { kind, rep: rep === null ? null : (repPlaces.get(String(rep)) ?? null), isHeld: holder !== null, leads: Number(leads) };
      })
      .toSorted((one, other) => Number(other.isHeld) - Number(one.isHeld) || (one.rep ?? Infinity) - (other.rep ?? Infinity)),
  );
  return { kinds, classes };
}

/** The chance that a lead of the kind converts, with a rep whose rate in its stratum is this one. */
export function chanceOf({ shift }: Kind, rate: number): number {
  return shift === 0 ? rate : rateAt(logOddsOf(rate) + shift);
}

function bandOf([row]: readonly Row[]): number {
  return Number(row!['band']);
}

/** Null where a lead has none. */
function meanChance(rows: readonly Row[]): number | null {
  const sum = (name: string): number => rows.reduce((so, row) => so + Number(row[name] ?? 0), 0);
  const leads = sum('leads');
  if (leads === 0 || sum('scored') < leads) return null;
  return Math.min(1 - nearest, Math.max(nearest, sum('chances') / million / leads));
}
