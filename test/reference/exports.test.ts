import { afterAll, beforeAll, expect, it } from 'vitest';
import { defaultConfig } from '../../src/config/load.ts';
import type { Config } from '../../src/config/schema.ts';
import { sql } from '../../src/engine/sql.ts';
import { score, scoreFields } from '../../src/pipelines/score/score.ts';
import type { Input, Result, ResultCell } from '../../src/result/result.ts';
import { dataFolder, describeWithData } from '../data-folder.ts';
import { type IngestedFiles, ingestPaths } from '../ingest/ingest-files.ts';

/** Figures of real exports that were computed by other means; no setting but what a command line would say. */

interface Scored extends IngestedFiles {
  readonly result: Result;
  readonly ranking: readonly Readonly<Record<string, ResultCell>>[];
  fact(id: string): ResultCell;
  input(role: string): Input;
}

async function scored(
  paths: readonly string[],
  map: readonly string[] = [],
  settings: Config['score'] = defaultConfig().config.score,
  asOf?: string,
): Promise<Scored> {
  const loaded = await ingestPaths(paths, {
    map,
    fields: new Set([...scoreFields(), 'orders.product', 'opportunities.product', 'products.name']),
    ...(asOf === undefined ? {} : { asOf }),
  });
  const { churn } = defaultConfig().config;
  const result = await score({ engine: loaded.engine, ingested: loaded.ingested, settings, churn, lang: 'en', period: null });
  const section = (id: string) => result.sections.find((candidate) => candidate.id === id);
  const ranking = section('ranking');
  const overview = section('overview');
  return {
    ...loaded,
    result,
    ranking: ranking?.kind === 'table' ? [...ranking.rows] : [],
    fact: (id) => (overview?.kind === 'facts' ? (overview.facts.find((fact) => fact.id === id)?.value ?? null) : null),
    input: (role) => result.inputs.find((input) => input.role === role)!,
  };
}

function sum(rows: readonly Readonly<Record<string, ResultCell>>[], column: string): number {
  return Math.round(rows.reduce((total, row) => total + Number(row[column] ?? 0), 0) * 100) / 100;
}

function describeExport(name: string, open: (folder: string) => Promise<Scored>, tests: (get: () => Scored) => void): void {
  describeWithData(name, (folder) => {
    let loaded: Scored;
    beforeAll(async () => {
      loaded = await open(folder);
    }, 240_000);
    afterAll(() => loaded?.close());
    tests(() => loaded);
  });
}

describeExport(
  'zh-rfm-taobao',
  (folder) => scored([`${folder}/zh-rfm-taobao/PYTHON-RFM实战数据.xlsx`]),
  (get) => {
    it('has 28,833 rows, of which 27,793 successful ones count', () => {
      expect(get().input('orders')).toMatchObject({
        rows_read: 28_833,
        rows_used: 27_793,
        rows_set_aside: 1040,
        rows_rejected: 0,
        reasons: { 'status-refunded': 1040 },
        sum_used: 3_511_305,
        encoding: 'xlsx',
        sheet: 'Sheet1',
      });
    });

    it('has 25,420 customers with 3,511,305 of revenue', () => {
      expect(get().ranking).toHaveLength(25_420);
      expect(sum(get().ranking, 'revenue')).toBe(3_511_305);
      expect(get().ranking.every((row) => row['customer_id'] !== null)).toBe(true);
      expect(get().result.as_of).toBe('2019-06-30');
    });

    it('reports the line that stands twice', () => {
      expect(get().result.findings.filter((finding) => finding.code === 'line-duplicate')).toMatchObject([{ count: 1 }]);
    });
  },
);

describeExport(
  'online-retail',
  (folder) => scored([`${folder}/online-retail/OnlineRetail.csv`]),
  (get) => {
    it('has 541,909 lines, of which 406,829 name a customer', () => {
      expect(get().input('orders')).toMatchObject({
        rows_read: 541_909,
        rows_used: 406_829,
        rows_set_aside: 135_080,
        rows_rejected: 0,
        reasons: { 'customer-missing': 135_080 },
        sum_read: 9_747_747.934,
        sum_used: 8_300_065.814,
      });
    });

    it('has 4,372 customers with 8,300,065.81 of net revenue', async () => {
      expect(get().ranking).toHaveLength(4372);
      expect(sum(get().ranking, 'revenue')).toBe(8_300_065.81);
      expect(get().ranking.some((row) => row['customer_id'] === '17850')).toBe(true);
      expect(get().ranking.some((row) => String(row['customer_id']).includes('.'))).toBe(false);
      const [row] = await get().rows(
        sql`select count(distinct order_id) as orders, count(*) filter (where amount < 0) as returns from orders`,
      );
      expect(row).toEqual({ orders: 22_190, returns: 8905 });
    });

    it('says that amounts are quantity times price', () => {
      expect(get().result.findings.find((finding) => finding.code === 'amount-derived')?.message).toContain('Quantity × UnitPrice');
      expect(get().result.as_of).toBe('2011-12-09');
    });
  },
);

