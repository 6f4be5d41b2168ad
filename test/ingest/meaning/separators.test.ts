import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codesOf, findingsOf, ingestFiles, lines } from '../ingest-files.ts';

const head = 'order_id;customer_id;order_date';

describe('a point before three digits', () => {
  it('is one of thousands where quantity × price proves it', async () => {
    const loaded = await ingestFiles({
      'dot_sibling.csv': lines(
        'Auftrag;order_id;customer_id;order_date;quantity;unit_price;amount',
        'x;1;A;05.01.2024;2;9.500,00;19.000',
        'x;2;A;25.01.2024;1;2.155,00;2.155',
        'x;3;B;06.02.2024;10;97,50;975',
        'x;4;C;07.02.2024;3;500,00;1.500',
      ),
    });
    expect(await loaded.column('orders', 'amount')).toEqual([19_000, 2155, 975, 1500]);
    expect(findingsOf(loaded, 'separator-decided')).toMatchObject([{ level: 'info', column: 'amount', count: 3, value: '19.000' }]);
  });

  it('is decimal where quantity × price proves that', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines(
        `${head};quantity;unit_price;amount`,
        '1;A;2024-01-05;2;0,75;1.500',
        '2;B;2024-01-06;3;0,75;2.250',
        '3;B;2024-01-06;4;0,75;3.000',
      ),
    });
    expect(await loaded.column('orders', 'amount')).toEqual([1.5, 2.25, 3]);
    expect(codesOf(loaded)).not.toContain('separator-ambiguous');
  });

  it('is what the other numbers of the file show, also those that are not read', async () => {
    const german = await ingestFiles({
      'orders.csv': lines(`${head};amount;Steuer`, '1;A;2024-01-05;19.000;1,50', '2;B;2024-01-06;2.155;0,19'),
    });
    expect(await german.column('orders', 'amount')).toEqual([19_000, 2155]);
    const english = await ingestFiles({
      'orders.csv': lines(`${head};amount;Tax`, '1;A;2024-01-05;19.125;1.50', '2;B;2024-01-06;2.155;0.19'),
    });
    expect(await english.column('orders', 'amount')).toEqual([19.125, 2.155]);
    expect(codesOf(english)).not.toContain('separator-ambiguous');
  });

  it('is what the currency can have: rupiah no decimals, dinars three', async () => {
    const rupiah = await ingestFiles({ 'orders.csv': lines(`${head};amount`, '1;A;2024-01-05;Rp 19.000', '2;B;2024-01-06;Rp 250.000') });
    expect(await rupiah.column('orders', 'amount')).toEqual([19_000, 250_000]);
    const dinars = await ingestFiles({
      'orders.csv': lines(`${head};amount;currency`, '1;A;2024-01-05;19.125;KWD', '2;B;2024-01-06;2.155;KWD'),
    });
    expect(await dinars.column('orders', 'amount')).toEqual([19.125, 2.155]);
    expect(codesOf(dinars)).not.toContain('separator-ambiguous');
  });

  it('is a warning with both sums where nothing tells, in both languages, and an option settles it', async () => {
    const files = {
      'orders.csv': lines('订单编号,客户编号,下单日期,金额', '1,A,2024-01-05,19.000', '2,B,2024-01-06,2.155', '3,B,2024-01-07,975'),
    };
    const loaded = await ingestFiles(files);
    expect(await loaded.column('orders', 'amount')).toEqual([19, 2.155, 975]);
    const [finding] = findingsOf(loaded, 'separator-ambiguous');
    expect(finding).toMatchObject({ level: 'warning', count: 2, column: '金额', value: '19.000' });
    expect(finding?.message).toContain('996.155');
    expect(finding?.message).toContain('22,130');
    expect(finding?.fix).toContain('--map orders.amount.decimal=comma');
    expect((await loaded.ingested.findingsIn('zh-CN')).find(({ code }) => code === 'separator-ambiguous')?.message).toContain('22,130');
    for (const [said, amounts] of [
      ['comma', [19_000, 2155, 975]],
      ['point', [19, 2.155, 975]],
    ] as const) {
      const settled = await ingestFiles(files, { map: [`orders.amount.decimal=${said}`] });
      expect(await settled.column('orders', 'amount')).toEqual(amounts);
      expect(codesOf(settled)).not.toContain('separator-ambiguous');
    }
  });

  it('is found in deals and customer lists, too', async () => {
    const deals = await ingestFiles({
      'deals.csv': lines('Deal ID;Customer ID;Stage;Amount', '1;A;Closed Won;19.000', '2;B;Closed Won;2.155'),
    });
    expect(findingsOf(deals, 'separator-ambiguous')).toMatchObject([{ column: 'Amount', count: 2 }]);
    const list = await ingestFiles({ 'customers.csv': lines('客户编号;客户名称;累计销售额', 'A;甲;19.000', 'B;乙;2.155') });
    expect(findingsOf(list, 'separator-ambiguous')).toMatchObject([{ column: '累计销售额', count: 2 }]);
  });
});

it('reads thousands with a comma as ever, and without a word', async () => {
  const loaded = await ingestFiles({
    'orders.csv': lines('order_id,customer_id,order_date,amount', '1,A,2024-01-05,"1,250"', '2,B,2024-01-06,"12,500"'),
  });
  expect(await loaded.column('orders', 'amount')).toEqual([1250, 12_500]);
  expect(codesOf(loaded).filter((code) => code.startsWith('separator'))).toEqual([]);
});

it('reads unit prices with a decimal comma', async () => {
  const loaded = await ingestFiles({
    'orders.csv': lines(`${head};quantity;unit_price`, '1;A;2024-01-05;2;9.500,50', '2;B;2024-01-06;3;0,75'),
  });
  expect(await loaded.column('orders', 'amount')).toEqual([19_001, 2.25]);
});

it('reads back what was written in the style of any country', async () => {
  const locales = ['en-US', 'de-DE', 'fr-FR', 'pl-PL', 'en-IN', 'de-CH', 'pt-BR', 'es-ES', 'sv-SE', 'zh-CN', 'ru-RU', 'it-IT'];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...locales),
      fc.constantFrom('EUR', 'USD', 'SEK', 'BRL', 'PLN', 'CHF', 'INR', 'RUB'),
      fc.array(fc.integer({ min: -99_999_999, max: 99_999_999 }), { minLength: 3, maxLength: 20 }),
      async (locale, currency, cents) => {
        const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
        const rows = cents.map((count, at) => `${at + 1}\tC${at}\t2024-01-05\t${format.format(count / 100)}`);
        const loaded = await ingestFiles({ 'orders.tsv': lines('order_id\tcustomer_id\torder_date\tamount', ...rows) });
        expect([locale, currency, await loaded.column('orders', 'amount')]).toEqual([
          locale,
          currency,
          cents.map((count) => count / 100 + 0),
        ]);
        await loaded.close();
      },
    ),
    { numRuns: 25 },
  );
}, 120_000);
