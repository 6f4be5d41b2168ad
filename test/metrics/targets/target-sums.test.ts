import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { type PlannedTarget, sumGroups } from '../../../src/metrics/targets/parts/sum-groups.ts';
import { rowsOf } from '../run.ts';

const month = { period_start: '2026-01-01', period_end: '2026-01-31', metric: 'revenue' };
const reps = [
  { rep_id: '1', name: 'Amy', team: 'North', manager: 'Max' },
  { rep_id: '2', name: 'Jae', team: 'North', manager: 'Max' },
  { rep_id: '3', name: 'Max', team: 'North' },
];

async function sums(targets: readonly Row[]): Promise<Row[]> {
  return rowsOf('target_sums', { targets: targets.map((row) => ({ ...month, ...row })), reps });
}

const company = { level: 'company', owner: 'Acme', value: 100 };
const amy = { owner: 'Amy', value: 60.1, parent: 'Acme' };
const jae = { owner: 'Jae', value: 39.9, parent: 'Acme' };

describe('target_sums', () => {
  it('adds the parts exactly and compares them with the target above', async () => {
    expect(await sums([company, amy, jae])).toMatchObject([
      { kind: 'owners', owner: 'Acme', children: 2, children_sum: 100, parent_value: 100, gap: 0, verdict: 'adds_up', left_out: 0 },
    ]);
    expect(await sums([company, amy, { ...jae, value: 39.89 }])).toMatchObject([{ gap: -0.01, verdict: 'short' }]);
    expect(await sums([company, amy, { ...jae, value: 50 }])).toMatchObject([{ gap: 10.1, verdict: 'over' }]);
  });

  it('does not add the row of a manager to those of the reps beside it', async () => {
    expect(await sums([company, amy, jae, { owner: 'Max', value: 100, parent: 'Acme' }])).toMatchObject([
      { children: 2, children_sum: 100, gap: 0, verdict: 'adds_up', left_out: 1, left_out_sum: 100 },
    ]);
  });

  it('finds the manager and the company above where no parent is named', async () => {
    const rows = await sums([company, { owner: 'Max', value: 100 }, { owner: 'Amy', value: 60 }, { owner: 'Jae', value: 39 }]);
    expect(rows.map(({ owner, children_sum: sum, gap }) => [owner, sum, gap])).toEqual([
      ['Acme', 100, 0],
      ['Max', 99, -1],
    ]);
  });

  it('says which parents have no target, and which values are blank', async () => {
    expect(await sums([amy, jae])).toMatchObject([
      { owner: 'Acme', target_order: null, parent_value: null, gap: null, verdict: 'parent_missing' },
    ]);
    expect(await sums([company, amy, { ...jae, value: null }])).toMatchObject([{ gap: null, verdict: 'blank' }]);
  });

  it('compares months with their year, where they fill it', async () => {
    const year = { ...company, period_start: '2026-01-01', period_end: '2026-12-31', value: 1200 };
    const months = Array.from({ length: 12 }, (_, index) => {
      const from = `2026-${String(index + 1).padStart(2, '0')}-01`;
      return { ...company, period_start: from, period_end: new Date(Date.UTC(2026, index + 1, 0)).toISOString().slice(0, 10) };
    });
    expect(await sums([year, ...months])).toMatchObject([{ kind: 'periods', children: 12, gap: 0, verdict: 'adds_up' }]);
    expect(await sums([year, ...months.slice(1)])).toMatchObject([{ kind: 'periods', children: 11, verdict: 'incomplete' }]);
  });

  it('keeps the splits by products and by reps apart, and adds no rates', async () => {
    const lens = { level: 'product', owner: 'Lens', value: 90, parent: 'Acme' };
    expect((await sums([company, amy, jae, lens])).map(({ dimension, gap }) => [dimension, gap])).toEqual([
      ['products', -10],
      ['organisation', 0],
    ]);
    expect(await sums([company, amy].map((row) => ({ ...row, metric: 'csat' })))).toEqual([]);
  });
});

interface Node {
  readonly value: number;
  readonly parts: readonly Node[];
}

const tree = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.integer({ min: -1_000_000, max: 100_000_000 }).map((cents): Node => ({ value: cents, parts: [] })),
    fc.array(tie('node'), { minLength: 1, maxLength: 4 }).map((parts): Node => ({
      value: parts.reduce((sum, part) => sum + part.value, 0),
      parts,
    })),
  ),
})).node;

/** The targets of a tree, in money of cents. */
function targetsOf(root: Node): PlannedTarget[] {
  const found: PlannedTarget[] = [];
  const add = ({ value, parts }: Node, owner: string, parent: string | null): void => {
    const more = {
      level: 'unknown',
      scope: 'unknown',
      key: null,
      team: null,
      manager: null,
      metric: 'revenue',
      slip: null,
      countedAs: 'revenue',
      ambition: 'base',
    } as const;
    found.push({ ...more, order: found.length + 1, owner, parent, from: '2026-01-01', to: '2026-03-31', value: value / 100 });
    for (const [index, part] of parts.entries()) add(part, `${owner}.${index}`, owner);
  };
  add(root, 'all', null);
  return found;
}

const gaps = (targets: readonly PlannedTarget[]) => sumGroups(targets, 0).filter(({ verdict }) => verdict !== 'adds_up');

describe('a tree of targets', () => {
  it('has no gap where the sums are exact, and exactly one where a leaf is changed', () => {
    fc.assert(
      fc.property(tree, fc.nat(), fc.integer({ min: 1, max: 1_000_000 }), (root, which, cents) => {
        const targets = targetsOf(root);
        expect(gaps(targets)).toEqual([]);
        const leaves = targets.filter(({ owner, parent }) => parent !== null && !targets.some((other) => other.parent === owner));
        fc.pre(leaves.length > 0);
        const leaf = leaves[which % leaves.length]!;
        const changed = targets.map((target) =>
          target === leaf ? { ...leaf, value: Math.round(leaf.value! * 100 + cents) / 100 } : target,
        );
        const [gap, ...others] = gaps(changed);
        expect(others).toEqual([]);
        expect([gap?.parent?.owner, gap?.gap]).toEqual([leaf.parent, cents / 100]);
      }),
    );
  });
});
