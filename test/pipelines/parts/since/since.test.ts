import { describe, expect, it } from 'vitest';
import { both, type Lang } from '../../../../src/lib/localized.ts';
import { churnCard } from '../../../../src/pipelines/churn/card.ts';
import { queryCard } from '../../../../src/pipelines/query/card.ts';
import { blankResult } from '../../../../src/pipelines/parts/analysis-result.ts';
import type { EarlierResult } from '../../../../src/pipelines/parts/since/earlier-result.ts';
import { since } from '../../../../src/pipelines/parts/since/since.ts';
import type { Result, TableSection } from '../../../../src/result/result.ts';
import { table } from '../../../../src/views/table.ts';

interface Customer {
  readonly customer_id: string;
  readonly customer_name: string | null;
  readonly tier?: 'High' | 'Low';
  readonly value?: number;
}

const basis = both('As given.', '如数。');

function customers(lang: Lang, id: string, place: 'answer' | 'detail', rows: readonly Customer[]): TableSection {
  const glance = { first: ['customer_name', 'customer_id', 'value', 'tier'] };
  return table<Customer>(
    lang,
    { id, title: both(id, id), place, glance },
    {
      customer_id: { title: both('Id', '编号'), type: 'id', basis, value: (row) => row.customer_id },
      customer_name: { title: both('Customer', '客户'), type: 'text', basis, value: (row) => row.customer_name },
      value: { title: both('Value', '金额'), type: 'money', basis, value: (row) => row.value ?? null },
      tier: {
        title: both('Tier', '层级'),
        type: 'text',
        basis,
        value: ({ tier = null }) => (tier === null ? null : both(tier, tier === 'High' ? '高' : '低')),
        code: ({ tier = null }) => (tier === null ? null : `tier_${tier === 'High' ? 1 : 2}`),
      },
    },
    rows,
  );
}

function churned(lang: Lang): Result {
  return {
    ...blankResult(churnCard, lang),
    answer: ['Call them.'],
    sections: [
      customers(lang, 'at_risk', 'answer', [
        { customer_id: 'C1', customer_name: 'Kerui', tier: 'High', value: 500 },
        { customer_id: 'C2', customer_name: null, tier: 'Low', value: 20 },
        { customer_id: 'C3', customer_name: 'Mingde', tier: 'Low' },
      ]),
      customers(lang, 'watch', 'answer', [{ customer_id: 'C4', customer_name: 'Jinnuo', tier: 'High' }]),
      customers(lang, 'active', 'detail', [{ customer_id: 'C5', customer_name: 'Ruifeng' }]),
    ],
  };
}

const earlier: EarlierResult = {
  asOf: '2026-10-24',
  where: [],
  files: [],
  lists: new Map([
    ['at_risk', [{ customer_id: 'C3', customer_name: 'Mingde', tier: '低', tier_code: 'tier_2' }]],
    [
      'watch',
      [
        { customer_id: 'C4', customer_name: 'Jinnuo', tier: '低', tier_code: 'tier_2' },
        { customer_id: 'C2', tier: '低', tier_code: 'tier_2' },
        { customer_id: 'C5', customer_name: 'Ruifeng' },
        { customer_id: 'C9', customer_name: 'Gone', value: 7 },
      ],
    ],
    ['active', []],
  ]),
};

