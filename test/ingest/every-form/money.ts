import type { Situation } from './forms.ts';

/** Part A 2, 4 and 5: which amount, of what, in which money. */
export const money: readonly Situation[] = [
  {
    is: 'the amount of the order on each of its lines',
    zh: { Completed: '完成' },
    data: [
      {
        en: 'Order ID,SKU,Quantity,Order Time,Unit Price,Order Total,Status,Customer ID',
        zh: '订单号,商品ID,订购数量,下单时间,京东价,订单金额,订单状态,下单帐号',
        types: 'ttninntt',
        rows: [
          ['90001', 'SKU1', 1, '2026-01-15 10:00', 250, 500, 'Completed', 'jd_a'],
          ['90001', 'SKU2', 1, '2026-01-15 10:00', 250, 500, 'Completed', 'jd_a'],
          ['90002', 'SKU1', 2, '2026-02-10 10:00', 250, 500, 'Completed', 'jd_b'],
        ],
      },
    ],
    revenue: { jd_a: 500, jd_b: 500 },
    noted: ['amount-per-order'],
  },
  {
    is: 'a line total that is called a price',
    data: [
      {
        en: 'Order ID,Customer ID,purchase-date,sku,quantity,item-price',
        zh: '订单编号,客户编号,下单日期,商品编号,数量,商品价格',
        types: 'ttdtnn',
        rows: [
          ['1', 'A', '2024-01-05', 'S1', 1, 10],
          ['2', 'B', '2024-01-06', 'S1', 3, 30],
        ],
      },
    ],
    revenue: { A: 10, B: 30 },
    noted: ['price-is-total'],
  },
  {
    is: 'evidence for both readings of an amount',
    data: [
      {
        en: 'Order ID,Customer ID,Order Date,SKU,Quantity,Price,Amount',
        zh: '订单编号,客户编号,下单日期,商品编号,数量,单价,金额',
        types: 'ttdtnnn',
        rows: [
          ['1', 'A', '2024-01-05', 'S1', 1, 10, 30],
          ['1', 'A', '2024-01-05', 'S2', 1, 20, 30],
          ['2', 'B', '2024-01-06', 'S1', 1, 10, 10],
          ['2', 'B', '2024-01-06', 'S2', 1, 20, 20],
        ],
      },
    ],
    refused: 'amount-grain-unclear',
  },
  {
    is: 'several currencies',
    data: [
      {
        en: 'order_id,customer_id,order_date,amount,currency',
        zh: '订单编号,客户编号,下单日期,金额,币种',
        types: 'ttdnt',
        rows: [
          ['1', 'A', '2024-01-01', 100, 'USD'],
          ['2', 'A', '2024-02-01', 100, 'EUR'],
          ['3', 'B', '2024-02-02', 15000, 'JPY'],
        ],
      },
    ],
    zh: { USD: '美元', EUR: '欧元', JPY: '日元' },
    refused: 'currencies-mixed',
  },
  {
    is: 'an amount in company currency beside the one in several',
    data: [
      {
        en: 'Order ID,Customer ID,Order Date,Currency,Amount,Amount in company currency',
        zh: '订单编号,客户编号,下单日期,币种,金额,本位币金额',
        types: 'ttdtnn',
        rows: [
          ['1', 'A', '2024-01-01', 'USD', 100, 710],
          ['2', 'B', '2024-01-02', 'CNY', 50, 50],
        ],
      },
    ],
    revenue: { A: 710, B: 50 },
    noted: ['amount-in-company-currency'],
  },
  {
    is: 'amounts in cents',
    data: [
      {
        en: 'order_id,customer_id,order_date,amount (cents)',
        zh: '订单编号,客户编号,下单日期,金额(分)',
        types: 'ttdw',
        rows: [
          ['1', 'A', '2024-01-05', 10000],
          ['2', 'B', '2024-02-06', 5050],
        ],
      },
    ],
    revenue: { A: 100, B: 50.5 },
    noted: ['unit-converted'],
  },
  {
    is: 'files of different units',
    data: [
      {
        en: 'order_id,customer_id,order_date,amount (cents)',
        zh: '订单编号,客户编号,下单日期,金额(分)',
        types: 'ttdw',
        rows: [
          ['1', 'A', '2024-01-05', 10000],
          ['2', 'B', '2024-02-06', 5000],
        ],
      },
      {
        en: 'order_id,customer_id,order_date,amount (thousands)',
        zh: '订单编号,客户编号,下单日期,金额（千元）',
        types: 'ttdw',
        rows: [['3', 'A', '2024-03-05', 10]],
      },
    ],
    revenue: { A: 10100, B: 50 },
    noted: ['unit-converted'],
    except: { table: 'there is one table of orders' },
  },
  {
    is: 'amounts in thousands',
    data: [
      {
        en: 'order_id,customer_id,order_date,sales in thousands',
        zh: '订单编号,客户编号,下单日期,金额（千元）',
        types: 'ttdn',
        rows: [
          ['1', 'A', '2024-01-05', 1],
          ['2', 'B', '2024-02-06', 0.5],
        ],
      },
    ],
    revenue: { A: 1000, B: 500 },
    noted: ['unit-converted'],
  },
  {
    is: 'dots for thousands that quantity × price proves',
    data: [
      {
        en: 'order_id,customer_id,order_date,quantity,unit_price,amount',
        zh: '订单编号,客户编号,下单日期,数量,单价,金额',
        types: 'ttdttt',
        rows: [
          ['1', 'A', '2024-01-05', '2', '9.500,00', '19.000'],
          ['2', 'B', '2024-02-06', '10', '97,50', '975'],
          ['3', 'C', '2024-02-07', '3', '500,00', '1.500'],
        ],
      },
    ],
    revenue: { A: 19000, B: 975, C: 1500 },
    // Numbers of a table have a type; a text is refused with the cast that makes one of it.
    except: { table: { refused: 'column-type-unfit' } },
  },
  {
    is: 'separators that nothing decides',
    data: [
      {
        en: 'order_id,customer_id,order_date,amount',
        zh: '订单编号,客户编号,下单日期,金额',
        types: 'ttdt',
        rows: [
          ['1', 'A', '2024-01-05', '1.250'],
          ['2', 'B', '2024-02-06', '2.500'],
        ],
      },
    ],
    revenue: { A: 1.25, B: 2.5 },
    warned: ['separator-ambiguous'],
    except: { table: { refused: 'column-type-unfit' } },
  },
  {
    is: 'a discount as a share',
    data: [
      {
        en: 'OrderID,CustomerID,OrderDate,ProductID,UnitPrice,Quantity,Discount',
        zh: '订单编号,客户编号,下单日期,商品编号,单价,数量,折扣率',
        types: 'ttdtnnn',
        rows: [
          ['10248', 'VINET', '1996-07-04', '11', 14, 12, 0],
          ['10250', 'HANAR', '1996-07-08', '51', 42.4, 35, 0.15],
          ['10250', 'HANAR', '1996-07-08', '65', 16.8, 15, 0.15],
        ],
      },
    ],
    // 42.4 × 35 × .85 = 1,261.40 and 16.8 × 15 × .85 = 214.20
    revenue: { HANAR: 1475.6, VINET: 168 },
    noted: ['discount-taken'],
  },
  {
    is: 'net sales beside a total after fees',
    data: [
      {
        en: 'Date,Net Sales,Tax,Tip,Total Collected,Fees,Net Total,Transaction ID,Customer ID',
        zh: '日期,销售净额,税额,小费,收款合计,手续费,到账金额,交易号,客户编号',
        types: 'dnnnnnntt',
        rows: [
          ['2024-01-10', 100, 8, 20, 128, -4, 124, 'T1', 'CUST1'],
          ['2024-02-10', 110, 0, 0, 110, -3, 107, 'T2', 'CUST2'],
        ],
      },
    ],
    revenue: { CUST1: 100, CUST2: 110 },
  },
  {
    is: 'won deals by their flags, in company currency',
    zh: { 'Closed Won (Renewals)': '赢单（续约）', 'Closed Won (New)': '赢单（新签）', 'Closed Lost (New)': '输单（新签）' },
    data: [
      {
        role: 'opportunities',
        en: 'Record ID,Deal Stage,Close Date,Amount,Amount in company currency,Currency,Is Closed Won,Associated Company',
        zh: '商机编号,商机阶段,成交日期,金额,本位币金额,币种,是否赢单,客户名称',
        types: 'ttdnntbt',
        rows: [
          ['1001', 'Closed Won (New)', '2024-01-05', 1000, 1000, 'USD', 'true', 'Alpha'],
          ['1002', 'Closed Won (Renewals)', '2024-03-05', 2000, 2160, 'EUR', 'true', 'Alpha'],
          ['1003', 'Closed Lost (New)', '2024-02-05', 900, 900, 'USD', 'false', 'Beta'],
        ],
      },
    ],
    revenue: { Alpha: 3160 },
  },
  {
    is: 'payments of one currency with a part paid back and one failed',
    zh: { Paid: '已支付', Refunded: '已退款', Failed: '支付失败' },
    data: [
      {
        en: 'id,Created (UTC),Amount,Amount Refunded,Currency,Status,Customer ID',
        zh: '交易号,创建时间,金额,退款金额,币种,支付状态,客户编号',
        types: 'tinnttt',
        rows: [
          ['ch_1', '2024-01-10 03:00', 100, 0, 'usd', 'Paid', 'cus_A'],
          ['ch_4', '2024-03-11 03:00', 80, 30, 'usd', 'Paid', 'cus_B'],
          ['ch_5', '2024-03-12 03:00', 60, 60, 'usd', 'Refunded', 'cus_C'],
          ['ch_6', '2024-03-13 03:00', 70, 0, 'usd', 'Failed', 'cus_C'],
        ],
      },
    ],
    revenue: { cus_A: 100, cus_B: 50 },
  },
];
