import { defineEntity } from './define.ts';
import { repAliases } from './shared-aliases.ts';
import { poolEventWords } from './lead-words.ts';

export const poolEvents = defineEntity({
  id: 'pool_events',
  title: { en: 'Pool events', 'zh-CN': '公海流转记录' },
  grain: { en: 'one event of one lead, or of one customer in the pool', 'zh-CN': '一行一条线索或一个公海客户的一次流转' },
  names: ['pool', 'event', 'allocation', '公海', '流转', '分配', '领取', '回收'],
  needs: [['lead_id', 'customer_id'], ['event'], ['at']],
  // Sales of a till have events and customers, too.
  excludes: ['Gross Sales', 'Net Sales', 'Amount', 'Transaction ID', 'Payment ID', 'Order ID', '金额', '订单编号'],
  fields: {
    lead_id: {
      type: 'id',
      title: { en: 'Lead ID', 'zh-CN': '线索编号' },
      meaning: { en: 'Lead that the event is about.', 'zh-CN': '发生流转的线索编号。' },
      aliases: ['线索编号', '线索ID', '线索号', '线索', 'Lead Number', 'Lead No', 'Clue ID'],
    },
    customer_id: {
      type: 'id',
      title: { en: 'Customer ID', 'zh-CN': '客户编号' },
      meaning: { en: 'Customer that the event is about, where pools hand out customers.', 'zh-CN': '发生流转的客户编号（客户公海）。' },
      aliases: ['客户编号', '客户ID', '客户编码', '客户号', '客户', 'Customer No', 'Account ID'],
    },
    event: {
      type: 'choice',
      title: { en: 'Event', 'zh-CN': '流转类型' },
      meaning: {
        en: 'What happened: enter, claim, assign, contact, return, recycle, convert or invalidate.',
        'zh-CN': '流转类型：进入、领取、分配、跟进、退回、收回、转化、无效。',
      },
      aliases: ['流转类型', '操作类型', '事件', '事件类型', '操作', '动作', '流转动作', 'Event Type', 'Action', 'Operation'],
      choices: poolEventWords,
      readsAllWords: true,
    },
    at: {
      type: 'instant',
      title: { en: 'At', 'zh-CN': '流转时间' },
      meaning: { en: 'When it happened.', 'zh-CN': '流转发生的时间。' },
      aliases: [
        '流转时间',
        '操作时间',
        '事件时间',
        '发生时间',
        '时间',
        '日期',
        '创建时间',
        'Event Time',
        'Event Date',
        'Event At',
        'Timestamp',
        'Occurred At',
        'Created At',
        'Created Time',
        'Date',
        'Time',
      ],
    },
    rep: {
      type: 'person',
      title: { en: 'Rep', 'zh-CN': '销售' },
      meaning: { en: 'Rep who claimed, got, contacted or gave back the record.', 'zh-CN': '领取、被分配、跟进或退回的销售人员。' },
      aliases: ['领取人', '接收人', '操作人', '跟进人', 'Receiver', ...repAliases],
    },
    pool: {
      type: 'text',
      title: { en: 'Pool', 'zh-CN': '公海' },
      meaning: { en: 'Pool it left or entered.', 'zh-CN': '离开或进入的公海。' },
      aliases: ['公海', '公海名称', '线索池', '所属公海', '公海池', 'Lead Pool'],
    },
    reason: {
      type: 'text',
      title: { en: 'Reason', 'zh-CN': '原因' },
      meaning: { en: 'Why it was given back or judged invalid.', 'zh-CN': '退回、收回或判无效的原因。' },
      aliases: ['原因', '退回原因', '退回/收回原因', '收回原因', '回收原因', '无效原因', 'Return Reason', 'Event Reason'],
    },
  },
});
