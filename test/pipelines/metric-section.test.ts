import { expect, it } from 'vitest';
import { sql } from '../../src/engine/sql.ts';
import { metricById } from '../../src/metrics/registry.ts';
import { metricSection, resultColumn, wordOf } from '../../src/pipelines/metric-section.ts';
import { openEngine } from '../engine/open-engine.ts';

it('a column of a section is the declared one, under its own name or another', () => {
  const declared = metricById('revenue_share').columns['revenue_share']!;
  expect(resultColumn({ metric: 'revenue_share', column: 'revenue_share' }, 'en')).toEqual({
    id: 'revenue_share',
    title: declared.title.en,
    type: 'ratio',
    unit: declared.unit ?? null,
    basis: declared.meaning.en,
  });
  expect(resultColumn({ metric: 'revenue_share', column: 'revenue_share', as: 'share' }, 'zh-CN')).toMatchObject({
    id: 'share',
    title: declared.title['zh-CN'],
  });
  expect(() => resultColumn({ metric: 'revenue_share', column: 'nothing' }, 'en')).toThrow(RangeError);
});

it('ids become words, one without a word stays, and null stays null', () => {
  const words = new Map([['a', 'Alpha']]);
  expect(wordOf(words, 'a')).toBe('Alpha');
  expect(wordOf(words, 'b')).toBe('b');
  expect(wordOf(words, null)).toBeNull();
});

it('a section holds the rows of its metric in the order that is asked for', async () => {
  const engine = await openEngine();
  try {
    await engine.create(
      'rfm_cuts',
      sql`select * from (values ('recency', 1, 10.5::double), ('recency', 2, 20.0::double), ('monetary', 1, null)) as t(measure, cut, value)`,
    );
    const section = await metricSection(engine, {
      id: 'cuts',
      title: 'Cuts',
      lang: 'en',
      picks: [
        { metric: 'rfm_cuts', column: 'value', as: 'at' },
        { metric: 'rfm_cuts', column: 'measure' },
      ],
      from: sql`rfm_cuts order by measure, cut desc`,
      words: { measure: new Map([['recency', 'Recency']]) },
    });
    expect(section).toMatchObject({ id: 'cuts', title: 'Cuts', kind: 'table', chart: null });
    expect(section.columns.map((column) => [column.id, column.type])).toEqual([
      ['at', 'number'],
      ['measure', 'text'],
    ]);
    expect([...section.rows]).toEqual([
      { at: null, measure: 'monetary' },
      { at: 20, measure: 'Recency' },
      { at: 10.5, measure: 'Recency' },
    ]);
  } finally {
    await engine.close();
  }
});
