import { defineEntity } from './define.ts';
import { createdAliases, customerIdAliases, customerNameAliases, nextContactAliases, repAliases } from './shared-aliases.ts';
import { activityChannelWords } from './words.ts';

export const activities = defineEntity({
  id: 'activities',
  title: { en: 'Activities', 'zh-CN': '跟进记录' },
  grain: { en: 'one contact with a customer or a lead', 'zh-CN': '一行一次与客户或线索的联系' },
  names: ['activit', 'call', 'visit', 'event', 'task', 'meeting', '跟进', '拜访', '活动', '通话', '销售记录'],
  needs: [['customer_id', 'customer', 'lead_id', 'opportunity_id', 'rep'], ['at']],
  key: 'activity_id',
  fields: {
    activity_id: {
      type: 'id',
      title: { en: 'Activity ID', 'zh-CN': '记录编号' },
      meaning: { en: 'Number of the contact.', 'zh-CN': '跟进记录的编号。' },
      aliases: ['记录编号', '跟进编号', '拜访编号', '活动编号', 'TASKID', 'EVENTID', 'Call ID', 'Visit ID', '编号', 'ID'],
    },
    customer_id: {
      type: 'id',
      title: { en: 'Customer ID', 'zh-CN': '客户编号' },
      meaning: { en: 'Number of the customer contacted.', 'zh-CN': '所联系客户的编号。' },
      aliases: customerIdAliases.filter((alias) => alias !== 'cust'),
    },
    customer: {
      type: 'text',
      title: { en: 'Customer', 'zh-CN': '客户名称' },
      meaning: { en: 'Name of the customer contacted.', 'zh-CN': '所联系客户的名称。' },
      aliases: customerNameAliases.filter((alias) => alias !== 'Customer'),
    },
    lead_id: {
      type: 'id',
      title: { en: 'Lead ID', 'zh-CN': '线索编号' },
      meaning: { en: 'Number of the lead contacted.', 'zh-CN': '所联系线索的编号。' },
      aliases: ['线索编号', '线索ID', '线索', 'Lead Number'],
    },
    opportunity_id: {
      type: 'id',
      title: { en: 'Opportunity ID', 'zh-CN': '商机编号' },
      meaning: { en: 'Deal that the contact was about.', 'zh-CN': '联系所涉及的商机编号。' },
      aliases: ['商机编号', '商机ID', '商机', '关联商机', 'POTENTIALID', 'Deal ID'],
    },
    rep: {
      type: 'person',
      title: { en: 'Rep', 'zh-CN': '跟进人' },
      meaning: { en: 'Rep who made the contact.', 'zh-CN': '进行联系的销售人员。' },
      aliases: ['跟进人', '跟进人员', '拜访人', 'Call Owner', 'Event Owner', 'Task Owner', 'Activity Owner', ...repAliases, 'Assigned To', '创建人', '创建人名字', 'Created By'],
    },
    channel: {
      type: 'choice',
      title: { en: 'Channel', 'zh-CN': '跟进方式' },
      meaning: { en: 'visit, call, email, meeting or message.', 'zh-CN': '跟进方式：拜访、电话、邮件、会议、消息。' },
      aliases: ['跟进方式', '跟进类型', '联系方式类型', '沟通方式', '拜访方式', '活动类型', '类型', '记录类型', 'Activity Type', 'Type', 'Task Subtype', 'Contact Method', 'Contact Type'],
      choices: activityChannelWords,
    },
    at: {
      type: 'instant',
      title: { en: 'At', 'zh-CN': '跟进时间' },
      meaning: { en: 'When the contact took place.', 'zh-CN': '联系发生的时间。' },
      aliases: [
        '跟进时间', '跟进日期', '拜访时间', '拜访日期', '通话时间', '联系时间', '联系日期', '活动时间', '活动日期', '开始时间', '签到时间', '日期', '时间', 'Activity Date', 'Activity Time', 'Call Start Time',
        'Start DateTime', 'Start Time', 'Start Date', 'Visit Date', 'Call Date', 'Contact Date', 'Contacted At', 'Date',
      ],
      lastResort: { headers: [...createdAliases, 'Created At'], beside: ['activity_id', 'channel', 'outcome', 'subject'] },
    },
    next_at: {
      type: 'instant',
      title: { en: 'Next contact', 'zh-CN': '下次跟进时间' },
      meaning: { en: 'When the next contact is planned.', 'zh-CN': '计划的下一次联系时间。' },
      aliases: nextContactAliases,
    },
    outcome: {
      type: 'text',
      title: { en: 'Outcome', 'zh-CN': '跟进结果' },
      meaning: { en: 'Result of the contact, in the words of the file.', 'zh-CN': '联系的结果，按文件原样。' },
      aliases: ['跟进结果', '拜访结果', '沟通结果', '通话结果', '结果', 'Result', 'Call Result', 'Activity Outcome'],
    },
    subject: {
      type: 'text',
      title: { en: 'Subject', 'zh-CN': '跟进内容' },
      meaning: { en: 'What the contact was about.', 'zh-CN': '联系的主题或内容。' },
      aliases: ['跟进内容', '主题', '拜访内容', '沟通内容', 'Activity Subject', 'Title'],
    },
  },
});
