import { describe, expect, it } from 'vitest';
import { renderTable } from '../../src/report/table.ts';
import type { Finding, Result, TableSection } from '../../src/result/result.ts';
import { awkward, everything } from './awkward-result.ts';

const [overview, ranking, empty] = awkward.sections as [Result['sections'][number], TableSection, TableSection];
const result: Result = {
  ...awkward,
  sections: [
    overview,
    { ...ranking, glance: { ...ranking.glance, below: ['note'] } },
    { ...empty, id: 'more', title: 'More', place: 'detail' },
  ],
  inputs: [awkward.inputs[0]!, { ...awkward.inputs[1]!, idle: true }],
};
const at = (detail: 'answer' | 'usual' | 'everything', sections: readonly string[] | null = null) =>
  renderTable(result, { ...everything, width: 80, detail, sections });

describe('what a terminal shows unasked', () => {
  it('is the answer, then what it rests on, then files and the sum of it all', async () => {
    const text = await at('usual');
    const places = [
      'Two of five customers',
      'Ranking: customers',
      'Overview',
      'More: --section more (0); -v shows all',
      'Inputs',
      'Findings',
      '1,001 rows read',
    ];
    expect(places.map((each) => text.indexOf(each))).toEqual(
      places.map((each) => text.indexOf(each)).toSorted((one, other) => one - other),
    );
    for (const each of places) expect(text).toContain(each);
    expect(text).not.toContain('customers with two or more orders');
  });

  it('names the file that counts and the one of which nothing is read, without notes on the data', async () => {
    const text = await at('usual');
    expect(text).toContain(
      '  订单 2026.csv · 1,000 rows read = 950 used + 40 set aside + 10 rejected\n  score needs nothing from crm.xlsx › 客户\n',
    );
    expect(text).not.toContain('i note');
    expect(await at('everything')).toContain('i note');
  });

  it('is the answer alone when nothing else is wanted', async () => {
    const text = await at('answer');
    expect(text).toContain('Two of five customers');
    expect(text).toContain('Ranking: customers');
    for (const part of ['Overview', 'Inputs', 'Findings', 'rows read']) expect(text).not.toContain(part);
  });

  it('has the sentences above the sections that were asked for, but for who asks for nothing beside them', async () => {
    const text = await at('usual', ['more', 'overview']);
    expect(text.indexOf('Two of five customers')).toBeLessThan(text.indexOf('More\n'));
    expect(text.indexOf('More\n')).toBeLessThan(text.indexOf('Overview\n'));
    expect(await at('answer', ['more', 'overview'])).not.toContain('Two of five customers');
    expect(text).toContain('customers with two or more orders');
  });
});

describe('findings', () => {
  const [first, , second] = awkward.findings as [Finding, Finding, Finding];
  const finding = (code: string, money?: number): Finding => ({ ...second, code, ...(money === undefined ? {} : { money }) });

  it('stand by level, and within it those that touch the most money first', async () => {
    const findings = [finding('none'), finding('small', 5), finding('large', -900), { ...first, money: 1 }, finding('small', 6)];
    const text = await renderTable({ ...result, findings }, { ...everything, width: 80, detail: 'usual', sections: null });
    const codes = [...text.matchAll(/^ {2}[✖!] \w+ (\S+)/gm)].map((match) => match[1]);
    expect(codes).toEqual(['large', 'small', 'none', 'date-invalid']);
  });

  it('are a line each with the fix and without the place, which -v shows', async () => {
    const usual = await at('usual');
    expect(usual).toContain('  ✖ error date-invalid · 5× · not a date · fix: write yyyy-mm-dd\n');
    expect(usual).not.toContain(':118');
    expect(await at('everything')).toContain(':118');
  });
});

describe('sentences of a row', () => {
  it('stand below it, whole, and in no column', async () => {
    const rows = (await at('usual')).split('\n');
    const first = rows.findIndex((line) => line.startsWith('客户客户'));
    expect(rows[first + 1]).toBe('    Note: _x0041_ \\ud800 \t@SUM(1)'.replace('\t', '\\x09'));
    expect(rows.find((line) => line.includes('Score'))).not.toContain('Note');
  });

  it('stand once below rows in turn that have the same, with how many they are', async () => {
    const said = async (notes: readonly (string | null)[]) => {
      const rows = notes.map((note, row) => ({ ...Array.from(ranking.rows)[0]!, customer_id: `C${row}`, note }));
      const section = {
        ...ranking,
        chart: null,
        total: rows.length,
        rows,
        glance: { ...ranking.glance, first: ['customer_id'], below: ['note'] },
      };
      const text = await renderTable({ ...result, sections: [section] }, { ...everything, width: 80, detail: 'usual' });
      return text.split('\n').flatMap((line) => /^ {4}.*Note: .*$|^C\d/.exec(line)?.[0].trim() ?? []);
    };
    expect(await said(['late', 'late', 'late', null, null, 'late'])).toEqual([
      'C0',
      'C1',
      'C2',
      'all 3 rows above · Note: late',
      'C3',
      'C4',
      'C5',
      'Note: late',
    ]);
  });
});
