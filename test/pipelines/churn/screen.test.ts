import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { churnLists } from '../../../src/pipelines/churn/lists.ts';
import type { Result } from '../../../src/result/result.ts';
import { churnOf, demoFolder } from '../run-churn.ts';
import { table } from '../run-score.ts';

const everything = readdirSync(demoFolder).map((name) => demoFolder + name);

describe('the lists on a screen', () => {
  let whole: Result;
  let seen: Result;
  beforeAll(async () => {
    whole = await churnOf(everything);
    seen = await churnOf(everything, { screen: { limit: 5, sections: null, shows: 'all' } });
  }, 120_000);

  it.each(churnLists)('have the first rows with all that is said of them, and know how many there are: %s', (id) => {
    const [all, some] = [table(whole, id), table(seen, id)];
    expect(some.rows).toHaveLength(Math.min(5, all.rows.length));
    expect([...some.rows]).toEqual(all.rows.slice(0, 5));
    expect(some.columns).toEqual(all.columns);
    expect(some.total).toBe(all.rows.length);
  });

  it('differ in nothing else', () => {
    const others = (result: Result) => result.sections.filter(({ id }) => !churnLists.some((list) => list === id));
    expect(others(seen)).toEqual(others(whole));
  });
});
