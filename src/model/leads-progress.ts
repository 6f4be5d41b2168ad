import type { Field } from './define.ts';
import {
  assignedAliases, createdAliases, expiresAliases, lastContactAliases, nextContactAliases, recyclesAliases, returnedAliases, returnReasonAliases,
} from './shared-aliases.ts';
import { leadStatusWords } from './words.ts';

/** What happened to a lead. */
export const leadProgress = {
  status: {
    type: 'choice',
    title: { en: 'Status', 'zh-CN': '线索状态' },
    meaning: { en: 'How far the lead has come.', 'zh-CN': '线索当前所处的状态。' },
    aliases: ['线索状态', '跟进状态', '业务状态', '线索阶段', '状态', 'Lead Status', 'Lead Stage'],
    choices: leadStatusWords,
  },
  created_at: {
    type: 'instant',
    title: { en: 'Created at', 'zh-CN': '创建时间' },
    meaning: { en: 'When the lead came in.', 'zh-CN': '线索进入系统的时间。' },
    aliases: ['线索创建时间', ...createdAliases, '入库时间', '提交时间', '进入公海时间', 'Created On', 'Submitted At'],
  },
  assigned_at: {
    type: 'instant',
    title: { en: 'Assigned at', 'zh-CN': '分配时间' },
    meaning: { en: 'When its owner got or claimed the lead.', 'zh-CN': '负责人被分配或领取线索的时间。' },
    aliases: assignedAliases,
  },
  first_contact_at: {
    type: 'instant',
    title: { en: 'First contact', 'zh-CN': '首次跟进时间' },
    meaning: { en: 'When the lead was first contacted.', 'zh-CN': '首次联系线索的时间。' },
    aliases: [
      '首次跟进时间', '首次联系时间', '首次响应时间', '首次跟进日期', '第一次跟进时间', 'First Contact', 'First Contact Date', 'First Contact Time', 'First Contacted',
      'First Follow At', 'First Responded On', 'First Activity Date',
    ],
  },
  last_contact_at: {
    type: 'instant',
    title: { en: 'Last contact', 'zh-CN': '最后跟进时间' },
    meaning: { en: 'When the lead was last contacted.', 'zh-CN': '最近一次联系线索的时间。' },
    aliases: lastContactAliases,
  },
  next_contact_at: {
    type: 'instant',
    title: { en: 'Next contact', 'zh-CN': '下次跟进时间' },
    meaning: { en: 'When the next contact is planned.', 'zh-CN': '计划的下一次联系时间。' },
    aliases: nextContactAliases,
  },
  contacts: {
    type: 'integer',
    title: { en: 'Contacts', 'zh-CN': '跟进次数' },
    meaning: { en: 'Number of contacts so far; 0 or more.', 'zh-CN': '累计跟进次数，不小于 0。' },
    aliases: ['跟进次数', '联系次数', '跟进记录数', 'Contact Count', 'Number of Contacts', 'Number of Times Contacted', 'Touches'],
  },
  converted: {
    type: 'flag',
    title: { en: 'Converted', 'zh-CN': '是否转化' },
    meaning: { en: 'Whether the lead became a customer.', 'zh-CN': '线索是否已转为客户。' },
    aliases: ['是否转化', '转化状态', '是否转换', '是否已转化', '是否成交', '成交状态', 'Is Converted'],
  },
  converted_at: {
    type: 'instant',
    title: { en: 'Converted at', 'zh-CN': '转化时间' },
    meaning: { en: 'When the lead became a customer.', 'zh-CN': '线索转为客户的时间。' },
    aliases: ['转化时间', '转换时间', '转换的日期时间', '成交/转化时间', '转客户时间', '成交时间', 'Converted Time', 'Converted Date', 'Conversion Date', 'Converted On'],
  },
  customer_id: {
    type: 'id',
    title: { en: 'Customer ID', 'zh-CN': '客户编号' },
    meaning: { en: 'Customer that the lead became.', 'zh-CN': '线索转化成的客户的编号。' },
    aliases: ['客户编号', '客户ID', '转化客户编号', '客户', 'Converted Account ID', 'Account ID'],
  },
  invalid_reason: {
    type: 'text',
    title: { en: 'Reason invalid', 'zh-CN': '无效原因' },
    meaning: { en: 'Why the lead was judged invalid.', 'zh-CN': '线索被判无效的原因。' },
    aliases: ['线索无效原因', '无效原因', 'Disqualification Reason', 'Disqualified Reason', 'Unqualified Reason', 'Junk Reason'],
  },
  returned_at: {
    type: 'instant',
    title: { en: 'Returned at', 'zh-CN': '退回时间' },
    meaning: { en: 'When the lead last went back to the pool.', 'zh-CN': '最近一次退回或收回到公海的时间。' },
    aliases: returnedAliases,
  },
  return_reason: {
    type: 'text',
    title: { en: 'Reason returned', 'zh-CN': '退回原因' },
    meaning: { en: 'Why the lead went back to the pool.', 'zh-CN': '退回或收回到公海的原因。' },
    aliases: returnReasonAliases,
  },
  recycles: {
    type: 'integer',
    title: { en: 'Times recycled', 'zh-CN': '回收次数' },
    meaning: { en: 'How often the lead went back to the pool; 0 or more.', 'zh-CN': '线索回到公海的次数，不小于 0。' },
    aliases: recyclesAliases,
  },
  expires_at: {
    type: 'instant',
    title: { en: 'Falls back at', 'zh-CN': '预计收回时间' },
    meaning: { en: 'When the lead falls back to the pool unless something is done.', 'zh-CN': '若不跟进，线索将被收回公海的时间。' },
    aliases: expiresAliases,
  },
} as const satisfies Record<string, Field>;
