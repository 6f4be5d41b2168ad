import type { Counts, Plan } from './plan.ts';

/** Leads of one kind that were with one rep last: with whom they are, or, of leads in the pool, who had them last. */
export interface LeadClass {
  readonly kind: number;
  /** The place of the rep; null: nobody. */
  readonly rep: number | null;
  /** Whether that rep has them now. */
  readonly isHeld: boolean;
  /** Whether they are to leave who has them, unless there is no other way. */
  readonly mustMove: boolean;
  readonly leads: number;
}

/** Leads of a class that go to a rep; null: to nobody. */
export interface Flow {
  readonly lead: LeadClass;
  readonly to: number | null;
  readonly leads: number;
}

/**
 * Which leads of each kind go to whom, by the counts of a plan: those that stay, stay; of the others no rep gets back what it had last, unless
 * there is no other way. What is left goes to nobody. Flows of a class in the order in which its leads are to be taken.
 */
export function flowsOf(classes: readonly LeadClass[], { stay, get }: Plan): Flow[] {
  return stay.flatMap((_, kind) => {
    const own = classes.filter((lead) => lead.kind === kind);
    const staying = own.flatMap((lead): Flow[] => {
      const leads = lead.isHeld && !lead.mustMove && lead.rep !== null ? Math.min(lead.leads, stay[kind]![lead.rep]!) : 0;
      return leads > 0 ? [{ lead, to: lead.rep, leads }] : [];
    });
    const staysOf = (lead: LeadClass): number => staying.find((flow) => flow.lead === lead)?.leads ?? 0;
    return [...staying, ...dealt(own, staysOf, get, kind)];
  });
}

interface Supply {
  readonly lead: LeadClass;
  left: number;
}

function dealt(own: readonly LeadClass[], staysOf: (lead: LeadClass) => number, get: Counts, kind: number): Flow[] {
  const supplies = own.map((lead): Supply => ({ lead, left: lead.leads - staysOf(lead) }));
  const wanted = [...get[kind]!];
  /** Leads left that each rep had last. */
  const had = wanted.map((_, rep) => supplies.reduce((sum, { lead, left }) => (lead.rep === rep ? sum + left : sum), 0));
  const flows: Flow[] = [];
  for (let rep = tightest(wanted, had); rep !== -1; rep = tightest(wanted, had)) {
    const supply = fullest(supplies, rep, wanted);
    if (supply === null) break;
    // Halves, so that the next choice sees who has become hard to serve.
    const leads = Math.max(1, Math.floor(Math.min(supply.left, wanted[rep]!) / 2));
    supply.left -= leads;
    wanted[rep]! -= leads;
    if (supply.lead.rep !== null) had[supply.lead.rep]! -= leads;
    flows.push({ lead: supply.lead, to: rep, leads });
  }
  for (const { lead, left } of supplies) if (left > 0) flows.push({ lead, to: null, leads: left });
  return merged(flows);
}

/** The rep who is the hardest to serve: wants many, and had many of those that are left; −1 where nobody wants any. */
function tightest(wanted: readonly number[], had: readonly number[]): number {
  return firstBest(wanted.length, (rep) => (wanted[rep]! > 0 ? wanted[rep]! + had[rep]! : null));
}

/** Leads that this rep did not have last, first of whoever has the most of them to get rid of; its own where there are no others. */
function fullest(supplies: readonly Supply[], rep: number, wanted: readonly number[]): Supply | null {
  const pressure = ({ lead, left }: Supply): number => left + (lead.rep === null ? 0 : wanted[lead.rep]!);
  const among = (isFit: (lead: LeadClass) => boolean): number =>
    firstBest(supplies.length, (place) => {
      const supply = supplies[place]!;
      return supply.left > 0 && isFit(supply.lead) ? pressure(supply) : null;
    });
  const other = among((lead) => lead.rep !== rep);
  const place = other === -1 ? among(() => true) : other;
  return supplies[place] ?? null;
}

/** The first place with the highest measure; −1 where none has one. */
function firstBest(places: number, measure: (place: number) => number | null): number {
  let [found, highest] = [-1, -Infinity];
  for (let place = 0; place < places; place += 1) {
    const value = measure(place);
    if (value !== null && value > highest) [found, highest] = [place, value];
  }
  return found;
}

/** One flow for each class and rep. */
function merged(flows: readonly Flow[]): Flow[] {
  const sums = new Map<string, Flow>();
  for (const flow of flows) {
    const key = JSON.stringify([flow.lead.isHeld, flow.lead.mustMove, flow.lead.rep, flow.to]);
    sums.set(key, { ...flow, leads: flow.leads + (sums.get(key)?.leads ?? 0) });
  }
  return [...sums.values()];
}
