import { describe, expect, it } from 'vitest';
import { satisfactionFinding, satisfactionNote } from '../../../src/pipelines/report/satisfaction-words.ts';
import type { Fact, ResultRow } from '../../../src/result/result.ts';
import { facts, resultOf, runsOf, section } from './parts.ts';

const company = (row: ResultRow) => ({ breakdown_code: 'all', previous_verdict_code: 'within_chance', previous_difference: -3, ...row });

function found(score: 'nps' | 'csat', row: ResultRow, values: Readonly<Record<string, number>>) {
  return satisfactionFinding(runsOf(resultOf('satisfaction', [section(score, [company(row)]), facts('overview', values)])));
}

describe('the chapter of satisfaction', () => {
  it('says the score, and the complaints and actions that wait', () => {
    expect(found('nps', { nps: -4.6 }, { nps: -4.6, open: 25, overdue: 24 })).toEqual({
      en: 'NPS −5; 25 complaints and actions open, 24 overdue',
      'zh-CN': 'NPS −5；25 件投诉与措施未结，其中 24 件逾期',
    });
    expect(found('nps', { nps: 12 }, { nps: 12, open: 0, overdue: 0 })?.en).toBe('NPS 12; no complaint or action is open');
    expect(found('csat', { csat: 0.71 }, { csat: 0.71, open: 1200, overdue: 0 })).toEqual({
      en: '71% satisfied; 1,200 complaints and actions open',
      'zh-CN': '满意率 71%；1,200 件投诉与措施未结',
    });
  });

  it('says that the score moved where that is more than chance, and nothing without one and without actions', () => {
    const moved = { previous_verdict_code: 'more_than_chance' };
    expect(found('nps', { nps: 12, ...moved }, { nps: 12 })?.en).toBe('NPS 12, lower by more than chance');
    expect(found('nps', { nps: 12, ...moved, previous_difference: 9 }, { nps: 12 })?.['zh-CN']).toBe('NPS 12，上升超出随机波动');
    expect(found('nps', {}, {})).toBeNull();
    expect(satisfactionFinding(runsOf())).toBeNull();
  });

  it('names below how many answered, and what share of the customers they are', () => {
    const overview = facts('overview', { nps: 15, response_rate: 0.366 });
    const rates: Readonly<Record<string, Partial<Fact>>> = { nps: { n: 27, low: -13.2, high: 39.8 }, response_rate: { n: 41 } };
    const told = { ...overview, facts: overview.facts.map((fact) => ({ ...fact, ...rates[fact.id] })) };
    expect(satisfactionNote(runsOf(resultOf('satisfaction', [told])))).toEqual({
      en: 'The score rests on 27 answers of the period: 95% interval −13 to 40. 37% of the 41 customers with orders answered: what the others think is not known. Hollow dots: the period before.',
      'zh-CN': '评分依据本期 27 份回答，95% 区间 −13 至 40。本期有订单的 41 位客户中 37% 有回答，其余客户的看法未知。空心点为上期。',
    });
    expect(satisfactionNote(runsOf(resultOf('satisfaction', [overview])))).toBeNull();
  });
});
