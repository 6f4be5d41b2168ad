import type { Cells, Situation } from './forms.ts';

const orders = { en: 'Order ID,Customer ID,Order Date,Amount', zh: '订单编号,客户编号,下单日期,订单金额', types: 'ttdn' };
const statuses = { en: 'Order ID,Customer ID,Order Date,Status,Amount', zh: '订单编号,客户编号,下单日期,订单状态,金额', types: 'ttdtn' };
const lines: Omit<Cells, 'rows'> = {
  en: 'Order ID,Customer,Order Date,Product,Amount',
  zh: '订单编号,客户名称,下单日期,商品名称,金额',
  types: 'ttdtn',
};

/** One table an entity: what stands twice is in one of them. */
const oneTable = 'there is one table of orders';

/** Part A 3, 7 and 8: what stands twice, when it was, and what is no row. */
export const rows: readonly Situation[] = [
  {
    is: 'identical rows of two inputs',
    data: [
      {
        ...orders,
        rows: [
          ['1001', 'C1', '2024-01-05', 100],
          ['1002', 'C2', '2024-01-20', 50],
        ],
      },
      {
        ...orders,
        rows: [
          ['1002', 'C2', '2024-01-20', 50],
          ['1004', 'C3', '2024-02-10', 30],
        ],
      },
    ],
    revenue: { C1: 100, C2: 50, C3: 30 },
    noted: ['line-elsewhere'],
    except: { table: oneTable },
  },
  {
    is: 'an order that a later export has with another status and amount',
    zh: { Completed: '已完成', Cancelled: '已取消' },
    data: [
      {
        ...statuses,
        rows: [
          ['1001', 'C1', '2024-01-05', 'Completed', 100],
          ['1002', 'C2', '2024-01-20', 'Completed', 50],
          ['1003', 'C1', '2024-01-31', 'Completed', 70],
        ],
      },
      {
        ...statuses,
        rows: [
          ['1002', 'C2', '2024-01-20', 'Cancelled', 50],
          ['1003', 'C1', '2024-01-31', 'Completed', 75],
          ['1004', 'C3', '2024-02-10', 'Completed', 30],
        ],
      },
    ],
    revenue: { C1: 175, C3: 30 },
    warned: ['order-superseded'],
    except: { table: oneTable },
  },
  {
    is: 'months, and all of them',
    data: [
      {
        ...orders,
        rows: [
          ['1', 'A', '2024-01-05', 100],
          ['2', 'B', '2024-01-15', 50],
        ],
      },
      { ...orders, rows: [['3', 'A', '2024-02-05', 70]] },
      {
        ...orders,
        rows: [
          ['1', 'A', '2024-01-05', 100],
          ['2', 'B', '2024-01-15', 50],
          ['3', 'A', '2024-02-05', 70],
        ],
      },
    ],
    revenue: { A: 170, B: 50 },
    noted: ['line-elsewhere'],
    except: { table: oneTable },
  },
  {
    is: 'one number for two orders',
    data: [
      {
        ...orders,
        rows: [
          ['1001', 'a@x.com', '2023-01-05', 100],
          ['1002', 'b@x.com', '2023-02-05', 50],
          ['1001', 'a@x.com', '2024-01-05', 70],
          ['1002', 'c@x.com', '2024-02-05', 60],
        ],
      },
    ],
    revenue: { 'a@x.com': 170, 'b@x.com': 50, 'c@x.com': 60 },
    noted: ['order-number-reused', 'order-number-shared'],
  },
  {
    is: 'equal lines',
    data: [
      {
        ...lines,
        rows: [
          ['1', 'A', '2024-01-05', 'Tea', 10],
          ['1', 'A', '2024-01-05', 'Tea', 10],
          ['2', 'B', '2024-01-06', 'Cup', 20],
        ],
      },
    ],
    revenue: { A: 20, B: 20 },
    warned: ['line-duplicate'],
  },
  {
    is: 'true dates with day and month swapped, beside texts',
    data: [
      {
        ...orders,
        types: 'ttxn',
        rows: ['2024-05-01', '25/01/2024', '2024-03-02', '28/02/2024', '2024-11-03', '30/03/2024', '2024-02-04'].map((date, at) => [
          `S${at}`,
          'A',
          date,
          10,
        ]),
      },
    ],
    revenue: { A: 70 },
    warned: ['dates-swapped'],
    // Such a column is a text there.
    except: { table: { refused: 'column-type-unfit' } },
  },
  {
    is: 'years of two digits in front',
    data: [
      {
        ...orders,
        types: 'tttn',
        rows: ['24-01-05', '24-01-06', '24-02-17', '24-03-28', '24-04-02'].map((date, at) => [`S${at}`, 'A', date, 10]),
      },
    ],
    revenue: { A: 50 },
    except: { table: { refused: 'column-type-unfit' } },
  },
  {
    is: 'a date far beyond all others',
    data: [
      {
        ...orders,
        rows: [
          ...Array.from({ length: 12 }, (_, at) => [`S${at}`, 'A', `2024-${String(1 + (at % 6)).padStart(2, '0')}-1${at % 9}`, 10]),
          ['X', 'B', '2044-01-05', 10],
        ],
      },
    ],
    revenue: { A: 120 },
    warned: ['date-future'],
  },
  {
    is: 'cells merged down',
    data: [
      {
        ...lines,
        merges: ['A2:A4', 'B2:B4', 'C2:C4'],
        rows: [
          ['1001', 'Acme', '2024-01-05', 'X', 10],
          [null, null, null, 'Y', 20],
          [null, null, null, 'Z', 30],
          ['1002', 'Bolt', '2024-01-06', 'X', 5],
        ],
      },
    ],
    revenue: { Acme: 60, Bolt: 5 },
    // A table has no order in which a row could stand below another.
    except: { table: { revenue: { Acme: 10, Bolt: 5 }, warned: ['customer-missing', 'money-left-out'] } },
  },
  {
    is: 'a footer with the total',
    zh: { Total: '合计' },
    data: [
      {
        ...orders,
        rows: [
          ['1', 'A', '2024-01-05', 100],
          ['2', 'B', '2024-01-06', 50],
          ['Total', null, null, 150],
        ],
      },
    ],
    revenue: { A: 100, B: 50 },
    // It is a row without a customer there.
    except: { table: { revenue: { A: 100, B: 50 }, warned: ['customer-missing', 'money-left-out'] } },
  },
];
