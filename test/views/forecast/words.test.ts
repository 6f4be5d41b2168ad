import { describe, expect, it } from 'vitest';
import { contenders } from '../../../src/forecast/churn/contenders.ts';
import { purchaseModels } from '../../../src/forecast/purchases/models.ts';
import { contenderTitle, fewest, methodTitle, modelName } from '../../../src/views/forecast/words.ts';

describe('the words of forecasts', () => {
  it('name every contender and every model differently, in both languages', () => {
    for (const lang of ['en', 'zh-CN'] as const) {
      const titles = contenders.map((contender) => contenderTitle(contender)[lang]);
      expect(new Set(titles).size).toBe(contenders.length);
      expect(titles.filter((title) => contenders.some(({ id }) => id === title))).toEqual([]);
    }
    expect(contenderTitle({ id: 'mbg-nbd-expected', model: 'mbg-nbd' })).toEqual({
      en: 'MBG/NBD, expected purchases',
      'zh-CN': 'MBG/NBD 预期购买次数',
    });
    for (const { id } of purchaseModels) expect(modelName(id)).not.toBe(id);
    expect(methodTitle('last-period')['zh-CN']).toBe('沿用上期');
  });

  it('give the smaller class, on which an interval hangs', () => {
    const area = { area: 0.55, interval: { low: 0.4, high: 0.7 }, events: 1200, others: 12 };
    expect(fewest(area)).toEqual({ en: '12 who stayed', 'zh-CN': '12 位留存' });
    expect(fewest({ ...area, others: 5000 }).en).toBe('1,200 who stopped');
  });
});
