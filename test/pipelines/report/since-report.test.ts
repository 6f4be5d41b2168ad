import { describe, expect, it } from 'vitest';
import { both } from '../../../src/lib/localized.ts';
import type { EarlierResult } from '../../../src/pipelines/parts/since/earlier-result.ts';
import { type Attention } from '../../../src/pipelines/report/attention.ts';
import type { Figure } from '../../../src/pipelines/report/figures.ts';
import { noticeOf } from '../../../src/pipelines/report/notice.ts';
import { sinceReport } from '../../../src/pipelines/report/since-report.ts';
import type { Result, ResultRow, TableSection } from '../../../src/result/result.ts';

const attention = (id: string): Attention => ({
  id,
  level: 'important',
  text: both(`about ${id}`, `关于 ${id}`),
  money: null,
  p: null,
  chapter: 'churn',
});

function figure(id: string, code: string | null): Figure {
  const nothing = {
    target: null,
    before: null,
    before_name: null,
    difference: null,
    relative: null,
    low: null,
    high: null,
    n: null,
    k: null,
    weighted: null,
    judgement: null,
    basis: null,
  };
  return { ...nothing, id, title: both(`the ${id}`, `${id} 指标`), type: 'money', unit: null, value: 1, verdict: code, verdict_code: code };
}

function table(id: string, rows: ResultRow[]): TableSection {
  const glance = { first: [], most: null, below: [], hidden: [] };
  return { id, title: id, kind: 'table', place: 'answer', columns: [], rows, total: rows.length, glance, chart: null };
}

const resultOf = (sections: TableSection[]): Result => ({
  schema: 'crm-eval/result@1',
  command: 'report',
  title: 'Monthly review',
  as_of: '2026-10-31',
  period: null,
  lang: 'en',
  engine: 'duckdb',
  answer: ['October 2026: sales 800'],
  inputs: [],
  sections,
  findings: [],
  not_computed: [],
});

const earlier: EarlierResult = {
  asOf: '2026-09-30',
  where: [],
  files: [],
  lists: new Map<string, ResultRow[]>([
    [
      'attention',
      [
        { id: 'target', what: 'the year' },
        { id: 'churn:C1', what: 'Ada may leave' },
        { id: 'change:margin', what: 'margin fell' },
      ],
    ],
    [
      'figures',
      [
        { id: 'revenue', verdict: 'within chance', verdict_code: 'within_chance' },
        { id: 'margin', verdict: 'more than chance', verdict_code: 'more_than_chance' },
        { id: 'retention', verdict: null, verdict_code: null },
      ],
    ],
    [
      'actions',
      [
        { action_id: 'deal:1', state: 'open', state_code: 'open' },
        { action_id: 'deal:2', state: 'open', state_code: 'open' },
        { action_id: 'deal:3', state: 'late', state_code: 'late' },
      ],
    ],
  ]),
};

const review = (id: string, state: string): ResultRow => ({
  action_id: id,
  action: 'Call',
  about: `customer ${id}`,
  rep: 'Ada',
  state,
  state_code: state,
  evidence: 'a call on 2026-10-03',
});

const reps = resultOf([table('last_review', [review('deal:1', 'done'), review('deal:2', 'late'), review('deal:3', 'late')])]);

describe('what is new in a report', () => {
  const { section, sentence } = sinceReport({
    earlier,
    // The sixth is not shown; that it is still there tells that it is not settled.
    attention: [...['target', 'churn:C2', 'a', 'b', 'c'].map(attention), attention('change:margin')],
    chapters: ['churn'],
    figures: [
      figure('revenue', 'more_than_chance'),
      figure('margin', 'more_than_chance'),
      figure('retention', 'within_chance'),
      figure('other', 'stock'),
    ],
    runs: { results: new Map([['reps', reps]]), refusals: new Map() },
    lang: 'en',
  });

  it('is attention anew and no longer, verdicts that both have, actions done and newly late', () => {
    expect([...section.rows].map(({ news_code: news, what, who, before, now }) => [news, what, who, before, now])).toEqual([
      ['attention', 'about churn:C2', null, null, null],
      ['attention', 'about a', null, null, null],
      ['attention', 'about b', null, null, null],
      ['attention', 'about c', null, null, null],
      ['verdict', 'the revenue', null, 'within chance', 'more_than_chance'],
      ['late', 'Call: customer deal:2', 'Ada', 'open', 'a call on 2026-10-03'],
      ['done', 'Call: customer deal:1', 'Ada', 'open', 'a call on 2026-10-03'],
      ['settled', 'Ada may leave', null, null, null],
    ]);
    expect(sentence).toEqual(
      both(
        'Since 2026-09-30: 4 items need attention anew, 1 verdict changed, 1 action now late, 1 action done, 1 item is no longer a concern.',
        '自 2026-09-30 以来：新增需要关注 4 项，结论变化 1 项，新逾期行动 1 项，完成行动 1 项，不再需要关注 1 项。',
      ),
    );
  });

  it('may be nothing', () => {
    const nothing = { runs: { results: new Map(), refusals: new Map() }, figures: [], attention: [], chapters: [], lang: 'zh-CN' } as const;
    const { section: empty } = sinceReport({ ...nothing, earlier: { ...earlier, lists: new Map([['attention', []]]) } });
    expect([empty.total, empty.title]).toEqual([0, '自 2026-09-30 以来无变化。']);
  });
});

