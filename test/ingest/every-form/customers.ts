import type { Cells, Situation } from './forms.ts';

const list: Omit<Cells, 'rows'> = {
  role: 'customers',
  en: 'customer_id,name,email,phone,owner',
  zh: '客户编号,客户名称,邮箱,手机,负责人',
  types: 'ttttt',
};

const listed: Cells = {
  ...list,
  rows: [
    ['C1', 'Acme', 'ann@x.com', '138-0000-0001', 'Li'],
    ['C2', 'Bolt', 'Bob@x.com', '13800000002', 'Li'],
  ],
};

const orders = { en: 'Order ID,Customer ID,Order Date,Amount', zh: '订单编号,客户编号,下单日期,订单金额', types: 'ttdn' };

/** Part A 6: who a customer is. */
export const customers: readonly Situation[] = [
  {
    is: 'placeholders for the customer',
    zh: { 'Walk-in Customer': '散客', Guest: '游客', 'TEST 1': '测试客户1', 'Acme GmbH': '华东机电', 'N/A': '无' },
    data: [
      {
        en: 'Order ID,Customer,Order Date,Amount',
        zh: '订单编号,客户名称,下单日期,订单金额',
        types: 'ttdn',
        rows: [
          ['1', 'Walk-in Customer', '2024-01-05', 100],
          ['2', 'Guest', '2024-01-06', 900],
          ['3', 'TEST 1', '2024-01-07', 50],
          ['4', '(blank)', '2024-01-07', 7],
          ['5', '-', '2024-01-07', 3],
          ['6', 'Acme GmbH', '2024-01-08', 60],
        ],
      },
    ],
    revenue: { 'Acme GmbH': 60 },
    warned: ['customer-placeholder', 'money-left-out'],
  },
  {
    is: 'guests with an e-mail address, beside accounts',
    data: [
      {
        en: 'Order ID,Order Date,Customer ID,Billing Email,Order Total',
        zh: '订单编号,下单日期,客户编号,邮箱,订单金额',
        types: 'tdttn',
        rows: [
          ['5001', '2024-01-05', '0', 'guest1@example.com', 100],
          ['5002', '2024-01-06', '0', 'guest2@example.com', 90],
          ['5003', '2024-03-06', '7', 'reg7@example.com', 120],
          ['5004', '2024-04-06', '8', 'reg8@example.com', 60],
          ['5005', '2024-04-08', '0', 'Guest1@Example.com', 40],
          ['5006', '2024-04-09', '0', 'REG7@example.com', 5],
        ],
      },
    ],
    revenue: { 'guest1@example.com': 140, 'guest2@example.com': 90, '7': 125, '8': 60 },
    noted: ['guests-told-apart'],
  },
  {
    is: 'guests with a phone number',
    zh: { Guest: '散客', 'Bolt Ltd': '上海华东机电' },
    data: [
      {
        en: 'Order ID,Order Date,Customer Name,Phone,Amount',
        zh: '订单编号,下单时间,客户名称,手机号,订单金额',
        types: 'tdttn',
        rows: [
          ['1', '2024-01-05', 'Guest', '13800000001', 100],
          ['2', '2024-01-06', 'Guest', '+86 138-0000-0001', 50],
          ['3', '2024-01-08', 'Guest', null, 20],
          ['4', '2024-01-09', 'Bolt Ltd', '13700000003', 200],
        ],
      },
    ],
    revenue: { '13800000001': 150, 'Bolt Ltd': 200 },
    warned: ['customer-placeholder'],
  },
  {
    is: 'masked customers',
    data: [
      {
        ...orders,
        rows: [
          ['1', '138****0001', '2024-01-05', 10],
          ['2', '138****0001', '2024-01-06', 20],
          ['3', '13800000003', '2024-01-07', 30],
        ],
      },
    ],
    revenue: { '138****0001': 30, '13800000003': 30 },
    warned: ['customer-masked'],
  },
  {
    is: 'ids with zeros before them, which the list does not have',
    data: [
      {
        ...list,
        rows: [
          ['10023', 'Alpha', null, null, 'Li'],
          ['10024', 'Beta', null, null, 'Li'],
          ['10025', 'Gamma', null, null, 'Li'],
        ],
      },
      {
        ...orders,
        rows: [
          ['1', '0000010023', '2024-01-05', 100],
          ['2', '0000010024', '2024-02-05', 100],
          ['3', '0000010025', '2024-03-05', 100],
          ['4', '10023', '2024-03-06', 100],
        ],
      },
    ],
    revenue: { '10023': 200, '10024': 100, '10025': 100 },
    noted: ['customer-id-joined'],
  },
  {
    is: 'ids with zeros before them, and without, and no list',
    data: [
      {
        ...orders,
        rows: [
          ['1', '0000010023', '2024-01-05', 100],
          ['2', '0000010024', '2024-02-05', 100],
          ['3', '10023', '2024-03-06', 100],
        ],
      },
    ],
    revenue: { '10023': 200, '0000010024': 100 },
    warned: ['customer-id-joined'],
  },
  {
    is: 'ids in full width',
    data: [
      {
        ...orders,
        rows: [
          ['1', 'Ｃ００１', '2024-01-05', 100],
          ['2', 'C001', '2024-02-05', 50],
          ['3', 'C002', '2024-02-05', 30],
        ],
      },
    ],
    revenue: { C001: 150, C002: 30 },
    noted: ['customer-id-joined'],
  },
  {
    is: 'e-mail addresses in capitals, and ids whose case tells them apart',
    data: [
      {
        ...orders,
        rows: [
          ['1', 'Ann@x.com', '2024-01-05', 100],
          ['2', 'ann@x.com', '2024-02-05', 50],
          ['3', 'ann@x.com', '2024-02-06', 50],
          ['4', 'aB1', '2024-02-05', 30],
          ['5', 'AB1', '2024-02-05', 7],
        ],
      },
    ],
    revenue: { 'ann@x.com': 200, aB1: 30, AB1: 7 },
    noted: ['customer-id-joined'],
  },
  {
    is: 'e-mail addresses in place of the ids of the list',
    data: [
      listed,
      {
        ...orders,
        rows: [
          ['1', 'ANN@x.com', '2024-01-05', 10],
          ['2', 'bob@x.com', '2024-01-06', 20],
        ],
      },
    ],
    revenue: { C1: 10, C2: 20 },
    noted: ['customers-joined-by'],
  },
  {
    is: 'phone numbers in place of the ids of the list',
    data: [
      listed,
      {
        ...orders,
        rows: [
          ['1', '13800000001', '2024-01-05', 10],
          ['2', '+86 138-0000-0002', '2024-01-06', 20],
        ],
      },
    ],
    revenue: { C1: 10, C2: 20 },
    noted: ['customers-joined-by'],
  },
  {
    is: 'names, one in full width, in place of ids',
    data: [
      {
        ...list,
        rows: [
          ['C1', 'Acme (North)', null, null, 'Li'],
          ['C2', 'Bolt', null, null, 'Li'],
        ],
      },
      {
        en: 'Order ID,Customer Name,Order Date,Amount',
        zh: '订单编号,客户名称,下单日期,订单金额',
        types: 'ttdn',
        rows: [
          ['1', 'Acme （North）', '2024-01-05', 10],
          ['2', 'Bolt', '2024-01-06', 20],
        ],
      },
    ],
    revenue: { C1: 10, C2: 20 },
  },
  {
    is: 'an e-mail address beside ids that the list does not have',
    data: [
      listed,
      {
        en: 'Order ID,Customer ID,Billing Email,Order Date,Amount',
        zh: '订单编号,会员ID,邮箱,下单日期,订单金额',
        types: 'tttdn',
        rows: [
          ['1', '9001', 'ann@x.com', '2024-01-05', 10],
          ['2', '9002', 'BOB@x.com', '2024-01-06', 20],
          ['3', '9001', 'ann@x.com', '2024-01-07', 30],
        ],
      },
    ],
    revenue: { C1: 40, C2: 20 },
    noted: ['customers-joined-by'],
  },
  {
    is: 'orders that name no customer but an e-mail address',
    data: [
      {
        en: 'Order ID,Order Date,Billing Email,Amount',
        zh: '订单编号,下单日期,买家邮箱,订单金额',
        types: 'tdtn',
        rows: [
          ['1', '2024-01-05', 'Ann@x.com', 10],
          ['2', '2024-01-06', 'ann@x.com', 20],
          ['3', '2024-01-07', 'bob@x.com', 30],
        ],
      },
    ],
    revenue: { 'ann@x.com': 30, 'bob@x.com': 30 },
    noted: ['customer-by-contact'],
  },
  {
    is: 'a list with totals that its orders contradict',
    data: [
      {
        role: 'customers',
        en: 'customer_id,name,total_spent,owner',
        zh: '客户编号,客户名称,累计消费,负责人',
        types: 'ttnt',
        rows: [
          ['C1', 'Acme', 100, 'Li'],
          ['C2', 'Bolt', 900, 'Li'],
        ],
      },
      {
        ...orders,
        rows: [
          ['1', 'C1', '2024-01-05', 100],
          ['2', 'C2', '2024-01-06', 20],
        ],
      },
    ],
    revenue: { C1: 100, C2: 20 },
    warned: ['customer-totals-contradict'],
  },
];
