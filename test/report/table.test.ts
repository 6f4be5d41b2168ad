import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { CrmEvalError } from '../../src/errors.ts';
import { renderTable } from '../../src/report/table.ts';
import type { Result } from '../../src/result/result.ts';
import { awkward, everything, inChinese } from './awkward-result.ts';

const sized = (width: number, more = {}) => ({ ...everything, width, ...more });

function manyRows(count: number): Result {
  const section = awkward.sections[1]!;
  if (section.kind !== 'table') throw new Error('the second section is the table');
  return { ...awkward, sections: [{ ...section, total: count, rows: Array.from({ length: count }, () => section.rows.slice(0, 1)[0]!) }] };
}

describe('renderTable', () => {
  it('shows the whole result at 80 columns', async () => {
    await expect(await renderTable(awkward, sized(80))).toMatchFileSnapshot('goldens/table-80.txt');
  });

  it('shows the whole result in Chinese at 160 columns', async () => {
    await expect(await renderTable(inChinese, sized(160))).toMatchFileSnapshot('goldens/table-160-zh.txt');
  });

  it('keeps within the width from 72 columns on', async () => {
    for (const width of [72, 80, 100, 160, 300]) {
      for (const result of [awkward, inChinese]) {
        const lines = (await renderTable(result, sized(width))).split('\n');
        expect(lines.length).toBeGreaterThan(40);
        for (const line of lines) expect(stringWidth(line), line).toBeLessThanOrEqual(width);
      }
    }
  });

  it('shows three columns however narrow the terminal is, and counts the others', async () => {
    const text = await renderTable(awkward, sized(1, { sections: ['ranking'] }));
    expect(text).toMatch(/Name +Score +Revenue/);
    expect(text).toContain('… 7 more columns: --columns chooses, --out FILE.xlsx has all');
  });

  it('shows 20 rows and counts the rest', async () => {
    const text = await renderTable(manyRows(1_021), sized(100));
    expect(text.match(/^北京海鸥科技有限公司 /gm)).toHaveLength(20);
    expect(text).toContain('… 1,001 more rows');
    expect(await renderTable(manyRows(21), sized(100))).toContain('… 1 more row');
    expect((await renderTable(manyRows(30), sized(100, { limit: 25 }))).match(/^北京海鸥科技有限公司 /gm)).toHaveLength(25);
    expect((await renderTable(manyRows(30), sized(100, { limit: Infinity }))).match(/^北京海鸥科技有限公司 /gm)).toHaveLength(30);
  });

  it('says once what several facts in turn are computed from, of the last', async () => {
    const fact = { type: 'integer', value: 1, unit: null, n: null, low: null, high: null } as const;
    const facts = [
      { ...fact, id: 'orders_before', title: 'Orders, before', basis: 'Returns do not count.' },
      { ...fact, id: 'orders_after', title: 'Orders, after', basis: 'Returns do not count.' },
      { ...fact, id: 'days', title: 'Days', basis: 'Days with an order.' },
      { ...fact, id: 'returns', title: 'Returns', basis: 'Returns do not count.' },
    ];
    const text = await renderTable(
      { ...awkward, sections: [{ id: 'pairs', title: 'Pairs', kind: 'facts', place: 'basis', first: null, facts }] },
      sized(80),
    );
    expect(text).toContain(
      [
        '  Orders, before  1',
        '  Orders, after   1  Returns do not count.',
        '  Days            1  Days with an order.',
        '  Returns         1  Returns do not count.',
      ].join('\n'),
    );
  });

  it('sends no control character of the data to the terminal, and no colour unless asked', async () => {
    expect((await renderTable(awkward, sized(300))).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    const colored = await renderTable(awkward, sized(300, { color: true }));
    expect(colored).toContain('\u001b[1m');
    expect(stripVTControlCharacters(colored)).toBe(await renderTable(awkward, sized(300)));
  });

  it('renders one section when asked, and refuses one that is not there with a guess', async () => {
    expect(await renderTable(awkward, sized(80, { sections: ['overview'] }))).not.toContain('Ranking');
    const error: unknown = await renderTable(awkward, sized(80, { sections: ['rankin'] })).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(CrmEvalError);
    expect(error).toMatchObject({
      code: 'section-unknown',
      exit: 'usage',
      fix: { en: 'did you mean ranking? choose one of: overview, ranking, empty' },
    });
  });

  it('ends with a line that sums up', async () => {
    expect(await renderTable(awkward, sized(100))).toMatch(
      /\n1,001 rows read = 951 used \+ 40 set aside \+ 10 rejected · 1 error, 1 warning, 1 note\n$/,
    );
    expect(await renderTable({ ...awkward, inputs: [], findings: [], not_computed: [], sections: [] }, sized(80))).toMatch(
      /\n\nno findings\n$/,
    );
  });
});
