import type { Field } from './define.ts';
import {
  createdAliases, customerIdAliases, customerNameAliases, industryAliases, lostReasonAliases, regionAliases, repAliases, sizeAliases, sourceAliases, teamAliases,
} from './shared-aliases.ts';
import { needTypeWords } from './words.ts';

/** Who a customer is, who looks after it, and what is known of it beyond its orders. */
export const customerProfile = {
  customer_id: {
    type: 'id',
    title: { en: 'Customer ID', 'zh-CN': '客户编号' },
    meaning: { en: 'The number that orders name the customer by.', 'zh-CN': '订单等其他表引用客户时所用的编号。' },
    aliases: [...customerIdAliases, '(Do Not Modify) Account', 'Record ID', '编号', 'ID'],
  },
  name: {
    type: 'text',
    title: { en: 'Customer', 'zh-CN': '客户名称' },
    meaning: { en: 'Name of the customer.', 'zh-CN': '客户的名称。' },
    aliases: [...customerNameAliases, '公司名称', '企业名称', '单位名称', 'Company Name', 'Company'],
  },
  owner: {
    type: 'person',
    title: { en: 'Owner', 'zh-CN': '负责人' },
    meaning: { en: 'The rep who looks after the customer.', 'zh-CN': '负责该客户的销售人员。' },
    aliases: ['客户负责人', 'Account Owner', 'Customer Owner', 'Company Owner', ...repAliases.filter((alias) => alias !== 'Owner')],
  },
  team: {
    type: 'text',
    title: { en: 'Team', 'zh-CN': '团队' },
    meaning: { en: 'Team or department of the owner.', 'zh-CN': '负责人所在的团队或部门。' },
    aliases: teamAliases,
  },
  level: {
    type: 'text',
    title: { en: 'Level', 'zh-CN': '客户级别' },
    meaning: { en: 'Level the company itself has given the customer (A, VIP, key account …).', 'zh-CN': '企业自己评定的客户级别（A、VIP、重点客户等）。' },
    aliases: ['客户级别', '客户等级', '级别', '等级', '客户层级', '会员等级', 'Customer Level', 'Account Tier', 'Tier', 'Grade', 'Rating'],
  },
  type: {
    type: 'text',
    title: { en: 'Type', 'zh-CN': '客户类型' },
    meaning: { en: 'Kind of customer: end customer, reseller, prospect and so on.', 'zh-CN': '客户的类型：终端、渠道、潜在客户等。' },
    aliases: ['客户类型', '客户分类', '客户类别', 'Account Type', 'Customer Type', 'Segment'],
  },
  industry: {
    type: 'text',
    title: { en: 'Industry', 'zh-CN': '行业' },
    meaning: { en: 'Industry of the customer.', 'zh-CN': '客户所属的行业。' },
    aliases: [...industryAliases, 'Business Type'],
  },
  region: {
    type: 'text',
    title: { en: 'Region', 'zh-CN': '区域' },
    meaning: { en: 'Sales region, else province, country or city.', 'zh-CN': '销售区域；没有时取省份、国家或城市。' },
    aliases: [...regionAliases, 'Office Location', '地区编号'],
  },
  size: {
    type: 'text',
    title: { en: 'Size', 'zh-CN': '规模' },
    meaning: { en: 'Size of the company, as the file has it: a class or the number of employees.', 'zh-CN': '企业规模，按文件原样：规模档次或员工人数。' },
    aliases: sizeAliases,
  },
  annual_revenue: {
    type: 'money',
    title: { en: 'Annual revenue', 'zh-CN': '年收入' },
    meaning: { en: "The customer's own yearly turnover, not what it buys from us.", 'zh-CN': '客户自身的年营业收入，不是向我方采购的金额。' },
    aliases: ['年收入', '年营业额', '年营收', '营业收入', 'Annual Turnover'],
  },
  source: {
    type: 'text',
    title: { en: 'Source', 'zh-CN': '客户来源' },
    meaning: { en: 'Where the customer came from.', 'zh-CN': '客户的获取渠道。' },
    aliases: sourceAliases,
  },
  created_on: {
    type: 'date',
    title: { en: 'Created on', 'zh-CN': '创建日期' },
    meaning: { en: 'Day the customer was entered.', 'zh-CN': '客户建档的日期。' },
    aliases: [...createdAliases, '注册时间', '注册日期', '入会时间', 'Created At', 'Registered On', 'Registration Date', 'Signup Date', 'Customer Since'],
  },
  is_customer: {
    type: 'flag',
    title: { en: 'Has bought', 'zh-CN': '是否成交' },
    meaning: { en: 'Whether the file calls this a customer that has bought.', 'zh-CN': '文件中该客户是否已成交。' },
    aliases: ['成交状态', '是否成交', '是否已成交'],
  },
  credit_rating: {
    type: 'text',
    title: { en: 'Credit rating', 'zh-CN': '信用等级' },
    meaning: { en: 'Credit rating as the company grades it.', 'zh-CN': '企业评定的信用等级。' },
    aliases: ['信用等级', '信用评级', '信用级别', 'Credit Grade'],
  },
  credit_limit: {
    type: 'money',
    title: { en: 'Credit limit', 'zh-CN': '信用额度' },
    meaning: { en: 'Most the customer may owe; not negative.', 'zh-CN': '允许客户赊欠的最高金额，不为负。' },
    aliases: ['信用额度', '授信额度', 'Credit Line'],
  },
  overdue_amount: {
    type: 'money',
    title: { en: 'Overdue amount', 'zh-CN': '逾期金额' },
    meaning: { en: 'What the customer owes past its due date.', 'zh-CN': '已过期未付的欠款。' },
    aliases: ['逾期金额', '逾期应收', '逾期欠款', '超期金额', 'Past Due Amount', 'Overdue'],
  },
  market_share: {
    type: 'ratio',
    title: { en: 'Market share', 'zh-CN': '市场份额' },
    meaning: { en: "The customer's share of its own market, 0 to 1.", 'zh-CN': '客户在其所在市场的份额，0 至 1。' },
    aliases: ['市场份额', '市场占有率', '市占率'],
  },
  industry_rank: {
    type: 'integer',
    title: { en: 'Industry rank', 'zh-CN': '行业排名' },
    meaning: { en: 'Place in its industry; 1 is the largest.', 'zh-CN': '在行业中的排名，1 为最大。' },
    aliases: ['行业排名', '行业地位', '市场地位', 'Rank in Industry'],
  },
  brand_score: {
    type: 'quantity',
    title: { en: 'Brand score', 'zh-CN': '品牌知名度' },
    meaning: { en: "How well known the customer's brand is, on the file's own scale; more is better known.", 'zh-CN': '客户品牌知名度评分，沿用文件自身的量纲，越大越知名。' },
    aliases: ['品牌知名度', '品牌评分', '品牌影响力', 'Brand Awareness'],
  },
  growth_plan: {
    type: 'flag',
    title: { en: 'Growth plan', 'zh-CN': '扩展计划' },
    meaning: { en: 'Whether the customer plans to expand.', 'zh-CN': '客户是否有扩张计划。' },
    aliases: ['扩展计划', '客户扩展计划', '扩张计划', '是否有扩展计划', 'Expansion Plan'],
  },
  need_type: {
    type: 'choice',
    title: { en: 'Type of need', 'zh-CN': '需求类型' },
    meaning: { en: 'What matters most to the customer: quality, price or service.', 'zh-CN': '客户最看重的方面：质量、价格或服务。' },
    aliases: ['需求类型', '需求细分', '客户需求类型'],
    choices: needTypeWords,
  },
  wallet: {
    type: 'money',
    title: { en: 'Yearly purchase potential', 'zh-CN': '年采购潜力' },
    meaning: { en: 'What the customer spends a year, with all suppliers, on what we sell.', 'zh-CN': '客户每年在同类产品上向所有供应商采购的总额。' },
    aliases: ['年采购潜力', '年采购额', '年采购总额', '采购潜力', '年需求量金额', 'Purchase Potential', 'Total Purchase Potential', 'Annual Spend', 'Wallet Size'],
  },
  referred_by: {
    type: 'text',
    title: { en: 'Referred by', 'zh-CN': '推荐人' },
    meaning: { en: 'Customer (number or name) that recommended us to this one.', 'zh-CN': '把我方推荐给该客户的客户（编号或名称）。' },
    aliases: ['推荐人', '推荐客户', '介绍人', '转介绍人', 'Referrer', 'Referral Source'],
  },
  referral_count: {
    type: 'integer',
    title: { en: 'Referrals', 'zh-CN': '推荐客户数' },
    meaning: { en: 'Number of customers this one has brought.', 'zh-CN': '该客户带来的客户数量。' },
    aliases: ['推荐客户数', '推荐次数', '转介绍数', '转介绍次数', 'Referrals', 'Number of Referrals'],
  },
  lost: {
    type: 'flag',
    title: { en: 'Lost', 'zh-CN': '是否流失' },
    meaning: { en: 'Whether the file says that the customer has left.', 'zh-CN': '文件中该客户是否已流失。' },
    aliases: ['是否流失', '已流失', '是否已流失', 'Churn', 'Churned', 'Is Churned'],
  },
  lost_on: {
    type: 'date',
    title: { en: 'Lost on', 'zh-CN': '流失日期' },
    meaning: { en: 'Day the customer left.', 'zh-CN': '客户流失的日期。' },
    aliases: ['流失日期', '流失时间', 'Churn Date', 'Churned On', 'Lost Date'],
  },
  lost_reason: {
    type: 'text',
    title: { en: 'Reason lost', 'zh-CN': '流失原因' },
    meaning: { en: 'Why the customer left.', 'zh-CN': '客户流失的原因。' },
    aliases: lostReasonAliases,
  },
} as const satisfies Record<string, Field>;
