import { describe, expect, it } from 'vitest';
import { tablesOver } from '../../src/cli/emit.ts';
import { resultOf } from '../report/naughty-strings.ts';

describe('the tables that are too long for a sheet', () => {
  const result = resultOf(['a', 'b', 'c']);
  const { id } = result.sections[0]!;

  it('are those with more rows than one is to have, of those that are wanted', () => {
    expect(tablesOver(result, {}, { limit: null, most: 2 })).toEqual([id]);
    expect(tablesOver(result, {}, { limit: null, most: 3 })).toEqual([]);
    expect(tablesOver(result, { section: [id] }, { limit: null, most: 2 })).toEqual([id]);
    expect(tablesOver(result, { where: [] }, { limit: null, most: 2 })).toEqual([id]);
  });

  it('are none where it is said how many rows there shall be', () => {
    expect(tablesOver(result, {}, { limit: 3, most: 2 })).toEqual([]);
  });
});
