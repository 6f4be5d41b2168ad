import { describe, expect, it } from 'vitest';
import { planOf, withoutReturns } from '../../../../src/forecast/leads/allocation/returns.ts';
import type { Flow, LeadClass } from '../../../../src/forecast/leads/allocation/within-kinds.ts';

const lead = (kind: number, rep: number | null, more: Partial<LeadClass> = {}): LeadClass => ({
  kind,
  rep,
  isHeld: false,
  mustMove: false,
  leads: 2,
  ...more,
});
const late = (kind: number, rep: number): LeadClass => lead(kind, rep, { isHeld: true, mustMove: true });
const flow = (of: LeadClass, to: number | null, leads = 2): Flow => ({ lead: of, to, leads });
const told = (flows: readonly Flow[]) => flows.map(({ lead: { kind, rep }, to, leads }) => [kind, rep, to, leads]);

describe('withoutReturns', () => {
  it('changes a lead that would go back for one of another kind, so that each rep has as many as before', () => {
    const flows = withoutReturns([flow(late(0, 0), 0), flow(lead(1, null), 1)], () => 0.1);
    expect(told(flows)).toEqual([
      [0, 0, 1, 2],
      [1, null, 0, 2],
    ]);
    expect(planOf(flows, 2, 2)).toEqual({
      stay: [
        [0, 0],
        [0, 0],
      ],
      get: [
        [0, 2],
        [2, 0],
      ],
    });
  });

  it('leaves it where nobody may have it, where the other had the other one, and what stays by right', () => {
    const noOther = [flow(late(0, 0), 0), flow(lead(1, null), 1)];
    expect(told(withoutReturns(noOther, (kind, rep) => (kind === 0 && rep === 1 ? null : 0.1)))).toEqual(told(noOther));
    const hers = [flow(late(0, 0), 0), flow(lead(1, 0), 1)];
    expect(told(withoutReturns(hers, () => 0.1))).toEqual(told(hers));
    const stays = [flow(late(0, 0), 0), flow(lead(1, 1, { isHeld: true }), 1)];
    expect(told(withoutReturns(stays, () => 0.1))).toEqual(told(stays));
    expect(planOf(stays, 2, 2).stay).toEqual([
      [2, 0],
      [0, 2],
    ]);
  });

  it('costs nothing but for leads that must leave', () => {
    const chance = (kind: number, rep: number): number => (kind === rep ? 0.3 : 0.1);
    expect(told(withoutReturns([flow(lead(0, 0), 0), flow(lead(1, null), 1)], chance))[0]).toEqual([0, 0, 0, 2]);
    expect(told(withoutReturns([flow(late(0, 0), 0), flow(lead(1, null), 1)], chance))[0]).toEqual([0, 0, 1, 2]);
  });
});
