import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../src/lib/random.ts';
import { compareGroups } from '../../../../src/metrics/leads/parts/compare-groups.ts';
import type { LeadGroup } from '../../../../src/metrics/leads/parts/lead-groups.ts';
import { addUp, conversionCurve } from '../../../../src/metrics/leads/parts/timed-outcomes.ts';
import { incidenceAt } from '../../../../src/stats/survival/aalen-johansen.ts';
import { type Rates, simulatedLeads, trueIncidence } from './simulated-leads.ts';

const usual: Rates = { conversion: 0.004, loss: 0.008 };

describe('groups of leads whose true conversion is known', { tags: ['slow'] }, () => {
  const random = createRandom(2, 'groups of leads');

  it('have intervals that hold the true share in 93 to 97% of runs', () => {
    const truth = trueIncidence(usual, 60);
    const runs = 500;
    const held = Array.from({ length: runs }, () => incidenceAt(conversionCurve(simulatedLeads(150, usual, 150, random))!, 60)!).filter(
      ({ interval }) => interval.low <= truth && truth <= interval.high,
    ).length;
    expect(held / runs).toBeGreaterThan(0.93);
    expect(held / runs).toBeLessThan(0.97);
  });

  /** Young groups beside old ones, which alone is no reason to differ. */
  const alike = (): LeadGroup[] =>
    Array.from({ length: 5 }, (_, index) => ({
      dimension: 'source',
      value: String(index),
      outcomes: simulatedLeads(40 + 30 * index, usual, index % 2 === 0 ? 80 : 160, random),
    }));

  it('are called different in at most 5% of runs where all are alike', () => {
    const runs = 80;
    const found = Array.from({ length: runs }, alike).filter((groups) =>
      compareGroups(addUp(groups.map(({ outcomes }) => outcomes)), groups, 60).some(
        ({ verdict }) => verdict === 'above' || verdict === 'below',
      ),
    ).length;
    expect(found / runs).toBeLessThan(0.05 + 2 * Math.sqrt((0.05 * 0.95) / runs));
  });

  it('are found where one converts a third', () => {
    const few = simulatedLeads(300, { conversion: 0.0013, loss: 0.0107 }, 400, random);
    const groups = [...alike(), { dimension: 'source', value: 'slow', outcomes: few }];
    const compared = compareGroups(addUp(groups.map(({ outcomes }) => outcomes)), groups, 60);
    expect(compared.map(({ verdict }) => verdict).at(-1)).toBe('below');
  });
});
