import { expect, it } from 'vitest';
import { defaultConfig } from '../../src/config/load.ts';
import { crossSell, crossSellFields } from '../../src/pipelines/cross-sell/cross-sell.ts';
import type { Result } from '../../src/result/result.ts';
import { describeWithData } from '../data-folder.ts';
import { ingestPaths } from '../ingest/ingest-files.ts';
import { facts } from '../pipelines/run-score.ts';

const rules = { level: 'auto', basis: 'auto', min_support: null, min_confidence: 0.1 } as const;

async function resultOf(paths: readonly string[]): Promise<Result> {
  const { engine, ingested, close } = await ingestPaths(paths, { fields: crossSellFields() });
  const { score: settings, churn } = defaultConfig().config;
  const screen = { limit: 20, sections: null, shows: 'answer' } as const;
  const result = await crossSell({ engine, ingested, settings, churn, rules, allRules: false, lang: 'en', period: null, screen });
  await close();
  return result;
}

describeWithData('offers of past days, of real exports', (data) => {
  it.each([
    // Sets of gifts that go together: taken up nearly twice as often as the best sellers.
    ['online-retail', ['online-retail/OnlineRetail.csv'], { followed: 'rules', level: 'product', least: 1.6, most: 2 }],
    // Parts and clothes of bicycles, by subcategory.
    [
      'adventureworks',
      ['FactResellerSales', 'Resellers', 'Product'].map((name) => `adventureworks-b2b/${name}.csv`),
      { followed: 'rules', level: 'category', least: 1.2, most: 1.6 },
    ],
    // Made-up orders, in which nothing goes with anything: no rule holds, and the list is of best sellers.
    ['superstore', ['superstore-en/Sample - Superstore.xls'], { followed: 'best_sellers', level: 'category', least: 0.95, most: 1.05 }],
  ] as const)(
    'beat the best seller that customers lacked, or say that they do not: %s',
    { timeout: 180_000 },
    async (_, files, expected) => {
      const result = await resultOf(files.map((file) => `${data}/${file}`));
      const overview = facts(result, 'overview');
      expect([overview.get('followed')?.code, overview.get('level')?.code]).toEqual([expected.followed, expected.level]);
      const lift = Number(overview.get('lift')?.value);
      expect(lift > expected.least && lift < expected.most, String(lift)).toBe(true);
      expect(result.answer[0]?.includes('did no better than the best sellers')).toBe(expected.followed === 'best_sellers');
      if (expected.followed === 'best_sellers') expect(overview.get('kept_rules')?.value).toBe(0);
      else expect(overview.get('lift')?.low).toBeGreaterThan(1.1);
    },
  );
});
