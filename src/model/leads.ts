import { defineEntity } from './define.ts';
import { leadAttributes } from './leads-attributes.ts';
import { leadProgress } from './leads-progress.ts';

export const leads = defineEntity({
  id: 'leads',
  title: { en: 'Leads', 'zh-CN': '线索' },
  grain: { en: 'one lead', 'zh-CN': '一行一条线索' },
  names: ['lead', 'prospect', '线索', '公海'],
  needs: [
    ['lead_id', 'name', 'company'],
    [
      'status',
      'source',
      'batch',
      'pool',
      'assigned_at',
      'first_contact_at',
      'contacts',
      'converted',
      'converted_at',
      'invalid_reason',
      'returned_at',
      'recycles',
    ],
  ],
  // Orders, quotes, contracts, assets and members of campaigns have a number and a status, too.
  excludes: [
    'Order Number',
    'Quote Number',
    'Contract Number',
    'Contract Term',
    'Serial Number',
    'Total Amount',
    'Grand Total',
    'Amount',
    'Amount Refunded',
    'Effective Date',
    'Has Responded',
    'Budgeted Cost',
    'Actual Cost',
    'First Responded Date',
    'Asset ID',
    'Asset Name',
  ],
  key: 'lead_id',
  layouts: [
    // 芋道: whether a lead has been followed up, yes or no; the time of the last contact says it, too.
    { signs: ['线索名称', '跟进状态', '转化状态'], headers: { 跟进状态: null, 客户名称: 'company' } },
    // A report of Salesforce, in which the last activity is a date.
    { signs: ['Lead Owner', 'Company / Account', 'Last Activity'], headers: { 'Last Activity': 'last_contact_at' } },
    { signs: ['线索名称', '客户名称'], headers: { 客户名称: 'company' } },
    { signs: ['线索编号', '客户名称'], headers: { 客户名称: 'company' } },
  ],
  fields: { ...leadAttributes, ...leadProgress },
});
