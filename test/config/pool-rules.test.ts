import { describe, expect, it } from 'vitest';
import { meantRule, readPoolRules } from '../../src/config/pool-rules.ts';

describe('rules of the pool', () => {
  it('are read by name, in any order, with commas of either language', () => {
    expect(readPoolRules('recycle_days=15')).toEqual({ recycle_days: 15 });
    expect(readPoolRules('holding_limit = 80，claim_ban_days=30, daily_quota=5')).toEqual({
      holding_limit: 80,
      claim_ban_days: 30,
      daily_quota: 5,
    });
  });

  it.each([
    '',
    'recycle_days',
    'recycle_days=',
    'recycle_days=0',
    'recycle_days=-1',
    'recycle_days=1.5',
    'recycle_days=99999',
    'days=3',
    'recycle_days=3,recycle_days=4',
    'recycle_days=3,',
  ])('are none in %j', (text) => {
    expect(readPoolRules(text)).toBeNull();
  });

  it('are guessed from a slip', () => {
    expect(meantRule('recycle_days=3,holdinglimit=4')).toEqual({
      en: 'holding_limit in place of holdinglimit',
      'zh-CN': 'holding_limit，而不是 holdinglimit',
    });
    expect(meantRule('unheard=3')).toBeNull();
    expect(meantRule('recycle_days=0')).toBeNull();
  });
});
