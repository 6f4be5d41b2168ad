import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../../src/config/load.ts';
import { lateCustomers, leastProbability, type PastWindow } from '../../../src/forecast/churn/silence.ts';

const { churn } = defaultConfig().config;

type Past = readonly [repeats: number, recency: number, age: number, silent: number];

function past(rows: readonly Past[], known = true): PastWindow {
  const column = (index: 0 | 1 | 2 | 3): Float64Array => Float64Array.from(rows, (row) => row[index]);
  const zeros = new Float64Array(rows.length);
  return {
    rows: rows.length,
    repeats: column(0),
    recency: column(1),
    age: column(2),
    outcome: known ? { silent: column(3), purchases: zeros, revenue: zeros } : null,
  };
}

describe('customers late for their usual gap in past windows', () => {
  const late: Past = [10, 200, 261, 1];
  const back: Past = [10, 200, 261, 0];

  it('are counted with those who bought nothing after', () => {
    expect(lateCustomers([past([late, late, back]), past([back])], churn)).toEqual({ customers: 4, silent: 2 });
  });

  it('are neither those of three cycles or one gap, nor those lost or new, nor those whose outcome is open', () => {
    const others: readonly Past[] = [
      [10, 200, 260, 1],
      [1, 10, 100, 1],
      [10, 200, 381, 1],
      [3, 3, 29, 1],
    ];
    expect(lateCustomers([past(others), past([late], false)], churn)).toEqual({ customers: 0, silent: 0 });
    const whenever = { ...churn, definition: { rule: 'lost_flag' } as const };
    expect(lateCustomers([past(others)], whenever)).toEqual({ customers: 1, silent: 1 });
    expect(lateCustomers([past([late, back])], { ...churn, definition: { rule: 'days', days: 60 } })).toEqual({ customers: 0, silent: 0 });
  });

  it('give a half where there were none, and never all or nothing', () => {
    expect(leastProbability({ customers: 0, silent: 0 })).toBe(0.5);
    expect(leastProbability({ customers: 3, silent: 3 })).toBe(0.8);
    expect(leastProbability({ customers: 98, silent: 0 })).toBe(0.01);
  });
});