describe('a result since an earlier one', () => {
  it('says first who is new, and by how many the lists changed else', () => {
    expect(since(churned('en'), earlier, churnCard, 'last.json').result.answer).toEqual([
      '2 customers are newly at risk since 2026-10-24: Kerui, C2; 1 no longer at risk; 1 left the lists; 1 changed tier.',
      'Call them.',
    ]);
    expect(since(churned('zh-CN'), earlier, churnCard, 'last.json').result.answer[0]).toBe(
      '自 2026-10-24 以来新增高风险客户 2 位：Kerui、C2；1 位已解除风险；1 位移出名单；1 位层级变动。',
    );
  });

  it('says before all who is lost, by name, and never that they left the lists', () => {
    const lostOf = (lang: Lang, lists: EarlierResult['lists']) => {
      const now = churned(lang);
      now.sections.push(customers(lang, 'lost', 'detail', [{ customer_id: 'C9', customer_name: 'Gone' }]));
      return since(now, { ...earlier, lists }, churnCard, 'last.json').result.answer[0];
    };
    expect(lostOf('en', earlier.lists)).toBe(
      '1 is now lost since 2026-10-24: Gone; 2 customers are newly at risk: Kerui, C2; 1 no longer at risk; 1 changed tier.',
    );
    expect(lostOf('zh-CN', earlier.lists)).toBe(
      '自 2026-10-24 以来有 1 位已流失：Gone；新增高风险客户 2 位：Kerui、C2；1 位已解除风险；1 位层级变动。',
    );
    const same = [...churned('en').sections].map((section): [string, TableSection['rows']] => [section.id, (section as TableSection).rows]);
    const watched = new Map(same.map(([id, rows]) => [id, [...rows, ...(id === 'watch' ? [{ customer_id: 'C9' }] : [])]]));
    expect(lostOf('en', watched)).toBe('1 is now lost since 2026-10-24: Gone.');
  });

  it('has a table of the changes first, in words of this run', () => {
    const { result, entered } = since(churned('en'), earlier, churnCard, 'last.json');
    const [section, ...others] = result.sections;
    expect(others.map(({ id }) => id)).toEqual(['at_risk', 'watch', 'active']);
    expect(section).toMatchObject({ id: 'since', title: 'Changes since 2026-10-24', place: 'answer', kind: 'table', total: 5 });
    const cells = [...(section as TableSection).rows].map((row) =>
      ['change_code', 'customer_id', 'value', 'list', 'list_before_code', 'tier', 'tier_before'].map((id) => row[id]),
    );
    expect(cells).toEqual([
      ['new', 'C1', 500, 'at risk', null, 'High', null],
      ['moved', 'C2', 20, 'at risk', 'watch', 'Low', 'Low'],
      ['moved', 'C4', null, 'to be watched', 'watch', 'High', 'Low'],
      ['moved', 'C5', null, 'not at risk', 'watch', null, null],
      ['gone', 'C9', 7, null, 'watch', null, null],
    ]);
    expect(Object.fromEntries(entered!)).toEqual({ at_risk: 2, watch: 0, active: 1 });
    expect((section as TableSection).columns.every((column) => (column.basis ?? '') !== '')).toBe(true);
  });

  it('says that nothing is new where nothing is, and names no more than three', () => {
    const answerOf = (lists: EarlierResult['lists'], asOf: string | null = '2026-10-24') =>
      since(churned('en'), { ...earlier, asOf, lists }, churnCard, 'last.json').result.answer[0];
    const same = new Map(churned('en').sections.map((section) => [section.id, [...(section as TableSection).rows]]));
    expect(answerOf(same)).toBe('Nothing new since 2026-10-24.');
    expect(answerOf(same, null)).toBe('Nothing new since the last run.');
    expect(answerOf(new Map([['at_risk', []]]))).toBe('3 customers are newly at risk since 2026-10-24: Kerui, C2, Mingde.');
    const four = churned('en');
    four.sections[0] = customers(
      'en',
      'at_risk',
      'answer',
      [1, 2, 3, 4].map((id) => ({ customer_id: `C${id}`, customer_name: null })),
    );
    expect(since(four, { ...earlier, asOf: null, lists: new Map([['at_risk', []]]) }, churnCard, 'x').result.answer[0]).toBe(
      '4 customers are newly at risk since the last run: C1, C2, C3 and 1 more.',
    );
  });

  it('is a first run without an earlier one: no sentence, no rows, nothing new', () => {
    const { result, entered } = since(churned('en'), null, churnCard, 'last.json');
    expect(result.answer).toEqual(['Call them.']);
    expect(result.sections[0]).toMatchObject({ id: 'since', title: 'Changes since the last run', total: 0 });
    expect(entered).toBeNull();
  });

  it('is refused where the earlier rows have no id: nobody can be told from the others', () => {
    const lists = new Map([['watch', [{ owner: 'X' }]]]);
    expect(() => since(churned('en'), { ...earlier, asOf: null, lists }, churnCard, 'last.json')).toThrow(
      'its rows of watch have no column customer_id',
    );
  });

  it('is refused where no column is an id', () => {
    const result = {
      ...blankResult(queryCard, 'en'),
      sections: [
        table(
          'en',
          { id: 'result', title: both('Result', '结果') },
          { n: { title: both('n', 'n'), type: 'integer', basis, value: () => 1 } },
          [1],
        ),
      ],
    };
    expect(() => since(result, { ...earlier, asOf: null, lists: new Map([['result', []]]) }, queryCard, 'last.json')).toThrow(
      'no column of the result is an id',
    );
  });

  it('is refused where one side is filtered and the other is not, or otherwise, with both said', () => {
    const filtered = { ...churned('en'), where: ['owner = Zhou', 'value > 5'] };
    expect(() => since(filtered, earlier, churnCard, 'last.json')).toThrow(
      'it was written with no --where, and this run has --where "owner = Zhou" --where "value > 5"',
    );
    const other = { ...earlier, where: ['owner = Li'] };
    expect(() => since(churned('zh-CN'), other, churnCard, 'last.json')).toThrow('it was written with --where "owner = Li"');
    const alike = { ...earlier, where: ['value > 5', 'owner = Zhou'] };
    expect(since(filtered, alike, churnCard, 'last.json').entered?.get('at_risk')).toBe(2);
  });
});
