import { describe, expect, it } from 'vitest';
import { entityById } from '../../src/model/entities.ts';
import { matchHeaders } from '../../src/model/match-headers.ts';
import { chooseRole, rankRoles } from '../../src/model/rank-roles.ts';

type Family = readonly [name: string, headers: string, role: string, fields: Readonly<Record<string, string>>];

const known: readonly Family[] = [
  [
    'olist_orders_dataset',
    'order_id,customer_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_carrier_date,order_estimated_delivery_date',
    'orders',
    { order_id: 'order_id', ordered_at: 'order_purchase_timestamp', status: 'order_status' },
  ],
  [
    'lines',
    'SalesID,SalesDate,CustomerID,LinePrice,Quantity',
    'orders',
    { order_id: 'SalesID', ordered_at: 'SalesDate', amount: 'LinePrice', customer_id: 'CustomerID' },
  ],
  [
    'extract',
    'ACCT_ID,ORDER_NO,ORDER_DT,ORDER_AMT',
    'orders',
    { customer_id: 'ACCT_ID', order_id: 'ORDER_NO', ordered_at: 'ORDER_DT', amount: 'ORDER_AMT' },
  ],
  [
    'bookings',
    'booking_order_id,customer_unique_id,order_status,order_created_timestamp,order_total_value',
    'orders',
    {
      order_id: 'booking_order_id',
      customer_id: 'customer_unique_id',
      ordered_at: 'order_created_timestamp',
      amount: 'order_total_value',
    },
  ],
  [
    'extract',
    'order_id,customer_id,order_placed_datetime,order_value',
    'orders',
    { ordered_at: 'order_placed_datetime', amount: 'order_value' },
  ],
  ['extract', 'order_id,customer_id,customer_unique_id,purchase_date,sales_value', 'orders', { customer_id: 'customer_id' }],
  ['extract', 'OrderNo,BuyerUID,InvoiceCreatedAt,SaleTotalAmt', 'orders', { customer_id: 'BuyerUID', ordered_at: 'InvoiceCreatedAt' }],
  ['masters', 'ACCT_ID,ACCT_NAME,INDUSTRY,OWNER', 'customers', { customer_id: 'ACCT_ID', name: 'ACCT_NAME' }],
  ['export', 'txn_id,txn_date,cust_id,txn_amount', 'orders', { order_id: 'txn_id', ordered_at: 'txn_date', amount: 'txn_amount' }],
  [
    'export',
    'cust_no,inv_no,inv_dt,net_amt',
    'orders',
    { customer_id: 'cust_no', order_id: 'inv_no', ordered_at: 'inv_dt', amount: 'net_amt' },
  ],
  ['tpch', 'o_orderkey,o_custkey,o_orderstatus,o_totalprice,o_orderdate', 'orders', { customer_id: 'o_custkey', amount: 'o_totalprice' }],
  ['online_retail_II', 'Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country', 'orders', { order_id: 'Invoice' }],
  ['chinook', 'InvoiceId,CustomerId,InvoiceDate,BillingCity,BillingCountry,Total', 'orders', { order_id: 'InvoiceId', amount: 'Total' }],
  [
    'chinook',
    'CustomerId,FirstName,LastName,Company,Address,City,State,Country,PostalCode,Phone,Email',
    'customers',
    { customer_id: 'CustomerId' },
  ],
  [
    'northwind',
    'CustomerID,CompanyName,ContactName,ContactTitle,Address,City,Region,PostalCode,Country,Phone,Fax',
    'customers',
    { name: 'CompanyName' },
  ],
  [
    'sap',
    'Billing Document,Billing Date,Sold-to Party,Net Value,Document Currency,Billed Quantity',
    'orders',
    { order_id: 'Billing Document', ordered_at: 'Billing Date', customer: 'Sold-to Party', amount: 'Net Value' },
  ],
  ['sap', 'VBELN,AUDAT,KUNNR,NETWR', 'orders', { order_id: 'VBELN', ordered_at: 'AUDAT', customer_id: 'KUNNR', amount: 'NETWR' }],
  ['odoo', 'Order Reference,Creation Date,Customer,Salesperson,Total,Status,Invoice Status', 'orders', { order_id: 'Order Reference' }],
  [
    '用友',
    '发货单号,发货日期,客户编码,客户简称,存货名称,数量,无税金额,价税合计,业务员',
    'orders',
    { order_id: '发货单号', ordered_at: '发货日期' },
  ],
  ['金蝶', '日期,单据编号,客户,销售员,物料名称,销售数量,价税合计,单据状态', 'orders', { order_id: '单据编号', quantity: '销售数量' }],
  [
    '发票',
    '发票号码,发票日期,购方名称,金额,税额,价税合计',
    'orders',
    { order_id: '发票号码', ordered_at: '发票日期', customer: '购方名称' },
  ],
  ['管家婆', '单据日期,单据编号,往来单位,经手人,商品名称,数量,单价', 'orders', { customer: '往来单位' }],
  ['会员', '会员卡号,姓名,手机号,会员等级,累计消费,最近消费时间', 'customers', { customer_id: '会员卡号', last_order_on: '最近消费时间' }],
  ['退货', '订单 ID,退回', 'returns', { order_id: '订单 ID', returned: '退回' }],
  ['退货', '订单编号,金额', 'returns', { order_id: '订单编号' }],
  ['销售人员', '地区经理,地区', 'territories', { manager: '地区经理', region: '地区' }],
  ['People', 'Territory Manager,Region', 'territories', { manager: 'Territory Manager' }],
  [
    'WooCommerce',
    'Order Number,Order Date,Customer User ID,Order Total Amount,Order Status',
    'orders',
    { customer_id: 'Customer User ID', amount: 'Order Total Amount' },
  ],
  ['jd', '订单号,下单时间,客户账号,成交金额', 'orders', { customer_id: '客户账号' }],
  ['淘宝', '订单编号,买家会员ID,订单创建时间,订单状态,实付金额', 'orders', { customer_id: '买家会员ID', paid_amount: '实付金额' }],
  ['门店', '单号,会员号,日期,应收金额', 'orders', { customer_id: '会员号', amount: '应收金额' }],
  [
    '拼多多',
    '商品,订单号,订单状态,用户实付金额(元),商品数量(件),订单成交时间,收货人,手机',
    'orders',
    { customer: '收货人', paid_amount: '用户实付金额(元)', ordered_at: '订单成交时间' },
  ],
  ['orders', '訂單編號,客戶名稱,訂單日期,金額,訂單狀態', 'orders', { order_id: '訂單編號', customer: '客戶名稱', status: '訂單狀態' }],
  ['客戶', '客戶編號,客戶名稱,負責人,產業', 'customers', { customer_id: '客戶編號', owner: '負責人' }],
  [
    'orders',
    'Order Ref,Account Code,Quote Date,Order Date,Net Amount',
    'orders',
    { order_id: 'Order Ref', customer_id: 'Account Code', ordered_at: 'Order Date', amount: 'Net Amount' },
  ],
  ['sage', 'Invoice No,Invoice Date,A/C,Net Amount', 'orders', { customer_id: 'A/C' }],
  [
    'business central',
    'No.,Order Date,Document No.,Sell-to Customer No.,Sell-to Customer Name,Amount Including VAT',
    'orders',
    { customer_id: 'Sell-to Customer No.', customer: 'Sell-to Customer Name', amount: 'Amount Including VAT' },
  ],
  [
    'jde',
    'Order Number,Order Date,Sold To,Last Status,Extended Price',
    'orders',
    { customer: 'Sold To', status: 'Last Status', amount: 'Extended Price' },
  ],
  [
    'orders',
    'Name,Created at,Customer ID,Financial Status,Currency,Total',
    'orders',
    { order_id: 'Name', ordered_at: 'Created at', customer_id: 'Customer ID', amount: 'Total' },
  ],
  [
    'account.move',
    'Number,Invoice Partner Display Name,Invoice/Bill Date,Untaxed Amount Signed,Tax Signed,Total Signed,Amount Due Signed,Payment Status,Status',
    'orders',
    { order_id: 'Number', customer: 'Invoice Partner Display Name', amount: 'Untaxed Amount Signed', status: 'Status' },
  ],
  [
    'account.move',
    'name,invoice_partner_display_name,invoice_date,amount_untaxed_signed,amount_total_signed,payment_state,state',
    'orders',
    { order_id: 'name', customer: 'invoice_partner_display_name', amount: 'amount_untaxed_signed', status: 'state' },
  ],
  [
    'stripe',
    'balance_transaction_id,created_utc,currency,gross,fee,net,reporting_category,source_id,description,customer_id',
    'orders',
    { amount: 'gross', document_type: 'reporting_category', customer_id: 'customer_id' },
  ],
  [
    '金蝶',
    '单据编号,日期,客户编码,币别,价税合计,价税合计(本位币)',
    'orders',
    { amount: '价税合计', amount_in_company_currency: '价税合计(本位币)' },
  ],
  [
    'invoices',
    'Invoice Number,Invoice Date,Customer Name,Currency,Total,Total (Base)',
    'orders',
    { amount: 'Total', amount_in_company_currency: 'Total (Base)' },
  ],
  ['deals', 'Deal Name,Stage,Amount,Amount in company currency,Close Date', 'opportunities', { amount: 'Amount' }],
  ['销售机会', '机会编号,机会名称,客户名称,销售阶段,预计金额,预计签单日期', 'opportunities', { amount: '预计金额' }],
  ['report', 'Opportunity Owner,Account Name,Opportunity Name,Stage,Amount,Close Date,Created Date,Last Activity', 'opportunities', {}],
  ['export', '商机名称,客户,阶段,金额,赢率,负责人,跟进时间,创建日期', 'opportunities', {}],
  [
    'orders',
    'Id,OrderNumber,AccountId,EffectiveDate,Status,TotalAmount,OwnerId',
    'orders',
    { order_id: 'OrderNumber', amount: 'TotalAmount' },
  ],
  ['Product2', 'Id,Name,ProductCode,Family,IsActive', 'products', { product_id: 'ProductCode', category: 'Family' }],
  [
    'orgs',
    'Organization - ID,Organization - Name,Organization - Owner,Organization - Address',
    'customers',
    { name: 'Organization - Name' },
  ],
];

