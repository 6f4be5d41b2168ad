import type { Language } from '../every-form/forms.ts';
import { lines } from '../ingest-files.ts';
import { heads, orders, type ReadKind } from './kinds.ts';

const both = (en: string, zh: string) => (lang: Language) => (lang === 'en' ? en : zh);

/** A list of customers beside orders, so that a third file has to be something. */
function beside(name: string, content: (lang: Language) => string): ReadKind['files'] {
  return (lang) => ({
    'customers.csv': lines(lang === 'en' ? 'customer_id,name,owner' : '客户编号,客户名称,负责人', 'C1,Acme,Li', 'C2,Bolt,Wu'),
    'orders.csv': lines(heads[lang], 'S1,C1,2024-01-05,100', 'S2,C2,2024-01-06,900'),
    [name]: content(lang),
  });
}

const revenue = { C1: 100, C2: 900 };

/** Part B 9, 11 and 12: what a table and an id is, and what is said. */
export const words: readonly ReadKind[] = [
  {
    is: 'a file of returned orders',
    files: (lang) => ({
      'orders.csv': lines(heads[lang], 'S1,C1,2024-01-05,100', 'S2,C2,2024-01-06,900', 'S3,C2,2024-01-07,50'),
      [lang === 'en' ? 'Returned orders.csv' : '退回.csv']: lines(heads[lang], 'S2,C2,2024-01-06,900'),
    }),
    revenue: { C1: 100, C2: 50 },
  },
  {
    is: 'managers of regions',
    files: beside('managers.csv', both('Region,Regional Manager\nEast,Wang\n', '地区,地区经理\n华东,王\n')),
    revenue,
  },
  {
    is: 'Invoice as the number of the order',
    files: (lang) => ({
      'orders.csv': lines(
        lang === 'en' ? 'Invoice,StockCode,Quantity,InvoiceDate,Price,Customer ID' : '发票,商品编号,数量,开票日期,单价,客户编号',
        '5001,A,2,2024-01-05,10,C1',
        '5001,B,1,2024-01-05,5,C1',
      ),
    }),
    revenue: { C1: 25 },
  },
  {
    is: 'dates with a day of the week',
    files: (lang) =>
      orders(lang === 'en' ? 'S1,C1,"Fri, 2024-01-05",100' : 'S1,C1,2024-01-05 星期五,100', 'S2,C2,2024-01-06 周六,900')(lang),
    revenue,
  },
  {
    is: 'contacts, which are no reps, customers or activities',
    files: beside(
      'contacts.csv',
      both(
        'Contact ID,First Name,Last Name,Account ID,Email,Title\n1,Ann,Lee,C1,ann@x.com,CEO\n',
        '联系人编号,姓名,所属客户,邮箱,职务\n1,安,C1,ann@x.com,经理\n',
      ),
    ),
    revenue,
    warned: ['table-unused'],
  },
  {
    is: 'deals, which are no activities',
    files: beside(
      'deals.csv',
      both(
        'Opportunity ID,Opportunity Name,Account ID,Stage,Amount,Close Date,Last Activity\nD1,New,C1,Closed Won,70,2024-01-05,2024-01-02\n',
        '商机编号,商机名称,客户编号,阶段,金额,成交日期,最近活动\nD1,新签,C1,赢单,70,2024-01-05,2024-01-02\n',
      ),
    ),
    revenue,
  },
  {
    is: 'assets, which are no customers beside their accounts',
    files: beside(
      'assets.csv',
      both(
        'Asset ID,Asset Name,Account ID,Serial Number,Status\nA1,Press,C1,SN1,Installed\n',
        '资产编号,资产名称,客户编号,序列号,状态\nA1,压机,C1,SN1,已安装\n',
      ),
    ),
    revenue,
    warned: ['table-unused'],
  },
  {
    is: 'headers of two words',
    once: true,
    files: () => ({
      'olist.csv': lines(
        'order_id,customer_id,order_purchase_timestamp,total_amount',
        'S1,C1,2024-01-05 10:00:00,100',
        'S2,C2,2024-01-06 11:00:00,900',
      ),
    }),
    revenue,
  },
  {
    is: 'headers run together',
    once: true,
    files: () => ({
      'sales.csv': lines('SalesID,CustomerID,SalesDate,Quantity,LinePrice', '1,C1,2024-01-05,1,100', '2,C2,2024-01-06,1,900'),
    }),
    revenue,
  },
  {
    is: 'ACCT_ID',
    once: true,
    files: () => ({ 'sales.csv': lines('ORDER_NO,ACCT_ID,ORDER_DT,ORDER_AMT', '1,C1,2024-01-05,100', '2,C2,2024-01-06,900') }),
    revenue,
  },
  {
    is: 'a table beside others that may be two things',
    files: beside('export.csv', both('customer_id,date,owner\nC1,2024-01-05,Li\n', '客户编号,日期,负责人\nC1,2024-01-05,李\n')),
    revenue,
    warned: ['table-ambiguous'],
  },
  {
    is: 'quotes and backticks before ids that others do not share',
    files: orders("'A1,x,2024-01-05,1".replace('x', "'A1"), 'S2,A1,2024-01-06,20', 'S3,`A1,2024-01-07,300', 'S4,B2,2024-01-07,4'),
    revenue: { "'A1": 1, A1: 20, '`A1': 300, B2: 4 },
    warned: ['customer-id-near'],
  },
  {
    is: 'ids with decimals, which are said, a name that looks like no value, and a word for none',
    files: orders('S1,1.00,2024-01-05,1', 'S2,C1,2024-01-06,20', 'S3,Nan,2024-01-07,300', 'S4,Null,2024-01-08,4'),
    revenue: { '1': 1, C1: 20, Nan: 300 },
    noted: ['id-mark-cut'],
    warned: ['customer-placeholder'],
  },
  {
    is: 'a field of a table that is not given',
    files: orders('S1,C1,2024-01-05,100'),
    map: ['leads.lead_id=X'],
    refused: 'map-unmatched',
  },
  {
    is: 'a stray quote in the header',
    files: (lang) => ({ 'orders.csv': lines(heads[lang].replace(/,([^,]+)$/, ',"$1'), 'S1,C1,2024-01-05,100', 'S2,C2,2024-01-06,900') }),
    revenue,
  },
  {
    is: 'an order number of several customers',
    files: orders('S1,C1,2024-01-05,100', 'S1,C2,2024-01-05,900'),
    revenue,
    warned: ['order-number-shared'],
  },
];
