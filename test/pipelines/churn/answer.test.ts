import { describe, expect, it } from 'vitest';
import { churnAnswer } from '../../../src/pipelines/churn/answer.ts';
import { churnPartAnswer } from '../../../src/pipelines/churn/part-answer.ts';
import type { Section } from '../../../src/result/result.ts';

const fact = (id: string, value: number) => ({ id, title: id, type: 'money' as const, value }) as unknown;

const list = (id: string, total: number, rows: readonly object[] = []) => ({ id, kind: 'table', total, rows }) as unknown as Section;

const largest = { customer_id: 'C1', value_at_risk: 450, silence_days: 50, cycle_days: 10.2, purchases: 3, open_complaints: 1 };

const sections: Section[] = [
  {
    id: 'overview',
    kind: 'facts',
    facts: [fact('value_at_risk', 500), fact('value_to_watch', 60), fact('horizon', 90)],
  } as unknown as Section,
  list('at_risk', 2, [largest]),
  list('watch', 3),
  list('active', 4),
];

const english = (...args: Parameters<typeof churnAnswer>): string[] => churnAnswer(...args).map(({ en }) => en);

describe('the answer of churn', () => {
  it('has the value of both lists, the largest customer, and where to begin', () => {
    expect(english(sections, [], { order: 'risk' }).slice(0, 2)).toEqual([
      '2 customers at risk hold 500 of the next 90 days (450 of it C1, silent for 50 days, usually orders every 10, 1 complaint open); 3 to be watched hold 60.',
      'Begin at the top of the list; what to do stands below each customer.',
    ]);
  });

  it('says how many to call, and how many by message or campaign', () => {
    const calls = { at_risk: { call: 2, other: 5 }, watch: { call: 40, other: 0 } };
    const [, todo] = churnAnswer(sections, [], { order: 'risk', calls });
    expect(todo).toEqual({
      en: 'Call 2 from the top of the list; the other 5 by message or campaign; what to do stands below each customer.',
      'zh-CN': '请从名单首位起致电 2 位，其余 5 位以短信或营销活动跟进；每位客户下方列有建议动作。',
    });
    const without = { at_risk: { call: 0, other: 5 }, watch: { call: 1, other: 0 } };
    expect(english(sections, [], { order: 'risk', calls: without })[1]).toBe(
      'Nobody of them has to be called: 5 by message or campaign; what to do stands below each customer.',
    );
  });

  it('names the first to be watched where these hold more than those at risk', () => {
    const first = { customer_id: 'C7', customer_name: 'Acme', value_at_risk: 40 };
    const values = [fact('value_at_risk', 500), fact('value_to_watch', 501), fact('horizon', 90)];
    const more = [
      { id: 'overview', kind: 'facts', facts: values } as unknown as Section,
      list('at_risk', 2, [largest]),
      list('watch', 3, [first]),
    ];
    expect(english(more, [], { order: 'risk' }).slice(0, 2)).toEqual([
      '2 customers at risk hold 500 of the next 90 days (450 of it C1, silent for 50 days, usually orders every 10, 1 complaint open); 3 to be watched hold more, 501: first Acme (--section watch).',
      'Begin at the top of both lists; what to do stands below each customer.',
    ]);
    expect(churnAnswer(more, [], { order: 'risk' })[0]?.['zh-CN']).toMatch(
      /；另有 3 位需关注，涉及金额更多，为 501，首先是Acme（--section watch）。$/,
    );
  });

  it('names the first to be watched where nobody is at risk', () => {
    const values = [fact('value_at_risk', 0), fact('value_to_watch', 60), fact('horizon', 90)];
    const nobody = [
      { id: 'overview', kind: 'facts', facts: values } as unknown as Section,
      list('at_risk', 0),
      list('watch', 1, [{ customer_id: 'C7', value_at_risk: 60 }]),
    ];
    expect(english(nobody, [], { order: 'risk' })[0]).toBe('No customer is at risk; 1 to be watched holds 60: first C7 (--section watch).');
  });

  it('says of a part what hangs on its own customers, and who comes first', () => {
    const own = [list('at_risk', 1, [{ ...largest, action: 'Call' }]), list('watch', 2, [{ value_at_risk: 20 }, { value_at_risk: null }])];
    expect(churnPartAnswer(own, { days: 90 }).map(({ en }) => en)).toEqual([
      '1 customer is at risk (450 of the next 90 days), 2 to be watched (20 of the next 90 days): first C1 (silent for 50 days, usually orders every 10; 1 complaint open). To do: call.',
    ]);
    expect(churnPartAnswer([list('at_risk', 0), list('watch', 0)], { days: 90 })).toEqual([
      { en: 'No customer is at risk.', 'zh-CN': '没有高风险客户。' },
    ]);
  });

  it('calls no habit of the customer what is usual among others', () => {
    const twice = sections.map((section) => (section.id === 'at_risk' ? list('at_risk', 2, [{ ...largest, purchases: 2 }]) : section));
    expect(english(twice, [], { order: 'risk' })[0]).toContain('silent for 50 days, others order again within 10, 1 complaint open');
  });

  it('says first where the list is ordered by value only, and why', () => {
    expect(english(sections, [], { order: 'same' })[0]).toMatch(
      /^Ordered by value only, for the probabilities are all the same: 2 customers at risk/,
    );
    // Nothing is said of an order that the list does not have.
    expect(english(sections, [], { order: 'same' })).toHaveLength(2);
    const chance = english(sections, [], { order: 'chance' });
    expect(chance[0]).toMatch(/^Ordered by value only, for in the past the probabilities told no more than a coin: 2 customers at risk/);
    expect(chance).toHaveLength(2);
  });

  it('does not send down a list whose order says nothing but the value', () => {
    for (const order of ['chance', 'same'] as const)
      expect(english(sections, [], { order })[1]).toBe(
        'Begin at the top of the list, the largest first, for nothing but the value tells them apart; what to do stands below each customer.',
      );
  });
});
