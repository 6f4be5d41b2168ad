import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import papa from 'papaparse';
import { expect, it } from 'vitest';
import { entityById } from '../../src/model/entities.ts';
import { matchHeaders } from '../../src/model/match-headers.ts';
import { chooseRole, rankRoles } from '../../src/model/rank-roles.ts';
import { describeWithData } from '../data-folder.ts';

/** The role must be ahead of the next by this much, without help from the file's name. */
const clearMargin = 0.2;

type Pairs = Readonly<Record<string, string>>;

const files: readonly (readonly [file: string, role: string, pairs: Pairs])[] = [
  [
    'online-retail/OnlineRetail.csv',
    'orders',
    {
      order_id: 'InvoiceNo',
      customer_id: 'CustomerID',
      product_id: 'StockCode',
      product: 'Description',
      quantity: 'Quantity',
      unit_price: 'UnitPrice',
      ordered_at: 'InvoiceDate',
      region: 'Country',
    },
  ],
  [
    'adventureworks-b2b/FactResellerSales.csv',
    'orders',
    {
      order_id: 'SalesOrderNumber',
      customer_id: 'ResellerKey',
      product_id: 'ProductKey',
      rep: 'EmployeeKey',
      quantity: 'OrderQuantity',
      unit_price: 'UnitPrice',
      cost: 'TotalProductCost',
      unit_cost: 'StandardCost',
      amount: 'SalesAmount',
      ordered_at: 'OrderDate',
    },
  ],
  ['adventureworks-b2b/Resellers.csv', 'customers', { customer_id: 'ResellerKey', name: 'ResellerName', region: 'StateProvinceName' }],
  [
    'adventureworks-b2b/Product.csv',
    'products',
    { product_id: 'ProductKey', name: 'Product', category: 'EnglishProductCategoryName', subcategory: 'Subcategory', cost: 'StandardCost' },
  ],
  ['adventureworks-b2b/ResellerSalesTargets.csv', 'targets', { year: 'Year', owner: 'EmployeeID', m01: 'M01', m12: 'M12' }],
  [
    'maven-crm-sales/sales_pipeline.csv',
    'opportunities',
    {
      opportunity_id: 'opportunity_id',
      customer: 'account',
      rep: 'sales_agent',
      product: 'product',
      stage: 'deal_stage',
      created_on: 'engage_date',
      closed_on: 'close_date',
      amount: 'close_value',
    },
  ],
  [
    'maven-crm-sales/accounts.csv',
    'customers',
    { name: 'account', industry: 'sector', size: 'employees', annual_revenue: 'revenue', region: 'office_location' },
  ],
  ['maven-crm-sales/products.csv', 'products', { name: 'product', category: 'series', price: 'sales_price' }],
  ['maven-crm-sales/sales_teams.csv', 'reps', { name: 'sales_agent', manager: 'manager', region: 'regional_office' }],
  [
    'zoho-crm/Accounts.csv',
    'customers',
    { customer_id: 'ACCOUNTID', name: 'Account Name', owner: 'Account Owner', type: 'Account Type', industry: 'Industry' },
  ],
  [
    'zoho-crm/Sales_Orders.csv',
    'orders',
    { order_id: 'SALESORDERID', rep: 'Sales Order Owner', status: 'Status', amount: 'Grand Total', ordered_at: 'Created Time' },
  ],
  [
    'zoho-crm/Invoices.csv',
    'orders',
    {
      order_id: 'INVOICEID',
      customer_id: 'Account Id',
      rep: 'Invoice Owner',
      status: 'Invoice Status',
      amount: 'Grand Total',
      ordered_at: 'Created Time',
    },
  ],
  [
    'zoho-crm/Leads.csv',
    'leads',
    {
      lead_id: 'LEADID',
      company: 'Company',
      owner: 'Lead Owner',
      status: 'Lead Status',
      source: 'Lead Source',
      converted: 'CONVERTED',
      created_at: 'Created Time',
    },
  ],
  [
    'zoho-crm/Potentials.csv',
    'opportunities',
    {
      name: 'Potential Name',
      rep: 'Potential Owner',
      stage: 'Stage',
      amount: 'Amount',
      lead_id: 'LEADID',
      closed_on: 'Closing Date',
      probability: 'Probability',
    },
  ],
  [
    'zoho-crm/Calls.csv',
    'activities',
    { activity_id: 'TASKID', rep: 'Call Owner', customer_id: 'ACCOUNTID', lead_id: 'LEADID', at: 'Call Start Time' },
  ],
  ['zoho-crm/Events.csv', 'activities', { activity_id: 'EVENTID', rep: 'Event Owner', at: 'Start DateTime' }],
  ['zoho-crm/Tasks.csv', 'activities', { rep: 'Task Owner', at: 'Created Time', subject: 'Subject' }],
  ['zoho-crm/Users.csv', 'reps', { rep_id: 'USER_ID', name: 'Last Name' }],
  ['zoho-crm/Cases.csv', 'feedback', { rep: 'Case Owner', channel: 'Case Origin', state: 'Status', at: 'Created Time' }],
  ['zoho-crm/Products.csv', 'products', { product_id: 'PRODUCTID', name: 'Product Name', category: 'Product Category', cost: 'Cost' }],
  [
    'telco-churn/Telco-Customer-Churn.csv',
    'customers',
    { customer_id: 'customerID', tenure_months: 'tenure', revenue: 'TotalCharges', lost: 'Churn' },
  ],
  ['xeducation-leads/Leads.csv', 'leads', { lead_id: 'Prospect ID', source: 'Lead Source', converted: 'Converted', region: 'Country' }],
  ['reference/rfm_data_orders.csv', 'orders', { customer_id: 'customer_id', ordered_at: 'order_date', amount: 'revenue' }],
  [
    'reference/rfm_data_customer.csv',
    'customers',
    {
      customer_id: 'customer_id',
      revenue: 'revenue',
      last_order_on: 'most_recent_visit',
      orders: 'number_of_orders',
      recency_days: 'recency_days',
    },
  ],
  ['reference/clvtools_apparelTrans.csv', 'orders', { customer_id: 'Id', ordered_at: 'Date', unit_price: 'Price' }],
  ['reference/btydplus_groceryElog.csv', 'orders', { customer_id: 'cust', ordered_at: 'date' }],
  ['reference/lifetimes_tiny_elog.csv', 'orders', { customer_id: 'id', ordered_at: 'date', amount: 'mv' }],
];

