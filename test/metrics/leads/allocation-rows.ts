import { addDays } from '../../../src/lib/dates.ts';
import type { Row } from '../../../src/lib/rows.ts';
import type { Leads } from './lead-rows.ts';

/** The day on which leads are given out. */
export const asOf = '2026-06-30';

const claimedOn = '2026-01-05';

export interface Taken {
  readonly rep: string;
  readonly industry: string;
  readonly converted: number;
  readonly lost: number;
  /** Of the first claims: later ones are newer. */
  readonly on?: string;
}

/** Leads that the rep claimed and called: converted after ten days, or judged invalid after five. */
export function taken({ rep, industry, converted, lost, on = claimedOn }: Taken): Leads {
  const ids = Array.from({ length: converted + lost }, (_, index) => `${rep} ${industry} ${on} ${index}`);
  return {
    leads: ids.map((lead_id, index) => ({
      lead_id,
      industry,
      created_at: `${on} 08:00:00`,
      status: index < converted ? 'converted' : 'invalid',
    })),
    pool_events: ids.flatMap((lead_id, index): Row[] => [
      { lead_id, event: 'claim', at: `${on} 09:00:00`, rep },
      { lead_id, event: 'contact', at: `${on} 15:00:00`, rep },
      index < converted
        ? { lead_id, event: 'convert', at: `${addDays(on, 10)} 09:00:00`, rep }
        : { lead_id, event: 'invalidate', at: `${addDays(on, 5)} 09:00:00`, rep },
    ]),
  };
}

/** As `taken`, of leads that were so many days old. */
export function takenAt({ age, ...taking }: Taken & { readonly age: number }): Leads {
  const { leads, pool_events } = taken({ ...taking, industry: `${taking.industry} ${age}` });
  const created = addDays(taking.on ?? claimedOn, -age);
  return { leads: leads.map((lead) => ({ ...lead, industry: taking.industry, created_at: `${created} 08:00:00` })), pool_events };
}

/** Open leads in the pool that nobody had. */
export function pooled(industry: string, count: number, days = 5): Leads {
  const at = `${addDays(asOf, -days)} 09:00:00`;
  const leads = Array.from({ length: count }, (_, index) => ({ lead_id: `pool ${industry} ${days} ${index}`, industry, created_at: at }));
  return { leads, pool_events: leads.map(({ lead_id }) => ({ lead_id, event: 'enter', at, rep: null })) };
}

/** Open leads that the rep claimed so long ago, and called only if that was yesterday. */
export function held(rep: string, industry: string, count: number, days: number): Leads {
  const on = addDays(asOf, -days);
  const ids = Array.from({ length: count }, (_, index) => `held ${rep} ${industry} ${days} ${index}`);
  return {
    leads: ids.map((lead_id) => ({ lead_id, industry, owner: rep, created_at: `${on} 08:00:00` })),
    pool_events: ids.flatMap((lead_id) => [
      { lead_id, event: 'claim', at: `${on} 09:00:00`, rep },
      ...(days === 1 ? [{ lead_id, event: 'contact', at: `${on} 15:00:00`, rep }] : []),
    ]),
  };
}

/** Two reps, each good at one industry, in both halves of the year, and ten leads of each industry to give out. */
export const specialists: readonly Leads[] = [
  ...['2026-01-05', '2026-03-02'].flatMap((on) => [
    taken({ rep: '甲', industry: '制造', converted: 20, lost: 30, on }),
    taken({ rep: '甲', industry: '零售', converted: 3, lost: 47, on }),
    taken({ rep: '乙', industry: '制造', converted: 3, lost: 47, on }),
    taken({ rep: '乙', industry: '零售', converted: 20, lost: 30, on }),
  ]),
  // They still take leads.
  held('甲', '制造', 1, 1),
  held('乙', '零售', 1, 1),
  pooled('制造', 10),
  pooled('零售', 10),
];

/** Three reps who are alike, and ten leads to give out. */
export const alike: readonly Leads[] = [
  ...['甲', '乙', '丙'].flatMap((rep) => [taken({ rep, industry: '制造', converted: 10, lost: 40 }), held(rep, '制造', 1, 1)]),
  pooled('制造', 10),
];
