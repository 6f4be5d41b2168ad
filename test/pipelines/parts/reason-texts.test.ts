import { describe, expect, it } from 'vitest';
import type { Lang } from '../../../src/lib/localized.ts';
import { reasonsOf } from '../../../src/pipelines/parts/reason-texts.ts';
import { listed } from '../../../src/views/number-words.ts';
import type { ResultCell } from '../../../src/result/result.ts';

const late = {
  list_id: 'watch',
  probability: 0.002,
  probability_counted: 0.382,
  by_silence: 1,
  silence_days: 80,
  cycle_days: 20,
  silent_cycles: 4,
  longest_gap_days: 30,
  overdue_after_days: 30,
  purchases: 9,
};

const reasons = (row: Readonly<Record<string, ResultCell>>, lang: Lang = 'en') =>
  listed(reasonsOf(row, { spend: null, frequency: null }, { lang, driver: true, horizonDays: 90, watch: 0.3, careDays: [30] }), lang);

describe('the reasons of a customer', () => {
  it('name both probabilities where a customer counts with far more than the model says', () => {
    expect(reasons(late)).toBe(
      'silent for 80 days, usually orders every 20, never more than 30; listed for its silence and counted with 38.2%, the least for customers silent for so long (by the model 0.2%)',
    );
    expect(reasons(late, 'zh-CN')).toBe(
      '已 80 天未购，通常 20 天一单，以往最长间隔 30 天；因沉默列入，不购概率按 38.2% 计（沉默如此之久者的下限），模型概率为 0.2%',
    );
    expect(reasons({ ...late, probability: 0.35, probability_counted: 0.5, by_silence: 0 })).toMatch(/; counted with 50%, .*35%\)$/);
  });

  it('set a probability beside what the usual gap of a customer explains, where it is not overdue', () => {
    const slow = {
      ...late,
      list_id: 'watch',
      silence_days: 40,
      cycle_days: 91,
      silent_cycles: 40 / 91,
      longest_gap_days: 95,
      overdue_after_days: 95,
    };
    // exp(-90 / 91)
    const odd = { ...slow, by_silence: 0, probability: 0.62, probability_counted: 0.62, usual_probability: 0.37194 };
    expect(reasons(odd)).toBe('not overdue, yet 62% likely to buy nothing in 90 days, where its usual gap, 91 days, makes it 37.2%');
    expect(reasons(odd, 'zh-CN')).toBe('未超期，但 90 天内不购概率为 62%，按其通常间隔 91 天仅为 37.2%');
    expect(reasons({ ...odd, first_on: '2024-01-01', last_on: '2026-01-01' })).toMatch(
      /^9 purchases in 771 days, the last 40 days ago; not overdue/,
    );
    const usual = { ...odd, list_id: 'active', probability: 0.4, probability_counted: 0.4 };
    expect(reasons(usual)).toBe('40% likely to buy nothing in 90 days, as its usual gap, 91 days, explains');
    expect(reasons({ ...usual, purchases: 2, overdue_after_days: null, longest_gap_days: null })).toBe(
      '40% likely to buy nothing in 90 days, as the gap usual among repeat customers, 91 days, explains',
    );
    expect(reasons({ ...usual, probability: 0.2, probability_counted: 0.2 })).toBeNull();
  });

  it('say what the model has where both probabilities are about the same', () => {
    expect(reasons({ ...late, probability_counted: 0.002 })).toMatch(/listed for its silence \(by the model 0\.2%\)$/);
  });
});
