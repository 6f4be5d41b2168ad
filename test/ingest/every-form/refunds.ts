import type { Situation } from './forms.ts';

const words = { Completed: '已完成', Refunded: '已退款', Cancelled: '已取消', None: '无', Pending: '待付款' };

/** Part A 1: refunds net once, whatever their shape. */
export const refunds: readonly Situation[] = [
  {
    is: 'a refund column below zero',
    data: [
      {
        en: 'order_id,customer_id,order_date,amount,refunded_amount',
        zh: '订单编号,客户编号,下单日期,订单金额,退款金额',
        types: 'ttdnn',
        rows: [
          ['1', 'A', '2024-01-05', 100, -40],
          ['2', 'B', '2024-02-05', 100, 0],
          ['3', 'C', '2024-02-06', 100, -100],
        ],
      },
    ],
    revenue: { A: 60, B: 100, C: 0 },
    noted: ['refund-column-netted'],
  },
  {
    is: 'a refund column above zero, once more than the amount',
    data: [
      {
        en: 'Order ID,Customer ID,Order Date,Grand Total,Total Refunded',
        zh: '订单号,客户编号,下单时间,实付金额,退款总额',
        types: 'ttdnn',
        rows: [
          ['1', 'A', '2024-01-05', 100, 40],
          ['2', 'B', '2024-02-05', 60, 75],
          ['3', 'B', '2024-02-06', 100, null],
        ],
      },
    ],
    revenue: { A: 60, B: 85 },
    warned: ['refund-exceeds-amount'],
  },
  {
    is: 'a total that is paid beside a subtotal, and a refund of the total',
    data: [
      {
        en: 'ID,Purchase Date,Customer Name,Subtotal,Grand Total (Base),Total Refunded',
        zh: '订单号,下单时间,客户名称,商品小计,订单总额,退款总额',
        types: 'tdtnnn',
        rows: [
          ['000000123', '2024-01-05', 'Ann A', 95, 100, 0],
          ['000000124', '2024-02-05', 'Bob B', 100, 105, 80],
        ],
      },
    ],
    revenue: { 'Ann A': 100, 'Bob B': 25 },
    noted: ['refund-column-netted'],
  },
  {
    is: 'refunds are rows of their own, with a status',
    zh: words,
    data: [
      {
        en: 'Order ID,Customer ID,Order Date,Status,Amount',
        zh: '订单编号,客户编号,下单日期,订单状态,订单金额',
        types: 'ttdtn',
        rows: [
          ['1', 'A', '2024-01-05', 'Completed', 100],
          ['R1', 'A', '2024-02-05', 'Refunded', -100],
          ['2', 'B', '2024-01-06', 'Completed', 80],
          ['R2', 'B', '2024-02-06', 'Refunded', -30],
          ['3', 'C', '2024-01-07', 'Completed', 60],
        ],
      },
    ],
    revenue: { A: 0, B: 50, C: 60 },
  },
  {
    is: 'refunds are rows of their own, without a status, and point at their order',
    data: [
      {
        en: 'Order ID,Original Order ID,Customer ID,Order Date,Amount',
        zh: '订单编号,原订单号,客户编号,下单日期,订单金额',
        types: 'tttdn',
        rows: [
          ['1', null, 'A', '2024-01-05', 100],
          ['R1', '1', 'A', '2024-02-05', -40],
          ['2', null, 'B', '2024-01-06', 80],
        ],
      },
    ],
    revenue: { A: 60, B: 80 },
  },
  {
    is: 'a second status column',
    zh: { ...words, 'Fully refunded': '退款成功' },
    data: [
      {
        en: 'Order ID,Customer ID,Order Date,Status,Refund Status,Amount',
        zh: '订单编号,客户编号,下单日期,订单状态,退款状态,订单金额',
        types: 'ttdttn',
        rows: [
          ['1', 'A', '2024-01-05', 'Completed', 'None', 100],
          ['2', 'A', '2024-01-06', 'Completed', 'Fully refunded', 80],
          ['3', 'B', '2024-01-07', 'Completed', null, 60],
        ],
      },
    ],
    revenue: { A: 100, B: 60 },
    noted: ['refunded-marked'],
  },
  {
    is: 'a date of cancellation',
    data: [
      {
        en: 'Order ID,Customer ID,Created at,Cancelled at,Total',
        zh: '订单编号,客户编号,创建时间,取消时间,订单金额',
        types: 'ttiin',
        rows: [
          ['1', 'A', '2024-01-05 10:00', null, 100],
          ['2', 'A', '2024-01-06 11:00', '2024-01-07 09:00', 80],
          ['3', 'B', '2024-01-07 12:00', null, 60],
        ],
      },
    ],
    revenue: { A: 100, B: 60 },
    noted: ['cancelled-marked'],
  },
  {
    is: 'a column and rows for the same refund',
    data: [
      {
        en: 'Order ID,Customer ID,Order Date,Amount,Refund Amount',
        zh: '订单编号,客户编号,下单日期,订单金额,退款金额',
        types: 'ttdnn',
        rows: [
          ['1', 'A', '2024-01-05', 100, 40],
          ['1R', 'A', '2024-02-05', -40, null],
          ['2', 'B', '2024-01-06', 80, null],
        ],
      },
    ],
    revenue: { A: 60, B: 80 },
    warned: ['refund-once'],
  },
  {
    is: 'an order-level list of returns',
    data: [
      {
        en: 'Order ID,Customer ID,Order Date,Amount',
        zh: '订单编号,客户编号,下单日期,订单金额',
        types: 'ttdn',
        rows: [
          ['1', 'A', '2024-01-05', 100],
          ['2', 'B', '2024-01-06', 80],
          ['3', 'B', '2024-02-06', 60],
        ],
      },
      {
        role: 'returns',
        en: 'Order ID,Returned',
        zh: '订单编号,是否退货',
        types: 'tt',
        rows: [['2', 'Yes']],
      },
    ],
    zh: { Yes: '是' },
    revenue: { A: 100, B: 60 },
    // The table of orders is expected to have its returns netted: refused by name.
    except: { table: { refused: 'table-role-unsupported' } },
  },
  {
    is: 'a column that speaks of refunds and is not read',
    data: [
      {
        en: 'Order ID,Customer ID,Order Date,Amount,Chargeback Amount',
        zh: '订单编号,客户编号,下单日期,订单金额,拒付退款',
        types: 'ttdnn',
        rows: [
          ['1', 'A', '2024-01-05', 100, 0],
          ['2', 'B', '2024-01-06', 80, 45.5],
        ],
      },
    ],
    revenue: { A: 100, B: 80 },
    warned: ['refund-column-unread'],
  },
  {
    is: 'an order stands once for each of its statuses',
    zh: words,
    data: [
      {
        en: 'Order ID,Customer ID,Order Date,Status,Amount',
        zh: '订单编号,客户编号,下单日期,订单状态,订单金额',
        types: 'ttdtn',
        rows: [
          ['1', 'A', '2024-01-05', 'Pending', 100],
          ['1', 'A', '2024-01-05', 'Completed', 100],
          ['2', 'B', '2024-01-06', 'Completed', 50],
          ['2', 'B', '2024-01-06', 'Shipped', 50],
          ['3', 'C', '2024-02-07', 'Completed', 80],
          ['3', 'C', '2024-02-07', 'Cancelled', 80],
        ],
      },
    ],
    revenue: { A: 100, B: 50 },
    warned: ['order-superseded'],
  },
  {
    is: 'test orders',
    data: [
      {
        en: 'Order ID,Customer ID,Customer Name,Order Date,Amount,Test',
        zh: '订单编号,客户编号,客户名称,下单日期,订单金额,是否测试',
        types: 'tttdnb',
        rows: [
          ['1', 'A', 'Ann', '2024-01-05', 100, 'false'],
          ['2', 'B', 'Bob', '2024-02-05', 99999, 'true'],
          ['3', 'C', 'Cat', '2024-02-06', 50, 'false'],
        ],
      },
    ],
    revenue: { A: 100, C: 50 },
    warned: ['test-order'],
  },
  {
    is: 'documents that are no sales',
    zh: { Invoice: '销售出库单', Payment: '收款单', Estimate: '报价单', 'Credit Memo': '销售退货单' },
    data: [
      {
        en: 'Num,Transaction Type,Customer,Date,Amount',
        zh: '单据编号,单据类型,客户,日期,金额',
        types: 'tttdn',
        rows: [
          ['1', 'Invoice', 'Ann', '2024-01-05', 100],
          ['P1', 'Payment', 'Ann', '2024-01-15', -100],
          ['E1', 'Estimate', 'Bob', '2024-02-05', 500],
          ['2', 'Invoice', 'Bob', '2024-02-06', 80],
          ['3', 'Credit Memo', 'Bob', '2024-02-08', 30],
        ],
      },
    ],
    revenue: { Ann: 100, Bob: 50 },
    noted: ['rows-taken-for-returns'],
    warned: ['no-sale'],
  },
];
