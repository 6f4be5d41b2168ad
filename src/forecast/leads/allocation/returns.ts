import type { Plan } from './plan.ts';
import type { Flow, LeadClass } from './within-kinds.ts';

/** Of leads of a kind: the chance that one converts with a rep; null for a rep who may not have it. */
export type ChanceWith = (kind: number, rep: number) => number | null;

/** Losses in expected conversions below this are those of rounding. */
const negligible = 1e-9;

/**
 * Flows of which no rep gets back what it had last, as far as two reps can change a lead each for it: each has as many as before. Leads that are
 * to leave who has them are changed whatever that costs in expected conversions, others only where it costs nothing.
 */
export function withoutReturns(flows: readonly Flow[], chanceWith: ChanceWith): Flow[] {
  const open: Open[] = flows.map((flow) => ({ ...flow }));
  for (const back of [...open].filter(isReturn)) {
    for (const other of open.slice()) {
      if (back.leads === 0) break;
      if (other.leads === 0 || !canChange(back, other, chanceWith)) continue;
      const leads = Math.min(back.leads, other.leads);
      back.leads -= leads;
      other.leads -= leads;
      open.push({ lead: back.lead, to: other.to, leads }, { lead: other.lead, to: back.to, leads });
    }
  }
  return merged(open.filter(({ leads }) => leads > 0));
}

/** What a rep keeps and newly gets, by these flows. */
export function planOf(flows: readonly Flow[], kinds: number, reps: number): Plan {
  const blank = (): number[][] => Array.from({ length: kinds }, () => Array.from({ length: reps }, () => 0));
  const [stay, get] = [blank(), blank()];
  for (const { lead, to, leads } of flows) if (to !== null) (staysWith(lead, to) ? stay : get)[lead.kind]![to]! += leads;
  return { stay, get };
}

interface Open extends Flow {
  leads: number;
}

function staysWith(lead: LeadClass, rep: number): boolean {
  return lead.isHeld && lead.rep === rep;
}

function isReturn({ lead, to }: Flow): boolean {
  return to !== null && lead.rep === to && (!lead.isHeld || lead.mustMove);
}

function canChange(back: Flow, other: Flow, chanceWith: ChanceWith): boolean {
  const [own, its] = [back.to!, other.to];
  if (its === null || its === own || other.lead.rep === own || (staysWith(other.lead, its) && !other.lead.mustMove)) return false;
  const [given, taken] = [chanceWith(back.lead.kind, its), chanceWith(other.lead.kind, own)];
  if (given === null || taken === null) return false;
  const loss = chanceWith(back.lead.kind, own)! + chanceWith(other.lead.kind, its)! - given - taken;
  return back.lead.mustMove || loss <= negligible;
}

/** One flow for each class and rep, in the order in which they first come. */
function merged(flows: readonly Flow[]): Flow[] {
  const byClass = new Map<LeadClass, Map<number | null, Flow>>();
  for (const flow of flows) {
    const own = byClass.get(flow.lead) ?? new Map<number | null, Flow>();
    byClass.set(flow.lead, own.set(flow.to, { ...flow, leads: flow.leads + (own.get(flow.to)?.leads ?? 0) }));
  }
  return [...byClass.values()].flatMap((own) => [...own.values()]);
}
