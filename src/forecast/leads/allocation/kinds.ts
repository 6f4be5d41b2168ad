import type { Cell, Row } from '../../../lib/rows.ts';
import { logOddsOf, rateAt } from '../../../stats/unit-rates/grid.ts';
import { type Stratum, stratumKey, stratumOf } from './evidence.ts';
import type { LeadClass } from './within-kinds.ts';

/** Leads that are alike for whoever may get them, whatever that rep's strength is. */
export interface Kind extends Stratum {
  /** Whose reps may get them; null: any. */
  readonly pool: string | null;
  readonly skills: number;
  /** Quarter of the chances to convert. */
  readonly band: number;
  readonly leads: number;
  /** Those that each rep has today, and those of them that may stay. */
  readonly today: readonly number[];
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

export interface StrataAndReps {
  readonly strata: readonly Stratum[];
  /** What all reps convert of each stratum. */
  readonly rates: readonly number[];
  readonly reps: readonly string[];
}

/** Of the rows of allocation_leads, grouped: the kinds with the best chances first, where those are equal by their names. */
export function kindsOf(rows: readonly Row[], { strata, rates, reps }: StrataAndReps): KindsOfLeads {
  const places = new Map(strata.map((stratum, place) => [stratumKey(stratum), place]));
  const repPlaces = new Map(reps.map((rep, place) => [rep, place]));
  const chanceOfStratum = strata.map((stratum) => meanChance(rows.filter((row) => stratumKey(stratumOf(row)) === stratumKey(stratum))));
  const byKind = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify([row['band'], row['segment'], row['came_back'], row['age_band'], row['pool'] ?? null, row['skills']]);
    const of = byKind.get(key);
    if (of === undefined) byKind.set(key, [row]);
    else of.push(row);
  }
  const named = [...byKind].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const unordered = named.map(([, of]): { readonly of: readonly Row[]; readonly kind: Kind } => {
    const [first] = of;
    const stratum = places.get(stratumKey(stratumOf(first!)))!;
    const [own, all] = [meanChance(of), chanceOfStratum[stratum]!];
    const heldBy = (isCounted: (row: Row) => boolean): number[] => {
      const counts = reps.map(() => 0);
      for (const row of of)
        if (row['holder'] !== null && isCounted(row)) counts[repPlaces.get(String(row['holder']))!]! += Number(row['leads']);
      return counts;
    };
    const kind = {
      ...stratumOf(first!),
      pool: textOf(first!['pool']),
      skills: Number(first!['skills']),
      band: Number(first!['band']),
      leads: of.reduce((sum, { leads }) => sum + Number(leads), 0),
      today: heldBy(() => true),
      held: heldBy(({ must_move: mustMove }) => mustMove !== true),
      stratum,
      shift: own === null || all === null ? 0 : logOddsOf(own) - logOddsOf(all),
    };
    return { of, kind };
  });
  const ordered = unordered.toSorted(
    (one, other) => chanceOf(other.kind, rates[other.kind.stratum]!) - chanceOf(one.kind, rates[one.kind.stratum]!),
  );
  const classes = ordered.flatMap(({ of }, kind) =>
    of
      .map((row): LeadClass => {
        const [holder, last] = [textOf(row['holder']), textOf(row['last_rep'])];
        const rep = holder ?? last;
        return {
          kind,
          rep: rep === null ? null : (repPlaces.get(rep) ?? null),
          isHeld: holder !== null,
          mustMove: row['must_move'] === true,
          leads: Number(row['leads']),
        };
      })
      .toSorted((one, other) => Number(other.isHeld) - Number(one.isHeld) || (one.rep ?? Infinity) - (other.rep ?? Infinity)),
  );
  return { kinds: ordered.map(({ kind }) => kind), classes };
}

/** The chance that a lead of the kind converts, with a rep whose rate in its stratum is this one. */
export function chanceOf({ shift }: Kind, rate: number): number {
  return shift === 0 ? rate : rateAt(logOddsOf(rate) + shift);
}

function textOf(cell: Cell = null): string | null {
  return cell === null ? null : String(cell);
}

/** Null where a lead has none. */
function meanChance(rows: readonly Row[]): number | null {
  const sum = (name: string): number => rows.reduce((so, row) => so + Number(row[name] ?? 0), 0);
  const leads = sum('leads');
  if (leads === 0 || sum('scored') < leads) return null;
  return Math.min(1 - nearest, Math.max(nearest, sum('chances') / million / leads));
}
