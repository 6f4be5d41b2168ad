import type { Row } from '../../../src/lib/rows.ts';

/** So many deals of a rep, won and lost, all with these fields. */
export function decided(rep: string, counts: { readonly won: number; readonly lost: number }, fields: Row = {}): Row[] {
  return (['won', 'lost'] as const).flatMap((state) =>
    Array.from({ length: counts[state] }, (_, index) => ({
      opportunity_id: `${rep} ${Object.values(fields).join(' ')} ${state} ${index}`,
      rep,
      state,
      created_on: '2026-03-01',
      closed_on: '2026-03-11',
      ...fields,
    })),
  );
}

/** Ann wins from fairs, where the others do as everywhere. */
export const fairDeals: readonly Row[] = [
  ...decided('Ann', { won: 36, lost: 4 }, { source: 'fair' }),
  ...decided('Ann', { won: 8, lost: 32 }, { source: 'web' }),
  ...decided('Bob', { won: 20, lost: 20 }, { source: 'fair' }),
  ...decided('Bob', { won: 20, lost: 20 }, { source: 'web' }),
  ...decided('Cid', { won: 21, lost: 19 }, { source: 'fair' }),
  ...decided('Cid', { won: 19, lost: 21 }, { source: 'web' }),
];
