import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../../src/report/html/html.ts';
import type { Chart, Result, ResultRow, TableSection, ValueType } from '../../../src/result/result.ts';
import { everything } from '../awkward-result.ts';

const usual = { ...everything, detail: 'usual' } as const;

function section(
  id: string,
  types: Readonly<Record<string, ValueType>>,
  rows: readonly ResultRow[],
  chart: Chart | null = null,
): TableSection {
  const columns = Object.entries(types).map(([name, type]) => ({ id: name, title: name, type, unit: null, basis: null }));
  return {
    id,
    title: id,
    kind: 'table',
    place: 'answer',
    columns,
    rows,
    total: rows.length,
    glance: { first: [], most: null, below: [], hidden: [] },
    chart,
  };
}

/** A report with one chapter of these sections. */
function report(...sections: readonly TableSection[]): Result {
  return {
    schema: 'crm-eval/result@1',
    command: 'report',
    title: 'Review',
    as_of: '2026-10-31',
    period: { from: '2026-10-01', to: '2026-11-01' },
    lang: 'en',
    engine: 'duckdb',
    chapters: [
      { id: 'one', number: 1, name: 'One', title: 'What was found', missing: null, note: null, sections: sections.map(({ id }) => id) },
    ],
    answer: ['October 2026: nothing'],
    inputs: [],
    sections: [...sections],
    findings: [],
    not_computed: [],
  };
}

async function markupOf(...sections: readonly TableSection[]): Promise<string> {
  const page = await renderHtml(report(...sections), usual);
  const markup = page.replaceAll(/<(style|script)>[^]*?<\/\1>/g, '');
  expect(markup).not.toMatch(/NaN|Infinity|undefined|\bnull\b|="-\d+(?:\.\d+)?" height|(?:width|height)="-/);
  return markup;
}

const months = (figures: readonly (number | null)[]): ResultRow[] =>
  figures.map((sales, index) => ({ month: `2026 年 ${index + 1} 月`, sales, target: sales, before: sales }));
const monthTypes = { month: 'text', sales: 'money', target: 'money', before: 'money' } as const;
const columns: Chart = { kind: 'columns', label: 'month', value: 'sales', against: 'target', before: 'before' };

describe('a page of what nobody expects', () => {
  it('keeps names of 200 characters, tags and right-to-left text as texts', async () => {
    const rtl = '\u202Eشركة الاختبار\u202C';
    const page = await markupOf(
      section('names', { customer_name: 'text', revenue: 'money' }, [
        { customer_name: 'N'.repeat(200), revenue: 1 },
        { customer_name: '<script>alert(1)</script>', revenue: 2 },
        { customer_name: rtl, revenue: 3 },
      ]),
    );
    expect(page).toContain('N'.repeat(200));
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).not.toMatch(/<script|\u202E/);
    expect(page).toContain('شركة الاختبار');
  });

  it('says that there are no rows where there is no customer', async () => {
    expect(
      await markupOf(
        section('customers', { customer_name: 'text', revenue: 'money' }, [], { kind: 'bars', label: 'customer_name', value: 'revenue' }),
      ),
    ).toContain('no rows');
  });

  it('draws no course of one month', async () => {
    const page = await markupOf(section('months', monthTypes, months([100]), columns));
    expect(page).not.toContain('<svg class="wide"');
    expect(page).toContain('>100<');
  });

  it('draws months without a target or a year before', async () => {
    const rows = months([100, 200, 300]).map((row) => ({ ...row, target: null, before: null }));
    const page = await markupOf(section('months', monthTypes, rows, columns));
    expect(page).toContain('<svg class="wide"');
    expect(page).not.toMatch(/class="(?:target|previous)"/);
  });

  it('draws sales that are all below zero, down from the line', async () => {
    const page = await markupOf(
      section('months', monthTypes, months([-100, -300, -200]), columns),
      section(
        'steps',
        { step: 'text', value: 'money' },
        [
          { step: 'before', value: -100 },
          { step: 'less', value: -200 },
          { step: 'after', value: -300 },
        ],
        { kind: 'waterfall', label: 'step', value: 'value' },
      ),
      section(
        'largest',
        { customer_name: 'text', value: 'money' },
        [-1, -2, -3, -4].map((value, index) => ({ customer_name: `c${index}`, value })),
        { kind: 'pareto', label: 'customer_name', value: 'value' },
      ),
    );
    expect(page.match(/<svg class="wide"/g)).toHaveLength(2);
  });

  it('shows of 60 reps the first, and each as a dot between the limits', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => ({
      rep: `rep ${index}`,
      rate: 0.1 + index / 1000,
      n: 10 + index * 7,
      all: 0.12,
      low: 0,
      warning_low: 0.02,
      warning_high: 0.3,
      high: 0.4,
      signal: index === 59 ? 'far_below' : 'none',
    }));
    const page = await markupOf(
      section(
        'reps',
        {
          rep: 'text',
          rate: 'ratio',
          n: 'integer',
          all: 'ratio',
          low: 'ratio',
          warning_low: 'ratio',
          warning_high: 'ratio',
          high: 'ratio',
          signal: 'text',
        },
        rows,
        {
          kind: 'limits',
          label: 'rep',
          value: 'rate',
          n: 'n',
          all: 'all',
          limits: ['low', 'warning_low', 'warning_high', 'high'],
          signal: 'signal',
        },
      ),
    );
    const [wide] = /<svg class="wide"[^]*?<\/svg>/.exec(page)!;
    expect(wide.match(/<circle/g)).toHaveLength(60);
    expect(wide.match(/class="dot-bad"/g)).toHaveLength(1);
    expect(page).toContain('52 more rows');
  });

  it('is the same to the last byte twice, and below 5 MB for 100,000 customers', async () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => ({ customer_name: `customer ${index}`, revenue: 1e6 / (index + 1) }));
    const result = report(
      section('ranking', { customer_name: 'text', revenue: 'money' }, rows, { kind: 'pareto', label: 'customer_name', value: 'revenue' }),
    );
    const page = await renderHtml(result, usual);
    expect(Buffer.byteLength(page)).toBeLessThan(5_000_000);
    expect(await renderHtml(result, usual)).toBe(page);
  });
});