const unknown: readonly (readonly [name: string, headers: string])[] = [
  ['contact', 'Id,AccountId,FirstName,LastName,Name,Email,Phone,Title,Department,ReportsToId,OwnerId,CreatedDate'],
  ['contacts', 'First Name,Last Name,Title,Account Name,Email,Phone,Contact Owner'],
  ['联系人', '姓名,部门,职务,手机,邮箱,客户名称,微信'],
  ['联系人', '联系人姓名,客户名称,职务,部门,手机,电话,邮箱,负责人,创建时间'],
  ['assets', 'Id,Name,AccountId,Product2Id,SerialNumber,PurchaseDate,InstallDate,Status,Price,Quantity'],
  ['assets', 'asset_id,account_id,name,type,owner,status'],
  ['flights', 'flight_id,account_id,name,departure,arrival,type'],
  ['aircraft', 'Tail Number,Account,Model,Owner,Type'],
  ['flights', 'Flight Number,Name,Origin,Destination,Departure Date,Status,Owner'],
  ['航班', '航班号,名称,出发地,目的地,渠道,状态,负责人'],
  ['资产', '资产编号,资产名称,客户,类型,购买日期,状态'],
  ['suppliers', 'SupplierID,CompanyName,ContactName,Address,City,Region,Country,Phone'],
  ['供应商', '供应商编号,公司名称,联系人,电话,地区'],
  ['order lines', 'order_id,customer_id,amount'],
  ['订单', '订单编号,客户名称,销售额'],
  ['order_payments', 'order_id,payment_sequential,payment_type,payment_value'],
  ['export', 'order_id,amount'],
  ['order_items', 'order_id,order_item_id,product_id,seller_id,shipping_limit_date,price,freight_value'],
  ['campaign', 'Id,Name,Type,Status,StartDate,EndDate,BudgetedCost,ActualCost,ExpectedRevenue,OwnerId'],
  ['quote', 'Id,QuoteNumber,OpportunityId,AccountId,Name,Status,ExpirationDate,TotalPrice,GrandTotal'],
  ['合同', '合同编号,客户名称,负责人,合同状态'],
];

