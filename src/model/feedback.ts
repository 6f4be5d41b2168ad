import { defineEntity } from './define.ts';
import { feedbackScores } from './feedback-scores.ts';
import { createdAliases, customerIdAliases, customerNameAliases, repAliases } from './shared-aliases.ts';
import { feedbackChannelWords, feedbackKindWords, feedbackStateWords } from './words.ts';

export const feedback = defineEntity({
  id: 'feedback',
  title: { en: 'Feedback', 'zh-CN': '客户反馈' },
  grain: { en: 'one answer, complaint or suggestion', 'zh-CN': '一行一份答卷、一次投诉或一条建议' },
  names: ['feedback', 'survey', 'complaint', 'case', 'ticket', 'nps', 'csat', '反馈', '满意度', '投诉', '问卷', '工单', '回访'],
  needs: [
    ['feedback_id', 'customer_id', 'customer', 'rep'],
    ['nps', 'csat', 'quality_score', 'service_score', 'support_score', 'delivery_score', 'price_score', 'function_score', 'response_score', 'kind', 'topic', 'channel'],
  ],
  key: 'feedback_id',
  fields: {
    feedback_id: {
      type: 'id',
      title: { en: 'Feedback ID', 'zh-CN': '反馈编号' },
      meaning: { en: 'Number of the answer or complaint.', 'zh-CN': '答卷、投诉或建议的编号。' },
      aliases: ['反馈编号', '反馈ID', '工单编号', '投诉编号', '问卷编号', '答卷编号', 'CASEID', 'Case Number', 'Ticket ID', 'Ticket Number', 'Response ID', '编号', 'ID'],
    },
    customer_id: {
      type: 'id',
      title: { en: 'Customer ID', 'zh-CN': '客户编号' },
      meaning: { en: 'Number of the customer.', 'zh-CN': '客户的编号。' },
      aliases: customerIdAliases.filter((alias) => alias !== 'cust'),
    },
    customer: {
      type: 'text',
      title: { en: 'Customer', 'zh-CN': '客户名称' },
      meaning: { en: 'Name of the customer.', 'zh-CN': '客户的名称。' },
      aliases: customerNameAliases.filter((alias) => alias !== 'Customer'),
    },
    rep: {
      type: 'person',
      title: { en: 'Rep', 'zh-CN': '负责人' },
      meaning: { en: 'Rep whom the feedback is about, or who handles it.', 'zh-CN': '反馈所涉及或负责处理的人员。' },
      aliases: ['Case Owner', 'Ticket Owner', '服务人员', '处理人', ...repAliases, 'Assigned To'],
    },
    product: {
      type: 'text',
      title: { en: 'Product', 'zh-CN': '产品' },
      meaning: { en: 'Product the feedback is about.', 'zh-CN': '反馈所涉及的产品。' },
      aliases: ['产品', '产品名称', '商品名称', '商品', 'Product Name'],
    },
    at: {
      type: 'instant',
      title: { en: 'At', 'zh-CN': '反馈时间' },
      meaning: { en: 'When the feedback came in.', 'zh-CN': '收到反馈的时间。' },
      aliases: [
        '反馈时间', '反馈日期', '调查日期', '调查时间', '提交时间', '答题时间', '填写时间', '投诉时间', '投诉日期', '回访时间', '日期', '时间', 'Survey Date', 'Feedback Date', 'Response Date',
        'Complaint Date', 'Submitted At', 'Date', ...createdAliases, 'Created At',
      ],
    },
    channel: {
      type: 'choice',
      title: { en: 'Channel', 'zh-CN': '反馈渠道' },
      meaning: { en: 'How the feedback came in.', 'zh-CN': '收到反馈的渠道。' },
      aliases: ['反馈渠道', '反馈方式', '渠道', '投诉渠道', '调查方式', 'Case Origin', 'Origin', 'Feedback Channel', 'Ticket Channel'],
      choices: feedbackChannelWords,
    },
    kind: {
      type: 'choice',
      title: { en: 'Kind', 'zh-CN': '反馈类型' },
      meaning: { en: 'survey, complaint or suggestion.', 'zh-CN': '反馈类型：调查、投诉、建议。' },
      aliases: ['反馈类型', '工单类型', '反馈类别', 'Feedback Type', 'Case Type', 'Ticket Type'],
      choices: feedbackKindWords,
    },
    ...feedbackScores,
    topic: {
      type: 'text',
      title: { en: 'Topic', 'zh-CN': '反馈主题' },
      meaning: { en: 'What the feedback is about, as a tag.', 'zh-CN': '反馈的主题标签。' },
      aliases: ['反馈主题', '问题分类', '问题类型', '不满意原因', '投诉原因', '投诉类型', '反馈标签', 'Complaint Reason', 'Case Reason', 'Issue Type', 'Feedback Topic'],
    },
    text: {
      type: 'text',
      title: { en: 'Text', 'zh-CN': '反馈内容' },
      meaning: { en: "The customer's own words.", 'zh-CN': '客户的原话。' },
      aliases: ['反馈内容', '投诉内容', '意见', '建议', '评价内容', '意见与建议', 'Comment', 'Comments', 'Feedback', 'Feedback Text', 'Verbatim'],
    },
    action: {
      type: 'text',
      title: { en: 'Action', 'zh-CN': '改进措施' },
      meaning: { en: 'What was decided to do about it.', 'zh-CN': '针对反馈决定的改进措施。' },
      aliases: ['改进措施', '处理措施', '处理方案', '整改措施', 'Corrective Action', 'Resolution'],
    },
    action_owner: {
      type: 'person',
      title: { en: 'Action owner', 'zh-CN': '措施负责人' },
      meaning: { en: 'Who carries the action out.', 'zh-CN': '负责落实改进措施的人员。' },
      aliases: ['措施负责人', '改进负责人', '整改责任人', '责任人', 'Responsible'],
    },
    due_on: {
      type: 'date',
      title: { en: 'Due on', 'zh-CN': '计划完成日期' },
      meaning: { en: 'Day the action is to be done.', 'zh-CN': '改进措施应完成的日期。' },
      aliases: ['计划完成日期', '计划完成时间', '截止日期', '要求完成日期', '完成期限', 'Due Date', 'Deadline'],
    },
    state: {
      type: 'choice',
      title: { en: 'State', 'zh-CN': '处理状态' },
      meaning: { en: 'open, in_progress or closed.', 'zh-CN': 'open 待处理、in_progress 处理中、closed 已关闭。' },
      aliases: ['处理状态', '工单状态', '反馈状态', '投诉状态', '状态', 'Case Status', 'Ticket Status', 'Status'],
      choices: feedbackStateWords,
    },
    closed_on: {
      type: 'date',
      title: { en: 'Closed on', 'zh-CN': '关闭日期' },
      meaning: { en: 'Day the matter was settled.', 'zh-CN': '问题处理完毕的日期。' },
      aliases: ['关闭日期', '关闭时间', '完成日期', '完成时间', '实际完成日期', '解决时间', '处理完成时间', 'Closed Date', 'Close Date', 'Resolved On', 'Resolved At', 'Closed At'],
    },
  },
});
