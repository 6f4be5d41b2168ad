import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sql } from '../../../src/engine/sql.ts';
import { defineMetric } from '../../../src/metrics/define.ts';
import { metrics as registry } from '../../../src/metrics/registry.ts';
import { metrics, metricSql } from '../../../src/pipelines/metrics/metrics.ts';
import { resultSchema, type TableSection } from '../../../src/result/result.ts';

const both = (text: string) => ({ en: text, 'zh-CN': `${text}（中）` });
const declaration = {
  id: 'win_rate',
  question: both('Who wins?'),
  grain: ['rep'],
  columns: { rep: { type: 'text', shows: 'text', title: both('Rep'), meaning: both('the rep'), empty: both('never') } },
  requires: [['opportunities.rep'], ['opportunities.state', 'opportunities.stage']],
  reads: ['opportunities.amount'],
  uses: [],
  source: 'hand-worked',
  parameters: z.object({}),
} as const;
const win = defineMetric({ ...declaration, sql: () => sql`select rep from opportunities` });
const computed = defineMetric({ ...declaration, id: 'computed', compute: async () => [] });

describe('metrics', () => {
  it('lists every metric with what it requires', () => {
    const result = metrics({ registry: [win], id: null, lang: 'en' });
    expect(resultSchema.parse(result)).toEqual(result);
    expect((result.sections[0] as TableSection).rows).toEqual([
      { metric: 'win_rate', question: 'Who wins?', grain: 'rep', requires: 'opportunities.rep, opportunities.state | opportunities.stage' },
    ]);
  });

  it('prints the declaration of one', () => {
    const [head, columns] = metrics({ registry: [win], id: 'win_rate', lang: 'zh-CN' }).sections;
    expect(head?.kind === 'facts' ? head.facts.map(({ id, value }) => [id, value]) : null).toEqual([
      ['question', 'Who wins?（中）'],
      ['grain', 'rep'],
      ['requires', 'opportunities.rep, opportunities.state | opportunities.stage'],
      ['reads', 'opportunities.amount'],
      ['uses', null],
      ['source', 'hand-worked'],
    ]);
    expect((columns as TableSection).rows).toEqual([
      { column: 'rep', title: 'Rep（中）', type: 'text', unit: null, meaning: 'the rep（中）', empty: 'never（中）' },
    ]);
  });

  it('refuses an unknown id with the nearest one', () => {
    expect(() => metrics({ registry: [win], id: 'win_rat', lang: 'en' })).toThrow(
      expect.objectContaining({ code: 'metric-unknown', exit: 'usage' }),
    );
  });
});

describe('metricSql', () => {
  it('gives the query with default parameters for every metric in SQL, and null for the computed', () => {
    expect(metricSql([win], 'win_rate')).toContain('select rep from opportunities');
    expect(metricSql([computed], 'computed')).toBeNull();
    expect(registry.length).toBeGreaterThan(5);
    for (const metric of registry) expect('sql' in metric ? metricSql(registry, metric.id) : 'select').toMatch(/select/);
  });
});
