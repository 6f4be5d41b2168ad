import { describe, expect, it } from 'vitest';
import { isMoneySaid } from '../../src/result/finding.ts';

describe('a message', () => {
  it('names the money in cents, in whole amounts, with marks or without', () => {
    expect(isMoneySaid('rows, 1447682.12 in all', 1_447_682.12)).toBe(true);
    expect(isMoneySaid('rows, 1,447,682 in all', -1_447_682.12)).toBe(true);
    expect(isMoneySaid('no customer', 1_447_682.12)).toBe(false);
  });
});
