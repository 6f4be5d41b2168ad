import { describe, expect, it } from 'vitest';
import { lines } from './pool-facts.ts';
import { rowsOf, tableOf } from './pool-rows.ts';
import { poolFiles } from './run-pool.ts';

const leads = lines('Lead ID,Created Time', 'L1,2026-01-01 09:00:00', 'L2,2026-01-01 09:00:00');
const log = lines(
  'Lead ID,Event,Event Time,Rep',
  'L1,Claim,2026-01-05 09:00:00,Ann',
  'L1,Contact,2026-02-01 09:00:00,Ann',
  'L1,Convert,2026-02-10 09:00:00,Ann',
  'L2,Claim,2026-01-05 09:00:00,Bob',
  'L2,Recycle,2026-02-05 09:00:00,',
);
const asOf = '2026-06-30';

describe('pool --what-if', () => {
  it('says within which bounds another rule would have changed what happened, and to which leads', async () => {
    const files = { 'leads.csv': leads, 'pool_events.csv': log };
    const result = await poolFiles(files, { asOf, whatIf: { recycle_days: 15 } });
    // One came back, and nobody claimed it again.
    expect(tableOf(result, 'what_if').title).toBe(
      'If recycled after 15 days without contact: 1 to 2 holdings end earlier; at most 1 conversion lost',
    );
    expect(rowsOf(result, 'what_if_leads').map(({ lead_id: id, happened_on: on, idle_days: days, then }) => [id, on, days, then])).toEqual([
      ['L1', '2026-01-20', 12, 'contacted 2026-02-01, converted 2026-02-10'],
      ['L2', '2026-01-20', 16, 'recycled 2026-02-05'],
    ]);
    const chinese = await poolFiles(files, { asOf, lang: 'zh-CN', whatIf: { recycle_days: 15 } });
    expect(tableOf(chinese, 'what_if').title).toBe('若 15 天未跟进即收回：1 至 2 次持有提前结束；转化至多失去 1 个');
    const [row] = rowsOf(chinese, 'what_if');
    expect(row).toMatchObject({
      rule: '15 天未跟进即收回',
      rule_code: 'recycle_days',
      at_least: '后来才跟进的会提前跟进；空出的线索无人领取',
    });
  });

  it('is there only where it is asked for', async () => {
    const { sections } = await poolFiles({ 'leads.csv': leads, 'pool_events.csv': log }, { asOf });
    expect(sections.map(({ id }) => id).filter((id) => id.startsWith('what_if'))).toEqual([]);
  });

  it('says what is missing where there is no log', async () => {
    const { sections, findings } = await poolFiles(
      { 'leads.csv': lines('Lead ID,Created Time,Lead Source', 'L1,2026-01-01 09:00:00,Web') },
      { asOf, whatIf: { recycle_days: 15 } },
    );
    expect(sections.map(({ id }) => id)).not.toContain('what_if');
    expect(findings).toContainEqual(expect.objectContaining({ code: 'what-if-without-log', level: 'warning' }));
  });
});
