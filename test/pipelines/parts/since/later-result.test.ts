import { describe, expect, it } from 'vitest';
import { churnCard } from '../../../../src/pipelines/churn/card.ts';
import { blankResult } from '../../../../src/pipelines/parts/analysis-result.ts';
import { laterResult } from '../../../../src/pipelines/parts/since/later-result.ts';

const said = (asOf: string | null, other: string | null, lang: 'en' | 'zh-CN' = 'en') =>
  laterResult({ ...blankResult(churnCard, lang), as_of: asOf }, { asOf: other, where: [], files: [], lists: new Map() });

describe('an earlier result of a later day', () => {
  it('is a warning that names both days', () => {
    expect(said('2026-09-30', '2026-10-31')).toMatchObject([
      {
        code: 'since-later',
        level: 'warning',
        message: expect.stringContaining('is of 2026-10-31, after this one (2026-09-30)') as string,
        fix: 'give the result before this one',
      },
    ]);
    expect(said('2026-09-30', '2026-10-01', 'zh-CN')[0]?.message).toContain('截止 2026-10-01，晚于本次的 2026-09-30');
  });

  it('is none on the same day, before it, or where a day is not known', () => {
    for (const [asOf, other] of [
      ['2026-09-30', '2026-09-30'],
      ['2026-09-30', '2026-08-31'],
      [null, '2026-10-31'],
      ['2026-09-30', null],
    ] as const)
      expect(said(asOf, other)).toEqual([]);
  });
});
