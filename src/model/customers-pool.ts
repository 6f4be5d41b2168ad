import type { Field } from './define.ts';
import {
  assignedAliases,
  expiresAliases,
  lastContactAliases,
  nextContactAliases,
  recyclesAliases,
  returnedAliases,
  returnReasonAliases,
} from './shared-aliases.ts';

/** How a customer that pools hand out is worked. */
export const customerPool = {
  pool: {
    type: 'text',
    title: { en: 'Pool', 'zh-CN': '所属公海' },
    meaning: { en: 'Pool the customer belongs to; empty for a private one.', 'zh-CN': '客户所属的公海；私有客户为空。' },
    aliases: ['所属公海', '公海', '公海名称', '公海池', 'Account Pool'],
  },
  last_contact_at: {
    type: 'instant',
    title: { en: 'Last contact', 'zh-CN': '最后跟进时间' },
    meaning: { en: 'When the customer was last contacted.', 'zh-CN': '最近一次跟进客户的时间。' },
    aliases: [...lastContactAliases, 'Last Activity'],
  },
  next_contact_at: {
    type: 'instant',
    title: { en: 'Next contact', 'zh-CN': '下次跟进时间' },
    meaning: { en: 'When the next contact is planned.', 'zh-CN': '计划的下一次跟进时间。' },
    aliases: nextContactAliases,
  },
  assigned_at: {
    type: 'instant',
    title: { en: 'Assigned at', 'zh-CN': '领取时间' },
    meaning: { en: 'When its owner got or claimed the customer.', 'zh-CN': '负责人被分配或领取客户的时间。' },
    aliases: assignedAliases,
  },
  returned_at: {
    type: 'instant',
    title: { en: 'Returned at', 'zh-CN': '退回时间' },
    meaning: { en: 'When the customer last went back to the pool.', 'zh-CN': '最近一次退回或收回到公海的时间。' },
    aliases: returnedAliases,
  },
  return_reason: {
    type: 'text',
    title: { en: 'Reason returned', 'zh-CN': '退回原因' },
    meaning: { en: 'Why the customer went back to the pool.', 'zh-CN': '退回或收回到公海的原因。' },
    aliases: returnReasonAliases,
  },
  recycles: {
    type: 'integer',
    title: { en: 'Times recycled', 'zh-CN': '回收次数' },
    meaning: {
      en: 'How often the customer went back to the pool or changed hands; 0 or more.',
      'zh-CN': '客户回到公海或转手的次数，不小于 0。',
    },
    aliases: recyclesAliases,
  },
  expires_at: {
    type: 'instant',
    title: { en: 'Falls back at', 'zh-CN': '预计收回时间' },
    meaning: { en: 'When the customer falls back to the pool unless something is done.', 'zh-CN': '若不跟进，客户将被收回公海的时间。' },
    aliases: expiresAliases,
  },
} as const satisfies Record<string, Field>;
