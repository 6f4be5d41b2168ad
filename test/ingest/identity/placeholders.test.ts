import { describe, expect, it } from 'vitest';
import { sql } from '../../../src/engine/sql.ts';
import { codesOf, findingsOf, ingestFiles, type IngestedFiles, inputOf, lines } from '../ingest-files.ts';

async function revenueOf(loaded: IngestedFiles): Promise<Record<string, number>> {
  const rows = await loaded.rows(sql`select customer_id, sum(amount) as revenue from orders group by customer_id order by customer_id`);
  return Object.fromEntries(rows.map((row) => [String(row['customer_id']), Number(row['revenue'])]));
}

describe('guests of a shop', () => {
  it('are the customers of their e-mail addresses, without case', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines(
        'Order ID,Order Date,Status,Customer ID,Billing Email,Order Total',
        '5001,2024-01-05 10:00:00,completed,0,guest1@example.com,100.00',
        '5002,2024-01-06 10:00:00,completed,0,guest2@example.com,90.00',
        '5003,2024-02-06 10:00:00,completed,0,guest3@example.com,80.00',
        '5004,2024-03-06 10:00:00,completed,7,reg7@example.com,120.00',
        '5005,2024-04-06 10:00:00,completed,8,reg8@example.com,60.00',
        '5007,2024-04-08 10:00:00,completed,0,Guest1@Example.com,40.00',
      ),
    });
    expect(await revenueOf(loaded)).toEqual({
      'guest1@example.com': 140,
      'guest2@example.com': 90,
      'guest3@example.com': 80,
      '7': 120,
      '8': 60,
    });
    expect(findingsOf(loaded, 'guests-told-apart')).toMatchObject([
      { level: 'info', count: 4, money: 310, message: 'rows name no customer (0), 310 in all; they are 3 customers by Billing Email' },
    ]);
  });

  it('who have an account with the same address are its customer', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines(
        'Order ID,Order Date,Customer ID,Billing Email,Order Total',
        '1,2024-01-05,0,Reg7@example.com,100',
        '2,2024-01-06,7,reg7@example.com,120',
        '3,2024-01-06,0,new@example.com,30',
      ),
    });
    expect(await revenueOf(loaded)).toEqual({ '7': 220, 'new@example.com': 30 });
  });

  it('of a Chinese shop are told apart by phone; those without one are set aside with their money', async () => {
    const loaded = await ingestFiles(
      {
        'orders.csv': lines(
          '订单编号,下单时间,客户名称,手机号,订单金额',
          'S1,2024-01-05,散客,13800000001,100',
          'S2,2024-01-06,散客,+86 138-0000-0001,50',
          'S3,2024-01-07,游客,13900000002,30',
          'S4,2024-01-08,散客,,20',
          'S5,2024-01-09,散客,138****0001,15',
          'S6,2024-01-09,上海华东机电,13700000003,200',
        ),
      },
      { lang: 'zh-CN' },
    );
    expect(await revenueOf(loaded)).toEqual({ '13800000001': 150, '13900000002': 30, 上海华东机电: 200 });
    expect(inputOf(loaded)).toMatchObject({
      rows_read: 6,
      rows_used: 4,
      rows_set_aside: 2,
      reasons: { 'customer-placeholder': 2 },
      sum_used: 380,
    });
    expect(findingsOf(loaded, 'customer-placeholder')).toMatchObject([
      { level: 'warning', count: 2, line: 5, message: '行的客户是占位值（散客），合计 35；未计入' },
    ]);
  });

  it('whose id is blank are told apart by their address, too', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines(
        'Order ID,Order Date,Customer ID,Email,Amount',
        '1,2024-01-05,,a@x.com,100',
        '2,2024-01-06,C2,b@x.com,50',
        '3,2024-01-07,,b@x.com,25',
        '4,2024-01-08,,,10',
        '5,,,c@x.com,10',
      ),
    });
    expect(await revenueOf(loaded)).toEqual({ 'a@x.com': 100, C2: 75 });
    expect(inputOf(loaded).reasons).toEqual({ 'customer-missing': 1, 'date-missing': 1 });
  });

  it.each([
    'Guest',
    'guest checkout',
    'Walk-in Customer',
    'Cash Sale',
    'anonymous',
    'Unknown',
    'N/A',
    '-',
    '(blank)',
    'None',
    '散客',
    '匿名',
    '未知',
    '无',
    '门店散客',
    '零售客户',
    'test',
    'TEST 1',
    '测试客户2',
    '0',
  ])('called %j without an address are set aside', async (word) => {
    const loaded = await ingestFiles({
      'orders.csv': lines(
        'Order ID,Customer,Order Date,Amount',
        `1,${word},2024-01-05,100`,
        `2,${word},2024-01-06,900`,
        '3,Bolt Ltd,2024-01-07,50',
        '4,Acme GmbH,2024-01-07,60',
      ),
    });
    expect(await revenueOf(loaded)).toEqual({ 'Bolt Ltd': 50, 'Acme GmbH': 60 });
    const said = loaded.ingested.findings.filter(({ code }) => code === 'customer-placeholder' || code === 'customer-null-word');
    expect(said).toMatchObject([{ count: 2 }]);
    expect(said[0]!.message).toContain('1,000 in all');
    expect(said[0]!.money).toBe(1000);
    expect(said[0]!.message).toContain(word);
  });

  it.each([
    'Guest House Berlin',
    'Testa Motors',
    'Protest GmbH',
    'Unknown Pleasures Ltd',
    'Cash Converters',
    '无锡机电',
    '测试仪器有限公司',
    '散客之家旅游公司',
    'Walker',
    'Nana',
    'Nil Yilmaz',
    'A-1',
    '空客',
    '无印良品',
    'None Such Ltd',
    'Nan',
    'Contest',
    'Anon & Sons',
  ])('is not what %j is called', async (name) => {
    const loaded = await ingestFiles({
      'orders.csv': lines('Order ID,Customer,Order Date,Amount', `1,${name},2024-01-05,100`, '2,Bolt Ltd,2024-01-07,50'),
    });
    expect(await revenueOf(loaded)).toEqual({ [name]: 100, 'Bolt Ltd': 50 });
    expect(codesOf(loaded)).toEqual([]);
  });

  it('count as customers where the user says so', async () => {
    const loaded = await ingestFiles(
      {
        'orders.csv': lines('Order ID,Customer,Order Date,Amount', '1,散客,2024-01-05,100', '2,NULL,2024-01-06,20', '3,Bolt,2024-01-07,50'),
      },
      { keepPlaceholders: true },
    );
    expect(await revenueOf(loaded)).toEqual({ 散客: 100, NULL: 20, Bolt: 50 });
    expect(codesOf(loaded)).toEqual([]);
  });
});

