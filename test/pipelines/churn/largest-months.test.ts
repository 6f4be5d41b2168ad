import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { churnOf, demoFolder } from '../run-churn.ts';
import { table } from '../run-score.ts';

const everything = readdirSync(demoFolder).map((name) => demoFolder + name);

it('holds a month that is not over against as many days of the year before', async () => {
  const months = table(await churnOf(everything, { asOf: '2026-10-15' }), 'largest_months');
  expect(months.title).toContain('苏州科锐医疗器械');
  // C0056 ordered for 38,896 and 52,200 on 2025-10-03, and for 91,872 on 2025-10-20.
  expect(months.rows.at(-1)).toMatchObject({ month_on: '2026-10-01', revenue: 0, before: 91_096 });
  expect(months.rows[0]).toMatchObject({ month_on: '2025-10-01', revenue: 182_968 });
}, 60_000);
