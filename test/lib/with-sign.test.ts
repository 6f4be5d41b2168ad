import { describe, expect, it } from 'vitest';
import { isNothing, withSign } from '../../src/lib/with-sign.ts';

describe('withSign', () => {
  it('puts the sign before the size, and none before what is shown as 0', () => {
    expect([withSign(0.21, '21%'), withSign(-3, 'CNY 3'), withSign(-0.001, '0%'), withSign(0.2, 'CNY 0.0'), withSign(0, '0')]).toEqual([
      '+21%',
      '−CNY 3',
      '0%',
      'CNY 0.0',
      '0',
    ]);
  });

  it('knows what says nothing but 0', () => {
    expect(['0', '0.00', '0%', '10', '0.05'].map(isNothing)).toEqual([true, true, true, false, false]);
  });
});
