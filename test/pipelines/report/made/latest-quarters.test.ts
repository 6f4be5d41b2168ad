import { expect, it } from 'vitest';
import { latestQuarters } from '../../../../src/pipelines/report/made/latest-quarters.ts';
import { resultOf, runsOf, section } from '../parts.ts';

it('has the newest eight quarters, which a page would cut off behind the oldest', () => {
  const rows = Array.from({ length: 11 }, (_, index) => ({ quarter: `Q${index}` }));
  const trend = latestQuarters(runsOf(resultOf('satisfaction', [section('trend', rows)])));
  expect([trend?.total, trend?.rows.slice(0, 1), trend?.rows.slice(7)]).toEqual([8, [{ quarter: 'Q3' }], [{ quarter: 'Q10' }]]);
  expect(latestQuarters(runsOf(resultOf('satisfaction', [])))).toBeNull();
});