describeExport(
  'adventureworks',
  (folder) => scored([`${folder}/adventureworks-b2b/FactResellerSales.csv`, `${folder}/adventureworks-b2b/Resellers.csv`]),
  (get) => {
    it('has 57,851 lines of 3,616 orders worth 77,548,570.20', async () => {
      expect(get().input('orders')).toMatchObject({ rows_read: 57_851, rows_used: 57_851, rows_set_aside: 0, rows_rejected: 0 });
      expect(Math.round(get().input('orders').sum_used! * 100) / 100).toBe(77_548_570.2);
      expect(
        await get().rows(sql`select count(distinct order_id) as orders, count(distinct customer_id) as customers from orders`),
      ).toEqual([{ orders: 3616, customers: 632 }]);
    });

    it('has 632 customers who bought, with the names of the reseller list', () => {
      const buyers = get().ranking.filter((row) => Number(row['orders']) > 0);
      expect(buyers).toHaveLength(632);
      expect(buyers.every((row) => row['customer_name'] !== null && row['customer_name'] !== row['customer_id'])).toBe(true);
      expect(get().ranking).toHaveLength(701);
      expect(sum(get().ranking, 'revenue')).toBe(77_548_570.2);
    });
  },
);

describeExport(
  'the maven pipeline',
  (folder) =>
    scored(['accounts.csv', 'products.csv', 'sales_pipeline.csv', 'sales_teams.csv'].map((name) => `${folder}/maven-crm-sales/${name}`)),
  (get) => {
    it('has 4,238 won deals of 85 accounts worth 10,005,534', async () => {
      expect(
        await get().rows(sql`select count(*) as deals, count(distinct customer_id) as accounts, sum(amount) as amount from orders`),
      ).toEqual([{ deals: 4238, accounts: 85, amount: 10_005_534 }]);
      expect(get().input('opportunities')).toMatchObject({ rows_read: 8800, rows_used: 8800, rows_rejected: 0 });
      expect(sum(get().ranking, 'revenue')).toBe(10_005_534);
      expect(get().ranking).toHaveLength(85);
      expect(get().result.as_of).toBe('2017-12-31');
    });

    it('says that won deals stand for orders, and that GTXPro is not GTX Pro', () => {
      expect(get().result.findings.filter((finding) => finding.code === 'orders-from-opportunities')).toHaveLength(1);
      expect(get().result.findings.filter((finding) => finding.code === 'name-near-match')).toMatchObject([
        { value: 'GTXPro', count: 1480 },
      ]);
    });
  },
);

describeExport(
  'superstore',
  (folder) => scored([`${folder}/superstore-en/Sample - Superstore.xls`]),
  (get) => {
    it('has 9,994 lines of 5,009 orders and 793 customers, worth 2,297,200.86', () => {
      const input = get().input('orders');
      expect(input).toMatchObject({ sheet: 'Orders', rows_read: 9994 });
      expect(Math.round(input.sum_read! * 100) / 100).toBe(2_297_200.86);
      expect(get().result.inputs.map(({ role, sheet, rows_read }) => [role, sheet, rows_read])).toEqual([
        ['orders', 'Orders', 9994],
        ['returns', 'Returns', 296],
        ['territories', 'People', 4],
      ]);
    });

    it('loses the 296 returned orders: 9,194 lines, 4,713 orders, 791 customers, 2,116,696.58', async () => {
      const input = get().input('orders');
      expect(input).toMatchObject({ rows_used: 9194, rows_set_aside: 800, rows_rejected: 0, reasons: { returned: 800 } });
      expect(Math.round(input.sum_used! * 100) / 100).toBe(2_116_696.58);
      expect(
        await get().rows(sql`select count(distinct order_id) as orders, count(distinct customer_id) as customers from orders`),
      ).toEqual([{ orders: 4713, customers: 791 }]);
      expect(sum(get().ranking, 'revenue')).toBe(2_116_696.58);
      expect(get().result.findings.filter((finding) => finding.code === 'returns-unknown-order')).toEqual([]);
    });

    it('has an owner for every customer, from the regions of the orders', () => {
      expect(new Set(get().ranking.map((row) => row['owner']))).toEqual(
        new Set(['Anna Andreadi', 'Cassandra Brandow', 'Chuck Magee', 'Kelly Williams']),
      );
    });
  },
);

