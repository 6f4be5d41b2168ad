import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../src/lib/random.ts';
import { compareReps } from '../../../../src/metrics/leads/parts/compare-reps.ts';
import { type Rates, simulatedLeads } from './simulated-leads.ts';

const usual: Rates = { conversion: 0.004, loss: 0.012 };

describe('reps whose true conversion is known', { tags: ['slow'] }, () => {
  it('are called different in at most 5% of runs where all are alike', () => {
    const random = createRandom(3, 'alike reps');
    const runs = 70;
    let found = 0;
    for (let run = 0; run < runs; run += 1) {
      const reps = Array.from({ length: 8 }, (_, index) => ({
        rep: String(index),
        outcomes: simulatedLeads(20 + 12 * index, usual, 200, random),
      }));
      if (compareReps(reps, 60, 10).reps.some(({ verdict }) => verdict === 'above' || verdict === 'below')) found += 1;
    }
    expect(found / runs).toBeLessThan(0.05 + 2 * Math.sqrt((0.05 * 0.95) / runs));
  });

  it('are found where one of them converts a fifth, and the others are not called different for it', () => {
    const random = createRandom(4, 'hoarder');
    const runs = 15;
    let found = 0;
    let falsely = 0;
    for (let run = 0; run < runs; run += 1) {
      const reps = Array.from({ length: 8 }, (_, index) => ({
        rep: String(index),
        outcomes: simulatedLeads(index === 0 ? 250 : 80, index === 0 ? { conversion: 0.0008, loss: 0.0152 } : usual, 200, random),
      }));
      const [hoarder, ...others] = compareReps(reps, 60, 10).reps;
      if (hoarder!.verdict === 'below') found += 1;
      if (others.some(({ verdict }) => verdict === 'above' || verdict === 'below')) falsely += 1;
    }
    expect(found / runs).toBeGreaterThan(0.9);
    expect(falsely).toBeLessThanOrEqual(2);
  });
});
