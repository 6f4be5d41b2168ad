import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sql } from '../../src/engine/sql.ts';
import { CrmEvalError } from '../../src/errors.ts';
import { both } from '../../src/lib/localized.ts';
import { type AnyMetric, defineMetric } from '../../src/metrics/define.ts';
import { inLanes } from '../../src/metrics/lanes.ts';

const plain = {
  question: both('?', '？'),
  grain: [],
  columns: {},
  requires: [],
  source: '',
  parameters: z.object({}),
};

function metric(id: string, kind: 'sql' | 'program', ...uses: string[]): AnyMetric {
  return defineMetric(kind === 'sql' ? { ...plain, id, uses, sql: () => sql`select 1` } : { ...plain, id, uses, compute: async () => [] });
}

function dataError(message: string): CrmEvalError {
  return new CrmEvalError('parameter-invalid', 'usage', both(message, message));
}

/** What was begun and ended, in that order; of some of them how long they take, and of some the error. */
async function traced(
  metrics: readonly AnyMetric[],
  { slow = [], failing = {} }: { readonly slow?: readonly string[]; readonly failing?: Readonly<Record<string, Error>> } = {},
): Promise<{ events: string[]; error: unknown }> {
  const events: string[] = [];
  const done = inLanes(metrics, async ({ id }) => {
    events.push(`${id} begins`);
    await wait(slow.includes(id) ? 20 : 0);
    events.push(`${id} ends`);
    if (failing[id] !== undefined) throw failing[id];
  });
  return {
    error: await done.then(
      () => null,
      (error: unknown) => error,
    ),
    events,
  };
}

describe('metrics in lanes', () => {
  it('are made one of each kind at a time, each behind what it uses', async () => {
    const metrics = [
      metric('a', 'sql'),
      metric('b', 'program', 'a'),
      metric('c', 'sql', 'b'),
      metric('d', 'sql', 'elsewhere'),
      metric('e', 'program'),
    ];
    const { events, error } = await traced(metrics, { slow: ['b'] });
    expect(error).toBeNull();
    expect(events.filter((event) => event.endsWith('begins'))).toEqual(['a', 'e', 'd', 'b', 'c'].map((id) => `${id} begins`));
    // While the program computes b, the engine goes on with d, and not with c, which waits for b.
    expect(events.indexOf('d ends')).toBeLessThan(events.indexOf('b ends'));
    expect(events.indexOf('c begins')).toBeGreaterThan(events.indexOf('b ends'));
  });

  it('make nothing more where the engine fails, and wait for what goes on', async () => {
    const failing = { b: new Error('no memory') };
    const { events, error } = await traced([metric('a', 'program'), metric('b', 'sql'), metric('c', 'sql')], { slow: ['a'], failing });
    expect(error).toBe(failing.b);
    expect(events).toContain('a ends');
    expect(events).not.toContain('c begins');
  });

  it('fail as if they were made one after the other where the data are at fault, whichever is found first', async () => {
    const failing = { b: dataError('b'), c: dataError('c') };
    const metrics = [metric('a', 'program'), metric('b', 'program', 'a'), metric('c', 'sql'), metric('d', 'program')];
    const { events, error } = await traced(metrics, { slow: ['a'], failing });
    expect(events.indexOf('c ends')).toBeLessThan(events.indexOf('b begins'));
    expect(error).toBe(failing.b);
    expect(events).not.toContain('d begins');
  });
});