const workbooks: readonly (readonly [sheet: string, headers: string, role: string, pairs: Pairs])[] = [
  [
    'Taobao orders',
    '品牌名称,买家昵称,付款日期,订单状态,实付金额,邮费,省份,城市,购买数量',
    'orders',
    { customer: '买家昵称', ordered_at: '付款日期', status: '订单状态', paid_amount: '实付金额', region: '省份', quantity: '购买数量' },
  ],
  [
    'Superstore Orders',
    'Row ID,Order ID,Order Date,Ship Date,Ship Mode,Customer ID,Customer Name,Segment,Country,City,State,Postal Code,Region,Product ID,Category,Sub-Category,Product Name,Sales,Quantity,Discount,Profit',
    'orders',
    {
      line_id: 'Row ID',
      order_id: 'Order ID',
      ordered_at: 'Order Date',
      customer_id: 'Customer ID',
      customer: 'Customer Name',
      region: 'Region',
      product_id: 'Product ID',
      product: 'Product Name',
      category: 'Category',
      amount: 'Sales',
      quantity: 'Quantity',
      discount_rate: 'Discount',
      profit: 'Profit',
    },
  ],
  ['Superstore Returns', 'Returned,Order ID', 'returns', { returned: 'Returned', order_id: 'Order ID' }],
  ['Superstore People', 'Person,Region', 'territories', { manager: 'Person', region: 'Region' }],
  [
    'CDNOW_master',
    'customer_id,date,number_of_cds,dollar_value',
    'orders',
    { customer_id: 'customer_id', ordered_at: 'date', quantity: 'number_of_cds', amount: 'dollar_value' },
  ],
];

const strangers = [
  'zoho-crm/Contacts.csv',
  'zoho-crm/Campaigns.csv',
  'zoho-crm/Campaign_Lead_Status.csv',
  'zoho-crm/Price_Books.csv',
  'zoho-crm/Vendors.csv',
  'zoho-crm/Quotes.csv',
  'zoho-crm/Purchase_Orders.csv',
  'zoho-crm/Purchase_Order_Line_Items.csv',
  'zoho-crm/Sales_Order_Line_Items.csv',
  'zoho-crm/Invoice_Line_Items.csv',
  'maven-crm-sales/data_dictionary.csv',
  'adventureworks-b2b/DimEmployeeSalesTerritory.csv',
  'reference/cdnow_customers_summary.csv',
  'reference/donations.csv',
  'reference/survival_aml.csv',
  'reference/survival_lung.csv',
];

function expectRole(headers: readonly string[], role: string, pairs: Pairs): void {
  const [first, second] = rankRoles(headers, [], '');
  expect(first?.role).toBe(role);
  expect(first!.score - (second?.score ?? 0)).toBeGreaterThan(clearMargin);
  expect(chooseRole(rankRoles(headers, [], ''))).toMatchObject({ kind: 'role', candidate: { role } });
  const { matches } = matchHeaders(entityById(role), headers);
  expect(Object.fromEntries([...matches].map(([field, match]) => [field, headers[match.index]]))).toMatchObject(pairs);
}

it.each(workbooks)('knows the sheet %s', (_, list, role, pairs) => {
  expectRole(list.split(','), role, pairs);
});

describeWithData('headers of real exports', (folder) => {
  function headersOf(file: string): string[] {
    const [line = ''] = readFileSync(join(folder, file), 'utf8')
      .replace(/^\ufeff/, '')
      .split(/\r?\n/, 1);
    return papa.parse<string[]>(line).data[0] ?? [];
  }

  it.each(files)('knows %s', (file, role, pairs) => {
    expectRole(headersOf(file), role, pairs);
  });

  it.each(strangers)('has no role for %s', (file) => {
    expect(headersOf(file).length).toBeGreaterThan(1);
    expect(chooseRole(rankRoles(headersOf(file), [], file))).toEqual({ kind: 'none' });
  });
});
