import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../../src/config/load.ts';
import { crossSell, crossSellFields, type CrossSellInput } from '../../../src/pipelines/cross-sell/cross-sell.ts';
import { crossSellCard } from '../../../src/pipelines/cross-sell/card.ts';
import type { Result } from '../../../src/result/result.ts';
import { ingestFiles, lines } from '../../ingest/ingest-files.ts';
import { story } from '../../metrics/products/story.ts';

const orders = lines(
  'Order ID,Customer ID,Order Date,Product Name,Amount',
  ...story.map(({ order_id, customer_id, ordered_at, product, amount }) =>
    [order_id, customer_id, String(ordered_at).slice(0, 10), product, amount].join(),
  ),
);
const rules: CrossSellInput['rules'] = { level: 'auto', basis: 'auto', min_support: null, min_confidence: 0.1 };

async function resultOf(text: string, own: Partial<CrossSellInput> = {}): Promise<Result> {
  const { engine, ingested } = await ingestFiles({ 'orders.csv': text }, { fields: crossSellFields(), asOf: '2026-06-30' });
  const { churn, score: settings } = defaultConfig().config;
  return crossSell({ engine, ingested, lang: 'en', settings, churn, rules, allRules: false, period: null, ...own });
}

describe('cross-sell', () => {
  it('names whom to offer what first, and how the rules did on the past', async () => {
    const { sections, answer } = await resultOf(orders);
    expect(sections.map(({ id }) => id)).toEqual(crossSellCard.sections.map(({ id }) => id));
    const [opportunities] = sections;
    const first = opportunities?.kind === 'table' ? [...opportunities.rows][0] : undefined;
    expect(first).toMatchObject({ customer_id: 'C1-00', item: 'Cutters', place: 1 });
    // Of two past windows: twenty with a mill each, and four of the cohort before who had not bought yet.
    expect(String(first?.['reason'])).toMatch(/^bought Mill; 32 of 48 like it took it up within 182 days$/);
    expect(answer[0]).toMatch(/^\d+ active customers lack something that others like them came to buy/);
    expect(answer[1]).toMatch(
      /^On 2 past days \(\d+ offers, 182 days each\) [\d.]+% of such offers were taken up, against [\d.]+% of the best sellers/,
    );
  });

  it('says first that the rules are of no use where they are not', async () => {
    const alike = lines(
      ...orders
        .trim()
        .split('\n')
        .map((line) => line.replaceAll('Lathe', 'Mill')),
    );
    const { sections, answer } = await resultOf(alike);
    expect(answer[0]).toContain('the rules did no better than the best sellers that each customer lacked');
    const overview = sections.at(-1);
    expect(overview?.kind === 'facts' ? overview.facts.find(({ id }) => id === 'followed')?.code : null).toBe('best_sellers');
  });

  it('lists rules that chance explains where all are asked for', async () => {
    const total = async (allRules: boolean) => {
      const section = (await resultOf(orders, { allRules, rules: { ...rules, min_confidence: 0.01 } })).sections[1];
      return section?.kind === 'table' ? section.total : 0;
    };
    expect(await total(true)).toBeGreaterThanOrEqual(await total(false));
  });

  it('refuses orders that do not say what was bought', async () => {
    const bare = lines('Order ID,Customer ID,Order Date,Amount', '1,C1,2026-01-05,10', '2,C2,2026-01-06,30');
    await expect(resultOf(bare)).rejects.toThrow(/no row used of \S*orders\.csv has a product or a category/);
  });

  it('refuses orders that are all returns, and a period that has not begun', async () => {
    const returns = lines('Order ID,Customer ID,Order Date,Product Name,Amount', '1,C1,2026-01-05,Mill,-10', '2,C2,2026-01-06,Lathe,-30');
    await expect(resultOf(returns)).rejects.toThrow(/no line of \S*orders\.csv that names a product or a category is one: all are returns/);
    await expect(resultOf(orders, { period: { from: '2027-01-01', to: '2027-02-01' } })).rejects.toThrow('begins after 2026-06-30');
  });

  it('refuses a support that too many sets of items reach', async () => {
    const wide = lines(
      'Order ID,Customer ID,Order Date,Product Name',
      ...Array.from({ length: 60 }, (_, product) => `1,C1,2026-01-05,P${product}`),
      ...Array.from({ length: 60 }, (_, product) => `2,C2,2026-01-06,P${product}`),
    );
    const low = { ...rules, min_support: 0.01 };
    await expect(resultOf(wide, { rules: low })).rejects.toThrow('--min-support is too low');
  });
});
