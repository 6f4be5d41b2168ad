import { describe, expect, it } from 'vitest';
import { fairDeals } from '../../metrics/reps/decided-deals.ts';
import { reviewOf, rowsIn } from './run-reps.ts';

const columns = ['opportunity_id', 'rep', 'state', 'created_on', 'closed_on', 'source'];
const csv = (rows: typeof fairDeals): string =>
  [[...columns, 'lost_reason', 'competitor'], ...rows.map((row) => [...columns.map((name) => row[name]), 'Price', 'Rival'])]
    .map((cells) => cells.join(','))
    .join('\n');

describe('strengths of reps', () => {
  const files = { 'opportunities.csv': csv(fairDeals) };

  it('are told first where they hold, with what to do', async () => {
    const result = await reviewOf(files, { period: '2026-03' });
    expect(result.answer).toContain('To do: give Ann more of source fair (won 36 of 40, expected 27).');
    const [first, ...others] = rowsIn(result, 'strengths');
    expect(first).toMatchObject({ rep: 'Ann', attribute: 'Source', kind: 'fair', successes: 36, cases: 40, verdict_code: 'above' });
    expect(others.every((row) => row['verdict_code'] === 'within')).toBe(true);
    const chinese = await reviewOf(files, { period: '2026-03', lang: 'zh-CN' });
    expect(chinese.answer).toContain('分工建议：来源“fair”（40 单赢 36 单，预期 27）优先分给Ann。');
  });

  it('of one rep are held against all', async () => {
    const result = await reviewOf(files, { period: '2026-03', rep: 'Ann' });
    expect(rowsIn(result, 'strengths').map(({ rep, verdict_code: verdict }) => [rep, verdict])).toEqual([['Ann', 'above']]);
    expect(rowsIn(result, 'reasons').map(({ state_code: state, deals }) => [state, deals])).toEqual([
      ['lost', 36],
      ['won', 44],
    ]);
    expect(rowsIn(result, 'competitors')).toMatchObject([{ competitor: 'Rival', lost: 36, won: 44, win_rate: 0.55 }]);
    expect(rowsIn(result, 'cases')).toHaveLength(10);
  });

  it('say what it would take where none holds', async () => {
    const result = await reviewOf({ 'opportunities.csv': csv(fairDeals.slice(80)) }, { period: '2026-03' });
    const section = result.sections.find(({ id }) => id === 'strengths')!;
    expect(section.title).toMatch(
      /^Strengths: none holds yet; nearest \w+, source \w+ \(won \d+ of 40, expected [\d.]+\), which would hold from about \d+ deals on$/,
    );
    expect(result.answer.join()).not.toContain('To do: give');
  });
});
