import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../../src/report/html/html.ts';
import type { Result, TableSection } from '../../../src/result/result.ts';
import { describeWithData } from '../../data-folder.ts';
import { awkward, everything } from '../awkward-result.ts';
import { naughtyStrings, resultOf } from '../naughty-strings.ts';

const usual = { ...everything, detail: 'usual' } as const;

describe('renderHtml', () => {
  it('writes the whole result', async () => {
    const page = await renderHtml(awkward, usual);
    // How it looks is looked at; the hash of the style is held by the next test.
    const withoutStyle = page.replace(/<style>[^]*<\/style>/, '<style></style>').replaceAll(/sha256-[\w+/=]+/g, 'sha256-');
    await expect(withoutStyle).toMatchFileSnapshot('../goldens/result.html');
  });

  it('says above all figures the month, and below them what it is held against', async () => {
    const month = { period: { from: '2026-10-01', to: '2026-11-01' }, compared_with: { from: '2026-09-01', to: '2026-10-01' } };
    const english = await renderHtml({ ...awkward, ...month }, usual);
    expect(english).toContain('<p class="kicker">Customer ranking · <b>October 2026</b></p>');
    expect(english).toContain('<p class="meta">as of 2026-10-31 · compared with September · intervals are 95%');
    const chinese = await renderHtml({ ...awkward, ...month, lang: 'zh-CN' }, usual);
    expect(chinese).toContain('<p class="meta">截至 2026-10-31 · 与 9 月比较 · 区间均为 95%');
    const quarter = { period: { from: '2026-07-01', to: '2026-10-01' }, compared_with: { from: '2026-04-01', to: '2026-07-01' } };
    expect(await renderHtml({ ...awkward, ...quarter, lang: 'zh-CN' }, usual)).toContain(' · 与第二季度比较 · ');
  });

  it('lets act only the style and the script whose hashes its policy names, and asks for nothing', async () => {
    const page = await renderHtml(longTable(), { ...usual, limit: 40 });
    const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)!;
    expect(policy).toContain("default-src 'none'");
    for (const tag of ['style', 'script']) {
      const inner = [...page.matchAll(new RegExp(`<${tag}>([^]*?)</${tag}>`, 'g'))].map(([, text]) => text!);
      expect(inner).toHaveLength(1);
      expect(policy).toContain(`${tag}-src 'sha256-${createHash('sha256').update(inner[0]!).digest('base64')}'`);
    }
    expect(page.replaceAll(/<(style|script)>[^]*?<\/\1>/g, '')).not.toMatch(/\sstyle=|\son\w+=|\ssrc=|href="(?!#)|url\(/i);
  });

  it('has no script where no table is long', async () => {
    const page = await renderHtml(awkward, usual);
    expect(page).not.toContain('<script');
    expect(page).not.toContain('script-src');
  });

  it('shows twelve rows of a table unless told otherwise, and says how many are left', async () => {
    const rows = (page: string): number => page.match(/<tr><th scope="row"[^>]*>row /g)?.length ?? 0;
    const short = await renderHtml(longTable(), { ...usual, limit: null });
    expect([rows(short), short.includes('>28 more rows in the workbook<')]).toEqual([12, true]);
    expect(rows(await renderHtml(longTable(), { ...usual, limit: 20 }))).toBe(20);
  });

  it('links to what is on the page alone, and names each place once', async () => {
    const page = await renderHtml(awkward, usual);
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids).toEqual([...new Set(ids)]);
    for (const [, target] of page.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target);
  });

  it('draws every kind of chart with a title and a description, on a wide and on a narrow page', async () => {
    for (const chart of charts) {
      const page = await renderHtml({ ...awkward, sections: [months(chart)] }, usual);
      const drawn = page.match(/<svg class="(?:wide|narrow)"[^]*?<\/svg>/g) ?? [];
      expect(drawn.length, chart!.kind).toBe(2);
      for (const svg of drawn) expect(svg, chart!.kind).toMatch(/^<svg [^>]*role="img"[^>]*><title>[^<]+<\/title><desc>[^<]+<\/desc>/);
      expect(page, chart!.kind).not.toMatch(/NaN|Infinity|undefined/);
    }
  });

  it('draws rows side by side where the chart goes with rows, and shades where it is a heat map', async () => {
    const dots = await renderHtml(
      { ...awkward, sections: [months({ kind: 'dots', label: 'month', value: 'sales', low: 'target', high: 'sales' })] },
      usual,
    );
    expect(dots.match(/<td class="drawn"><svg class="in-row"/g)).toHaveLength(5);
    const heat = await renderHtml({ ...awkward, sections: [months({ kind: 'heat', label: 'month', values: ['sales', 'target'] })] }, usual);
    expect(heat).toMatch(/class="number heat heat-5"/);
  });
});

const charts: readonly TableSection['chart'][] = [
  { kind: 'columns', label: 'month', value: 'sales', against: 'target' },
  { kind: 'waterfall', label: 'month', value: 'sales' },
  { kind: 'pareto', label: 'month', value: 'sales' },
  { kind: 'lines', label: 'month', values: ['sales', 'target'] },
];

function months(chart: TableSection['chart']): TableSection {
  const rows = [1200, null, 900, -300, 1500, 0].map((sales, index) => ({
    month: `2026-0${index + 1}`,
    sales,
    target: index === 3 ? null : 1000,
  }));
  return {
    id: 'months',
    title: 'Months',
    kind: 'table',
    place: 'answer',
    columns: [
      { id: 'month', title: 'Month', type: 'text', unit: null, basis: null },
      { id: 'sales', title: 'Sales', type: 'money', unit: null, basis: null },
      { id: 'target', title: 'Target', type: 'money', unit: null, basis: null },
    ],
    rows,
    total: rows.length,
    glance: { first: [], most: null, below: [], hidden: [] },
    chart,
  };
}

function longTable(): Result {
  const rows = Array.from({ length: 40 }, (_, index) => ({ month: `row ${index}`, sales: index, target: 1 }));
  return { ...awkward, sections: [{ ...months(null), rows, total: rows.length }] };
}

describeWithData('naughty strings on a page', (folder) => {
  it('are texts in every row, and the page has the tags that it has without them', async () => {
    const strings = naughtyStrings(folder);
    const tags = (page: string): string[] => page.replaceAll(/<(style|script)>[^]*?<\/\1>/g, '').match(/<[^>]*>/g) ?? [];
    const named = (page: string): string[] => tags(page).map((tag) => /^<\/?[\w!]+/.exec(tag)?.[0] ?? tag);
    const options = { ...usual, limit: Infinity };
    const plain = await renderHtml(resultOf(strings.map(() => 'text')), options);
    expect(named(await renderHtml(resultOf(strings), options))).toEqual(named(plain));
  });
});