describe('tables of many systems', () => {
  it.each(known)('%s: %s are %s', (name, list, role, fields) => {
    const headers = list.split(',');
    expect(chooseRole(rankRoles(headers, [], name))).toMatchObject({ kind: 'role', candidate: { role } });
    const { matches } = matchHeaders(entityById(role), headers);
    expect(Object.fromEntries([...matches].map(([field, { index }]) => [field, headers[index]]))).toMatchObject(fields);
  });

  it.each(unknown)('%s: %s are none of them', (name, list) => {
    expect(chooseRole(rankRoles(list.split(','), [], name))).toEqual({ kind: 'none' });
  });

  it('does not take the number of a ledger account for a customer', () => {
    const headers = ['InvoiceNumber', 'InvoiceDate', 'ContactName', 'LineAmount', 'AccountCode'];
    const { matches } = matchHeaders(entityById('orders'), headers);
    expect(matches.get('customer_id')).toBeUndefined();
    expect(matches.get('customer')).toMatchObject({ index: 2 });
  });

  it.each(['Invoice No,Invoice Date,Customer Name,Account Code,Amount', '单号,日期,客户,账号,金额'])(
    'does not take it for one beside the name of the customer: %s',
    (list) => {
      const { matches } = matchHeaders(entityById('orders'), list.split(','));
      expect(matches.get('customer_id')).toBeUndefined();
      expect(matches.get('customer')).toMatchObject({ index: 2 });
    },
  );

  it.each(['订单号,日期,会员号,单价,数量,合计', '订单号,日期,会员号,实付金额,总价', 'Order ID,Date,Customer ID,Amount Paid,Turnover'])(
    'takes a weak word of amounts for none beside a better one: %s',
    (list) => {
      expect(matchHeaders(entityById('orders'), list.split(',')).matches.get('amount')).toBeUndefined();
    },
  );

  it('does not take the person that receives the goods for the customer beside its number', () => {
    const { matches } = matchHeaders(entityById('orders'), ['订单号', '买家账号', '下单时间', '收货人', '金额']);
    expect(matches.get('customer_id')).toMatchObject({ index: 1 });
    expect(matches.get('customer')).toBeUndefined();
  });
});
