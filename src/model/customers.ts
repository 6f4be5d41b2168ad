import { customerPool } from './customers-pool.ts';
import { customerProfile } from './customers-profile.ts';
import { customerSummary } from './customers-summary.ts';
import { defineEntity } from './define.ts';

export const customers = defineEntity({
  id: 'customers',
  title: { en: 'Customers', 'zh-CN': '客户' },
  grain: { en: 'one customer', 'zh-CN': '一行一个客户' },
  names: ['customer', 'account', 'reseller', 'client', 'company', 'companies', 'organization', 'organisation', '客户', '会员', '买家'],
  needs: [
    ['customer_id', 'name'],
    [
      'name',
      'owner',
      'level',
      'type',
      'industry',
      'is_customer',
      'credit_rating',
      'credit_limit',
      'market_share',
      'wallet',
      'lost',
      'lost_on',
      'orders',
      'revenue',
      'profit',
      'first_order_on',
      'last_order_on',
      'recency_days',
      'tenure_months',
      'csat',
      'nps',
    ],
  ],
  excludes: [
    '线索名称',
    '线索编号',
    '线索状态',
    'Lead Name',
    'Lead Status',
    // Products and price books, which have a number and a name, too.
    'SKU',
    'Product Code',
    'Unit Price',
    'Unit Cost',
    'Is Standard',
    // Campaigns.
    'Budgeted Cost',
    'Actual Cost',
    '单价',
    // Payments and hires.
    'Payment Date',
    'Check Number',
    'Rental Date',
    '付款日期',
    '收款日期',
    '回款日期',
  ],
  key: 'customer_id',
  layouts: [
    // Maven Analytics' CRM sample: the turnover of the account, in millions.
    { signs: ['account', 'sector', 'year_established', 'revenue', 'employees'], headers: { revenue: 'annual_revenue' } },
  ],
  fields: { ...customerProfile, ...customerPool, ...customerSummary },
});
