import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DuckDbEngine } from '../../../../src/engine/duckdb.ts';
import { join, sql } from '../../../../src/engine/sql.ts';
import { addDays } from '../../../../src/lib/dates.ts';
import {
  lastCompletePeriod,
  periodLabel,
  periodNumber,
  periodNumberOf,
  periodStart,
} from '../../../../src/metrics/retention/parts/cohort-calendar.ts';
import { type CohortUnit, cohortUnits } from '../../../../src/metrics/choices.ts';
import { scratch } from '../../run.ts';

const day = fc.integer({ min: -300_000, max: 100_000 }).map((days) => addDays('2026-01-01', days));

describe('calendar periods', () => {
  let engine: DuckDbEngine;
  beforeAll(async () => {
    engine = await DuckDbEngine.open({ scratch, threads: 1 });
  });
  afterAll(() => engine.close());

  it('are numbered without a gap, begin on their first day and have a name', () => {
    const named = (unit: CohortUnit, date: string) => {
      const number = periodNumber(unit, date);
      return [periodStart(unit, number), periodLabel(unit, number), periodLabel(unit, number + 1), periodStart(unit, number - 1)];
    };
    expect(named('month', '2026-12-31')).toEqual(['2026-12-01', '2026-12', '2027-01', '2026-11-01']);
    expect(named('quarter', '2026-12-31')).toEqual(['2026-10-01', '2026-Q4', '2027-Q1', '2026-07-01']);
    expect(named('quarter', '2026-01-01')).toEqual(['2026-01-01', '2026-Q1', '2026-Q2', '2025-10-01']);
    expect(named('year', '2024-02-29')).toEqual(['2024-01-01', '2024', '2025', '2023-01-01']);
  });

  it('are over with their last day', () => {
    const last = (unit: CohortUnit, date: string) => periodLabel(unit, lastCompletePeriod(unit, date));
    expect([last('month', '2024-02-28'), last('month', '2024-02-29'), last('month', '2024-03-01')]).toEqual([
      '2024-01',
      '2024-02',
      '2024-02',
    ]);
    expect([last('quarter', '2026-09-29'), last('quarter', '2026-09-30')]).toEqual(['2026-Q2', '2026-Q3']);
    expect([last('year', '2025-12-30'), last('year', '2025-12-31')]).toEqual(['2024', '2025']);
  });

  it.each(cohortUnits)('hold the day they are the number of: %s', (unit) => {
    fc.assert(
      fc.property(day, (date) => {
        const number = periodNumber(unit, date);
        expect(periodStart(unit, number) <= date && date < periodStart(unit, number + 1)).toBe(true);
        expect(periodNumber(unit, periodStart(unit, number))).toBe(number);
      }),
    );
  });

  it.each(cohortUnits)('have the same number in SQL: %s', async (unit) => {
    const dates = fc.sample(day, { numRuns: 300, seed: 7 });
    const values = join(
      dates.map((date, id) => sql`select ${id} as id, ${date}::date as ordered_on`),
      ' union all ',
    );
    const rows = await engine.rows<{ number: number }>(
      sql`select ${periodNumberOf(unit, 'ordered_on')} as number from (${values}) as days order by id`,
    );
    expect(rows.map(({ number }) => number)).toEqual(dates.map((date) => periodNumber(unit, date)));
  });
});
