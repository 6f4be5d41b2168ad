import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { rowsOf } from '../run.ts';
import { asOf } from './allocation-rows.ts';

const lead = (lead_id: string, more: Row = {}): Row => ({ lead_id, created_at: '2026-06-01 09:00:00', ...more });
const event = (lead_id: string, name: string, day: string, rep: string | null): Row => ({
  lead_id,
  event: name,
  at: `2026-06-${day} 09:00:00`,
  rep,
});

const leads = [
  lead('new'),
  lead('back'),
  lead('called', { owner: '甲' }),
  lead('waiting', { owner: '甲' }),
  lead('passed', { owner: '乙' }),
  lead('done', { status: 'converted' }),
];
const pool_events = [
  event('back', 'claim', '02', '甲'),
  event('back', 'contact', '03', '甲'),
  event('back', 'return', '08', '甲'),
  event('called', 'claim', '26', '甲'),
  event('called', 'contact', '29', '甲'),
  event('waiting', 'claim', '22', '甲'),
  event('passed', 'claim', '02', '甲'),
  event('passed', 'assign', '05', '乙'),
];

async function given(allocation: object = {}): Promise<Row[]> {
  return rowsOf('allocation_leads', { leads, pool_events, parameters: { as_of: asOf, pool: { allocation } } });
}

describe('allocation_leads', () => {
  it('gives out what lies in the pool, and what waits with its owner', async () => {
    const rows = await given();
    expect(rows.map(({ lead_id, holder, last_rep, came_back }) => [lead_id, holder, last_rep, came_back])).toEqual([
      ['back', null, '甲', true],
      ['new', null, null, false],
      ['passed', '乙', null, true],
      ['waiting', '甲', null, false],
    ]);
  });

  it('gives out the pool alone, or all open leads', async () => {
    expect((await given({ leads: 'pool' })).map(({ lead_id }) => lead_id)).toEqual(['back', 'new']);
    expect((await given({ leads: 'open' })).map(({ lead_id }) => lead_id)).toEqual(['back', 'called', 'new', 'passed', 'waiting']);
  });

  it('has all in one quarter where no model scores leads, and knows which skills a lead takes', async () => {
    const rules = [
      { by: 'region', values: ['上海', '江苏'], reps: ['甲'] },
      { by: 'source', values: ["O'Neil"], teams: ['华东'] },
    ];
    const rows = await rowsOf('allocation_leads', {
      leads: [lead('a', { region: '上海', source: "O'Neil" }), lead('b', { region: '北京', source: "O'Neil" }), lead('c')],
      parameters: { as_of: asOf, pool: { allocation: { skills: rules } } },
      available: new Set(['leads.lead_id', 'leads.owner']),
    });
    expect(rows.map(({ lead_id, skills, band, probability }) => [lead_id, skills, band, probability])).toEqual([
      ['a', 3, 1, null],
      ['b', 2, 1, null],
      ['c', 0, 1, null],
    ]);
  });
});