describeWithData('zoho', (folder) => {
  let loaded: IngestedFiles;
  beforeAll(async () => {
    loaded = await ingestPaths([`${folder}/zoho-crm/Accounts.csv`, `${folder}/zoho-crm/Sales_Orders.csv`], { fields: scoreFields() });
  }, 240_000);
  afterAll(() => loaded?.close());

  it('has 2,229 accounts, and 2,061 orders that name no customer', () => {
    const input = (role: string) => loaded.ingested.inputs.find((candidate) => candidate.role === role);
    expect(input('customers')).toMatchObject({ rows_read: 2229, rows_used: 2229 });
    expect(input('orders')).toMatchObject({ rows_read: 2061, rows_used: 0 });
    expect(loaded.ingested.findings.map((finding) => finding.code)).toContain('customer-column-missing');
  });

  it('gives no ranking without a known amount or score, and says why', async () => {
    const ranking = score({
      engine: loaded.engine,
      ingested: loaded.ingested,
      settings: defaultConfig().config.score,
      churn: defaultConfig().config.churn,
      lang: 'en',
      period: null,
    });
    await expect(ranking).rejects.toMatchObject({ code: 'nothing-known' });
    await expect(ranking).rejects.toThrow('no column says whose order it is');
  });

  it('reads the dates of its orders day first', () => {
    const matches = loaded.ingested.tables.flatMap((table) => table.columns);
    expect(matches.find((match) => match.header === 'Created Time' && match.field === 'orders.ordered_at')?.reading).toBe('day-first');
  });
});

describeExport(
  'telco',
  (folder) => scored([`${folder}/telco-churn/Telco-Customer-Churn.csv`], ['customers.revenue=TotalCharges']),
  (get) => {
    it('scores 7,043 customers without orders', () => {
      expect(get().input('customers')).toMatchObject({ rows_read: 7043, rows_used: 7043, rows_set_aside: 0, rows_rejected: 0 });
      expect(get().ranking).toHaveLength(7043);
      expect(get().ranking.filter((row) => row['revenue'] === null)).toHaveLength(11);
      expect(sum(get().ranking, 'revenue')).toBe(16_056_168.7);
    });

    it('says what could not be computed', () => {
      expect(get().result.not_computed.map((entry) => entry.metric)).toContain('purchase_cycle');
      expect(get().result.as_of).toBeNull();
    });
  },
);

describeExport(
  'rfm_data_orders.csv by the rule of the R package rfm',
  (folder) =>
    scored(
      [`${folder}/reference/rfm_data_orders.csv`],
      [],
      { ...defaultConfig().config.score, rfm: { method: 'rfm-compat' } },
      '2006-12-31',
    ),
  (get) => {
    it('reproduces the published scores row for row', async () => {
      const expected = await get().rows(sql`from read_csv(${`${dataFolder}/reference/rfm_expected_orders_scores.csv`})`);
      const byId = new Map(get().ranking.map((row) => [row['customer_id'], row]));
      expect(expected).toHaveLength(995);
      expect(byId.size).toBe(995);
      for (const row of expected) {
        expect(byId.get(String(row['customer_id']))).toMatchObject({
          recency_score: row['recency_score'],
          frequency_score: row['frequency_score'],
          monetary_score: row['monetary_score'],
        });
      }
    });

    it('shows the published cut points', () => {
      const section = get().result.sections.find((candidate) => candidate.id === 'cut_points');
      const rows = section?.kind === 'table' ? [...section.rows].filter((row) => row['cut'] !== null) : [];
      expect(rows.map((row) => row['value'])).toEqual([115, 181, 297.4, 482, 4, 5, 6, 8, 255.8, 382, 506.4, 666]);
    });
  },
);