describe('a numeric 0', () => {
  const orders = (ids: readonly (number | string)[]): string =>
    lines('Order ID,Customer ID,Order Date,Amount', ...ids.map((id, index) => `${index + 1},${id},2024-01-0${(index % 9) + 1},10`));

  it('is a customer where numbering begins with it', async () => {
    const loaded = await ingestFiles({ 'orders.csv': orders([0, 1, 2, 3, 4, 0, 2]) });
    expect(await revenueOf(loaded)).toEqual({ '0': 20, '1': 10, '2': 20, '3': 10, '4': 10 });
    expect(codesOf(loaded)).toEqual([]);
  });

  it('is a customer where a list gives it a name', async () => {
    const loaded = await ingestFiles({
      'customers.csv': lines('Customer ID,Name,Owner', '0,Zero Inc,Ann', '5512,Bolt,Ann'),
      'orders.csv': orders([0, 0, 0, 5512]),
    });
    expect(await revenueOf(loaded)).toEqual({ '0': 30, '5512': 10 });
    expect(codesOf(loaded)).toEqual([]);
  });

  it('is nobody beside long numbers where it comes again and again, and beside codes', async () => {
    const numbers = await ingestFiles({ 'orders.csv': orders([0, 0, 0, 0, 88_123, 91_244, 90_001]) });
    expect(await revenueOf(numbers)).toEqual({ '88123': 10, '90001': 10, '91244': 10 });
    const codes = await ingestFiles({ 'orders.csv': orders([0, 'C17', 'C18']) });
    expect(await revenueOf(codes)).toEqual({ C17: 10, C18: 10 });
  });
});

