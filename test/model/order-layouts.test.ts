import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { matchHeaders } from '../../src/model/match-headers.ts';
import { orders } from '../../src/model/orders.ts';

/** System, headers of its export, header of the amount. */
const layouts: readonly (readonly [system: string, headers: string, amount: string, others?: Readonly<Record<string, string>>])[] = [
  ['Square', 'Date,Time,Gross Sales,Discounts,Net Sales,Tax,Tip,Total Collected,Fees,Net Total,Transaction ID,Customer ID', 'Net Sales'],
  ['Square', 'Date,Time,Category,Item,Qty,SKU,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Customer ID', 'Net Sales'],
  [
    'PayPal',
    'Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,From Email Address,Transaction ID,Balance',
    'Gross',
    { customer_id: 'From Email Address' },
  ],
  ['PayPal', '日期,时间,时区,名称,类型,状态,币种,总额,费用,净额,发件人邮箱地址,交易号,余额', '总额'],
  [
    'Stripe',
    'id,Description,Created date (UTC),Amount,Amount Refunded,Currency,Fee,Status,Customer ID',
    'Amount',
    { ordered_at: 'Created date (UTC)' },
  ],
  ['QuickBooks', 'Date,Transaction Type,Num,Name,Memo/Description,Qty,Sales Price,Amount,Balance', 'Amount', { unit_price: 'Sales Price' }],
  ['QuickBooks', 'InvoiceNo,Customer,InvoiceDate,Item(Product/Service),ItemQuantity,ItemRate,ItemAmount,Total', 'ItemAmount'],
  ['Xero', 'ContactName,InvoiceNumber,InvoiceDate,Total,Quantity,UnitAmount,Discount,LineAmount,TaxAmount', 'LineAmount'],
  [
    'Amazon',
    'amazon-order-id,purchase-date,order-status,product-name,sku,quantity,currency,item-price,item-tax,shipping-price,item-promotion-discount',
    'item-price',
  ],
  ['Amazon', 'order-id,order-item-id,purchase-date,buyer-email,buyer-name,sku,quantity-purchased,item-price,item-tax', 'item-price'],
  [
    'Magento',
    'ID,Purchase Point,Purchase Date,Bill-to Name,Grand Total (Base),Grand Total (Purchased),Status,Customer Email,Subtotal,Customer Name,Total Refunded',
    'Grand Total (Base)',
    { customer: 'Customer Name', refunded_amount: 'Total Refunded' },
  ],
  [
    'WooCommerce',
    'Order Number,Order Status,Order Date,Email (Billing),Cart Discount Amount,Order Subtotal Amount,Order Shipping Amount,Order Refund Amount,Order Total Amount,Item Cost,Quantity (- Refund)',
    'Order Total Amount',
  ],
  ['WooCommerce', 'Date,Order #,Status,Customer,Product(s),Items sold,Coupon(s),N. Revenue', 'N. Revenue'],
  ['Odoo', 'Order Reference,Creation Date,Customer,Salesperson,Untaxed Amount,Total,Status', 'Total'],
  [
    'Odoo',
    'Order Reference,Order Date,Customer,Order Lines/Product,Order Lines/Quantity,Order Lines/Unit Price,Order Lines/Subtotal,Total',
    'Order Lines/Subtotal',
  ],
  ['淘宝/天猫', '订单编号,买家会员名,买家应付货款,买家应付邮费,总金额,买家实际支付金额,订单状态,订单创建时间,订单付款时间 ', '总金额'],
  ['京东', '订单号,商品ID,订购数量,京东价,订单金额,结算金额,应付金额,商家应收,订单状态,下单帐号,下单时间', '订单金额'],
  [
    '拼多多',
    '商品,订单号,订单状态,商品总价(元),店铺优惠折扣(元),平台优惠折扣(元),用户实付金额(元),商家实收金额(元),商品数量(件),收货人,订单成交时间,商品id',
    '商家实收金额(元)',
    { ordered_at: '订单成交时间' },
  ],
  [
    '抖店',
    '主订单编号,子订单编号,选购商品,商品数量,商品单价,商品金额,订单应付金额,运费,优惠总金额,收件人,订单提交时间,订单状态',
    '订单应付金额',
    { order_id: '主订单编号' },
  ],
  ['SAP', 'VBELN,POSNR,KUNNR,ERDAT,MATNR,KWMENG,NETWR,WAERK', 'NETWR'],
  ['SAP', 'Sales Document,Item,Sold-to party,Document Date,Material,Order Quantity,Net price,Net value,Document Currency', 'Net value'],
  ['SAP', '销售凭证,项目,售达方,凭证日期,物料,订单数量,净价,净值', '净值'],
  ['SAP Business One', 'DocNum,DocDate,CardCode,CardName,ItemCode,Dscription,Quantity,Price,LineTotal,DocTotal,VatSum', 'LineTotal'],
  ['SAP Business One', 'DocNum,DocDate,CardCode,CardName,DocTotal,VatSum', 'DocTotal'],
  ['金蝶', '单据编号,日期,客户,销售员,物料编码,物料名称,销售数量,含税单价,金额,税额,价税合计,单据状态', '价税合计'],
  ['用友', '订单号,订单日期,客户简称,业务员,存货编码,数量,原币价税合计,本币价税合计', '本币价税合计'],
  ['管家婆', '单据日期,单据编号,往来单位,经手人,商品名称,数量,单价,金额,折后金额', '折后金额', { customer: '往来单位' }],
  ['纷享销客', '销售订单编号,客户名称,下单日期,产品合计(元),销售订单金额(元),待回款金额(元)', '销售订单金额(元)'],
  ['销售易', '订单编号,客户名称,订单日期,订单总金额,已回款金额,未回款金额', '订单总金额'],
  [
    'Zoho',
    'Invoice Date,Invoice Number,Customer ID,Customer Name,SubTotal,Total,Balance,Item Name,Quantity,Item Price,Item Total',
    'Item Total',
  ],
  [
    'Shopify',
    'Name,Email,Financial Status,Paid at,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price',
    'Total',
  ],
];

