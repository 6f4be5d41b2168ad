import type { Lang, Localized } from '../../lib/localized.ts';
import type { Churn } from '../../metrics/parameters.ts';

type Words = ReadonlyMap<string, Localized>;

const lost: Words = new Map([
  ['mark', { en: 'marked in the customer file', 'zh-CN': '客户文件标记' }],
  ['silence', { en: 'silence', 'zh-CN': '长期未购买' }],
  ['contract', { en: 'contract ended', 'zh-CN': '合同到期未续' }],
]);

const action: Words = new Map([
  ['none', { en: 'no contact', 'zh-CN': '未联系' }],
  ['visit', { en: 'visit', 'zh-CN': '拜访' }],
  ['call', { en: 'call', 'zh-CN': '电话' }],
  ['email', { en: 'email', 'zh-CN': '邮件' }],
  ['meeting', { en: 'meeting', 'zh-CN': '会议' }],
  ['message', { en: 'message', 'zh-CN': '消息' }],
  ['other', { en: 'other contact', 'zh-CN': '其他联系' }],
  ['unknown', { en: 'contacts not known', 'zh-CN': '无联系记录' }],
]);

const event: Words = new Map([
  ['warning', { en: 'fell silent', 'zh-CN': '沉默预警' }],
  ['loss', { en: 'marked as lost', 'zh-CN': '标记流失' }],
]);

const dimension: Words = new Map([
  ['all', { en: 'all', 'zh-CN': '全部' }],
  ['tier', { en: 'tier', 'zh-CN': '评分层级' }],
  ['level', { en: 'level', 'zh-CN': '客户级别' }],
  ['owner', { en: 'owner', 'zh-CN': '负责人' }],
  ['industry', { en: 'industry', 'zh-CN': '行业' }],
]);

const inLanguage =
  (words: Words) =>
  (lang: Lang): ReadonlyMap<string, string> =>
    new Map([...words].map(([id, word]) => [id, word[lang]]));

export const lostWords = inLanguage(lost);
export const actionWords = inLanguage(action);
export const eventWords = inLanguage(event);
export const dimensionWords = inLanguage(dimension);

/** When a customer counts as lost, as it was set. */
export function definitionText({ definition }: Pick<Churn, 'definition'>): Localized {
  const marked = { en: 'marked as lost in the customer file and not bought since', 'zh-CN': '客户文件标记为流失且此后未购买' };
  if (definition.rule === 'days')
    return {
      en: `${marked.en}, or silent for more than ${definition.days} days`,
      'zh-CN': `${marked['zh-CN']}，或沉默超过 ${definition.days} 天`,
    };
  if (definition.rule === 'contract_end')
    return { en: `${marked.en}, or nothing bought since the contract ended`, 'zh-CN': `${marked['zh-CN']}，或合同到期后未再购买` };
  if (definition.rule === 'lost_flag') return marked;
  return {
    en: `${marked.en}, or silent for more than ${definition.cycles} of its usual gaps and more than ${definition.min_days} days`,
    'zh-CN': `${marked['zh-CN']}，或沉默超过通常间隔的 ${definition.cycles} 倍且超过 ${definition.min_days} 天`,
  };
}
