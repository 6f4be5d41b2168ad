import { describe, expect, it } from 'vitest';
import { chineseHolidays } from '../../src/lib/chinese-holidays.ts';

describe('chineseHolidays', () => {
  it('has the Spring Festival of 2026, nine days off and two Saturdays worked for them', async () => {
    const { off, worked } = await chineseHolidays();
    const february = [...off].filter((day) => day.startsWith('2026-02')).toSorted();
    expect(february).toEqual(Array.from({ length: 9 }, (_, index) => `2026-02-${15 + index}`));
    expect([...worked].filter((day) => day.startsWith('2026-02')).toSorted()).toEqual(['2026-02-14', '2026-02-28']);
  });

  it('says which years it has, and no day is both off and worked', async () => {
    const { off, worked, firstDay, lastDay } = await chineseHolidays();
    expect(firstDay).toBe('2004-01-01');
    expect(lastDay).toBe('2026-12-31');
    expect([...worked].filter((day) => off.has(day))).toEqual([]);
    for (let year = 2004; year <= 2026; year += 1) expect(off).toContain(`${year}-10-01`);
  });
});