it.each(layouts.map(([system, headers, amount, others = {}]) => ({ system, headers, amount, others })))(
  'an export of $system has its amount in $amount',
  ({ system, headers, amount, others }) => {
    const names = headers.split(',');
    const { matches, missing } = matchHeaders(orders, names);
    expect(missing).toEqual([]);
    for (const [field, header] of Object.entries({ amount, ...others }))
      expect([field, names[matches.get(field)?.index ?? -1]]).toEqual([field, header]);
    expect(orders.layouts.map((layout) => layout.system)).toContain(system);
  },
);

it('every layout is of a system that both pages about amounts name, and gives columns to fields of orders', () => {
  for (const page of ['docs/amounts.md', 'docs/amounts.zh-CN.md']) {
    const text = readFileSync(new URL(`../../${page}`, import.meta.url), 'utf8');
    const named = orders.layouts.flatMap(({ system }) => (system === undefined || system === 'Superstore' ? [] : [system]));
    expect(named.filter((system) => !text.includes(system))).toEqual([]);
  }
  const fields = orders.layouts.flatMap(({ headers }) => Object.values(headers)).filter((field) => field !== null);
  expect(fields.filter((field) => !(field in orders.fields))).toEqual([]);
});

it('net sales go before what is left of them after fees, and before gross sales', () => {
  const amountOf = (headers: string): string | undefined => {
    const names = headers.split(',');
    return names[matchHeaders(orders, names).matches.get('amount')?.index ?? -1];
  };
  expect(amountOf('Order ID,Customer ID,Date,Gross Sales,Net Sales,Net Total')).toBe('Net Sales');
  expect(amountOf('Order ID,Customer ID,Date,Net Total,Total')).toBe('Total');
  expect(amountOf('单号,客户编号,日期,净销售额,合计金额')).toBe('净销售额');
});