describe('what is new in a report of other chapters', () => {
  const told = (was: readonly string[] | undefined, is: readonly string[]): unknown[] => {
    const rows = [
      { id: 'target', what: 'the year', chapter_code: 'targets' },
      { id: 'churn:C1', what: 'Ada may leave', chapter_code: 'churn' },
      { id: 'change:margin', what: 'margin fell', chapter_code: 'targets' },
    ];
    const before = { asOf: '2026-09-30', where: [], files: [], lists: new Map([['attention', rows]]) };
    const now = [
      attention('churn:C2'),
      { ...attention('pool:reps'), chapter: 'pool' },
      { ...attention('change:margin'), chapter: 'tiers' },
    ];
    const { section } = sinceReport({
      earlier: was === undefined ? before : { ...before, chapters: was },
      attention: now.filter(({ chapter }) => is.includes(chapter)),
      chapters: is,
      figures: [],
      runs: { results: new Map(), refusals: new Map() },
      lang: 'en',
    });
    return [...section.rows].map(({ news_code: news, what }) => `${String(news)} ${String(what)}`);
  };

  it('is what the chapters of both tell: no target is settled by leaving its chapter out, no lead is new by adding one', () => {
    expect(told(['targets', 'churn'], ['tiers', 'churn', 'pool'])).toEqual(['attention about churn:C2', 'settled Ada may leave']);
    expect(told(['targets', 'churn'], ['pool'])).toEqual([]);
  });

  it('is all of it where both have the same chapters, or the earlier does not say which', () => {
    const all = ['targets', 'churn', 'pool', 'tiers'];
    const expected = ['attention about churn:C2', 'attention about pool:reps', 'settled the year', 'settled Ada may leave'];
    expect(told(all, all)).toEqual(expected);
    expect(told(undefined, all)).toEqual(expected);
  });
});

describe('the notice of a report', () => {
  const row = (id: string, shows: string, more: ResultRow): ResultRow => ({
    id,
    figure: `The ${id}`,
    shows,
    unit: null,
    verdict: null,
    ...more,
  });
  const result = resultOf([
    table('figures', [
      row('revenue', 'money', { value: 800 }),
      row('margin', 'ratio', { value: 0.457, difference: 0.022, relative: null, verdict: 'within chance', verdict_code: 'within_chance' }),
      row('customers', 'integer', {
        value: 1040,
        unit: 'customers',
        difference: -10,
        relative: -0.2,
        verdict: 'within chance',
        verdict_code: 'within_chance',
      }),
      row('pipeline', 'money', { value: 1_200_000, attainment: 0.5 }),
      row('orders', 'integer', { value: 90, difference: 5, relative: null, verdict: 'more than chance', verdict_code: 'more_than_chance' }),
    ]),
    table(
      'attention',
      ['one', 'two', 'three', 'four', 'five'].map((what) => ({ level: '◆ important', what })),
    ),
    table('since', [
      { news_code: 'attention', what: 'five' },
      { news_code: 'settled', what: 'four' },
    ]),
  ]);

  it('has the month in a sentence, three figures, those beyond chance first, and what is urgent or new', () => {
    expect(noticeOf(result, ['r/a.html', 'r/a.xlsx'], {})).toBe(
      [
        'Monthly review (as of 2026-10-31)',
        'October 2026: sales 800',
        '',
        'The orders: 90 (+5, more than chance)',
        'The margin: 45.7% (+2.2 pp, within chance)',
        'The customers: 1,040 customers (−20%, within chance)',
        '',
        'Needs attention:',
        '◆ important one',
        '◆ important two',
        '◆ important three',
        '◆ important five (new)',
        '',
        'Files:',
        'r/a.html',
        'r/a.xlsx',
        '',
      ].join('\n'),
    );
  });

  it('is the sentence alone where there is no more', () => {
    expect(noticeOf(resultOf([]), [], {})).toBe('Monthly review (as of 2026-10-31)\nOctober 2026: sales 800\n');
  });
});
