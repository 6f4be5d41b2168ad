import { array, assert, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flowsOf, type LeadClass } from '../../../../src/forecast/leads/allocation/within-kinds.ts';

const leads = (rep: number | null, count: number, isHeld = false): LeadClass => ({ kind: 0, rep, isHeld, mustMove: false, leads: count });

describe('flowsOf', () => {
  it('gives nobody back what it had last, where there is another way', () => {
    // The first had 3 and gets 3, the second had 3 and gets 3: they change.
    const classes = [leads(0, 3), leads(1, 3)];
    const flows = flowsOf(classes, { stay: [[0, 0]], get: [[3, 3]] });
    expect(flows.map(({ lead, to, leads: count }) => [lead.rep, to, count])).toEqual(
      expect.arrayContaining([
        [0, 1, 3],
        [1, 0, 3],
      ]),
    );
  });

  it('lets those stay that stay, and leaves over what nobody gets', () => {
    const classes = [leads(0, 4, true), leads(null, 5)];
    const flows = flowsOf(classes, { stay: [[3, 0]], get: [[0, 4]] });
    const sums = flows.map(({ lead, to, leads: count }) => `${lead.rep}→${to}: ${count}`).toSorted();
    expect(sums[0]).toBe('0→0: 3');
    expect(flows.filter(({ to }) => to === 1).reduce((sum, flow) => sum + flow.leads, 0)).toBe(4);
    expect(flows.filter(({ to }) => to === null).reduce((sum, flow) => sum + flow.leads, 0)).toBe(2);
  });

  it('gives each rep what the plan says, each lead once, and back only as many as cannot go elsewhere', () => {
    const problem = record({
      last: array(integer({ min: 0, max: 6 }), { minLength: 4, maxLength: 4 }),
      free: integer({ min: 0, max: 4 }),
      get: array(integer({ min: 0, max: 6 }), { minLength: 4, maxLength: 4 }),
    });
    assert(
      property(problem, ({ last, free, get: wishes }) => {
        const classes = [...last.map((count, rep) => leads(rep, count)), leads(null, free)];
        const total = classes.reduce((sum, each) => sum + each.leads, 0);
        let left = total;
        const get = wishes.map((wish) => {
          const given = Math.min(wish, left);
          left -= given;
          return given;
        });
        const flows = flowsOf(classes, { stay: [[0, 0, 0, 0]], get: [get] });
        for (const each of classes)
          expect(flows.filter(({ lead }) => lead === each).reduce((sum, flow) => sum + flow.leads, 0)).toBe(each.leads);
        for (const [rep, count] of get.entries())
          expect(flows.filter(({ to }) => to === rep).reduce((sum, flow) => sum + flow.leads, 0)).toBe(count);
        const back = flows.filter(({ lead, to }) => to !== null && lead.rep === to).reduce((sum, flow) => sum + flow.leads, 0);
        // Of what a rep gets, as many as all the others' leads do not cover.
        const least = get.map((count, rep) => Math.max(0, count - (total - last[rep]!)));
        expect(back).toBe(Math.max(0, ...least));
      }),
      { numRuns: 400 },
    );
  });
});
