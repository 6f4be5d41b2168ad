import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { rowsOf } from '../run.ts';

const event = (lead_id: string | null, at: string | null, kind: string, rep: string | null = null): Row => ({
  lead_id,
  at,
  event: kind,
  rep,
});
const parameters = { as_of: '2026-03-31' };

async function contradictions(pool_events: readonly Row[]): Promise<unknown[]> {
  const rows = await rowsOf('log_contradictions', { pool_events, parameters });
  return rows.map(({ contradiction, events, lead_id: lead }) => [contradiction, events, lead]);
}

describe('log_contradictions', () => {
  it('has no row where who works a lead has it', async () => {
    const log = [
      event('A', '2026-01-01 09:00:00', 'enter'),
      event('A', '2026-01-03 09:00:00', 'claim', '张三'),
      event('A', '2026-01-04 09:00:00', 'contact', '张三'),
      event('A', '2026-01-20 09:00:00', 'return', '张三'),
      event('A', '2026-01-20 09:00:00', 'contact', '张三'),
      event('A', '2026-02-01 09:00:00', 'assign', '李四'),
      event('A', '2026-02-05 09:00:00', 'convert', '李四'),
      event('A', '2026-02-25 09:00:00', 'contact', '李四'),
    ];
    expect(await contradictions(log)).toEqual([]);
  });

  it('takes nobody for wrong on a day of which the time is not known, nor where it is not known who has the lead', async () => {
    const log = [
      event('A', '2026-01-03 09:00:00', 'claim', '张三'),
      event('A', '2026-01-03 00:00:00', 'contact', '张三'),
      event('A', '2026-01-05 00:00:00', 'return', '张三'),
      event('A', '2026-01-05 10:00:00', 'contact', '张三'),
      event('B', '2026-01-03 09:00:00', 'contact', '张三'),
      event('B', '2026-01-04 09:00:00', 'claim', '李四'),
      event('C', '2026-01-03 09:00:00', 'claim'),
      event('C', '2026-01-04 09:00:00', 'contact', '张三'),
    ];
    expect(await contradictions(log)).toEqual([['without_rep', 1, 'C']]);
  });

  it('counts conversions and contacts of who did not have the lead', async () => {
    const log = [
      event('A', '2026-01-03 09:00:00', 'claim', '张三'),
      event('A', '2026-01-04 09:00:00', 'contact', '李四'),
      event('A', '2026-01-06 09:00:00', 'recycle'),
      event('A', '2026-01-07 09:00:00', 'contact', '张三'),
      event('A', '2026-01-09 09:00:00', 'convert', '李四'),
      event('B', '2026-01-01 09:00:00', 'enter'),
      event('B', '2026-01-09 09:00:00', 'convert', '李四'),
      event('B', '2026-04-01 09:00:00', 'contact', '王五'),
    ];
    expect(await contradictions(log)).toEqual([
      ['contact_by_other', 2, 'A'],
      ['conversion_by_other', 2, 'A'],
    ]);
  });

  it('counts what came back twice, was claimed after it was invalid, and what lacks lead, time or rep', async () => {
    const log = [
      event('A', '2026-01-03 09:00:00', 'claim', '张三'),
      event('A', '2026-01-06 09:00:00', 'return', '张三'),
      event('A', '2026-01-08 09:00:00', 'recycle'),
      event('A', '2026-01-09 09:00:00', 'recycle'),
      event('B', '2026-01-03 09:00:00', 'invalidate', '张三'),
      event('B', '2026-01-05 09:00:00', 'claim', '张三'),
      event('C', '2026-01-03 09:00:00', 'assign'),
      event(null, '2026-01-03 09:00:00', 'claim', '张三'),
      event('D', null, 'claim', '张三'),
    ];
    expect(await contradictions(log)).toEqual([
      ['claimed_after_invalid', 1, 'B'],
      ['returned_twice', 2, 'A'],
      ['without_lead', 1, null],
      ['without_rep', 1, 'C'],
      ['without_time', 1, 'D'],
    ]);
  });
});
