import { describe, expect, it } from 'vitest';
import { changesOf } from '../../../src/pipelines/report/changes.ts';
import { churnFinding, repsFinding, targetsFinding } from '../../../src/pipelines/report/chapter-findings.ts';
import { attentionOf } from '../../../src/pipelines/report/attention.ts';
import { figuresOf } from '../../../src/pipelines/report/figures.ts';
import { headlineOf } from '../../../src/pipelines/report/headline.ts';
import type { ResultRow } from '../../../src/result/result.ts';
import { resultOf, runsOf, section } from './parts.ts';

const october = { from: '2026-10-01', to: '2026-11-01' };

/** Revenue of 30 and then 31 days, as `compare` judges it. */
function revenue(before: number, after: number, aDay: number | null): ResultRow {
  return {
    measure: 'revenue',
    title: 'Revenue',
    shows: 'money',
    before,
    after,
    difference: after - before,
    relative_difference: (after - before) / before,
    difference_per_day: aDay,
    n_after: 40,
    verdict: 'better, more than chance',
    judgement: 'better',
    verdict_code: 'more_than_chance',
  };
}

const runs = (row: ResultRow) => runsOf(resultOf('compare', [section('changes', [row])]));

describe('changesOf', () => {
  it('has no verdict where the change is shown as 0, or a day goes the other way', () => {
    const verdict = (row: ResultRow) => changesOf(runs(row))[0]!['verdict_code'];
    // 3000 of 30 days are 100 a day, 3000 of 31 days 96.8.
    expect(verdict(revenue(3000, 3000, -3.2))).toBeNull();
    expect(verdict(revenue(3000, 3012, -2.8))).toBeNull();
    expect(verdict(revenue(3000, 3090, -0.3))).toBeNull();
    expect(verdict(revenue(3000, 3012, null))).toBeNull();
    expect(verdict(revenue(3000, 3720, 20))).toBe('more_than_chance');
    expect(verdict({ ...revenue(0.4, 0.4004, null), shows: 'ratio' })).toBeNull();
    expect(verdict({ ...revenue(0.4, 0.404, null), shows: 'ratio' })).toBe('more_than_chance');
  });

  it('so the headline, the figures and what needs attention do not say it', () => {
    const same = runs(revenue(3000, 3000, -3.2));
    const figures = figuresOf(same, 'en', october);
    expect(figures.map(({ id, verdict_code }) => [id, verdict_code])).toEqual([['revenue', null]]);
    expect(headlineOf(same, figures, october, {}).map((text) => text.en)).toEqual([
      'October 2026: sales 3,000',
      'The same as in the period before.',
    ]);
    expect(headlineOf(same, figures, october, {})[1]!['zh-CN']).toBe('与上期持平。');
    expect(attentionOf(same, {}, ['targets'])).toEqual([]);
    expect(targetsFinding(same, {})!.en).toBe('Sales 0% on the period before');
    // What went better needs no attention.
    expect(attentionOf(runs(revenue(3000, 3720, 20)), {}, ['targets'])).toEqual([]);
    expect(
      attentionOf(runs({ ...revenue(3720, 3000, -20), judgement: 'worse', verdict: 'worse, more than chance' }), {}, ['targets']).map(
        ({ text }) => text.en,
      ),
    ).toEqual(['Revenue 3,720 → 3,000: −19%, worse, more than chance']);
  });
});

describe('findings of chapters', () => {
  const risk = (name: string, value: number | null): ResultRow => ({ customer_id: name, customer_name: name, value_at_risk: value });
  const churn = (...rows: readonly ResultRow[]) => churnFinding(runsOf(resultOf('churn', [section('at_risk', rows)])), {})!.en;

  it('names no share of a sum of 0', () => {
    expect(churn(risk('C0', 0), risk('C1', 0))).toBe('2 customers may leave, 0 at risk');
    expect(churn(risk('C0', 3), risk('C1', 1))).toBe('2 customers may leave, 4 at risk: 75% with C0');
  });

  it('takes what is not known of a customer for nothing else: no money, no chance', () => {
    expect(churn(risk('C0', null), risk('C1', null))).toBe('2 customers may leave');
    expect(churn(risk('C0', null), risk('C1', 4))).toBe('2 customers may leave, 4 at risk: 100% with C1');
    const told = (probability: number | null): string[] =>
      attentionOf(runsOf(resultOf('churn', [section('at_risk', [{ ...risk('C1', 4), probability, first_reason: 'silent' }])])), {}, [
        'churn',
      ]).map(({ text }) => text.en);
    expect([told(0.5), told(null)]).toEqual([['C1 may leave (50%): silent'], ['C1 may leave: silent']]);
  });

  it('names who is short of most, and nobody where nobody is', () => {
    const reps = (...gaps: readonly number[]) =>
      repsFinding(
        runsOf(
          resultOf('reps', [
            section(
              'drivers_target',
              gaps.map((gap, index) => ({ rep: `R${index}`, target_difference: gap })),
            ),
          ]),
        ),
      )?.en ?? null;
    expect(reps(0, 0)).toBeNull();
    expect(reps(-30, -70)).toBe('70% of what reps are short lies with R1');
  });
});
