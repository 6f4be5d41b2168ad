import { expect, it } from 'vitest';
import { periodNotBegun } from '../../../src/pipelines/parts/refusals.ts';

it('a period that has not begun is named with both its days', () => {
  expect(periodNotBegun({ from: '2090-01-01', to: '2091-01-01' }, '2026-10-31').text.en).toBe(
    'the period 2090-01-01..2090-12-31 begins after 2026-10-31, the as-of date',
  );
});
