import { describe, expect, it } from 'vitest';
import { adviceText } from '../../../src/pipelines/pool/advice/advice.ts';
import { adviceSection, type PoolFigures, poolAdvice } from '../../../src/pipelines/pool/advice/section.ts';
import type { ResultRow, Section } from '../../../src/result/result.ts';

const table = (id: string, rows: readonly ResultRow[]) =>
  ({ id, kind: 'table', rows, columns: [], total: rows.length }) as unknown as Section;

const band = (code: string, incidence: number, low: number, high: number): ResultRow => ({
  speed_band_code: code,
  incidence,
  incidence_low: low,
  incidence_high: high,
  incidence_days: 60,
});

const waiting = table('follow_ups_by_rep', [
  { rep: 'Ann', leads: 3, to_reassign: 1, worst_lead: 'L7', worst_days: 9 },
  { rep: 'Bob', leads: 2, to_reassign: 1, worst_lead: 'L9', worst_days: 21 },
]);

const even = {
  choice: { reason: 'alike', age: 60, held_out: null },
  plans: [],
  reps: [{ rep: 'Ann', state: 'gets', gets: 5 }],
  title: { en: 'Spread them', 'zh-CN': '平均分配' },
};

function advice(figures: Partial<PoolFigures>) {
  const none = { choice: undefined, plans: [], reps: [], title: { en: '', 'zh-CN': '' } };
  return poolAdvice({ sections: [], signals: [], groups: [], allocation: none, chosen: undefined, serviceHours: 8, ...figures });
}

describe('advice', () => {
  it('is to be faster only where the fastest convert more than the latest beyond both intervals', () => {
    const of = (low: number, high: number) =>
      advice({ sections: [table('speed_bands', [band('in_time', 0.2, low, 0.3), band('later', 0.05, 0.02, high)])] });
    expect(of(0.12, 0.11)).toMatchObject([{ topic: 'speed', section: 'speed_bands', figure: 'incidence', value: 0.2 }]);
    expect(adviceText(of(0.12, 0.11)[0]!).en).toBe(
      'Leads contacted within 8 working hours convert 20% by day 60, the latest 5%: more than chance, though fast calls may go to better leads. To do: contact new leads within 8 working hours.',
    );
    expect(of(0.11, 0.12)).toEqual([]);
  });

  it('is to go by the chances only where the highest converted more often than all', () => {
    const chosen = { leads: 100, converted: 20, top_rate: 0.6 };
    expect(advice({ chosen })).toMatchObject([{ topic: 'screening', section: 'lead_model', figure: 'top_rate', value: 0.6 }]);
    expect(adviceText(advice({ chosen })[0]!)['zh-CN']).toBe(
      '以往转化概率最高的十分之一线索，转化率为总体的 3 倍。建议：按 priorities 部分的顺序跟进未决线索。',
    );
    expect(advice({ chosen: { ...chosen, top_rate: 0.2 } })).toEqual([]);
  });

  it('counts what is late for somebody else, and names the latest', () => {
    expect(advice({ sections: [waiting] })).toMatchObject([{ topic: 'follow_ups', value: 2 }]);
    expect(adviceText(advice({ sections: [waiting] })[0]!).en).toBe(
      '5 leads wait to be followed up, 2 of them for so long that somebody else should have them: first L9 of Bob, late for 21 days. To do: reassign or take back.',
    );
    const all = { rep: 'Ann', leads: 1, to_reassign: 1, worst_lead: 'L7', worst_days: 9 };
    expect(adviceText(advice({ sections: [table('follow_ups_by_rep', [all])] })[0]!).en).toMatch(
      /^1 lead waits to be followed up, for so long that somebody else should have it: /,
    );
    expect(advice({ sections: [table('follow_ups_by_rep', [{ rep: 'Ann', leads: 3, to_reassign: 0 }])] })).toEqual([]);
  });

  it('has the decision on who gets which lead, with what it is expected to gain where that is by strength', () => {
    expect(advice({ allocation: even })).toMatchObject([
      {
        topic: 'allocation',
        found: { en: 'Spread them', 'zh-CN': '平均分配' },
        todo: null,
        section: 'allocation_by_rep',
        figure: 'gets',
        value: 5,
      },
    ]);
    const strong = { ...even, choice: { ...even.choice, reason: 'strength' }, plans: [{ plan: 'by_strength', more_than_in_turn: 2.5 }] };
    expect(advice({ allocation: strong })).toMatchObject([{ section: 'allocation_plans', figure: 'more_than_in_turn', value: 2.5 }]);
    expect(advice({ allocation: { ...even, reps: [] } })).toEqual([]);
  });

  it('is a table of what each rests on', () => {
    const { rows, columns } = adviceSection('en', advice({ sections: [waiting], allocation: even }));
    expect([...rows]).toMatchObject([
      { topic: 'allocation', topic_code: 'allocation', section: 'allocation_by_rep', figure: 'gets', value: 5, shows: 'integer' },
      { topic: 'follow-ups', topic_code: 'follow_ups', section: 'follow_ups_by_rep', figure: 'to_reassign', value: 2 },
    ]);
    expect(columns.find(({ id }) => id === 'value')).toMatchObject({ type_from: 'shows' });
  });
});