describe('customers with an id of their own', () => {
  it('are no customers where they are called a test', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines(
        'Order ID,Customer ID,Customer Name,Order Date,Amount',
        '1,A,Ann,2024-01-05,100',
        '2,B,TEST TEST,2024-02-05,99999',
        '3,C,Unknown,2024-02-06,50',
      ),
    });
    expect(await revenueOf(loaded)).toEqual({ A: 100, C: 50 });
    expect(findingsOf(loaded, 'customer-placeholder')).toMatchObject([{ count: 1, line: 3, level: 'warning' }]);
  });

  it('are collective accounts where the list calls them 散客', async () => {
    const loaded = await ingestFiles({
      'customers.csv': lines('客户编号,客户名称,负责人', 'K001,散客,张三', 'K002,上海华东,李四'),
      'orders.csv': lines('订单编号,客户编号,下单日期,金额', '1,K001,2024-01-05,100', '2,K001,2024-01-06,60', '3,K002,2024-01-07,40'),
    });
    expect(await revenueOf(loaded)).toEqual({ K002: 40 });
    expect(inputOf(loaded, 'customers').reasons).toEqual({ 'customer-placeholder': 1 });
    expect(findingsOf(loaded, 'customer-placeholder')).toHaveLength(2);
  });

  it('stay who they are where the shop calls each of its many guests so', async () => {
    const guests = Array.from({ length: 6 }, (_, index) => `${index + 1},G${index},Guest,2024-01-05,10`);
    const loaded = await ingestFiles({ 'orders.csv': lines('Order ID,Customer ID,Customer Name,Order Date,Amount', ...guests) });
    expect(Object.keys(await revenueOf(loaded))).toHaveLength(6);
    expect(codesOf(loaded)).toEqual([]);
  });
});

describe('masked values', () => {
  it('are told of with rows and money', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines('订单编号,收货人姓名,下单时间,金额', '1,王**,2024-01-05,100', '2,王**,2024-01-06,200', '3,李明,2024-01-07,50'),
    });
    expect(findingsOf(loaded, 'customer-masked')).toMatchObject([{ level: 'warning', count: 2, value: '王**' }]);
    expect(findingsOf(loaded, 'customer-masked')[0]!.message).toContain('300 in all');
  });

  it('give way to an e-mail address that is not masked', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines(
        'Order ID,Buyer Name,Order Date,Amount,Buyer Email',
        '1,J***n,2024-01-05,100,john@x.com',
        '2,J***n,2024-01-06,200,joan@x.com',
        '3,Ann,2024-01-07,50,ann@x.com',
      ),
    });
    expect(await revenueOf(loaded)).toEqual({ 'john@x.com': 100, 'joan@x.com': 200, Ann: 50 });
  });

  it('that hide all are placeholders', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines('Order ID,Buyer Name,Order Date,Amount', '1,***,2024-01-05,100', '2,***,2024-01-06,200', '3,Ann,2024-01-07,50'),
    });
    expect(await revenueOf(loaded)).toEqual({ Ann: 50 });
  });
});

describe('a customer list', () => {
  it.each([
    [
      'en',
      'Customer ID,Customer Name,Owner,Revenue',
      'rows have NULL, #N/A, NaN, null for the name of the customer, 150 in all; read as a blank cell',
    ],
    ['zh-CN', '客户编号,客户名称,负责人,累计销售额', '行的客户名称写作 NULL、#N/A、NaN、null，合计 150；按空白处理'],
  ] as const)('whose names are words for none is told of, in %s', async (lang, head, message) => {
    const rows = [
      'C1,Acme,Ann,10',
      'C2,NULL,Ann,10',
      'C3,NULL,Bob,20',
      'C4,null,Bob,30',
      'C5,NaN,Bob,40',
      'C6,#N/A,Ann,50',
      'C7,,Ann,60',
      'C8,Null,Ann,70',
    ];
    const loaded = await ingestFiles({ 'customers.csv': lines(head, ...rows) }, { lang });
    expect(await loaded.column('customers', 'name')).toEqual(['Acme', null, null, null, null, null, null, 'Null']);
    expect(findingsOf(loaded, 'customer-null-word')).toMatchObject([
      { level: 'info', count: 5, line: 3, column: head.split(',')[1], value: 'NULL', message },
    ]);
    const kept = await ingestFiles({ 'customers.csv': lines(head, ...rows) }, { lang, keepPlaceholders: true });
    expect(findingsOf(kept, 'customer-null-word')).toEqual([]);
    expect(await kept.column('customers', 'name')).toContain('#N/A');
  });
});

describe('placeholders of deals and visits', () => {
  it('name no customer', async () => {
    const loaded = await ingestFiles({
      'deals.csv': lines(
        'Deal Name,Account Name,Deal Stage,Amount,Close Date',
        'x,Unknown,Closed Won,10,2026-01-01',
        'y,Acme,Closed Won,20,2026-01-02',
      ),
    });
    expect(await revenueOf(loaded)).toEqual({ Acme: 20 });
    expect(findingsOf(loaded, 'customer-placeholder')).toMatchObject([{ level: 'warning', count: 1 }]);
  });
});
