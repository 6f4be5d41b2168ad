import { expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { rowsOf } from '../run.ts';

const target = (owner: string, period_start: string, period_end: string, value = 1) => ({
  owner,
  metric: 'revenue',
  period_start,
  period_end,
  value,
});

const months = ['01-31', '02-28', '03-31'].map((end) => [`2026-${end.slice(0, 2)}-01`, `2026-${end}`] as const);

async function picked(targets: readonly Row[], from: string, to: string, reach = 'period') {
  const [rows, named] = await Promise.all([
    rowsOf('target_picks', {
      targets,
      reps: [{ name: 'Jae' }, { name: 'Kim' }],
      parameters: { as_of: '2026-03-31', target_period: { from, to } },
    }),
    rowsOf('target_rows', { targets, reps: [{ name: 'Jae' }, { name: 'Kim' }] }),
  ]);
  const byOrder = new Map(named.map((row) => [row['target_order'], row]));
  return rows
    .filter((row) => row['reach'] === reach)
    .map(({ target_order: order, is_alone: alone }) => {
      const { owner, period_start: start, period_end: end } = byOrder.get(order)!;
      return [owner, start, end, alone];
    });
}

it('target_picks takes the target that is the period itself, and never a year beside its months', async () => {
  const targets = [
    target('Jae', '2026-01-01', '2026-12-31'),
    target('Jae', '2026-01-01', '2026-03-31'),
    ...months.map(([from, to]) => target('Jae', from, to)),
  ];
  expect(await picked(targets, '2026-01-01', '2026-04-01')).toEqual([['Jae', '2026-01-01', '2026-03-31', false]]);
  expect(await picked(targets, '2026-02-01', '2026-03-01')).toEqual([['Jae', '2026-02-01', '2026-02-28', false]]);
});

it('target_picks fills a period with the finest of each owner, a row that is there twice counts once', async () => {
  const targets = [
    ...months.map(([from, to]) => target('Jae', from, to)),
    target('Jae', ...months[0]!),
    target('Kim', '2026-01-01', '2026-03-31'),
  ];
  expect(await picked(targets, '2026-01-01', '2026-04-01')).toEqual([
    ['Jae', ...months[0]!, false],
    ['Kim', '2026-01-01', '2026-03-31', false],
    ['Jae', ...months[1]!, false],
    ['Jae', ...months[2]!, false],
  ]);
});

it('target_picks leaves targets that overlap apart', async () => {
  const targets = [target('Jae', '2026-01-01', '2026-02-28'), target('Jae', '2026-02-01', '2026-03-31')];
  expect((await picked(targets, '2026-01-01', '2026-04-01')).map(([, , , alone]) => alone)).toEqual([true, true]);
});
