import { describe, expect, it } from 'vitest';
import { churnCard } from '../../../../src/pipelines/churn/card.ts';
import { readEarlier } from '../../../../src/pipelines/parts/since/earlier-result.ts';

const atRisk = { id: 'at_risk', kind: 'table', rows: [{ customer_id: 'C1' }] };
const whole = { schema: 'crm-eval/result@1', command: 'churn', as_of: '2026-10-24', sections: [atRisk] };
const read = (value: unknown) => readEarlier(JSON.stringify(value), 'last.json', churnCard);

describe('an earlier result', () => {
  it('is read as it was written before results had answers, places and titles', () => {
    const facts = { id: 'overview', kind: 'facts', facts: [] };
    const other = { id: 'win_back', kind: 'table', rows: [{ event: 'x' }], total: 7 };
    const others = ['watch', 'active', 'lost', 'too_new'].map((id) => ({ id, kind: 'table', rows: [], total: 0 }));
    const sections = [facts, atRisk, ...others, other];
    const { asOf, lists, chapters } = read({ ...whole, sections });
    expect([asOf, chapters]).toEqual(['2026-10-24', undefined]);
    expect(read({ ...whole, sections, chapters: [{ id: 'churn', number: 1 }] }).chapters).toEqual(['churn']);
    expect([...lists]).toEqual([['at_risk', [{ customer_id: 'C1' }]], ...others.map(({ id }) => [id, []])]);
  });

  it.each([
    [{ ...whole, schema: 'crm-eval/result@2' }, 'it is no result of crm-eval in JSON'],
    [[whole], 'it is no result of crm-eval in JSON'],
    [{ ...whole, sections: [{ ...atRisk, rows: ['C1'] }] }, 'it is no result of crm-eval in JSON'],
    [{ ...whole, command: 'score' }, 'it is a result of score, not of churn'],
    [{ ...whole, sections: [{ ...atRisk, total: 3 }] }, 'of at_risk it holds 1 rows of 3'],
    [{ ...whole, sections: [atRisk] }, 'it lacks the lists watch, active, lost, too_new'],
    [{ ...whole, sections: [] }, 'it lacks the lists at_risk, watch, active, lost, too_new'],
  ])('is refused where it is something else: %#', (value, reason) => {
    expect(() => read(value)).toThrow(`the result cannot be compared with last.json: ${reason}`);
  });

  it('is refused where it is no JSON', () => {
    expect(() => readEarlier('{"schema":', 'last.json', churnCard)).toThrow('it is no JSON');
  });
});
