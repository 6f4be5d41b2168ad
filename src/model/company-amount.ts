import type { Field } from './define.ts';
import { companyAmountAliases } from './shared-aliases.ts';

/** The same field of orders and of deals. */
export const companyAmount = {
  type: 'money',
  title: { en: 'Amount in company currency', 'zh-CN': '本位币金额' },
  meaning: {
    en: 'The amount converted into the currency of the company, where a system exports both.',
    'zh-CN': '折算为公司本位币的金额；系统同时导出两种金额时才有。',
  },
  aliases: companyAmountAliases,
} as const satisfies Field;
