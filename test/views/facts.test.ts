import { expect, it } from 'vitest';
import { both } from '../../src/lib/localized.ts';
import { metricById } from '../../src/metrics/registry.ts';
import type { Columns } from '../../src/views/columns.ts';
import { factsSection, recordFacts } from '../../src/views/facts.ts';
import { metricFact, metricFacts } from '../../src/views/of-metrics.ts';
import { table } from '../../src/views/table.ts';

const declared = metricById('lifetime_value').columns['lifetime_value']!;

it('a figure of a metric has the declared basis, and after it what is said of this very figure', () => {
  const fact = metricFact('lifetime_value', 'lifetime_value', { value: 6, low: 2, high: 9 }, both('2 × 3 = 6.', '2 × 3 = 6。'));
  for (const lang of ['en', 'zh-CN'] as const) {
    const [shown] = factsSection(lang, { id: 'values', title: both('Values', '价值') }, [fact]).facts;
    const basis = `${declared.meaning[lang]}${lang === 'en' ? ' 2 × 3 = 6.' : '2 × 3 = 6。'}`;
    expect(shown).toEqual({
      id: 'lifetime_value',
      title: declared.title[lang],
      type: 'money',
      value: 6,
      unit: null,
      n: null,
      low: 2,
      high: 9,
      basis,
    });
  }
  expect(() => metricFact('lifetime_value', 'nothing', { value: null })).toThrow(RangeError);
});

it('figures of a row are those of its columns, and null without a row', () => {
  const columns = ['lifetime_value', 'historical_value'];
  expect(metricFacts('lifetime_value', columns, { historical_value: 5, lifetime_value: 3 }).map(({ value }) => value)).toEqual([3, 5]);
  expect(metricFacts('lifetime_value', columns, undefined).map(({ id, value }) => [id, value])).toEqual([
    ['lifetime_value', null],
    ['historical_value', null],
  ]);
});

it('the same columns make a table of records and the facts of one, in the language of the run', () => {
  const columns: Columns<{ readonly name: string; readonly size: number }> = {
    name: { title: both('Name', '名称'), type: 'text', basis: both('As given.', '按输入。'), value: ({ name }) => both(name, `${name}表`) },
    size: { title: both('Size', '大小'), type: 'integer', unit: 'rows', basis: both('Counted.', '计数。'), value: ({ size }) => size },
  };
  const head = { id: 'files', title: both('Files', '文件') };
  const record = { name: 'A', size: 2 };
  expect(factsSection('zh-CN', head, recordFacts(columns, record)).facts).toMatchObject([
    { id: 'name', title: '名称', type: 'text', value: 'A表', unit: null, basis: '按输入。' },
    { id: 'size', title: '大小', type: 'integer', value: 2, unit: 'rows', basis: '计数。' },
  ]);
  expect(table('zh-CN', head, columns, [record])).toMatchObject({
    title: '文件',
    rows: [{ name: 'A表', size: 2 }],
    total: 1,
    glance: { first: [], most: 20, hidden: [] },
    chart: null,
  });
  expect([...table('en', head, columns, [record]).rows]).toEqual([{ name: 'A', size: 2 }]);
});
